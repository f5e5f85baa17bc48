import { columnLetters, parseReference, quoteSheet, type Range } from '../../workbook/address.ts';
import { unescapedText } from './xlsx-text.ts';

/*
 * The tables of a file. We have none: where a formula refers to a table by its columns, as
 * `Sales[Amount]`, it gets the cells that the table has in the file.
 */

/** A table as the file library gives it. */
export interface FileTable {
  readonly name: string;
  readonly displayName?: string;
  readonly range?: string;
  readonly columns: readonly { readonly name: string }[];
  readonly showTotalRow?: boolean;
}

interface Table {
  readonly name: string;
  readonly sheet: string;
  readonly range: Range;
  readonly columns: readonly string[];
  readonly hasTotals: boolean;
}

interface Position {
  readonly row: number;
  readonly column: number;
}

/** An apostrophe stands before a sign that would mean something else. */
const inBrackets = String.raw`(?:'.|[^[\]'])*`;
const reference = new RegExp(
  String.raw`"(?:[^"]|"")*"|'(?:[^']|'')*'!|(?<![\p{L}\p{N}_.\\!])(?<name>[\p{L}_\\][\p{L}\p{N}_.\\]*)\[(?<inside>(?:'.|[^[\]']|\[${inBrackets}\])*)\]|(?<![\p{L}\p{N}_.\\!$#])(?<bare>[\p{L}_\\][\p{L}\p{N}_.\\]*)(?![\p{L}\p{N}_.\\!(\[])`,
  'gsu',
);
const part = new RegExp(String.raw`\[(?<text>${inBrackets})\]\s*(?<sign>[,:]?)\s*`, 'gsy');

/** The tables of one file. */
export class FileTables {
  readonly #tables = new Map<string, Table>();
  readonly #used = new Set<string>();

  /** Takes the tables of a sheet; those of `withoutHeaders` have no row of headings. */
  add(sheet: string, tables: readonly FileTable[], withoutHeaders: ReadonlySet<string>): void {
    for (const { name, displayName = name, range: text, columns, showTotalRow } of tables) {
      const range = text === undefined ? undefined : parseReference(text)?.range;
      if (!range || withoutHeaders.has(displayName)) continue;
      this.#tables.set(displayName.toLowerCase(), {
        name: displayName,
        sheet,
        range,
        columns: columns.map((column) => unescapedText(column.name).toLowerCase()),
        hasTotals: showTotalRow === true,
      });
    }
  }

  /** The formula of a cell with cells in place of what it takes from tables; a reference that does not read stays. */
  inPlace(formula: string, sheet: string, at: Position): string {
    if (this.#tables.size === 0) return formula;
    const edits: { readonly start: number; readonly length: number; readonly cells: string }[] = [];
    const add = (name: string, inside: string, start: number, length: number) => {
      const table = this.#tables.get(name.toLowerCase());
      const cells = table && tableCells(table, inside, sheet, at);
      if (!table || !cells) return;
      this.#used.add(table.name);
      edits.push({ start, length, cells });
    };
    for (const { index, 0: text, groups } of formula.matchAll(reference)) {
      const { name, inside } = groups ?? {};
      if (name !== undefined && inside !== undefined) add(name, inside, index, text.length);
      else if (groups?.['bare'] !== undefined) add(text, '', index, text.length);
    }
    let result = formula;
    // From the end, so that the places before stay where they are.
    for (const { start, length, cells } of edits.toReversed())
      result = result.slice(0, start) + cells + result.slice(start + length);
    return result;
  }

  /** What became of the tables, once all formulas have been read. */
  sentences(): string[] {
    return this.#used.size === 0
      ? []
      : [
          `Formulas that refer to tables by their columns now hold the cells that these have: ${[...this.#used].join(', ')}.`,
        ];
  }
}

/** The cells that `Name[inside]` stands for in a formula on the sheet; null when that does not read. */
function tableCells(table: Table, inside: string, sheet: string, at: Position): string | null {
  const words = insideWords(inside);
  const columns = words && columnsOf(table, words.columns);
  const rows = words && rowsOf(table, words.items, at);
  if (!columns || !rows) return null;
  if (rows === 'none') return '#REF!';
  if (rows === 'no own row') return '#VALUE!';
  const [left, right] = columns;
  const place = table.sheet === sheet ? '' : `${quoteSheet(table.sheet)}!`;
  const corner = (row: number, column: number) =>
    `$${columnLetters(column)}${rows.isOwn ? '' : '$'}${row + 1}`;
  const [first, last] = [corner(rows.top, left), corner(rows.bottom, right)];
  return first === last ? `${place}${first}` : `${place}${first}:${last}`;
}

/** What stands in the brackets: items such as `#Totals`, and a column or the first and last of several. */
function insideWords(inside: string): { readonly items: string[]; readonly columns: string[] } | null {
  const texts: string[] = [];
  if (inside.trimStart().startsWith('[')) {
    const list = inside.trim();
    part.lastIndex = 0;
    while (part.lastIndex < list.length) {
      const found = part.exec(list);
      if (!found?.groups) return null;
      texts.push(found.groups['text'] ?? '');
    }
  } else if (inside.trim() !== '') texts.push(inside);
  const items = texts.filter((text) => text.startsWith('#')).map((text) => text.toLowerCase());
  const columns = texts.filter((text) => !text.startsWith('#'));
  return columns.length > 2
    ? null
    : { items, columns: columns.map((text) => text.replaceAll(/'(.)/gs, '$1').toLowerCase()) };
}

function columnsOf({ range, columns }: Table, names: readonly string[]): [number, number] | null {
  if (names.length === 0) return [range.left, range.right];
  const places = names.map((name) => columns.indexOf(name));
  if (places.includes(-1)) return null;
  return [range.left + Math.min(...places), range.left + Math.max(...places)];
}

interface Rows {
  readonly top: number;
  readonly bottom: number;
  /** True for the row of the formula itself. */
  readonly isOwn: boolean;
}

function rowsOf(
  { range, hasTotals }: Table,
  items: readonly string[],
  at: Position,
): Rows | 'none' | 'no own row' | null {
  const data = { top: range.top + 1, bottom: range.bottom - (hasTotals ? 1 : 0), isOwn: false };
  const parts: Rows[] = [];
  for (const item of items.length === 0 ? ['#data'] : items) {
    switch (item) {
      case '#all':
        parts.push({ top: range.top, bottom: range.bottom, isOwn: false });
        break;
      case '#data':
        parts.push(data);
        break;
      case '#headers':
        parts.push({ top: range.top, bottom: range.top, isOwn: false });
        break;
      case '#totals':
        if (!hasTotals) return 'none';
        parts.push({ top: range.bottom, bottom: range.bottom, isOwn: false });
        break;
      case '#this row':
        if (at.row < data.top || at.row > data.bottom) return 'no own row';
        parts.push({ top: at.row, bottom: at.row, isOwn: true });
        break;
      default:
        return null;
    }
  }
  return {
    top: Math.min(...parts.map(({ top }) => top)),
    bottom: Math.max(...parts.map(({ bottom }) => bottom)),
    isOwn: parts.every(({ isOwn }) => isOwn),
  };
}
