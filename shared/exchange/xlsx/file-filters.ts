import { columnLetters } from '../../workbook/address.ts';
import type { CellStyle, Sheet } from '../../workbook/document.ts';
import type { FilterColumn } from '../../workbook/filter/sheet-filter.ts';
import { differenceOf, intersectionOf, spanAt, type LineSpans } from '../../workbook/line-spans.ts';
import { formatValue } from '../../workbook/number-format.ts';
import { readFilter, type FileFilter } from './read-filter.ts';
import { attribute } from './sheet-parts.ts';
import { textOf, type ZipParts } from './zip.ts';

/** The filters of the tables of a file that have criteria, by the names of the tables. */
export function filtersOfTables(parts: ZipParts): ReadonlyMap<string, FileFilter> {
  const filters = new Map<string, FileFilter>();
  for (const [part, bytes] of parts) {
    if (!/\/tables\/[^/]+\.xml$/i.test(part)) continue;
    const xml = textOf(bytes);
    const [tag = ''] = /<(?:\w+:)?table\s[^>]*>/.exec(xml) ?? [];
    const name = attribute(tag, 'displayName') ?? attribute(tag, 'name');
    const filter = readFilter(xml);
    if (name !== undefined && filter?.hasCriteria) filters.set(name, filter);
  }
  return filters;
}

/** The filter of a sheet: its own, or that of the first of its tables that has criteria. A sheet has one here. */
export function fileFilter(
  xml: string,
  tables: readonly { readonly name: string; readonly displayName?: string }[] | undefined,
  ofTables: ReadonlyMap<string, FileFilter>,
): FileFilter | undefined {
  const own = readFilter(xml);
  if (own) return own;
  const found = tables?.flatMap(({ name, displayName }) => ofTables.get(displayName ?? name) ?? []);
  return found?.[0];
}

/** The texts that a column shows in the rows that its filter lets be seen, as far as they are typed. */
function textsInSight(
  sheet: Sheet,
  { range: { top, bottom } }: FileFilter,
  column: number,
  hidden: LineSpans,
  styles: Readonly<Record<string, CellStyle>>,
): string[] {
  const texts = new Set<string>();
  for (let row = top + 1; row <= Math.min(bottom, sheet.rows.length - 1); row++) {
    const cell = sheet.rows[row]?.[column];
    if (typeof cell?.content !== 'number' || spanAt(hidden, row)) continue;
    texts.add(formatValue(cell.content, styles[cell.style ?? '']?.format).text);
  }
  return [...texts];
}

/**
 * A sheet with the filter that a file has on it, and a sentence for each criterion that has no place
 * here. Rows of its table that are hidden are hidden by the filter, if it has criteria.
 */
export function withFileFilter(
  sheet: Sheet,
  found: FileFilter | undefined,
  styles: Readonly<Record<string, CellStyle>>,
): { readonly sheet: Sheet; readonly warnings: readonly string[] } {
  if (!found) return { sheet, warnings: [] };
  const { range, hasCriteria, unread, withDates } = found;
  const { hiddenRows: all = [], ...rest } = sheet;
  const own = hasCriteria ? [{ first: range.top + 1, last: range.bottom }] : [];
  const hiddenRows = intersectionOf(all, own);
  const byHand = differenceOf(all, own);
  const columns = found.columns.map(({ column, criterion }): FilterColumn => {
    if (criterion.kind !== 'values' || !withDates.includes(column)) return { column, criterion };
    const dates = textsInSight(sheet, found, column, hiddenRows, styles);
    return { column, criterion: { ...criterion, texts: [...new Set([...criterion.texts, ...dates])] } };
  });
  return {
    sheet: {
      ...rest,
      ...(byHand.length > 0 && { hiddenRows: byHand }),
      filter: { range, columns, hiddenRows },
    },
    warnings: unread.map(
      (column) =>
        `The filter of column ${columnLetters(column)} of the sheet "${sheet.name}" is by something that has no place here, such as a colour; the rows that it hides stay hidden until the filter is applied again.`,
    ),
  };
}
