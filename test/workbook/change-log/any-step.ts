import fc from 'fast-check';
import type { Command, PartCommand } from '../../../shared/workbook/command.ts';
import type { CellContent, WorkbookDocument } from '../../../shared/workbook/document.ts';

/** The part of each sheet on which random steps work. */
export const rows = 8;
export const columns = 5;

/** Numbers that stand for a command, an undo or a redo, in whatever workbook they meet. */
export type Numbers = readonly [kind: number, one: number, two: number, three: number, four: number];
export const anyNumbers: fc.Arbitrary<Numbers> = fc.tuple(
  fc.nat(16),
  fc.nat(99),
  fc.nat(99),
  fc.nat(99),
  fc.nat(99),
);

const contents: readonly (CellContent | null)[] = [null, 7, 'word', true, '=A1+1', '=SUM(First!A1:C3)', -2.5];

/** The command that numbers stand for in a document; `undo` and `redo` are steps of the history. */
export function stepOf(numbers: Numbers, { sheets }: WorkbookDocument): Command | 'undo' | 'redo' {
  const [kind, one, two, three, four] = numbers;
  const label = `Step ${kind}`;
  const sheet = sheets[one % sheets.length]?.name ?? '';
  const axis = two % 2 === 0 ? 'rows' : 'columns';
  const most = axis === 'rows' ? rows : columns;
  const lines = { label, sheet, axis, at: three % most, count: 1 + (four % 2) } as const;
  const [top, left] = [two % rows, three % columns];
  const range = { top, left, bottom: top + (one % 2), right: left + (four % 2) };
  const move: PartCommand = {
    kind: 'moveCells',
    label,
    from: { sheet, range },
    to: { sheet: sheets[four % sheets.length]?.name ?? '', row: four % rows, column: one % columns },
  };
  const write: PartCommand = {
    kind: 'setCells',
    label,
    cells: [0, 1].map((index) => ({
      sheet,
      row: top + index,
      column: left,
      content: contents[(four + index) % contents.length] ?? null,
    })),
  };
  const note: PartCommand = {
    kind: 'setNote',
    label,
    sheet,
    row: top,
    column: left,
    note: four % 2 === 0 ? null : `note ${four}`,
  };
  switch (kind) {
    case 0:
      return {
        kind: 'insertLines',
        ...lines,
        ...(one % 3 === 0 && { others: [{ at: two % most, count: 1 }] }),
      };
    case 1:
      return {
        kind: 'deleteLines',
        ...lines,
        ...(one % 3 === 0 && { others: [{ at: two % most, count: 1 }] }),
      };
    case 2:
      return { kind: 'moveLines', ...lines, to: (one + four) % (most + 2) };
    case 3:
      return { kind: 'addSheet', label, name: `New ${two}`, at: three % (sheets.length + 1) };
    case 4:
      return { kind: 'deleteSheet', label, sheet };
    case 5:
      return { kind: 'renameSheet', label, sheet, name: `Sheet ${three % 4}` };
    case 6:
      return { kind: 'moveSheet', label, sheet, to: two % sheets.length };
    case 7:
      return move;
    case 8:
      return { kind: 'setLooks', label, areas: [{ sheet, range, look: { strong: four % 2 === 0 } }] };
    case 9:
      return note;
    case 10:
      return { kind: 'several', label, commands: four % 3 === 0 ? [move, note] : [write, note] };
    case 11:
      return { kind: 'setName', label, name: 'figure', sheet, range };
    case 12:
    case 13:
      return 'undo';
    case 14:
      return 'redo';
    default:
      return write;
  }
}
