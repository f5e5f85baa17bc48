import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ContextPlace } from '../../shared/app-commands/listed-command.ts';
import type { Problem } from '../../shared/result.ts';
import { addressText, rangeReference } from '../../shared/workbook/address.ts';
import { intersectionOf, type LineSpans } from '../../shared/workbook/line-spans.ts';
import { maximumLines, type Axis } from '../../shared/workbook/structure/line-change.ts';
import { TraceArrows } from '../audit/trace-arrows.tsx';
import { plainPaste } from '../clipboard/paste-options.ts';
import { PasteSpecialDialog } from '../clipboard/paste-special-dialog.tsx';
import { fitCommand, showCommand, sizeCommand } from '../commands/line-sizes.ts';
import { sendCommand } from '../commands/send-command.ts';
import { FilterPicker, type FilterPickerHandle } from '../filter/filter-picker.tsx';
import { FindPanel } from '../find/find-panel.tsx';
import { formulaParts } from '../formula-bar/formula-parts.ts';
import type { CellPosition } from '../session/sheet-mirror.ts';
import { useWorkspace } from '../use-workspace.ts';
import { CellEditor, type CellEditorHandle } from './cell-editor.tsx';
import { CellTip } from './cell-tip.tsx';
import type { Density } from './cell-metrics.ts';
import { ChoicePicker, type ChoicePickerHandle } from './choice-picker.tsx';
import { ChosenCells } from './chosen-cells.ts';
import type { Follower } from './follower.ts';
import { dragInward } from './fill/inward-drag.ts';
import { FormatBrush } from './format-brush.ts';
import { GridClipboard } from './grid-clipboard.ts';
import { GridPointing } from './grid-pointing.ts';
import { gridKey } from './grid-keys.ts';
import { gridPaging } from './grid-paging.ts';
import { gridPress } from './grid-press.ts';
import { OutlineStrips } from './outline-strips.tsx';
import type { MarkedRange } from './reference-marks.ts';
import { dragRange } from './range-drag.ts';
import { SheetGrid } from './sheet-grid.ts';
import { isWholeAlong, wholeLines } from './whole-lines.ts';
import { zoomWithWheel } from './zoom-wheel.ts';
import './grid.css';
import './headings.css';
import './cell-looks.css';
import './cell-marks.css';
import './filter-button.css';

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
  const tip = useRef<Follower>(null);
  const arrows = useRef<Follower>(null);
  const picker = useRef<ChoicePickerHandle>(null);
  const outline = useRef<Follower>(null);
  const filters = useRef<FilterPickerHandle>(null);
  const grid = useRef<SheetGrid | null>(null);
  const copying = useRef<GridClipboard | null>(null);
  const [pastesSpecially, setPastesSpecially] = useState(false);
  const sayProblem = useEffectEvent(onProblem);
  const densityNow = useEffectEvent(() => density);

  useEffect(() => {
    const { session, view, editing, waiting, finding, repeating } = workspace;
    const element = root.current;
    if (!element) return undefined;

    const say = (problem: Problem): void => sayProblem(problem);
    const editorNow = () => editor.current;
    const cells = new ChosenCells(workspace, say);
    const brush = new FormatBrush(workspace, cells);
    const clipboard = new GridClipboard(workspace, say);
    const pointing = new GridPointing(workspace, {
      editor: editorNow,
      reveal: (cell) => made.reveal(cell),
      rowsOfPage: () => made.inView.rowsOfPage,
    });
    const fitLines = (axis: Axis, lines: LineSpans): void => {
      const { usedColumns } = session.sheet(view.sheet);
      const used = axis === 'rows' ? lines : intersectionOf(lines, [{ first: 0, last: usedColumns - 1 }]);
      const command = fitCommand(view.sheet, axis, used, (column) => made.fittingWidth(column));
      if (command) void cells.send(command);
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
      waiting,
      licenceKey,
      onKey: gridPress(workspace, {
        editor: editorNow,
        reveal: () => made.reveal(),
        first: [
          (press) => brush.takesKey(press),
          (press) => !made.keyboard.isMoving && clipboard.takesKey(press),
          gridPaging(workspace, {
            linesInFullView: (axis) => made.inView.linesInFullView(axis),
            beginWith: (axis, line) => made.beginWith(axis, line),
          }),
        ],
      }),
      onPoint: (cell, event, drawn) => pointing.takesMouse(cell, event, drawn),
      onOpenCell: ({ row, column }) => editing.begin({ sheet: view.sheet, row, column }, 'cell'),
      onFilterButton: ({ row, column }) => {
        void editing.commit();
        waiting.do(() => {
          view.select({ sheet: view.sheet, row, column });
          openFilter();
        });
      },
      onScroll: () => {
        for (const { current } of [editor, tip, arrows, picker, outline]) current?.follow();
      },
      onLineSize: (axis, lines, size) => void cells.send(sizeCommand(view.sheet, axis, lines, size)),
      onLineFit: fitLines,
      onLinesShown: (axis, lines) => void cells.send(showCommand(view.sheet, axis, lines)),
      onFill: (source, target, mode) => void cells.fillFrom(source, target, mode),
      isFound: (row, column) => finding.isFound({ sheet: view.sheet, row, column }),
    });
    const ending = new AbortController();
    dragRange({
      root: element,
      signal: ending.signal,
      range: () => {
        const { range, others } = view.selection;
        const extent = { rows: made.rowCount, columns: made.columnCount };
        const isHeld = editing.state !== null || view.mode !== null || workspace.painter.isOn;
        const isWhole = isWholeAlong(range, 'rows', extent) || isWholeAlong(range, 'columns', extent);
        return isHeld || isWhole || others.length > 0 ? null : range;
      },
      placeOf: (cell) => made.inView.placeOf(cell),
      show: (range) => made.painter.setReferences(range ? [{ sheet: view.sheet, range, colour: 1 }] : []),
      onDrop: (range, to, how) => clipboard.drag(range, to, how),
      onLeap: (side) => {
        const key = { top: 'ArrowUp', bottom: 'ArrowDown', left: 'ArrowLeft', right: 'ArrowRight' }[side];
        const press = { key, ctrlKey: true, metaKey: false, altKey: false, shiftKey: false };
        const led = gridKey(press, view.selection, session.sheet(view.sheet), maximumLines);
        if (led?.kind === 'choose') view.select(led.address, led.range, led.others);
      },
    });
    dragInward({
      root: element,
      signal: ending.signal,
      range: () => view.selection.range,
      placeOf: (cell) => made.inView.placeOf(cell),
      show: (cleared) => made.painter.setCleared(cleared),
      onClear: (cleared, range) => void cells.clearPart(cleared, range),
    });
    made.setDensity(densityNow());
    grid.current = made;
    copying.current = clipboard;

    editing.widenBy(({ sheet, row, column, content, format }) =>
      typeof content === 'number' && sheet === view.sheet
        ? made.widthForNumber(row, column, content, format)
        : null,
    );
    const stops = [
      brush.follow(element),
      view.subscribe(() => made.showSelection()),
      session.subscribe('zoom', () => made.showZoom()),
      zoomWithWheel(element, session, view),
      finding.onFound(() => made.painter.showFound()),
      editing.subscribe(() => {
        made.painter.setReferences(marks(workspace));
        if (editing.state) made.keyboard.rest();
        else if (
          document.activeElement === document.body ||
          element.parentElement?.contains(document.activeElement) ||
          isEditorField(document.activeElement)
        )
          made.keyboard.take();
      }),
      editing.onLateRefusal(({ text, address, problem }) =>
        say({
          ...problem,
          message: `“${text}” was not written into ${addressText(address)}. ${problem.message}`,
        }),
      ),
      workspace.attachGrid({
        focus: () => made.keyboard.take(),
        clear: () => void repeating.do('Clear contents', () => cells.clear()),
        fill: (direction) => void repeating.do(`Fill ${direction}`, () => cells.fill(direction)),
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
        hasFocus: () => made.keyboard.isHere && !editing.state,
        press: (key, shiftKey) => made.keyboard.press(key, shiftKey),
        pointWith: (press) => pointing.takesKey(press),
        pasteSpecial: () => {
          if (clipboard.maySpecial()) setPastesSpecially(true);
        },
        copiedShape: () => {
          const [range] = clipboard.copied ?? [];
          const extent = { rows: made.rowCount, columns: made.columnCount };
          return range ? (wholeLines(range, extent) ?? 'cells') : null;
        },
        insertCopied: (axis, areWhole) => clipboard.insert(axis, areWhole),
        pasteValues: () => {
          if (clipboard.maySpecial()) clipboard.pasteSpecial({ ...plainPaste, what: 'values' });
        },
      }),
      clipboard.follow(
        // While keys wait their turn, those of the clipboard are about the cells that the others lead to.
        () =>
          waiting.isWaiting
            ? made.keyboard.isHere || isEditorField(document.activeElement)
            : made.keyboard.isHere && !editing.state,
        (copied) => made.painter.setCopied(copied),
      ),
    ];
    made.keyboard.take();
    return () => {
      ending.abort();
      for (const stop of stops) stop();
      grid.current = null;
      copying.current = null;
      made.destroy();
    };
  }, [workspace, licenceKey]);

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
            copying.current?.pasteSpecial(options);
          }}
          onClose={() => setPastesSpecially(false)}
        />
      )}
    </div>
  );
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
    // Colours repeat, and the same cells have one.
    if (target && colour !== undefined)
      marked.set(`${target.sheet}!${rangeReference(target.range)}`, { ...target, colour });
  }
  return [...marked.values()];
}
