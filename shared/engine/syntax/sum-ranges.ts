import type { Ast, FunctionCall } from '../internals/interpreter.ts';
import {
  cellRangeOf,
  lineRangeOf,
  linesFrom,
  rangeNode,
  type CellAddress,
} from '../internals/reference-nodes.ts';
import { callNode } from '../internals/syntax-tree.ts';
import { internal } from './internal-names.ts';

/** Whether a function has a range beside the tested one, of which a corner is enough. */
export function hasSumRange(name: string): boolean {
  return /^(?:SUMIF|AVERAGEIF)$/i.test(name);
}

interface Corners {
  readonly start: CellAddress;
  readonly end: CellAddress;
}

function cornersOf(node: Ast): Corners | undefined {
  if ('reference' in node) return { start: node.reference, end: node.reference };
  return cellRangeOf(node);
}

/** Lines from the first to the last, where both are relative or both absolute; the same for every place of the formula. */
function extent(corners: Corners, line: 'row' | 'col'): number | undefined {
  const { start, end } = corners;
  const absolute = line === 'row' ? start.isRowAbsolute() : start.isColumnAbsolute();
  const bothAlike = absolute === (line === 'row' ? end.isRowAbsolute() : end.isColumnAbsolute());
  const difference = end[line] - start[line];
  return bothAlike && difference >= 0 ? difference : undefined;
}

/**
 * The sum range of a call whose tested range is whole columns or rows: the cells of as many of them,
 * from its first cell on. The formula depends on the whole ones.
 */
function extendedLines(call: FunctionCall): Ast | undefined {
  const [tested, , summed] = call.args;
  const lines = tested && lineRangeOf(tested);
  const start = summed && cornersOf(summed)?.start;
  const whole = lines && start && linesFrom(start, lines);
  return whole && callNode(internal.lines, [rangeNode(start, start), whole]);
}

/** The sum range of a call as large as its tested range; undefined where it is, or that cannot be told. */
function extendedSum(call: FunctionCall): Ast | undefined {
  const [tested, , summed] = call.args;
  if (tested === undefined || summed === undefined) return undefined;
  const [whole, given] = [cornersOf(tested), cornersOf(summed)];
  if (whole === undefined || given === undefined) return undefined;
  const [rows, columns] = [extent(whole, 'row'), extent(whole, 'col')];
  const [givenRows, givenColumns] = [extent(given, 'row'), extent(given, 'col')];
  if (rows === undefined || columns === undefined || givenRows === undefined || givenColumns === undefined)
    return undefined;
  if (givenRows >= rows && givenColumns >= columns) return undefined;
  const { start } = given;
  return rangeNode(start, start.moved(start.sheet ?? 0, columns, rows));
}

/**
 * Makes the sum range of a call as large as the tested range, as Excel takes it whatever size is
 * written: so the formula depends on all the cells it reads.
 */
export function extendSumRange(call: FunctionCall): void {
  const sum = extendedSum(call) ?? extendedLines(call);
  if (sum) call.args[2] = sum;
}
