import { CellError, ErrorType } from 'hyperformula';
import { readTextNumber } from '../../../workbook/number-format.ts';
import { compareTexts, type PlainValue } from '../excel-values.ts';
import { hasWildcards, wildcardPattern } from '../wildcards.ts';

/** Whether a cell meets a criterion. */
export type Criterion = (value: PlainValue) => boolean;

const comparisonPattern = /^(<>|<=|>=|=|<|>)?([^]*)$/;

const errorOfText: Readonly<Record<string, ErrorType>> = {
  '#DIV/0!': ErrorType.DIV_BY_ZERO,
  '#N/A': ErrorType.NA,
  '#NAME?': ErrorType.NAME,
  '#NUM!': ErrorType.NUM,
  '#REF!': ErrorType.REF,
  '#VALUE!': ErrorType.VALUE,
};

/** What each comparison asks of an order: negative, zero or positive. */
const orderTests = {
  '=': (order: number) => order === 0,
  '<>': (order: number) => order !== 0,
  '<': (order: number) => order < 0,
  '>': (order: number) => order > 0,
  '<=': (order: number) => order <= 0,
  '>=': (order: number) => order >= 0,
} as const;

type Comparison = keyof typeof orderTests;

function isComparison(text: string): text is Comparison {
  return Object.hasOwn(orderTests, text);
}

function holds(comparison: Comparison, order: number): boolean {
  return orderTests[comparison](order);
}

function numberCriterion(comparison: Comparison, wanted: number): Criterion {
  if (comparison === '=' || comparison === '<>') {
    const equal = comparison === '=';
    // Equality also sees a number in a text, order does not.
    return (value) =>
      (
        typeof value === 'number'
          ? value === wanted
          : typeof value === 'string' && value !== '' && readTextNumber(value) === wanted
      )
        ? equal
        : !equal;
  }
  return (value) => typeof value === 'number' && holds(comparison, value - wanted);
}

function textCriterion(comparison: Comparison, wanted: string): Criterion {
  if (comparison === '=' || comparison === '<>') {
    const equal = comparison === '=';
    const pattern = hasWildcards(wanted) ? wildcardPattern(wanted) : undefined;
    const matches = (value: string) =>
      pattern ? pattern.test(value) : value.length === wanted.length && compareTexts(value, wanted) === 0;
    return (value) => (typeof value === 'string' && matches(value) ? equal : !equal);
  }
  return (value) => typeof value === 'string' && holds(comparison, compareTexts(value, wanted));
}

/** What is read from the text of a criterion; many formulas have the same. */
interface ReadCriterion {
  readonly criterion: Criterion;
  /** The number or text that cells must be equal to; undefined for criteria of another kind. */
  readonly sought: number | string | undefined;
}

const readCriteria = new Map<string, ReadCriterion>();
const keptCriteria = 5000;

function readCriterion(given: string): ReadCriterion {
  const known = readCriteria.get(given);
  if (known) return known;
  const read = { criterion: criterionOfText(given), sought: soughtByText(given) };
  if (readCriteria.size >= keptCriteria) readCriteria.clear();
  readCriteria.set(given, read);
  return read;
}

/**
 * The test that SUMIF, COUNTIF and their kin make of a criterion: a value to be equal to, or a text
 * with a comparison before it. Numbers, dates, percentages and booleans in the text are read as
 * such; texts are compared without regard to case, with wildcards. `""` meets empty cells and empty
 * texts, `"="` only empty cells, `"<>"` all that are not empty; an empty criterion cell counts as 0.
 * Source: Microsoft, "COUNTIF function" and "SUMIF function".
 */
export function criterionOf(given: PlainValue): Criterion {
  return typeof given === 'string' ? readCriterion(given).criterion : criterionOfValue(given);
}

function criterionOfValue(given: Exclude<PlainValue, string>): Criterion {
  if (given instanceof CellError) return (value) => value instanceof CellError && value.type === given.type;
  if (given === null) return numberCriterion('=', 0);
  if (typeof given === 'number') return numberCriterion('=', given);
  return (value) => value === given;
}

/** A criterion's text as its comparison, if it has one, and what stands behind it. */
function partsOf(given: string): { operator: Comparison | undefined; rest: string } {
  const [, operator, rest = ''] = comparisonPattern.exec(given) ?? [];
  return { operator: operator !== undefined && isComparison(operator) ? operator : undefined, rest };
}

/** The number or text that cells must be equal to to meet a criterion; undefined for criteria of another kind. */
export function soughtValue(given: PlainValue): number | string | undefined {
  if (typeof given === 'string') return readCriterion(given).sought;
  return given === null ? 0 : typeof given === 'number' ? given : undefined;
}

function soughtByText(given: string): number | string | undefined {
  const { operator = '=', rest } = partsOf(given);
  if (operator !== '=' || rest === '' || hasWildcards(rest)) return undefined;
  const upper = rest.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE' || errorOfText[upper] !== undefined) return undefined;
  return readTextNumber(rest) ?? rest;
}

function criterionOfText(given: string): Criterion {
  const { operator, rest } = partsOf(given);
  const comparison = operator ?? '=';
  if (rest === '') {
    if (operator === undefined) return (value) => value === null || value === '';
    if (comparison === '=') return (value) => value === null;
    if (comparison === '<>') return (value) => value !== null;
    return () => false;
  }
  const number = readTextNumber(rest);
  if (number !== undefined) return numberCriterion(comparison, number);
  const upper = rest.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') {
    const wanted = upper === 'TRUE';
    if (comparison === '<>') return (value) => value !== wanted;
    return (value) => typeof value === 'boolean' && holds(comparison, Number(value) - Number(wanted));
  }
  const error = errorOfText[upper];
  if (error !== undefined) {
    const equal = comparison === '=';
    return (value) => (value instanceof CellError && value.type === error ? equal : !equal);
  }
  return textCriterion(comparison, rest);
}
