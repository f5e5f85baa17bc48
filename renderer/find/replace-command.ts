import type { Address } from '../../shared/workbook/address.ts';
import type { SetCells } from '../../shared/workbook/command.ts';
import { textContent, type Cell } from '../../shared/workbook/document.ts';
import type { EntryLocale } from '../../shared/workbook/entry-locale.ts';
import { editText, readEntry, type Entry } from '../../shared/workbook/entry.ts';
import type { Session } from '../session.ts';
import { userLocale } from '../user-locale.ts';
import { contentText } from './find-matches.ts';
import { textSearch, type FindQuery, type TextSearch } from './find-query.ts';

/** Longest part of a text that the Undo menu repeats. */
const labelLength = 24;

/**
 * The command that replaces the text looked for in these cells, each as if its content had been
 * edited and entered; null where nothing would change.
 */
export function replaceCommand(
  session: Session,
  cells: readonly Address[],
  query: FindQuery,
  replacement: string,
): SetCells | null {
  const search = textSearch(query);
  const locale = userLocale();
  const written = cells.flatMap(({ sheet, row, column }) => {
    const cell = session.cell({ sheet, row, column });
    const format = session.styleOf(cell)?.format;
    const entry = replacedEntry(cell, format, locale, search, replacement);
    return entry.content === (cell?.content ?? null) ? [] : [{ sheet, row, column, ...entry }];
  });
  if (written.length === 0) return null;
  return {
    kind: 'setCells',
    label: `Replace ${shortened(query.text)} with ${shortened(replacement)} in ${cellCount(written.length)}`,
    cells: written,
  };
}

/** `1 cell` or `27 cells`. */
export function cellCount(count: number): string {
  return count === 1 ? '1 cell' : `${count} cells`;
}

function replacedEntry(
  cell: Cell | null,
  format: string | undefined,
  locale: EntryLocale,
  search: TextSearch,
  replacement: string,
): Entry {
  const content = cell?.content ?? null;
  const before = contentText(cell, format, locale);
  const after = search.replaceIn(before, replacement);
  // A text that an apostrophe keeps from being read as something else stays a text.
  const isMarked = editText(content, format, locale) !== before;
  if (isMarked && after !== '') return { content: textContent(after) };
  return readEntry(after, { format, content }, locale);
}

function shortened(text: string): string {
  return `“${text.length > labelLength ? `${text.slice(0, labelLength - 1)}…` : text}”`;
}
