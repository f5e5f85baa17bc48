import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ContextPlace } from '../../shared/app-commands/listed-command.ts';
import type { Problem } from '../../shared/result.ts';
import { addressText, type Range } from '../../shared/workbook/address.ts';
import type { Command } from '../../shared/workbook/command.ts';
import { maximumLines, type Axis } from '../../shared/workbook/structure/line-change.ts';
import { intersectionOf, nearestOutside, type LineSpans } from '../../shared/workbook/line-spans.ts';
import { disjointRanges } from '../../shared/workbook/range-parts.ts';
import { CellClipboard, type Pasted } from '../clipboard/cell-clipboard.ts';
import type { ClipboardTexts } from '../clipboard/clipboard-data.ts';
import { listenToClipboard } from '../clipboard/clipboard-events.ts';
import { notOneTarget } from '../clipboard/lined-up.ts';
import { plainPaste } from '../clipboard/paste-options.ts';
import { PasteSpecialDialog } from '../clipboard/paste-special-dialog.tsx';
import { TraceArrows, type TraceArrowsHandle } from '../audit/trace-arrows.tsx';
import { fitCommand, showCommand, sizeCommand } from '../commands/line-sizes.ts';
import { sendCommand } from '../commands/send-command.ts';
import { formulaParts } from '../formula-bar/formula-parts.ts';
import { FilterPicker, type FilterPickerHandle } from '../filter/filter-picker.tsx';
import { rangesInSight } from '../filter/rows-in-sight.ts';
import { FindPanel } from '../find/find-panel.tsx';
import type { PointedCells } from '../formula-bar/pointing.ts';
import { giveKey } from '../give-key.ts';
import { rangesText } from '../range-text.ts';
import type { CellPosition } from '../session/sheet-mirror.ts';
import { chosenRanges } from '../sheet-view.ts';
import { useWorkspace } from '../use-workspace.ts';
import { cellsOf } from './cells-of.ts';
import { ChoicePicker, type ChoicePickerHandle } from './choice-picker.tsx';
import { CellEditor, type CellEditorHandle } from './cell-editor.tsx';
import { CellTip, type CellTipHandle } from './cell-tip.tsx';
import type { FillMode } from './fill/source-cell.ts';
import { fillCommand, type Filling } from './fill/fill-command.ts';
import { fillRanges } from './fill-ranges.ts';
import {
  cellsUnderMouse,
  gridKey,
  isOneCharacter,
  pointingKey,
  rangeAroundCells,
  type GridKey,
  type KeyPress,
} from './grid-keys.ts';
import type { MarkedRange } from './reference-marks.ts';
import { selectionKey } from './selection-keys.ts';
import { OutlineStrips, type OutlineStripsHandle } from './outline-strips.tsx';
import { SheetGrid } from './sheet-grid.ts';
import { TabRun } from './tab-run.ts';
import type { Density } from './sheet-layout.ts';
import { zoomWithWheel } from './zoom-wheel.ts';
import { wholeLines } from './whole-lines.ts';
import './grid.css';

export interface GridProps {
  readonly density: Density;
  readonly licenceKey: string;
  /** A command of the grid was refused: said beside the grid, with nothing changed. */
  readonly onProblem: (problem: Problem) => void;
  /** The menu of the chosen cells is asked for, at a place on the page. */
  readonly onContextMenu: (place: ContextPlace, x: number, y: number) => void;
}

/** The sheet in view: chosen, scrolled and edited like a sheet in Excel. */
export function Grid({ density, licenceKey, onProblem, onContextMenu }: GridProps) {
  const workspace = useWorkspace();
  const root = useRef<HTMLDivElement>(null);
  const editor = useRef<CellEditorHandle>(null);
  const tip = useRef<CellTipHandle>(null);
  const arrows = useRef<TraceArrowsHandle>(null);
  const picker = useRef<ChoicePickerHandle>(null);
  const outline = useRef<OutlineStripsHandle>(null);
  const filters = useRef<FilterPickerHandle>(null);
  const grid = useRef<SheetGrid | null>(null);
  const [clipboard] = useState(() => new CellClipboard(workspace.session));
  const [pastesSpecially, setPastesSpecially] = useState(false);
  const sayProblem = useEffectEvent(onProblem);
  const densityNow = useEffectEvent(() => density);
  const finishPaste = useCallback(
    async (pasting: Promise<Pasted>) => {
      const choose = workspace.view.chooserForLater();
      const answer = await pasting;
      if (!answer.ok) onProblem(answer.problem);
      else if (answer.value) choose(answer.value);
    },
    [workspace, onProblem],
  );
  const paste = useEffectEvent((pasting: Promise<Pasted>) => void finishPaste(pasting));

  useEffect(() => {
    const { session, view, editing, waiting, finding, painter } = workspace;
    const element = root.current;
    if (!element) return undefined;

    const pasteSpecial = (): void => {
      const problem = clipboard.specialProblem();
      if (problem) sayProblem(problem);
      else if (pastedInto()) setPastesSpecially(true);
    };
    const send = async (command: Command): Promise<boolean> => {
      const answer = await session.dispatch(command);
      if (!answer.ok) sayProblem(answer.problem);
      return answer.ok;
    };
    const sendFill = async (
      sheet: string,
      fillings: readonly Filling[],
      mode: FillMode,
      range?: Range,
    ): Promise<void> => {
      const choose = view.chooserForLater();
      // What was typed last may be on its way to the engine still.
      await session.settled();
      if ((await send(fillCommand(session, sheet, fillings, mode))) && range) choose(range);
    };
    const fill = (direction: 'down' | 'right'): void => {
      const fillings = disjointRanges(chosenRanges(view.selection)).flatMap(
        (range) => fillRanges(range, direction) ?? [],
      );
      if (fillings.length > 0) void sendFill(view.sheet, fillings, 'copy');
    };
    const clear = (): void => {
      const { sheet } = view.selection;
      const mirror = session.sheet(sheet);
      const ranges = chosenRanges(view.selection);
      const cells = rangesInSight(mirror, ranges)
        .map((range) => ({
          ...range,
          bottom: Math.min(range.bottom, mirror.usedRows - 1),
          right: Math.min(range.right, mirror.usedColumns - 1),
        }))
        .flatMap((used) => cellsOf(used, sheet))
        .filter(({ row, column }) => (mirror.cell(row, column)?.content ?? null) !== null);
      if (cells.length === 0) return;
      void send({
        kind: 'setCells',
        label: `Clear ${rangesText(sheet, ranges)}`,
        cells: cells.map((cell) => ({ ...cell, content: null })),
      });
    };

    /** The range into which is pasted; null where several are chosen, which is said. */
    const pastedInto = (): Range | null => {
      if (view.selection.others.length === 0) return view.selection.range;
      sayProblem(notOneTarget);
      return null;
    };
    /** While cells are copied, Escape ends that, and Enter pastes them once. */
    const copyKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean => {
      if (!clipboard.copied || ctrlKey || metaKey || altKey || shiftKey) return false;
      if (key === 'Escape') return clipboard.end();
      if (key !== 'Enter') return false;
      const into = pastedInto();
      if (into) paste(clipboard.pasteOnce(view.sheet, into));
      return true;
    };
    /** Looks that were taken up go onto the chosen cells, and then the brush is gone. */
    const paintLooks = (): void => {
      const command = painter.paint(view.selection);
      if (command) void send(command);
    };
    const painterKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean => {
      if (!painter.isOn || ctrlKey || metaKey || altKey || shiftKey) return false;
      if (key === 'Escape') painter.end();
      else if (key === 'Enter') paintLooks();
      else return false;
      return true;
    };
    /** The cells that the mouse is drawn over are chosen when it is let go. */
    const paintWithMouse = ({ button, target }: MouseEvent): void => {
      const isCell = target instanceof Element && target.closest('td, th') !== null;
      if (painter.isOn && button === 0 && isCell)
        element.ownerDocument.addEventListener('mouseup', paintLooks, { once: true });
    };
    element.addEventListener('mousedown', paintWithMouse);
    const tabRun = new TabRun();
    /** Enter after Tab leads back to the column in which the row was begun. */
    const runKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean => {
      const { range, others } = view.selection;
      const isOne = range.top === range.bottom && range.left === range.right && others.length === 0;
      // Among several chosen cells both keys go round.
      if (ctrlKey || metaKey || altKey || !isOne) return false;
      if (key === 'Tab') tabRun.step(view.selection, shiftKey ? -1 : 1);
      const next = key === 'Enter' && !shiftKey ? tabRun.end(view.selection) : undefined;
      if (next) {
        const row = nearestOutside(session.sheet(view.sheet).hiddenRows, next.row, 1);
        view.select({ sheet: view.sheet, row, column: next.column });
      }
      return next !== undefined;
    };
    const onKey = (event: KeyboardEvent): boolean => {
      if (editing.state) {
        // The mouse took the focus from an entry that is not finished: its keys belong to it.
        const { key } = event;
        editor.current?.focus();
        // What is typed is written by the browser itself.
        if (!isOneCharacter(key) && key !== 'Process') {
          event.preventDefault();
          giveKey(event);
        }
        return true;
      }
      if (painterKey(event) || copyKey(event) || runKey(event)) {
        event.preventDefault();
        return true;
      }
      const mirror = session.sheet(view.sheet);
      const choose = ({ address, range, others }: Extract<GridKey, { kind: 'choose' }>) =>
        view.select(address, range, others);
      if (selectionKey(event, view, mirror, maximumLines, choose)) {
        event.preventDefault();
        return true;
      }
      const key = gridKey(event, view.selection, mirror, maximumLines);
      if (!key) return false;
      // What is typed belongs to the active cell, wherever the wheel has gone since.
      if (key.kind === 'empty' || key.kind === 'typeOver') made.reveal();
      switch (key.kind) {
        case 'choose':
          choose(key);
          break;
        case 'empty':
          editing.begin(view.selection, 'cell', '');
          break;
        case 'typeOver':
          // The character itself arrives in the editor, which is drawn and has the focus by then.
          flushSync(() => editing.begin(view.selection, 'cell', event.isTrusted ? '' : event.key));
          editor.current?.focus();
          return true;
      }
      event.preventDefault();
      return true;
    };

    const point = (cells: PointedCells, adds = false): boolean => {
      const { state } = editing;
      const field = editor.current?.activeField();
      const end = state?.text.length ?? 0;
      const caret = { start: field?.selectionStart ?? end, end: field?.selectionEnd ?? end };
      // The fields have the new text when the cursor is put into it, so that no key comes in between.
      const after = flushSync(() => editing.point(cells, caret, adds));
      if (after !== undefined) field?.setSelectionRange(after, after);
      return after !== undefined;
    };
    /** While F8 or Shift+F8 is in force a click draws the range on, or chooses another one. */
    const chooseInMode = (cell: CellPosition, drawn: boolean): boolean => {
      const { mode, selection, sheet } = view;
      if (mode === null) return false;
      const from = mode === 'extend' || drawn ? selection : cell;
      const isNew = mode === 'add' && !drawn;
      const others = isNew ? [...selection.others, selection.range] : selection.others;
      view.select({ sheet, row: from.row, column: from.column }, rangeAroundCells(from, cell), others);
      return true;
    };
    const onPoint = (place: CellPosition, event: MouseEvent, drawn: boolean): boolean => {
      const { state } = editing;
      const isCell = place.row >= 0 && place.column >= 0;
      if (!state) return isCell && chooseInMode(place, drawn);
      const { sheet } = view;
      const began = state.pointed?.sheet === sheet ? state.pointed : undefined;
      if (drawn && began === undefined) return false;
      const cells = cellsUnderMouse(place, drawn || event.shiftKey ? began : undefined);
      const adds = !drawn && (event.ctrlKey || event.metaKey);
      if (!point({ sheet, ...cells }, adds) && !drawn) {
        void editing.commit();
        if (!isCell) return false;
        waiting.do(() => view.select({ sheet, ...place }));
      }
      event.preventDefault();
      return true;
    };
    const pointWith = (press: KeyPress): boolean => {
      const { state } = editing;
      if (!state) return false;
      const { sheet } = view;
      const from = sheet === state.address.sheet ? state.address : view.selection;
      const here = { row: from.row, column: from.column };
      const last = state.pointed?.sheet === sheet ? state.pointed : { anchor: here, head: here };
      const isLine = last.head.row === maximumLines.rows - 1 || last.head.column === maximumLines.columns - 1;
      // From whole lines keys lead on from their first cell.
      const cells = isLine ? { anchor: last.anchor, head: last.anchor } : last;
      const next = pointingKey(press, cells, session.sheet(sheet), maximumLines, made.inView.rowsOfPage);
      if (!next || !point({ sheet, ...next })) return false;
      made.reveal(next.head);
      return true;
    };

    const fitLines = (axis: Axis, lines: LineSpans): void => {
      const { usedColumns } = session.sheet(view.sheet);
      const used = axis === 'rows' ? lines : intersectionOf(lines, [{ first: 0, last: usedColumns - 1 }]);
      const command = fitCommand(view.sheet, axis, used, (column) => made.fittingWidth(column));
      if (command) void send(command);
    };
    const openFilter = (): void => {
      const { sheet, row, column } = view.selection;
      made.reveal();
      const box = made.inView.cellBox(row, column);
      if (box) filters.current?.open(sheet, column, box);
    };

    const made = new SheetGrid({
      root: element,
      session,
      view,
      editing,
      licenceKey,
      onKey,
      onPoint,
      onOpenCell: ({ row, column }) => editing.begin({ sheet: view.sheet, row, column }, 'cell'),
      onFilterButton: ({ row, column }) => {
        void editing.commit();
        waiting.do(() => {
          view.select({ sheet: view.sheet, row, column });
          openFilter();
        });
      },
      onScroll: () => {
        editor.current?.follow();
        tip.current?.follow();
        arrows.current?.follow();
        picker.current?.follow();
        outline.current?.follow();
      },
      onLineSize: (axis, lines, size) => void send(sizeCommand(view.sheet, axis, lines, size)),
      onLineFit: (axis, lines) => fitLines(axis, lines),
      onLinesShown: (axis, lines) => void send(showCommand(view.sheet, axis, lines)),
      onFill: (source, target, mode) =>
        void sendFill(view.sheet, [{ source, target }], mode, rangeAround(source, target)),
      isFound: (row, column) => finding.isFound({ sheet: view.sheet, row, column }),
    });
    made.setDensity(densityNow());
    grid.current = made;

    const copyChosen = (cut: boolean): ClipboardTexts | Promise<ClipboardTexts | null> | null => {
      const copied = clipboard.copy(view.sheet, chosenRanges(view.selection), cut);
      if (copied.ok) return copied.value;
      sayProblem(copied.problem);
      return null;
    };
    const stops = [
      painter.subscribe(() => element.toggleAttribute('data-painting', painter.isOn)),
      () => element.removeEventListener('mousedown', paintWithMouse),
      view.subscribe(() => made.showSelection()),
      session.subscribe('zoom', () => made.showZoom()),
      zoomWithWheel(element, session, view),
      finding.onFound(() => made.painter.showFound()),
      editing.subscribe(() => {
        made.painter.setReferences(marks(workspace));
        if (editing.state) made.rest();
        else if (
          document.activeElement === document.body ||
          element.parentElement?.contains(document.activeElement) ||
          isEditorField(document.activeElement)
        )
          made.focus();
      }),
      editing.onLateRefusal(({ text, address, problem }) =>
        sayProblem({
          ...problem,
          message: `“${text}” was not written into ${addressText(address)}. ${problem.message}`,
        }),
      ),
      workspace.attachGrid({
        focus: () => made.focus(),
        clear,
        fill,
        edit: () => {
          made.reveal();
          editing.begin(view.selection, 'cell');
        },
        openFilter,
        openChoices: () => {
          made.reveal();
          picker.current?.open();
        },
        reveal: () => made.reveal(),
        fitLines,
        fittingZoom: (range) => made.inView.fittingZoom(range),
        lineSize: (axis, line) => made.lineSize(axis, line),
        extent: () => ({ rows: made.rowCount, columns: made.columnCount }),
        hasFocus: () => made.hasFocus && !editing.state,
        press: (key, shiftKey) => made.press(key, shiftKey),
        pointWith,
        pasteSpecial,
        pasteValues: () => {
          const problem = clipboard.specialProblem();
          if (problem) return sayProblem(problem);
          const into = pastedInto();
          if (into) paste(clipboard.pasteSpecial(view.sheet, into, { ...plainPaste, what: 'values' }));
        },
      }),
      clipboard.follow(),
      clipboard.subscribe(() => made.painter.setCopied(clipboard.copied)),
      listenToClipboard({
        // While keys wait their turn, those of the clipboard are about the cells that the others lead to.
        active: () =>
          waiting.isWaiting
            ? made.hasFocus || isEditorField(document.activeElement)
            : made.hasFocus && !editing.state,
        copy: (cut) =>
          waiting.isWaiting
            ? new Promise((resolve) => waiting.do(() => resolve(copyChosen(cut))))
            : copyChosen(cut),
        onLost: () => {
          clipboard.end();
          sayProblem({
            code: 'copy-took-too-long',
            message: 'So many cells could not be copied.',
            remedy: 'Copy a smaller part at a time, and wait a moment before you go on.',
          });
        },
        paste: (texts, valuesOnly) => {
          const copiedBefore = clipboard.copied;
          waiting.do(() => {
            const what = valuesOnly ? 'values' : 'all';
            const into = pastedInto();
            // A copy that waited as well has not come to the clipboard by then.
            const isNewer = clipboard.copied !== null && clipboard.copied !== copiedBefore;
            const pasted = isNewer ? null : texts;
            if (into) paste(clipboard.paste(pasted, view.sheet, into, { ...plainPaste, what }));
          });
        },
      }),
    ];
    made.focus();
    return () => {
      for (const stop of stops) stop();
      grid.current = null;
      made.destroy();
    };
  }, [workspace, clipboard, licenceKey]);

  useEffect(() => grid.current?.setDensity(density), [density]);

  const cellBox = useCallback((row: number, column: number) => grid.current?.inView.cellBox(row, column), []);
  const nearestBox = useCallback((cell: CellPosition) => grid.current?.inView.nearestBox(cell), []);
  const linesInView = useCallback((axis: Axis) => grid.current?.inView.linesInView(axis) ?? [], []);
  const openMenu = async (x: number, y: number) => {
    const { view, editing } = workspace;
    if (!grid.current || !(await editing.commit())) return;
    const { rowCount: rows, columnCount: columns } = grid.current;
    onContextMenu(wholeLines(view.selection.range, { rows, columns }) ?? 'cells', x, y);
  };
  return (
    <div className="sheet-stage">
      <div
        className="sheet-grid"
        ref={root}
        onContextMenu={(event) => {
          event.preventDefault();
          void openMenu(event.clientX, event.clientY);
        }}
      />
      <OutlineStrips
        ref={outline}
        linesInView={linesInView}
        onCommand={(command) => void sendCommand({ workspace, onProblem }, command)}
      />
      <CellEditor ref={editor} cellBox={cellBox} />
      <TraceArrows ref={arrows} nearestBox={nearestBox} />
      <ChoicePicker ref={picker} nearestBox={nearestBox} onProblem={onProblem} />
      <CellTip ref={tip} cellBox={cellBox} />
      <FilterPicker ref={filters} onProblem={onProblem} />
      <FindPanel cellBox={cellBox} />
      {pastesSpecially && (
        <PasteSpecialDialog
          onPaste={(options) => {
            setPastesSpecially(false);
            const { sheet, selection } = workspace.view;
            void finishPaste(clipboard.pasteSpecial(sheet, selection.range, options));
          }}
          onClose={() => setPastesSpecially(false)}
        />
      )}
    </div>
  );
}

function rangeAround(one: Range, other: Range): Range {
  return {
    top: Math.min(one.top, other.top),
    left: Math.min(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
  };
}

function isEditorField(element: Element | null): boolean {
  return element instanceof HTMLTextAreaElement && element.closest('.formula-field') !== null;
}

/** The ranges that the formula being edited refers to. */
function marks({ session, editing }: ReturnType<typeof useWorkspace>): MarkedRange[] {
  const { state } = editing;
  if (!state) return [];
  const parts = formulaParts(state.text, {
    sheet: state.address.sheet,
    nameTarget: (name) => session.name(name),
  });
  const marked = new Map<string, MarkedRange>();
  for (const { target, colour } of parts) {
    if (target && colour !== undefined) marked.set(`${colour}`, { ...target, colour });
  }
  return [...marked.values()];
}
