import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Problem } from '../../shared/result.ts';
import { addressText, type Range } from '../../shared/workbook/address.ts';
import type { Command } from '../../shared/workbook/command.ts';
import { formulaParts } from '../formula-bar/formula-parts.ts';
import type { PointedCells } from '../formula-bar/pointing.ts';
import type { CellPosition } from '../session/sheet-mirror.ts';
import { useWorkspace } from '../use-workspace.ts';
import { CellClipboard, cellsOf, rangeText } from './clipboard.ts';
import { CellEditor, type CellEditorHandle } from './cell-editor.tsx';
import { ErrorTip, type ErrorTipHandle } from './error-tip.tsx';
import { fillContents } from './fill.ts';
import { gridKey, pointingKey, type KeyPress } from './grid-keys.ts';
import type { MarkedRange } from './reference-marks.ts';
import { SheetGrid } from './sheet-grid.ts';
import type { Density } from './sheet-layout.ts';
import './grid.css';

export interface GridProps {
  readonly density: Density;
  readonly licenceKey: string;
  /** A command of the grid was refused: said beside the grid, with nothing changed. */
  readonly onProblem: (problem: Problem) => void;
}

/** The sheet in view: chosen, scrolled and edited like a sheet in Excel. */
export function Grid({ density, licenceKey, onProblem }: GridProps) {
  const workspace = useWorkspace();
  const root = useRef<HTMLDivElement>(null);
  const editor = useRef<CellEditorHandle>(null);
  const tip = useRef<ErrorTipHandle>(null);
  const grid = useRef<SheetGrid | null>(null);
  const [clipboard] = useState(() => new CellClipboard(workspace.session));
  const sayProblem = useEffectEvent(onProblem);
  const densityNow = useEffectEvent(() => density);

  useEffect(() => {
    const { session, view, editing } = workspace;
    const element = root.current;
    if (!element) return undefined;

    const send = async (command: Command, range?: Range): Promise<void> => {
      const sheet = view.sheet;
      const answer = await session.dispatch(command);
      if (!answer.ok) sayProblem(answer.problem);
      else if (range && view.sheet === sheet)
        view.select({ sheet, row: range.top, column: range.left }, range);
    };
    const fill = (source: Range, target: Range): void => {
      const { sheet } = view;
      const mirror = session.sheet(sheet);
      const cells = fillContents(source, target, (row, column) => mirror.cell(row, column)?.content ?? null);
      void send({
        kind: 'setCells',
        label: `Fill ${rangeText(sheet, target)}`,
        cells: cells.map((cell) => ({ sheet, ...cell })),
      });
    };
    const clear = (): void => {
      const { sheet, range } = view.selection;
      const mirror = session.sheet(sheet);
      const used = {
        ...range,
        bottom: Math.min(range.bottom, mirror.usedRows - 1),
        right: Math.min(range.right, mirror.usedColumns - 1),
      };
      const cells = cellsOf(used, sheet).filter(
        ({ row, column }) => (mirror.cell(row, column)?.content ?? null) !== null,
      );
      if (cells.length === 0) return;
      void send({
        kind: 'setCells',
        label: `Clear ${rangeText(sheet, range)}`,
        cells: cells.map((cell) => ({ ...cell, content: null })),
      });
    };

    const onKey = (event: KeyboardEvent): boolean => {
      if (editing.state) {
        // The mouse took the focus from an entry that is not finished: its keys belong to it.
        editor.current?.focus();
        if (event.key === 'Escape') editing.cancel();
        return true;
      }
      const key = gridKey(event, view.selection, session.sheet(view.sheet), {
        rows: made.rowCount,
        columns: made.columnCount,
      });
      if (!key) return false;
      // What is typed belongs to the active cell, wherever the wheel has gone since.
      if (key.kind === 'edit' || key.kind === 'empty' || key.kind === 'typeOver') made.reveal();
      switch (key.kind) {
        case 'choose':
          view.select(key.address, key.range);
          break;
        case 'edit':
          editing.begin(view.selection, 'cell');
          break;
        case 'empty':
          editing.begin(view.selection, 'cell', '');
          break;
        case 'typeOver':
          // The character itself arrives in the editor, which is drawn and has the focus by then.
          flushSync(() => editing.begin(view.selection, 'cell', event.isTrusted ? '' : event.key));
          editor.current?.focus();
          return true;
        case 'fill':
          fill(key.source, key.target);
          break;
      }
      event.preventDefault();
      return true;
    };

    const point = (cells: PointedCells): boolean => {
      const { state } = editing;
      const field = editor.current?.activeField();
      const end = state?.text.length ?? 0;
      const caret = { start: field?.selectionStart ?? end, end: field?.selectionEnd ?? end };
      // The fields have the new text when the cursor is put into it, so that no key comes in between.
      const after = flushSync(() => editing.point(cells, caret));
      if (after !== undefined) field?.setSelectionRange(after, after);
      return after !== undefined;
    };
    const onPoint = (cell: CellPosition, event: MouseEvent, drawn: boolean): boolean => {
      const { state } = editing;
      if (!state) return false;
      const { sheet } = view;
      const began = state.pointed?.sheet === sheet ? state.pointed.anchor : undefined;
      if (drawn && began === undefined) return false;
      const anchor = drawn || event.shiftKey ? (began ?? cell) : cell;
      if (!point({ sheet, anchor, head: cell }) && !drawn) {
        void editing.commit().then((taken) => {
          if (taken) view.select({ sheet, ...cell });
        });
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
      const cells = state.pointed?.sheet === sheet ? state.pointed : { anchor: here, head: here };
      const extent = { rows: made.rowCount, columns: made.columnCount };
      const next = pointingKey(press, cells, session.sheet(sheet), extent);
      if (!next || !point({ sheet, ...next })) return false;
      made.reveal(next.head);
      return true;
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
      onScroll: () => {
        editor.current?.follow();
        tip.current?.follow();
      },
      onFill: (label, cells, range) => void send({ kind: 'setCells', label, cells }, range),
    });
    made.setDensity(densityNow());
    grid.current = made;

    const stops = [
      view.subscribe(() => made.showSelection()),
      editing.subscribe(() => {
        made.setReferences(marks(workspace));
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
        hasFocus: () => made.hasFocus && !editing.state,
        press: (key, shiftKey) => made.press(key, shiftKey),
        pointWith,
      }),
      listenToClipboard(() => made.hasFocus && !editing.state, {
        copy: (cut) => clipboard.copy(view.sheet, view.selection.range, cut),
        paste: (text) => {
          const pasted = clipboard.paste(text, view.sheet, view.selection.range);
          if (pasted) void send(pasted.command, pasted.range);
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

  const cellBox = useCallback((row: number, column: number) => grid.current?.cellBox(row, column), []);
  return (
    <div className="sheet-stage">
      <div className="sheet-grid" ref={root} />
      <CellEditor ref={editor} cellBox={cellBox} />
      <ErrorTip ref={tip} cellBox={cellBox} />
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
    if (target && colour !== undefined) marked.set(`${colour}`, { ...target, colour });
  }
  return [...marked.values()];
}

interface ClipboardActions {
  readonly copy: (cut: boolean) => string;
  readonly paste: (text: string) => void;
}

function listenToClipboard(active: () => boolean, { copy, paste }: ClipboardActions): () => void {
  const onCopy = (event: ClipboardEvent) => {
    if (!active() || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', copy(event.type === 'cut'));
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (!active() || !event.clipboardData) return;
    paste(event.clipboardData.getData('text/plain'));
    event.preventDefault();
  };
  // Without this the browser cuts only from text fields.
  const allowCut = (event: Event) => {
    if (active()) event.preventDefault();
  };
  document.addEventListener('beforecut', allowCut);
  document.addEventListener('copy', onCopy);
  document.addEventListener('cut', onCopy);
  document.addEventListener('paste', onPaste);
  return () => {
    document.removeEventListener('beforecut', allowCut);
    document.removeEventListener('copy', onCopy);
    document.removeEventListener('cut', onCopy);
    document.removeEventListener('paste', onPaste);
  };
}
