import { parseReference } from './address.ts';

export type TokenKind =
  | 'text'
  | 'error'
  | 'cells'
  | 'table'
  | 'function'
  | 'name'
  | 'number'
  | 'constant'
  | 'space'
  | 'sign';

export interface FormulaToken {
  readonly kind: TokenKind;
  readonly text: string;
  /** Where it begins in the formula. */
  readonly start: number;
}

const text = String.raw`"(?:[^"]|"")*"`;
/** A sheet, also of another file, with its exclamation mark. */
const sheet = String.raw`(?:'(?:[^']|'')+'!|(?:\[[^\]]*\])?[\p{L}\p{N}_.]+!|\[[^\]]*\]!)?`;
const cell = String.raw`\$?[A-Za-z]{1,3}\$?[0-9]{1,7}`;
const column = String.raw`\$?[A-Za-z]{1,3}`;
const row = String.raw`\$?[0-9]{1,7}`;
const noWordGoesOn = String.raw`(?![\p{L}\p{N}_.(!\[])`;

const token = new RegExp(
  [
    `(?<text>${text})`,
    String.raw`(?<error>${sheet}#[A-Z][A-Z0-9/_]*[!?]?)`,
    `(?<cells>${sheet}(?:${cell}:${cell}|${column}:${column}|${row}:${row}|${cell})${noWordGoesOn})`,
    String.raw`(?<table>[\p{L}_\\]?[\p{L}\p{N}_.\\]*\[(?:[^[\]]|\[[^\]]*\])*\](?![\p{L}\p{N}_.!]))`,
    String.raw`(?<function>[\p{L}_\\][\p{L}\p{N}_.\\]*(?=\s*\())`,
    String.raw`(?<name>${sheet}[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*)`,
    String.raw`(?<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)`,
    String.raw`(?<constant>\{(?:${text}|[^{}"])*\})`,
    String.raw`(?<space>\s+)`,
    '(?<sign><>|<=|>=|.)',
  ].join('|'),
  'gsu',
);

const kinds: readonly TokenKind[] = [
  'text',
  'error',
  'cells',
  'table',
  'function',
  'name',
  'number',
  'constant',
  'space',
  'sign',
];

/** The pieces of a formula that begins with an equals sign, which is left out. Every formula has some, also one that does not read. */
export function formulaTokens(formula: string): FormulaToken[] {
  return [...formula.slice(1).matchAll(token)].map((match) => {
    const [word] = match;
    const kind = kinds.find((each) => match.groups?.[each] !== undefined) ?? 'sign';
    const start = match.index + 1;
    return { kind: kind === 'cells' && isBeyondSheet(word) ? 'name' : kind, text: word, start };
  });
}

const likelyBeyond = /[A-Za-z]{3}\$?[0-9]|[0-9]{7}/;
const singleCell = /^(?:.*!)?([A-Za-z]{1,3}[0-9]{1,7})$/s;

/** Whether a word that reads like a cell lies beyond Excel's last row or column: then it is a name, as XFE1 is. */
function isBeyondSheet(word: string): boolean {
  if (!likelyBeyond.test(word)) return false;
  const place = singleCell.exec(word)?.[1];
  return place !== undefined && parseReference(place) === undefined;
}

/** Whether LET may give this name to a value in the formula. */
export function isLocalName(tokens: readonly FormulaToken[], name: string): boolean {
  const words = tokens.filter(({ kind }) => kind !== 'space');
  return (
    words.some((word) => word.kind === 'function' && word.text.toUpperCase() === 'LET') &&
    words.some(
      (word, index) =>
        word.text.toLowerCase() === name.toLowerCase() &&
        /^[(,]$/.test(words[index - 1]?.text ?? '') &&
        words[index + 1]?.text === ',',
    )
  );
}
