import { CellError, SimpleRangeValue, type HyperFormula, type SimpleCellAddress } from 'hyperformula';
import type { Address } from '../workbook/address.ts';
import type { ErrorCode } from '../workbook/document.ts';
import { reasonOf } from './engine-reasons.ts';
import { plainValue } from './functions/excel-values.ts';
import { cellsOf } from './functions/ranges.ts';
import { evaluatedAt } from './internals/cells.ts';
import { originOf } from './internals/errors.ts';
import type { EngineScalar } from './internals/interpreter.ts';
import { unreadCells } from './internals/ranges.ts';

/** An error inside a formula. */
export interface PartError {
  readonly error: ErrorCode;
  /** What is wrong with which argument, as the end of a sentence; undefined where nothing is known but the kind. */
  readonly reason: string | undefined;
  /** The cell whose formula made it; undefined when this formula did. */
  readonly origin: Address | undefined;
}

/** Null is an empty cell. */
export type PartScalar = number | string | boolean | null | PartError;

/** What a part of a formula gives: one value, or rows of them, read only when asked for. */
export interface PartValue {
  readonly isArray: boolean;
  readonly height: number;
  readonly width: number;
  /** The value at a row and column counted from 0; null beyond the last. */
  at(row: number, column: number): PartScalar;
}

export function isPartError(value: PartScalar): value is PartError {
  return typeof value === 'object' && value !== null;
}

/** How the engine's own places and codes are told outside. */
export interface Wording {
  readonly codeOf: (error: CellError) => ErrorCode;
  readonly addressOf: (position: SimpleCellAddress) => Address;
}

export function partError(
  formulas: HyperFormula,
  error: CellError,
  { codeOf, addressOf }: Wording,
): PartError {
  const origin = originOf(formulas, error);
  return {
    error: codeOf(error),
    reason: reasonOf(error.message),
    origin: origin && addressOf(origin),
  };
}

/** What a formula, or a part of one, gives at a place; undefined when it does not read. Nothing is changed. */
export function partValue(
  formulas: HyperFormula,
  formula: string,
  place: SimpleCellAddress,
  wording: Wording,
): PartValue | undefined {
  const value = evaluatedAt(formulas, formula, place);
  if (value === undefined) return undefined;
  const scalar = (raw: EngineScalar, at: SimpleCellAddress | undefined): PartScalar => {
    const plain = plainValue(raw);
    if (!(plain instanceof CellError)) return plain;
    const error = partError(formulas, plain, wording);
    // Cells that the result of a formula fills do not tell which formula that is.
    return error.origin || !at ? error : { ...error, origin: wording.addressOf(at) };
  };
  if (!(value instanceof SimpleRangeValue)) {
    const single = scalar(value, undefined);
    return { isArray: false, height: 1, width: 1, at: (row, column) => (row + column === 0 ? single : null) };
  }
  const start = unreadCells(value)?.range.start;
  const cells = cellsOf(value);
  const { height, width } = cells;
  return {
    isArray: true,
    height,
    width,
    at: (row, column) => {
      if (row >= height || column >= width) return null;
      const cell = cells.at(row, column);
      return cell instanceof CellError
        ? scalar(cell, start && { ...start, row: start.row + row, col: start.col + column })
        : cell;
    },
  };
}
