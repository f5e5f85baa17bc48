import type { CellValue } from '../document.ts';
import { type Comparison, comparisonWords, hasTwoEnds } from '../comparison.ts';
import { formatValue, isDateFormat } from '../number-format.ts';
import type { Allowed } from './allowed.ts';
import { type ComparedRule, type ValidationRule } from './validation.ts';

/** What the choices of a list are called, values by the number format of their cell. */
export function choiceWords(
  { choices, items }: Extract<Allowed, { kind: 'choices' }>,
  format: string | undefined,
): readonly string[] {
  return items ?? choices.map((choice) => formatValue(choice, format).text);
}

/** More choices than this are counted, not named. */
export const mostChoicesNamed = 12;

const kinds: Readonly<Record<ComparedRule['kind'], string>> = {
  whole: 'a whole number',
  decimal: 'a number',
  date: 'a date',
  time: 'a time',
  textLength: 'a text whose length is',
};

/** What a cell may hold as the end of a sentence, figures by the number format of the cell: `a whole number between 1 and 10`. */
export function allowedWords(allowed: Allowed, format: string | undefined): string {
  switch (allowed.kind) {
    case 'anything':
      return 'anything';
    case 'choices':
      return allowed.choices.length > mostChoicesNamed
        ? `one of ${allowed.choices.length} choices`
        : `one of its choices: ${choiceWords(allowed, format).join(', ')}`;
    case 'unknown':
      return `what compares with ${allowed.formula}, which gives no number now`;
    case 'condition':
      return conditionWords(allowed.formula);
    default: {
      const { kind, operator, first, second } = allowed;
      return comparedWords(kind, operator, endText(first, kind, format), endText(second, kind, format));
    }
  }
}

/** What a rule says as it is written, with its formulas. */
export function ruleWords(rule: ValidationRule, format: string | undefined): string {
  switch (rule.kind) {
    case 'any':
      return 'anything';
    case 'list':
      return typeof rule.source === 'string'
        ? `one of ${rule.source.slice(1)}`
        : `one of ${rule.source.join(', ')}`;
    case 'custom':
      return conditionWords(rule.formula);
    default: {
      const { kind, operator, first, second = first } = rule;
      const words = (end: number | string) =>
        typeof end === 'number' ? endText(end, kind, format) : end.slice(1);
      return comparedWords(kind, operator, words(first), words(second));
    }
  }
}

function conditionWords(formula: string): string {
  return `what makes ${formula} TRUE`;
}

function comparedWords(
  kind: ComparedRule['kind'],
  operator: Comparison,
  first: string,
  second: string,
): string {
  const ends = hasTwoEnds(operator) ? `${first} and ${second}` : first;
  return `${kinds[kind]} ${comparisonWords[operator]} ${ends}`;
}

/** A figure of a rule as a person reads it: by the format of its kind where that of the cell shows something else. */
function endText(end: number, kind: ComparedRule['kind'], format: string | undefined): string {
  const isDate = format !== undefined && isDateFormat(format);
  const wanted: Readonly<Record<ComparedRule['kind'], string | undefined>> = {
    whole: undefined,
    textLength: undefined,
    decimal: isDate ? undefined : format,
    date: isDate ? format : 'yyyy-mm-dd',
    time: isDate ? format : 'h:mm',
  };
  // Where the format has a sign for zero, a sentence still says 0.
  if (end === 0 && kind !== 'time') return '0';
  return formatValue(end satisfies CellValue, wanted[kind]).text;
}
