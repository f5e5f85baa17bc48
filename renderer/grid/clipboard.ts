import {
  columnLetters,
  maximumColumns,
  maximumRows,
  quoteSheet,
  type Range,
} from '../../shared/workbook/address.ts';
import type { Command } from '../../shared/workbook/command.ts';
import { isCellError, type CellContent } from '../../shared/workbook/document.ts';
import { readEntry } from '../../shared/workbook/entry.ts';
import { formatValue } from '../../shared/workbook/number-format.ts';
import { relocateContent } from '../../shared/workbook/relocate.ts';
import type { Session } from '../session.ts';
import { clipboardText, readClipboardText } from './clipboard-text.ts';

type CellWrite = Command['cells'][number];

/** What was last copied here, beside the text that other programs get. */
interface CopiedCells {
  readonly text: string;
  readonly sheet: string;
  readonly range: Range;
  readonly contents: readonly (readonly (CellContent | null)[])[];
  readonly cut: boolean;
}

export interface Pasted {
  readonly command: Command;
  /** The cells that were written, to be chosen afterwards. */
  readonly range: Range;
}

/**
 * Copy and paste. Other programs get the displayed text, tabs between cells; a paste of cells that
 * were copied here carries contents, formulas with their relative references moved along.
 */
export class CellClipboard {
  readonly #session: Session;
  #copied: CopiedCells | null = null;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Remembers the cells and gives the text for other programs. */
  copy(sheet: string, range: Range, cut: boolean): string {
    const mirror = this.#session.sheet(sheet);
    const rows = span(range.top, range.bottom);
    const columns = span(range.left, range.right);
    const text = clipboardText(
      rows.map((row) =>
        columns.map((column) => {
          const value = mirror.value(row, column);
          return isCellError(value)
            ? value.error
            : formatValue(value, this.#session.styleOf(mirror.cell(row, column))?.format).text;
        }),
      ),
    );
    const contents = rows.map((row) => columns.map((column) => mirror.cell(row, column)?.content ?? null));
    this.#copied = { text, sheet, range, contents, cut };
    return text;
  }

  /** The command that pastes the clipboard's text at the chosen cells; null when there is nothing to paste. */
  paste(text: string, sheet: string, into: Range): Pasted | null {
    const copied = this.#copied;
    if (copied && sameText(copied.text, text))
      return copied.cut ? this.#move(copied, sheet, into) : this.#pasteContents(copied, sheet, into);
    return this.#pasteText(text, sheet, into);
  }

  #pasteContents({ sheet: from, range: source, contents }: CopiedCells, sheet: string, into: Range): Pasted {
    const range = pasteRange(into, contents.length, contents[0]?.length ?? 0);
    const cells = cellsOf(range, sheet).map((cell): CellWrite => {
      const down = (cell.row - range.top) % contents.length;
      const right = (cell.column - range.left) % (contents[0]?.length ?? 1);
      const content = contents[down]?.[right] ?? null;
      return {
        ...cell,
        content: relocateContent(content, { row: source.top + down, column: source.left + right }, cell),
      };
    });
    return {
      command: {
        kind: 'setCells',
        label: `Paste ${rangeText(from, source)} into ${rangeText(sheet, range)}`,
        cells,
      },
      range,
    };
  }

  /** Cut and pasted: the contents move as they are and leave empty cells behind. */
  #move({ sheet: from, range: source, contents }: CopiedCells, sheet: string, into: Range): Pasted {
    const range = pasteRange(
      { ...into, bottom: into.top, right: into.left },
      contents.length,
      contents[0]?.length ?? 0,
    );
    const target = cellsOf(range, sheet).map((cell): CellWrite => ({
      ...cell,
      content: contents[cell.row - range.top]?.[cell.column - range.left] ?? null,
    }));
    const covered = (row: number, column: number) =>
      from === sheet &&
      row >= range.top &&
      row <= range.bottom &&
      column >= range.left &&
      column <= range.right;
    const left = cellsOf(source, from)
      .filter(({ row, column }) => !covered(row, column))
      .map((cell): CellWrite => ({ ...cell, content: null }));
    this.#copied = null;
    return {
      command: {
        kind: 'setCells',
        label: `Move ${rangeText(from, source)} to ${rangeText(sheet, range)}`,
        cells: [...left, ...target],
      },
      range,
    };
  }

  #pasteText(text: string, sheet: string, into: Range): Pasted | null {
    const rows = readClipboardText(text);
    const width = Math.max(...rows.map((row) => row.length));
    if (rows.length === 0 || width === 0 || text === '') return null;
    const range = pasteRange(into, rows.length, width);
    const mirror = this.#session.sheet(sheet);
    const cells = cellsOf(range, sheet).map((cell): CellWrite => {
      const entry = rows[(cell.row - range.top) % rows.length]?.[(cell.column - range.left) % width] ?? '';
      const format = this.#session.styleOf(mirror.cell(cell.row, cell.column))?.format;
      return { ...cell, content: readEntry(entry, { format }).content };
    });
    return { command: { kind: 'setCells', label: `Paste into ${rangeText(sheet, range)}`, cells }, range };
  }
}

/** The cells a paste fills: the chosen range where it holds the copied one a whole number of times, else one copy. */
export function pasteRange(into: Range, rows: number, columns: number): Range {
  const chosenRows = into.bottom - into.top + 1;
  const chosenColumns = into.right - into.left + 1;
  const fits = chosenRows % rows === 0 && chosenColumns % columns === 0;
  const height = fits ? chosenRows : rows;
  const width = fits ? chosenColumns : columns;
  return {
    top: into.top,
    left: into.left,
    bottom: Math.min(into.top + height, maximumRows) - 1,
    right: Math.min(into.left + width, maximumColumns) - 1,
  };
}

/** `Deals!A1:B3`, as labels of commands name cells. */
export function rangeText(sheet: string, { top, left, bottom, right }: Range): string {
  const first = `${columnLetters(left)}${top + 1}`;
  const last = `${columnLetters(right)}${bottom + 1}`;
  return `${quoteSheet(sheet)}!${first === last ? first : `${first}:${last}`}`;
}

/** Every cell of a range, row by row. */
export function cellsOf(
  { top, left, bottom, right }: Range,
  sheet: string,
): { sheet: string; row: number; column: number }[] {
  return span(top, bottom).flatMap((row) => span(left, right).map((column) => ({ sheet, row, column })));
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The system may change line ends and add one at the end. */
function sameText(one: string, other: string): boolean {
  const plain = (text: string) => text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  return plain(one) === plain(other);
}
