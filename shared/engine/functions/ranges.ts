import { CellError, SimpleRangeValue, type SimpleCellAddress } from 'hyperformula';
import { plainValue, toText, type PlainValue } from './excel-values.ts';
import type { Ast, EngineScalar, EngineValue } from '../internals/interpreter.ts';
import { unreadCells } from '../internals/ranges.ts';
import { cellRangeOf } from '../internals/reference-nodes.ts';

/** The cells of a range or an array, read one at a time and only when asked for. */
export interface Cells {
  readonly width: number;
  readonly height: number;
  /** The value at a row and column counted from 0; null beyond the used part of the sheet. */
  at(row: number, column: number): PlainValue;
}

/**
 * The cells of a range value. Cells of a sheet are read in place: HyperFormula's own `data` builds
 * an array of all of them first. Whole columns and rows end with the used part of the sheet.
 */
export function cellsOf(value: SimpleRangeValue): Cells {
  const unread = unreadCells(value);
  if (unread) {
    const { range, graph } = unread;
    const { sheet, row: top, col: left } = range.start;
    const position = { sheet, row: 0, col: 0 };
    return {
      width: range.effectiveWidth(graph),
      height: range.effectiveHeight(graph),
      at(row, column) {
        position.row = top + row;
        position.col = left + column;
        const found = graph.getCellValue(position);
        return found instanceof SimpleRangeValue ? null : plainValue(found);
      },
    };
  }
  const values = value.data;
  return {
    width: value.width(),
    height: value.height(),
    at: (row, column) => {
      const found = values[row]?.[column];
      return found === undefined ? null : plainValue(found);
    },
  };
}

/** A part of a range value: again cells of the sheet where it was, so that functions over ranges take it. */
export function partOf(
  value: SimpleRangeValue,
  row: number,
  column: number,
  height: number,
  width: number,
): SimpleRangeValue {
  const unread = unreadCells(value);
  if (unread) {
    const { range, graph } = unread;
    const { sheet, row: top, col: left } = range.start;
    const part = range.withStart({ sheet, row: top + row, col: left + column });
    Object.assign(part.end, { row: top + row + height - 1, col: left + column + width - 1 });
    return SimpleRangeValue.onlyRange(part, graph);
  }
  return SimpleRangeValue.onlyValues(
    value.data.slice(row, row + height).map((values) => values.slice(column, column + width)),
  );
}

const loneCells = new WeakSet<SimpleRangeValue>();

/** The value of one cell among the arguments, as a range of that cell. */
export function loneCell(value: EngineScalar): SimpleRangeValue {
  const cell = SimpleRangeValue.fromScalar(value);
  loneCells.add(cell);
  return cell;
}

/** Whether a value is an array, and not cells of a sheet. */
export function isArray(value: SimpleRangeValue): boolean {
  return value.isAdHoc() && !loneCells.has(value);
}

/** The cells as functions of numbers see them: what is empty in an array counts as 0, an empty cell does not count. */
export function countedCells(value: SimpleRangeValue): Cells {
  const cells = cellsOf(value);
  return isArray(value) ? { ...cells, at: (row, column) => cells.at(row, column) ?? 0 } : cells;
}

/** The numbers among the cells, row by row: what functions such as SUM see. The first error instead, if there is one. */
export function numbersOf(value: SimpleRangeValue): number[] | CellError {
  const cells = countedCells(value);
  const numbers: number[] = [];
  for (let row = 0; row < cells.height; row++) {
    for (let column = 0; column < cells.width; column++) {
      const found = cells.at(row, column);
      if (found instanceof CellError) return found;
      if (typeof found === 'number') numbers.push(found);
    }
  }
  return numbers;
}

/** The first cell of a reference to cells in a formula at this place; undefined for anything else. */
export function firstCellOf(argument: Ast, place: SimpleCellAddress): SimpleCellAddress | undefined {
  if ('expression' in argument) return firstCellOf(argument.expression, place);
  if ('reference' in argument) return argument.reference.toSimpleCellAddress(place);
  return cellRangeOf(argument)?.start.toSimpleCellAddress(place);
}

/** The texts of one value or of cells, row by row. The first error instead, if there is one. */
export function textsOf(value: EngineValue): string[] | CellError {
  const cells = cellsOf(value instanceof SimpleRangeValue ? value : SimpleRangeValue.fromScalar(value));
  const texts: string[] = [];
  for (let row = 0; row < cells.height; row++) {
    for (let column = 0; column < cells.width; column++) {
      const found = toText(cells.at(row, column));
      if (found instanceof CellError) return found;
      texts.push(found);
    }
  }
  return texts;
}
