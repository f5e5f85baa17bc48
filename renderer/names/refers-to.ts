import { absoluteRangeText, parseReference } from '../../shared/workbook/address.ts';

/**
 * What a person types for what a name stands for, as a formula: a formula with its equals sign, cells without it, which
 * stay where they are, or a number, a truth value or a text in quotes. Null where it is none of these.
 */
export function typedMeaning(text: string, sheet: string): string | null {
  const typed = text.trim();
  if (typed.startsWith('=')) return typed.length > 1 ? typed : null;
  const reference = parseReference(typed);
  if (reference) return `=${absoluteRangeText(reference.sheet ?? sheet, reference.range)}`;
  const isConstant =
    /^(?:[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[-+]?[0-9]+)?%?|true|false|"(?:[^"]|"")*"|\{.+\})$/i;
  return isConstant.test(typed) ? `=${typed}` : null;
}
