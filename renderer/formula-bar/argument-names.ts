import type { FormulaWord } from '../session/formula-words.ts';

/** The names of a call's arguments, to be put in at the text cursor, and how much of them is the first one. */
interface ArgumentNames {
  readonly text: string;
  /** Where in `text` the first name begins, and its length. */
  readonly first: { readonly at: number; readonly length: number };
}

/**
 * What Ctrl+Shift+A puts behind the name of a function, or behind the bracket after it: the names of its arguments,
 * up to the closing bracket. Undefined elsewhere, and for an unknown function.
 */
export function argumentNames(
  text: string,
  caret: number,
  words: readonly FormulaWord[],
): ArgumentNames | undefined {
  if (!text.startsWith('=')) return undefined;
  const [, name = '', bracket = ''] = /([\p{L}_][\p{L}\p{N}_.]*)(\(?)$/u.exec(text.slice(0, caret)) ?? [];
  const word = words.find((one) => one.kind === 'function' && one.text === name.toUpperCase());
  if (word?.kind !== 'function') return undefined;
  const names = word.guide.arguments.map((argument) => argument.name);
  const opening = bracket === '' ? '(' : '';
  return {
    text: `${opening}${names.join(',')})`,
    first: { at: opening.length, length: names[0]?.length ?? 0 },
  };
}
