import { CellError, EmptyValue, ErrorType, SimpleRangeValue } from 'hyperformula';
import { maximumTextLength } from '../../workbook/document.ts';
import { calendarDay } from '../../workbook/excel-date.ts';
import { readTextNumber } from '../../workbook/number-format.ts';
import { compareNumbers, numberText } from '../../workbook/number-text.ts';
import { emptyArrayError } from '../internals/errors.ts';
import { rulesOf, type EngineScalar, type Interpreter } from '../internals/interpreter.ts';

/** A value with numbers as plain numbers; null is an empty cell. */
export type PlainValue = number | string | boolean | null | CellError;

/*
 * Excel's errors. The reason says what is wrong with which argument, by its name in Excel's help and
 * as the end of a sentence: `basis must be 0, 1, 2, 3 or 4`. A person reads it beside the cell.
 */
export const notAvailable = (reason?: string): CellError => new CellError(ErrorType.NA, reason);
export const notANumber = (reason?: string): CellError => new CellError(ErrorType.NUM, reason);
export const wrongValue = (reason?: string): CellError => new CellError(ErrorType.VALUE, reason);
export const wrongReference = (reason?: string): CellError => new CellError(ErrorType.REF, reason);
export const divisionByZero = (reason?: string): CellError => new CellError(ErrorType.DIV_BY_ZERO, reason);
/** Of an array without values. */
export const nothingLeft = (reason = 'the array has no values'): CellError =>
  new CellError(emptyArrayError, reason);

/** The engine marks some numbers as dates, times, money or percentages; Excel's values know only numbers. */
export function plainValue(value: EngineScalar): PlainValue {
  if (value === EmptyValue) return null;
  if (typeof value === 'object' && !(value instanceof CellError)) return value.val;
  return value;
}

/** The number a value stands for where a formula needs one, by Excel's rules; text that is no number is `#VALUE!`. */
export function toNumber(value: PlainValue): number | CellError {
  if (typeof value === 'number' || value instanceof CellError) return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return readTextNumber(value) ?? wrongValue();
}

/** The text a value stands for where a formula needs one. */
export function toText(value: PlainValue): string | CellError {
  if (typeof value === 'string' || value instanceof CellError) return value;
  if (value === null) return '';
  return typeof value === 'number' ? numberText(value) : value ? 'TRUE' : 'FALSE';
}

export const textTooLong = (): CellError =>
  wrongValue(`the text would be longer than ${maximumTextLength} characters`);

/** The text, or `#VALUE!` where it is too long. */
export function withinLimit(text: string): string | CellError {
  return text.length > maximumTextLength ? textTooLong() : text;
}

/** Excel's order of kinds: numbers, then texts, then booleans. */
function kindOrder(value: number | string | boolean): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

const textOrder = new Intl.Collator('en-US', { sensitivity: 'accent' });

/** Below, equal or above as Excel compares texts: letter case does not count, accents do. */
export function compareTexts(left: string, right: string): number {
  return left === right ? 0 : textOrder.compare(left, right);
}

/**
 * Below, equal or above (negative, 0, positive) as Excel's comparison operators see two values that
 * are no errors: by kind first, then within it; an empty cell is what the other value would be when
 * empty. Source: Microsoft, "Calculation operators and precedence in Excel"; LibreOffice 7.4.
 */
export function compareValues(
  left: Exclude<PlainValue, CellError>,
  right: Exclude<PlainValue, CellError>,
): number {
  const first = left ?? emptyLike(right);
  const second = right ?? emptyLike(left);
  if (typeof first === 'number' && typeof second === 'number') return compareNumbers(first, second);
  if (typeof first === 'string' && typeof second === 'string') return compareTexts(first, second);
  if (typeof first === 'boolean' && typeof second === 'boolean') return Number(first) - Number(second);
  return kindOrder(first) - kindOrder(second);
}

function emptyLike(other: Exclude<PlainValue, CellError>): number | string | boolean {
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}

const adjusted = new WeakSet<object>();

/**
 * Gives an interpreter Excel's operators: comparisons by kind and at 15 digits, numbers in texts
 * with 15 digits, numbers read from texts as Excel reads them (`""` is no number), 0^0 an error,
 * and its calendar.
 * HyperFormula has no setting for these, so its interpreter's own functions are replaced; the
 * tests of the operators fail when a new version names them otherwise.
 */
export function useExcelOperators(interpreter: Interpreter): void {
  if (adjusted.has(interpreter)) return;
  adjusted.add(interpreter);
  const rules = rulesOf(interpreter);
  rules.concatOp = (left, right) => {
    const first = toText(plainValue(left));
    if (first instanceof CellError) return first;
    const second = toText(plainValue(right));
    return second instanceof CellError ? second : withinLimit(first + second);
  };
  // HyperFormula gives one error for an array and an error; Excel gives it for each cell, so that IFERROR and ISERROR see all of them.
  const binaryRangeWrapper = rules.binaryRangeWrapper.bind(rules);
  rules.binaryRangeWrapper = (operator, left, right, state) => {
    if (left instanceof CellError && right instanceof SimpleRangeValue) return inEachCell(right, () => left);
    if (right instanceof CellError && left instanceof SimpleRangeValue)
      return inEachCell(left, (cell) => (cell instanceof CellError ? cell : right));
    return binaryRangeWrapper(operator, left, right, state);
  };
  const { arithmeticHelper, dateTimeHelper } = rules;
  arithmeticHelper.compare = (left, right) => compareValues(plainOrThrow(left), plainOrThrow(right));
  arithmeticHelper.pow = (left, right) => power(Number(plainValue(left)), Number(plainValue(right)));
  // HyperFormula 3.5 takes 31 December of some years for a day of the next: its own date functions need our calendar.
  const numberToSimpleDate = dateTimeHelper.numberToSimpleDate.bind(dateTimeHelper);
  dateTimeHelper.numberToSimpleDate = (serial) => calendarDay(serial) ?? numberToSimpleDate(serial);
  const coerceToMaybeNumber = arithmeticHelper.coerceToMaybeNumber.bind(arithmeticHelper);
  arithmeticHelper.coerceToMaybeNumber = (value) =>
    typeof value === 'string' ? readTextNumber(value) : coerceToMaybeNumber(value);
  // HyperFormula 3.5 throws where a range is exactly an array that is an error; its cells hold that error.
  const graph = rules.dependencyGraph;
  const getArray = graph.getArray.bind(graph);
  graph.getArray = (range) => {
    const found = getArray(range);
    return found?.array.error === undefined ? found : undefined;
  };
}

function inEachCell(
  { data }: SimpleRangeValue,
  result: (cell: EngineScalar) => EngineScalar,
): SimpleRangeValue {
  return SimpleRangeValue.onlyValues(data.map((row) => row.map(result)));
}

function plainOrThrow(value: EngineScalar): Exclude<PlainValue, CellError> {
  const plain = plainValue(value);
  if (plain instanceof CellError) throw new Error(`The engine compared the error ${plain.type}`);
  return plain;
}

/** The smallest number that Excel knows; what is nearer to zero is 0. */
const smallestNumber = 2 ** -1022;

/** Whether an exponent asks for an odd root, as 1/3 does. */
function isOddRoot(exponent: number): boolean {
  const root = Math.round(1 / exponent);
  return root % 2 !== 0 && Math.abs(exponent * root - 1) <= 2 ** -48;
}

/**
 * Excel's `^` and POWER: 0^0 is `#NUM!`, 0 to a negative power `#DIV/0!`, also where it is 0 only
 * because numbers end there. Of the broken powers of a negative number there are the odd roots.
 */
export function power(base: number, exponent: number): number | CellError {
  if (base === 0 && exponent <= 0) return exponent === 0 ? notANumber() : divisionByZero();
  const result = base < 0 && isOddRoot(exponent) ? -((-base) ** exponent) : base ** exponent;
  if (Number.isNaN(result)) return notANumber('a negative number has only whole powers and odd roots');
  if (!Number.isFinite(result)) return exponent < 0 ? divisionByZero() : notANumber();
  return Math.abs(result) < smallestNumber ? 0 : result;
}
