import { functionGuide, guideTo } from '../function-guide/index.ts';
import { unsupportedFunctions } from '../function-guide/unsupported.ts';
import { formulaTokens, type FormulaToken, isLocalName } from './formula-tokens.ts';
import { nearestWords } from './nearest-words.ts';

/*
 * What formulas may not use: functions that the guide does not have, and references that have no
 * place in a workbook of ours. All of it is refused by name where it is typed, and told by name where
 * it comes with a file; its cell then shows #NAME?, never a number.
 */

export type UnsupportedKind =
  /** A function of Excel. */
  | 'function'
  /** A function that Excel does not have either. */
  | 'unknown-function'
  /** Columns of a table, such as `Sales[Amount]`. */
  | 'table'
  | 'other-file'
  /** The same cells of several sheets, such as `North:South!A1`. */
  | 'several-sheets';

export interface Unsupported {
  readonly kind: UnsupportedKind;
  /** The thing by its name, functions in capitals. */
  readonly text: string;
}

/** Newer functions carry these in files. */
const filePrefix = /^(?:_XLFN\.|_XLWS\.|_XLUDF\.)+/;

/**
 * What of a formula cannot be calculated, each thing once and in the order of the text; mostly nothing.
 * `isName` knows the defined names, whatever their case: a range may begin with one, as in `start:North!B9`.
 */
export function unsupportedIn(
  formula: string,
  isName: (text: string) => boolean = () => false,
): Unsupported[] {
  const found = new Map<string, Unsupported>();
  const tokens = formulaTokens(formula);
  for (const [index, token] of tokens.entries()) {
    const unsupported = unsupportedAt(tokens, index, token, isName);
    if (unsupported && !found.has(unsupported.text)) found.set(unsupported.text, unsupported);
  }
  return [...found.values()];
}

function unsupportedAt(
  tokens: readonly FormulaToken[],
  index: number,
  { kind, text }: FormulaToken,
  isName: (text: string) => boolean,
): Unsupported | undefined {
  if (kind === 'function') {
    const name = text.toUpperCase();
    if (guideTo(name)) return undefined;
    return { kind: unsupportedFunctions.has(name) ? 'function' : 'unknown-function', text: name };
  }
  if (kind === 'table') return { kind: 'table', text };
  if (kind === 'cells' || kind === 'name' || kind === 'error') {
    const sheet = text.slice(0, text.lastIndexOf('!') + 1);
    if (/^(?:\[|'[^']*\[)/.test(sheet)) return { kind: 'other-file', text };
    return sheet.includes(':') ? { kind: 'several-sheets', text } : undefined;
  }
  if (kind !== 'sign' || text !== ':') return undefined;
  const [first, last] = [tokens[index - 1], tokens[index + 1]];
  if (!first || !last?.text.includes('!') || !/^[\p{L}\p{N}_.]+$/u.test(first.text)) return undefined;
  if (isName(first.text) || isLocalName(tokens, first.text)) return undefined;
  return { kind: 'several-sheets', text: `${first.text}:${last.text}` };
}

interface Words {
  /** What it is, as a sentence without its full stop. */
  readonly what: string;
  /** What to do instead. */
  readonly remedy: string;
}

const words: Readonly<Record<UnsupportedKind, (text: string) => Words>> = {
  function: (text) => ({
    what: `${text} is a function of Excel that Roundtrip cannot calculate`,
    remedy: unsupportedFunctions.get(text) ?? '',
  }),
  'unknown-function': (text) => {
    const names = functionGuide.map(({ name }) => name);
    const near = nearestWords(text.replace(filePrefix, ''), names);
    return {
      what: `${text} is no known function`,
      remedy:
        near.length > 0
          ? `Did you mean ${listed(near)}?`
          : 'Help > Functions lists the functions that formulas may use.',
    };
  },
  table: (text) => ({
    what: `${text} refers to a table by its columns, and Roundtrip has no tables`,
    remedy: 'Refer to the cells, such as B2:B40, or to a name for them.',
  }),
  'other-file': (text) => ({
    what: `${text} refers to another file, and Roundtrip reads one file at a time`,
    remedy: 'Put the figures into this workbook and refer to them here.',
  }),
  'several-sheets': (text) => ({
    what: `${text} refers to cells of several sheets at once`,
    remedy: 'Refer to the cell of each sheet, as in SUM(North!A1, South!A1).',
  }),
};

/** What something unsupported is, and what to do instead. */
export function unsupportedWords({ kind, text }: Unsupported): Words {
  return words[kind](text);
}

/** `A`, `A or B`, `A, B or C`. */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
