import { isPartError, type PartScalar, type PartValue } from '../engine/part-values.ts';
import { maximumFormulaLength } from './formula-limits.ts';
import { numberText } from './number-text.ts';

/**
 * A value as a formula holds it: a number, a text in quotes, TRUE, an error, `{1,2;3,4}` for several. An empty cell
 * is 0. Null where it is longer than a formula may be.
 */
export function partText(value: PartValue): string | null {
  if (!value.isArray || (value.height === 1 && value.width === 1))
    return withinLimit(scalarText(value.at(0, 0)));
  if (value.height * value.width > maximumFormulaLength) return null;
  const rows = Array.from({ length: value.height }, (_, row) =>
    Array.from({ length: value.width }, (__, column) => scalarText(value.at(row, column))).join(','),
  );
  return withinLimit(`{${rows.join(';')}}`);
}

function withinLimit(text: string): string | null {
  return text.length > maximumFormulaLength ? null : text;
}

function scalarText(value: PartScalar): string {
  if (value === null) return '0';
  if (isPartError(value)) return value.error;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return `"${value.replaceAll('"', '""')}"`;
}
