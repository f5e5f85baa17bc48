import { columnLetters, columnNumber, quoteSheet } from '../address.ts';
import { formulaTokens, isLocalName, type FormulaToken } from '../formula-tokens.ts';
import type { Interval } from './line-change.ts';

/** What a reference covers on its sheet; whole columns name no rows, whole rows no columns. */
export interface Covered {
  readonly sheet: string;
  readonly rows?: Interval;
  readonly columns?: Interval;
}

/** What a change of the workbook does to what formulas refer to. */
export interface ReferenceMap {
  /** Where the cells of a reference are now, those of it that are left; null where there are none. */
  readonly area: (covered: Covered) => Covered | null;
  /** What a defined name is called now, as it stands in a formula on a sheet or after that sheet; null where its cells are gone. */
  readonly name: (name: string, sheet: string) => string | null;
}

const reference =
  /^((?:'(?:[^']|'')+'|[^'!]+)!)?(?:(\$?)([A-Za-z]{1,3})(?:(\$?)([0-9]+))?|(\$?)([0-9]+))(?::(?:(\$?)([A-Za-z]{1,3})(?:(\$?)([0-9]+))?|(\$?)([0-9]+)))?$/;

/** One end of a reference along an axis: its line, counted from 0, and the `$` before it. */
export interface End {
  readonly line: number;
  readonly fixed: string;
}

interface ParsedReference {
  /** As it is written, with its exclamation mark; empty for none. */
  readonly prefix: string;
  readonly rows?: readonly [End, End];
  readonly columns?: readonly [End, End];
  readonly isRange: boolean;
}

const nothingFixed = '';

/** Reads a reference as formulas write it, also one of whole rows or columns; undefined when it is none. */
export function parsedReference(text: string): ParsedReference | undefined {
  const match = reference.exec(text);
  if (!match) return undefined;
  const [
    ,
    prefix = '',
    c1f = '',
    c1,
    r1f = '',
    r1,
    wr1f = '',
    wr1,
    c2f = '',
    c2,
    r2f = '',
    r2,
    wr2f = '',
    wr2,
  ] = match;
  const isRange = text.slice(prefix.length).includes(':');
  const row = (digits: string, fixed: string): End => ({ line: Number(digits) - 1, fixed });
  const column = (letters: string, fixed: string): End => ({ line: columnNumber(letters), fixed });
  if (wr1 !== undefined)
    return wr2 === undefined ? undefined : { prefix, isRange, rows: [row(wr1, wr1f), row(wr2, wr2f)] };
  if (c1 === undefined) return undefined;
  const lastColumn = isRange ? c2 : c1;
  if (lastColumn === undefined) return undefined;
  const columns: [End, End] = [column(c1, c1f), column(lastColumn, isRange ? c2f : c1f)];
  const lastRow = isRange ? r2 : r1;
  if ((r1 === undefined) !== (lastRow === undefined)) return undefined;
  if (r1 === undefined || lastRow === undefined) return isRange ? { prefix, isRange, columns } : undefined;
  return { prefix, isRange, columns, rows: [row(r1, r1f), row(lastRow, isRange ? r2f : r1f)] };
}

function intervalOf([one, other]: readonly [End, End]): Interval {
  return { first: Math.min(one.line, other.line), last: Math.max(one.line, other.line) };
}

/** The ends on their new lines, the one that was first still first. */
function onLines([one, other]: readonly [End, End], { first, last }: Interval): [End, End] {
  return one.line <= other.line
    ? [
        { ...one, line: first },
        { ...other, line: last },
      ]
    : [
        { ...one, line: last },
        { ...other, line: first },
      ];
}

/** The sheet that the beginning of a reference names, which ends with an exclamation mark. */
export function sheetOfPrefix(prefix: string): string {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

function writtenEnd(index: 0 | 1, rows?: readonly [End, End], columns?: readonly [End, End]): string {
  const column = columns ? `${columns[index].fixed}${columnLetters(columns[index].line)}` : nothingFixed;
  const row = rows ? `${rows[index].fixed}${rows[index].line + 1}` : nothingFixed;
  return column + row;
}

function followed(text: string, from: string, to: string, { area }: ReferenceMap): string {
  const found = parsedReference(text);
  if (!found) return text;
  const { prefix, rows, columns, isRange } = found;
  const sheet = prefix === '' ? from : sheetOfPrefix(prefix);
  const covered: Covered = {
    sheet,
    ...(rows && { rows: intervalOf(rows) }),
    ...(columns && { columns: intervalOf(columns) }),
  };
  const moved = area(covered);
  if (moved === null) return '#REF!';
  const isSameSheet = moved.sheet.toLowerCase() === sheet.toLowerCase();
  const newPrefix =
    prefix === ''
      ? moved.sheet.toLowerCase() === to.toLowerCase()
        ? ''
        : `${quoteSheet(moved.sheet)}!`
      : isSameSheet
        ? prefix
        : `${quoteSheet(moved.sheet)}!`;
  const newRows = rows && moved.rows ? onLines(rows, moved.rows) : rows;
  const newColumns = columns && moved.columns ? onLines(columns, moved.columns) : columns;
  const first = writtenEnd(0, newRows, newColumns);
  return `${newPrefix}${isRange ? `${first}:${writtenEnd(1, newRows, newColumns)}` : first}`;
}

/**
 * The formula of a cell as it reads after a change of the workbook: references and names stand for
 * the cells that they stood for. `from` and `to` are the sheets of the cell before and after. Written
 * as it was where nothing changes.
 */
export function followFormula(formula: string, from: string, to: string, map: ReferenceMap): string {
  const tokens = formulaTokens(formula);
  let written = '=';
  let changed = false;
  for (const token of tokens) {
    const text = followedToken(token, tokens, from, to, map);
    if (text !== token.text) changed = true;
    written += text;
  }
  return changed ? written : formula;
}

function followedToken(
  { kind, text }: FormulaToken,
  tokens: readonly FormulaToken[],
  from: string,
  to: string,
  map: ReferenceMap,
): string {
  if (kind === 'cells') return followed(text, from, to, map);
  if (kind !== 'name') return text;
  const split = text.lastIndexOf('!') + 1;
  const name = text.slice(split);
  if (isLocalName(tokens, name)) return text;
  if (split === 0) {
    const own = map.name(name, from);
    return own === name ? text : (own ?? '#REF!');
  }
  const before = sheetOfPrefix(text.slice(0, split));
  const now = map.name(name, before);
  const sheet = map.area({ sheet: before })?.sheet;
  if (now === null || sheet === undefined) return '#REF!';
  return now === name && sheet === before ? text : `${quoteSheet(sheet)}!${now}`;
}
