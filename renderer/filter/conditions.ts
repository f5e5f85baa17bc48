import type { FilterCondition, FilterOperator } from '../../shared/workbook/filter/sheet-filter.ts';
import { editText, readEntry } from '../../shared/workbook/entry.ts';
import { isDateFormat } from '../../shared/workbook/number-format.ts';
import { plainText } from '../../shared/workbook/document.ts';
import { userLocale } from '../user-locale.ts';

/** How a person says what a cell is compared with. */
export interface Comparison {
  readonly id: string;
  readonly words: string;
  readonly operator: FilterOperator;
  /** What stands before and after the text that is looked for: wildcards. */
  readonly before: '' | '*';
  readonly after: '' | '*';
}

function comparison(
  id: string,
  words: string,
  operator: FilterOperator,
  before: '' | '*' = '',
  after: '' | '*' = '',
): Comparison {
  return { id, words, operator, before, after };
}

/** In the order of Excel's own list. */
const comparisons: readonly Comparison[] = [
  comparison('equals', 'equals', 'equal'),
  comparison('differs', 'does not equal', 'notEqual'),
  comparison('greater', 'is greater than', 'greaterThan'),
  comparison('least', 'is greater than or equal to', 'greaterThanOrEqual'),
  comparison('less', 'is less than', 'lessThan'),
  comparison('most', 'is less than or equal to', 'lessThanOrEqual'),
  comparison('begins', 'begins with', 'equal', '', '*'),
  comparison('beginsNot', 'does not begin with', 'notEqual', '', '*'),
  comparison('ends', 'ends with', 'equal', '*', ''),
  comparison('endsNot', 'does not end with', 'notEqual', '*', ''),
  comparison('contains', 'contains', 'equal', '*', '*'),
  comparison('containsNot', 'does not contain', 'notEqual', '*', '*'),
];

const dateWords: ReadonlyMap<string, string> = new Map([
  ['greater', 'is after'],
  ['least', 'is after or equal to'],
  ['less', 'is before'],
  ['most', 'is before or equal to'],
]);

/** The comparisons of a column of this number format, in Excel's words for it. */
export function comparisonsOf(format: string | undefined): readonly Comparison[] {
  if (format === undefined || !isDateFormat(format)) return comparisons;
  return comparisons.map((one) => ({ ...one, words: dateWords.get(one.id) ?? one.words }));
}

/** A condition as its fields show it. */
export interface ShownCondition {
  readonly comparison: string;
  readonly text: string;
}

/** The condition that the fields stand for; numbers and dates are read as if they were typed into a cell of this format. */
export function conditionOf(
  { comparison: id, text }: ShownCondition,
  format: string | undefined,
): FilterCondition | undefined {
  const found = comparisons.find((one) => one.id === id);
  if (!found) return undefined;
  const { operator, before, after } = found;
  // Only a cell that equals nothing or not is compared with nothing.
  if (text === '' && operator !== 'equal' && operator !== 'notEqual') return undefined;
  if (before !== '' || after !== '') return { operator, value: `${before}${text}${after}` };
  const { content } = readEntry(text, { format }, userLocale());
  return { operator, value: typeof content === 'number' ? content : text };
}

/** The fields of a condition. */
export function shownCondition(
  { operator, value }: FilterCondition,
  format: string | undefined,
): ShownCondition {
  const own = comparisons.filter((one) => one.operator === operator);
  if (typeof value === 'number')
    return { comparison: own[0]?.id ?? '', text: plainText(editText(value, format, userLocale())) };
  const [before, after] = [value.startsWith('*'), value.length > 1 && /(?:^|[^~])\*$/.test(value)];
  const inner = value.slice(before ? 1 : 0, after ? -1 : undefined);
  const isSimple = !/[*?]/.test(inner) && inner !== '';
  const found = isSimple
    ? own.find((one) => (one.before === '*') === before && (one.after === '*') === after)
    : undefined;
  return found ? { comparison: found.id, text: inner } : { comparison: own[0]?.id ?? '', text: value };
}
