import { numberText } from '../number-text.ts';
import { isPartError, type PartScalar, type PartValue } from '../../engine/part-values.ts';
import type { FormulaTree } from '../formula-tree.ts';
import type { FormulaParts, Scope } from './formula-parts.ts';

/** Characters of a part or a text that a sentence repeats. */
const longest = 60;

export function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** A value in a sentence: a number as it is, a text in quotes, `empty`. */
export function valueWords(value: PartScalar): string {
  if (value === null) return 'empty';
  if (isPartError(value)) return value.error;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value === '' ? 'an empty text' : `the text “${shortened(value)}”`;
}

/** What a part gives, in a sentence: `5`, `the text “abc”`, `3 × 1 values`. */
export function partValueWords(value: PartValue | undefined): string | undefined {
  if (value === undefined) return undefined;
  return value.isArray && (value.height > 1 || value.width > 1)
    ? sizeWords(value)
    : valueWords(value.at(0, 0));
}

/** `3 rows and 1 column`. */
export function sizeWords({ height, width }: { readonly height: number; readonly width: number }): string {
  const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
  return `${counted(height, 'row')} and ${counted(width, 'column')}`;
}

/** True for a number or a text that stands in the formula itself. */
export function isLiteral(node: FormulaTree): boolean {
  if (node.type === 'operation' && node.parts.length === 1 && /^[-+%]$/.test(node.sign))
    return node.parts.every(isLiteral);
  return node.type === 'number' || (node.type === 'other' && node.text.startsWith('"'));
}

/** A place in an array, counted from 0. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** What an array, or one value for all places, has at a place. */
export function valueAt(value: PartValue, { row, column }: Position): PartScalar {
  return value.at(value.height === 1 ? 0 : row, value.width === 1 ? 0 : column);
}

/** A part with its value, as a sentence: `B3 is 7`; `it is 7` where the part is the very value. */
export function isWords(
  parts: FormulaParts,
  node: FormulaTree,
  scope: Scope,
  at: Position,
): string | undefined {
  const value = parts.value(node, scope);
  if (!value) return undefined;
  const words = valueWords(valueAt(value, at));
  if (isLiteral(node)) return `it is ${words}`;
  const isSeveral = value.height * value.width > 1;
  return `${shortened(parts.text(node))} is ${words}${isSeveral ? ' there' : ''}`;
}
