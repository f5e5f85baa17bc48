import { quoteSheet } from '../../shared/workbook/address.ts';
import type { FormulaWord } from '../session/formula-words.ts';

/** The words that fit what is being typed, and the part of the text they would take the place of. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  /** How many letters of each word are typed already. */
  readonly typed: number;
  readonly words: readonly FormulaWord[];
}

/** `A:C` is a reference to columns, however the words begin that its letters could be. */
const endsWholeColumns = /(?<![\p{L}\p{N}_.])\$?[A-Za-z]{1,3}:[A-Za-z]{1,3}$/u;

const order: readonly FormulaWord['kind'][] = ['name', 'sheet', 'function'];

/**
 * Words for the beginning of a word before the text cursor: one that is all of it first, then names, sheets
 * and functions; of a quoted name sheets alone. Undefined inside quoted text, after a sheet name, in the
 * middle of a word, and where nothing fits.
 */
export function completionAt(
  text: string,
  caret: number,
  words: readonly FormulaWord[],
): Completion | undefined {
  if (!text.startsWith('=')) return undefined;
  const before = text.slice(0, caret);
  if (/^[\p{L}\p{N}_.(]/u.test(text.slice(caret))) return undefined;
  const quote = openQuote(before);
  if (quote?.sign === '"') return undefined;
  const typed = quote
    ? before.slice(quote.at + 1).replaceAll("''", "'")
    : /(?<![\p{L}\p{N}_.!$'])[\p{L}_][\p{L}\p{N}_.]*$/u.exec(before)?.[0];
  if (!typed || endsWholeColumns.test(before)) return undefined;
  const start = typed.toLowerCase();
  const fitting = words.filter(
    ({ kind, text: word }) => word.toLowerCase().startsWith(start) && (!quote || kind === 'sheet'),
  );
  if (fitting.length === 0) return undefined;
  const isWhole = ({ text: word }: FormulaWord) => word.length === start.length;
  const ordered = [true, false].flatMap((whole) =>
    order.flatMap((kind) => fitting.filter((word) => word.kind === kind && isWhole(word) === whole)),
  );
  return { from: quote?.at ?? caret - typed.length, to: caret, typed: typed.length, words: ordered };
}

/** The text with the word put in, and where the text cursor then stands: after a function's bracket or a sheet's mark. */
export function completed(
  text: string,
  { from, to }: Completion,
  word: FormulaWord,
): { readonly text: string; readonly caret: number } {
  const put = writtenForms[word.kind](word.text);
  return { text: text.slice(0, from) + put + text.slice(to), caret: from + put.length };
}

const writtenForms: Readonly<Record<FormulaWord['kind'], (text: string) => string>> = {
  name: (text) => text,
  sheet: (text) => `${quoteSheet(text)}!`,
  function: (text) => `${text}(`,
};

/** The quotation mark that is open at the end of a text, and its place; inside, a doubled one stands for itself. */
function openQuote(text: string): { readonly sign: string; readonly at: number } | undefined {
  let open: { readonly sign: string; readonly at: number } | undefined;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (!open) {
      if (sign === '"' || sign === "'") open = { sign, at };
    } else if (sign === open.sign) {
      if (text.charAt(at + 1) === sign) at++;
      else open = undefined;
    }
  }
  return open;
}
