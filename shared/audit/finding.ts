import type { Area } from '../workbook/address.ts';

/** What an audit looks for, the gravest first; findings come in this order. */
export const findingKinds = [
  'error',
  'circular',
  'broken-pattern',
  'number-as-text',
  'empty-reference',
  'typed-number',
  'unused-input',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** What a kind of finding is called where several stand under one heading. */
export const findingHeadings: Readonly<Record<FindingKind, string>> = {
  error: 'Errors',
  circular: 'Circular references',
  'broken-pattern': 'Breaks in a pattern',
  'number-as-text': 'Numbers stored as text',
  'empty-reference': 'References to empty cells',
  'typed-number': 'Numbers typed in formulas',
  'unused-input': 'Unused inputs',
};

/** Something in a workbook that a reviewer would ask about. */
export interface Finding {
  readonly kind: FindingKind;
  /** The cells it is about: those of a loop in its order, all others by sheet, row and column. */
  readonly cells: readonly Area[];
  /** What was found, a sentence or two. */
  readonly message: string;
  /** What a person can do, one sentence. */
  readonly remedy: string;
}
