import { CellError, type SimpleRangeValue } from 'hyperformula';
import { maximumColumns, maximumRows } from '../../../workbook/address.ts';
import { cellsEqualTo, fewCells, type CellInRange } from './cells-by-value.ts';
import { criterionOf, soughtValue, type Criterion } from './criterion.ts';
import type { PlainValue } from '../excel-values.ts';
import { unreadCells } from '../../internals/ranges.ts';
import { kept } from '../kept-results.ts';
import { cellsOf, type Cells } from '../ranges.ts';

/** What the chosen cells come to. */
export interface Tally {
  /** Chosen cells, of whatever kind. */
  count: number;
  /** Chosen cells that hold a number. */
  numbers: number;
  sum: number;
  minimum: number;
  maximum: number;
  error: CellError | undefined;
}

/** Cells that are tested, and what they are compared with. */
export interface Condition {
  readonly tested: SimpleRangeValue;
  readonly wanted: PlainValue;
}

interface Test {
  readonly cells: Cells;
  readonly criterion: Criterion;
}

/** Rows and columns. */
interface Size {
  readonly height: number;
  readonly width: number;
}

/** The size of a range as it is written: whole columns have all rows of a sheet, used or not. */
export function sizeOf(value: SimpleRangeValue): Size {
  const { range } = value;
  if (range === undefined) return { height: value.height(), width: value.width() };
  const { start, end } = range;
  return {
    height: end.row === Infinity ? maximumRows : end.row - start.row + 1,
    width: end.col === Infinity ? maximumColumns : end.col - start.col + 1,
  };
}

/** Whether going through a range takes no longer than finding what has been kept of it. */
function isShort(range: SimpleRangeValue): boolean {
  const { height, width } = sizeOf(range);
  return height * width < fewCells;
}

/** The part of a range that lies in the used part of its sheet. */
function usedSizeOf(value: SimpleRangeValue): Size {
  const size = sizeOf(value);
  const unread = unreadCells(value);
  if (unread === undefined)
    return { height: Math.min(size.height, value.height()), width: Math.min(size.width, value.width()) };
  const { range, graph } = unread;
  const { sheet, row, col } = range.start;
  return {
    height: Math.min(size.height, Math.max(0, graph.getSheetHeight(sheet) - row)),
    width: Math.min(size.width, Math.max(0, graph.getSheetWidth(sheet) - col)),
  };
}

function holdsAt(conditions: readonly Test[], row: number, column: number): boolean {
  for (const { cells, criterion } of conditions) if (!criterion(cells.at(row, column))) return false;
  return true;
}

/**
 * What the cells come to for which every condition holds, or the cells that stand beside them. The
 * ranges of the conditions are of one size; what is summed is as large or larger.
 */
export function tally(conditions: readonly Condition[], summed?: SimpleRangeValue): Tally {
  const ranges = conditions.map(({ tested }) => tested);
  const wanted = conditions.map((condition) => condition.wanted);
  // An error leads to the formula it comes from, which is no part of a key.
  if (ranges.every(isShort) || wanted.some((value) => value instanceof CellError))
    return tallied(conditions, summed);
  // With what is summed: it changes more often, and what is known of the tested cells stays.
  return kept(summed ? [summed, ...ranges] : ranges, JSON.stringify([summed !== undefined, wanted]), () =>
    tallied(conditions, summed),
  );
}

/** The fewest cells among which are all that meet the conditions; undefined where that may be any. */
function cellsThatMay(conditions: readonly Condition[]): CellInRange[] | undefined {
  let fewest: CellInRange[] | undefined;
  for (const { tested, wanted } of conditions) {
    const sought = soughtValue(wanted);
    const found = sought === undefined ? undefined : cellsEqualTo(sought, tested, usedSizeOf(tested));
    if (found && (!fewest || found.length < fewest.length)) fewest = found;
  }
  return fewest;
}

/** Goes through the used cells for which every condition holds, and adds up what stands beside them. */
function tallied(conditions: readonly Condition[], summed: SimpleRangeValue | undefined): Tally {
  const result: Tally = {
    count: 0,
    numbers: 0,
    sum: 0,
    minimum: Infinity,
    maximum: -Infinity,
    error: undefined,
  };
  const [first] = conditions;
  if (first === undefined) return result;
  const tests = conditions.map(({ tested, wanted }) => ({
    cells: cellsOf(tested),
    criterion: criterionOf(wanted),
  }));
  const values = summed && cellsOf(summed);
  const whole = sizeOf(first.tested);
  const used = [...conditions.map(({ tested }) => tested), ...(summed ? [summed] : [])].map(usedSizeOf);
  const height = Math.min(whole.height, Math.max(...used.map((size) => size.height)));
  const width = Math.min(whole.width, Math.max(...used.map((size) => size.width)));
  const test = (row: number, column: number) => {
    if (!holdsAt(tests, row, column)) return;
    result.count++;
    const value = values?.at(row, column);
    if (value instanceof CellError) result.error ??= value;
    if (typeof value !== 'number') return;
    result.numbers++;
    result.sum += value;
    if (value < result.minimum) result.minimum = value;
    if (value > result.maximum) result.maximum = value;
  };
  const candidates = cellsThatMay(conditions);
  if (candidates) for (const { row, column } of candidates) test(row, column);
  else
    for (let row = 0; row < height; row++) for (let column = 0; column < width; column++) test(row, column);
  // The cells beyond are all empty.
  const beyond = whole.height * whole.width - height * width;
  if (beyond > 0 && tests.every(({ criterion }) => criterion(null))) result.count += beyond;
  return result;
}
