/*
 * References in the tree of a formula, and the cells that they stand for.
 */
/* oxlint-disable typescript/no-unsafe-type-assertion */
import type { SimpleCellAddress } from 'hyperformula';
import { maximumColumns, maximumRows, type Range } from '../../workbook/address.ts';
import type { Ast, Interpreter } from './interpreter.ts';
import { parserOf } from './parser.ts';

type CellRange = Extract<Ast, { start: { toColumnAddress: unknown } }>;

export type CellAddress = CellRange['start'];

/** A range from a cell to a cell of the same sheet, and whether that sheet is named. */
export function rangeNode(start: CellAddress, end: CellAddress): Ast {
  const sheetReferenceType = start.sheet === undefined ? 0 : 2;
  return { type: 'CELL_RANGE', start, end, sheetReferenceType } as unknown as Ast;
}

/** Makes absolute references to cells of any sheet; the sheets are known before the first formula is read. */
export function referenceMaker(interpreter: Interpreter): (sheet: string, range: Range) => Ast {
  const { ast } = parserOf(interpreter).parse('=$A$1', { sheet: 0, row: 0, col: 0 });
  if (!('reference' in ast)) throw new Error('The engine does not read $A$1 as a reference');
  const { reference: corner } = ast;
  const { sheetMapping } = interpreter.dependencyGraph;
  return (sheet, { top, left, bottom, right }) => {
    const id = sheetMapping.getSheetId(sheet);
    if (id === undefined) throw new Error(`The engine has no sheet "${sheet}"`);
    const start = corner.withSheet(id).moved(id, left, top);
    if (top === bottom && left === right)
      return { type: 'CELL_REFERENCE', reference: start } as unknown as Ast;
    return rangeNode(start, start.moved(id, right - left, bottom - top));
  };
}

type Reference = Extract<Ast, { reference: unknown } | { start: unknown }>;

/** Whether a node is a reference as it is written: a cell, a range of cells, or whole columns or rows. */
export function isPlainReference(node: Ast): node is Reference {
  return 'reference' in node || 'start' in node;
}

/** An area of a sheet by the engine's number for the sheet. */
export interface SheetArea {
  readonly sheet: number;
  readonly range: Range;
}

/** The area that a reference in a formula at this place stands for. Undefined beyond the sheet, and over several sheets. */
export function areaOf(node: Reference, place: SimpleCellAddress): SheetArea | undefined {
  const { start, end } = 'reference' in node ? { start: node.reference, end: node.reference } : node;
  const sheet = start.sheet ?? place.sheet;
  if ((end.sheet ?? sheet) !== sheet) return undefined;
  const first = lineNumbers(start, place);
  const last = lineNumbers(end, place);
  const range = {
    top: Math.min(first.row ?? 0, last.row ?? 0),
    left: Math.min(first.column ?? 0, last.column ?? 0),
    bottom: Math.max(first.row ?? maximumRows - 1, last.row ?? maximumRows - 1),
    right: Math.max(first.column ?? maximumColumns - 1, last.column ?? maximumColumns - 1),
  };
  const isInside =
    range.top >= 0 && range.left >= 0 && range.bottom < maximumRows && range.right < maximumColumns;
  return isInside ? { sheet, range } : undefined;
}

function lineNumbers(
  address: CellAddress | Extract<Reference, { start: unknown }>['start'],
  place: SimpleCellAddress,
): { row?: number; column?: number } {
  return {
    ...('row' in address && { row: address.isRowAbsolute() ? address.row : place.row + address.row }),
    ...('col' in address && { column: address.isColumnAbsolute() ? address.col : place.col + address.col }),
  };
}

/** Makes absolute references to areas by the engine's numbers for sheets. */
export function areaReferenceMaker(interpreter: Interpreter): (area: SheetArea) => Ast {
  const parser = parserOf(interpreter);
  const read = (formula: string) => parser.parse(formula, { sheet: 0, row: 0, col: 0 }).ast;
  const [cell, column, row] = [read('=$A$1'), read('=$A:$A'), read('=$1:$1')];
  if (!('reference' in cell) || !('start' in column) || !('start' in row))
    throw new Error('The engine does not read $A$1, $A:$A and $1:$1 as references');
  return ({ sheet, range: { top, left, bottom, right } }) => {
    const corner = cell.reference.withSheet(sheet);
    if (top === bottom && left === right)
      return { type: 'CELL_REFERENCE', reference: corner.moved(sheet, left, top) } as unknown as Ast;
    const lines =
      top === 0 && bottom === maximumRows - 1
        ? { type: 'COLUMN_RANGE', corner: column.start.withSheet(sheet) }
        : left === 0 && right === maximumColumns - 1
          ? { type: 'ROW_RANGE', corner: row.start.withSheet(sheet) }
          : { type: 'CELL_RANGE', corner };
    const start = lines.corner.moved(sheet, left, top);
    const end = lines.corner.moved(sheet, right, bottom);
    return { type: lines.type, start, end, sheetReferenceType: 2 } as unknown as Ast;
  };
}

/** Undefined for whole columns and rows. */
export function cellRangeOf(node: Ast): CellRange | undefined {
  return 'start' in node && 'row' in node.start && 'col' in node.start ? (node as CellRange) : undefined;
}

/** Whole columns or rows in a formula. */
export type LineRange = Exclude<Extract<Ast, { start: unknown }>, CellRange>;

/** Undefined for cells. */
export function lineRangeOf(node: Ast): LineRange | undefined {
  return 'start' in node && cellRangeOf(node) === undefined ? (node as LineRange) : undefined;
}

/** What an address of a whole column or row keeps to itself, and the class of it. */
interface LineAddress {
  readonly type: string;
  readonly col: number;
  readonly row: number;
  readonly constructor: {
    relative(line: number, sheet: number | undefined): LineRange['start'];
    absolute(line: number, sheet: number | undefined): LineRange['start'];
  };
}

/** As many whole columns or rows as others, from that of a cell; undefined where their number depends on the formula's place. */
export function linesFrom(cell: CellAddress, lines: LineRange): Ast | undefined {
  const { start, end } = lines as unknown as Record<'start' | 'end', LineAddress>;
  const inColumns = 'col' in start;
  const line = inColumns ? 'col' : 'row';
  const further = end[line] - start[line];
  if (start.type !== end.type || further < 0) return undefined;
  const absolute = inColumns ? cell.isColumnAbsolute() : cell.isRowAbsolute();
  const first = start.constructor[absolute ? 'absolute' : 'relative'](cell[line], cell.sheet);
  const last = first.moved(cell.sheet ?? 0, further, further);
  const sheetReferenceType = cell.sheet === undefined ? 0 : 2;
  return { type: lines.type, start: first, end: last, sheetReferenceType } as unknown as Ast;
}
