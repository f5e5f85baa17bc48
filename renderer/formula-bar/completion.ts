import type { FormulaWord } from '../session/formula-words.ts';

/** The words that fit what is being typed, and the part of the text they would take the place of. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly words: readonly FormulaWord[];
}

const mostWords = 8;
/** From how many letters on words are offered: one letter fits too many. */
const leastLetters = 2;

/**
 * Words for the beginning of a word before the text cursor: names first, then functions. Undefined
 * inside quoted text, after a sheet name, in the middle of a word, and where nothing fits.
 */
export function completionAt(
  text: string,
  caret: number,
  words: readonly FormulaWord[],
): Completion | undefined {
  if (!text.startsWith('=')) return undefined;
  const before = text.slice(0, caret);
  if (/^[\p{L}\p{N}_.(]/u.test(text.slice(caret))) return undefined;
  if (isInsideQuotes(before)) return undefined;
  const typed = /(?<![\p{L}\p{N}_.!$'])[\p{L}_][\p{L}\p{N}_.]*$/u.exec(before)?.[0];
  if (typed === undefined || typed.length < leastLetters) return undefined;
  const start = typed.toLowerCase();
  const fitting = words.filter(
    (word) => word.text.toLowerCase().startsWith(start) && word.text.length > start.length,
  );
  const ordered = [
    ...fitting.filter(({ kind }) => kind === 'name'),
    ...fitting.filter(({ kind }) => kind === 'function'),
  ];
  if (ordered.length === 0) return undefined;
  return { from: caret - typed.length, to: caret, words: ordered.slice(0, mostWords) };
}

/** The text with the word put in, and where the text cursor then stands: after a function's bracket. */
export function completed(
  text: string,
  { from, to }: Completion,
  word: FormulaWord,
): { readonly text: string; readonly caret: number } {
  const put = word.kind === 'function' ? `${word.text}(` : word.text;
  return { text: text.slice(0, from) + put + text.slice(to), caret: from + put.length };
}

function isInsideQuotes(text: string): boolean {
  let quote = '';
  for (const character of text) {
    if (quote === '') {
      if (character === '"' || character === "'") quote = character;
    } else if (character === quote) quote = '';
  }
  return quote !== '';
}
