import { isCellError, type CellError, type CellValue } from '../document.ts';
import type { Comparison } from '../comparison.ts';
import { formatValue } from '../number-format.ts';
import type { ComparedRule } from './validation.ts';

/** One of the choices that a list offers. */
export type Choice = Exclude<CellValue, CellError | null>;

/** What one cell may hold, with the formulas of its rule calculated. */
export type Allowed =
  | { readonly kind: 'anything' }
  /** `items` are the choices as a person has typed them, place by place; words are then alike only in the same case. */
  | {
      readonly kind: 'choices';
      readonly choices: readonly Choice[];
      readonly items: readonly string[] | null;
    }
  | {
      readonly kind: ComparedRule['kind'];
      readonly operator: Comparison;
      readonly first: number;
      readonly second: number;
    }
  /** A figure that the rule compares with is no number. */
  | { readonly kind: 'unknown'; readonly formula: string }
  /** A formula that gives TRUE or not, whatever the cell holds. */
  | { readonly kind: 'condition'; readonly formula: string; readonly holds: boolean };

/** Whether a cell may hold a value. An empty cell may be one in any case: whether it should is asked elsewhere. */
export function accepts(allowed: Allowed, value: CellValue): boolean {
  if (allowed.kind === 'anything' || value === null) return true;
  if (allowed.kind === 'condition') return allowed.holds;
  if (isCellError(value) || allowed.kind === 'unknown') return false;
  if (allowed.kind === 'choices') return isChoice(value, allowed.choices, allowed.items !== null);
  const figure = allowed.kind === 'textLength' ? lengthOf(value) : value;
  if (typeof figure !== 'number') return false;
  if (allowed.kind === 'whole' && !Number.isInteger(figure)) return false;
  if ((allowed.kind === 'date' || allowed.kind === 'time') && figure < 0) return false;
  return compares(figure, allowed.operator, allowed.first, allowed.second);
}

/** Whether a value is one of the choices. */
export function isChoice(value: CellValue, choices: readonly CellValue[], exactly = false): boolean {
  if (value === null || value === '') return true;
  if (isCellError(value)) return false;
  const comparable = (one: CellValue) => (typeof one === 'string' && !exactly ? one.toLowerCase() : one);
  const sought = comparable(value);
  return choices.some((choice) => comparable(choice) === sought);
}

function lengthOf(value: Choice): number {
  if (typeof value === 'boolean') return value ? 4 : 5;
  return typeof value === 'string' ? value.length : formatValue(value, undefined).text.length;
}

function compares(figure: number, operator: Comparison, first: number, second: number): boolean {
  switch (operator) {
    case 'between':
      return figure >= first && figure <= second;
    case 'notBetween':
      return figure < first || figure > second;
    case 'equal':
      return figure === first;
    case 'notEqual':
      return figure !== first;
    case 'greaterThan':
      return figure > first;
    case 'lessThan':
      return figure < first;
    case 'greaterThanOrEqual':
      return figure >= first;
    case 'lessThanOrEqual':
      return figure <= first;
    default:
      return operator satisfies never;
  }
}
