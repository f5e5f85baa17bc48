import { maximumColumns, maximumRows } from '../../shared/workbook/address.ts';
import type { CellContent, CellValue } from '../../shared/workbook/document.ts';
import type { EntryLocale } from '../../shared/workbook/entry-locale.ts';
import type { Block } from './block.ts';
import { cellAttributes, readHtmlCell, type HtmlCell } from './html-cell.ts';
import { cellLook } from './html-cell-look.ts';
import type { HtmlLook } from './html-look.ts';
import { readHtmlStyles, styledFormat, type HtmlStyles } from './html-styles.ts';
import { cellText } from './html-text.ts';
import { TableRows } from './table-rows.ts';

/** Characters of HTML that are read between two pauses. */
const sliceLength = 100_000;
const cellsPerStep = 500;

/**
 * Reads the table of a clipboard’s HTML, pausing after some cells. Null where there is none, or where
 * there is other text beside it, which a table could not hold.
 *
 * The HTML comes from anywhere. It is read by `DOMParser`, whose documents run no scripts and load
 * nothing, and only texts and a few attributes are taken from it.
 */
export function* htmlSteps(html: string, locale: EntryLocale | undefined): Generator<void, Block | null> {
  if (!/<table/i.test(html)) return null;
  const head = parsed(html.slice(0, firstRow(html)));
  const styles = readHtmlStyles(
    [...head.querySelectorAll('style')].map((sheet) => sheet.textContent).join('\n'),
  );
  const rows = new TableRows<HtmlCell>();
  for (const slice of tableSlices(html)) {
    const page = parsed(slice);
    if (hasOtherText(page.body)) return null;
    let read = 0;
    for (const row of ownRows(page)) {
      rows.begin();
      for (const cell of row.cells) {
        rows.add(htmlCell(cell, styles), cell.colSpan, cell.rowSpan);
        if (++read % cellsPerStep === 0) yield;
      }
      if (isPadding(row)) rows.drop();
      if (rows.columns > maximumColumns || rows.count > maximumRows) break;
    }
    yield;
  }
  if (rows.count === 0 || rows.columns === 0) return null;
  const marksNumbers = /<meta[^>]*content="(?:LibreOffice|OpenOffice)/i.test(html.slice(0, sliceLength));
  const isSpreadsheet =
    marksNumbers || /urn:schemas-microsoft-com:office:excel/i.test(html.slice(0, sliceLength));
  if (!isSpreadsheet)
    return {
      kind: 'texts',
      columns: rows.columns,
      rows: rows.all.map((row) => Array.from(row, (cell) => cell?.text ?? '')),
    };
  return yield* spreadsheetSteps(rows, { styles, marksNumbers, locale });
}

function* spreadsheetSteps(
  rows: TableRows<HtmlCell>,
  origin: {
    readonly styles: HtmlStyles;
    readonly marksNumbers: boolean;
    readonly locale: EntryLocale | undefined;
  },
): Generator<void, Block> {
  const contents: (CellContent | null)[][] = [];
  const values: CellValue[][] = [];
  const formats: (string | undefined)[][] = [];
  const looks: (HtmlLook | undefined)[][] = [];
  let read = 0;
  for (const row of rows.all) {
    const rowContents: (CellContent | null)[] = [];
    const rowValues: CellValue[] = [];
    const rowFormats: (string | undefined)[] = [];
    const rowLooks: (HtmlLook | undefined)[] = [];
    for (const cell of row) {
      const { content, value, format } = cell
        ? readHtmlCell(cell, origin)
        : { content: null, value: null, format: undefined };
      rowContents.push(content);
      rowValues.push(value);
      rowFormats.push(format);
      rowLooks.push(cell?.look);
      if (++read % cellsPerStep === 0) yield;
    }
    contents.push(rowContents);
    values.push(rowValues);
    formats.push(rowFormats);
    looks.push(rowLooks);
  }
  // References in the formulas count from the first cell of the table.
  return {
    kind: 'cells',
    origin: { row: 0, column: 0 },
    columns: rows.columns,
    contents,
    values,
    looks: { kind: 'formats', rows: formats, own: looks },
    notes: [],
  };
}

function parsed(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

function firstRow(html: string): number {
  const at = html.search(/<tr[\s>]/i);
  return at < 0 ? html.length : at;
}

/** The HTML in pieces of whole rows; in one piece where it is short or has several tables. */
function* tableSlices(html: string): Generator<string> {
  const tables = html.match(/<table[\s>]/gi)?.length ?? 0;
  if (tables !== 1 || html.length <= sliceLength) {
    yield html;
    return;
  }
  // What stands before the first row opens the table.
  let start = firstRow(html);
  let opening = html.slice(0, start);
  while (start < html.length) {
    const next = html.slice(start + sliceLength).search(/<tr[\s>]/i);
    const end = next < 0 ? html.length : start + sliceLength + next;
    yield opening + html.slice(start, end);
    opening = '<table>';
    start = end;
  }
}

/** Rows of tables that do not stand in another table. */
function* ownRows(page: Document): Generator<HTMLTableRowElement> {
  for (const table of page.querySelectorAll('table'))
    if (!table.parentElement?.closest('table')) yield* table.rows;
}

/** True where words stand outside the tables. */
function hasOtherText(body: HTMLElement): boolean {
  return [...body.childNodes].some((node) => {
    if (node instanceof HTMLElement)
      return (
        node.tagName !== 'TABLE' &&
        !isUnseen(node) &&
        (node.querySelector('table') ? hasOtherText(node) : /\S/.test(node.textContent))
      );
    return node.nodeType === Node.TEXT_NODE && /\S/.test(node.nodeValue ?? '');
  });
}

function isUnseen({ tagName }: HTMLElement): boolean {
  return tagName === 'STYLE' || tagName === 'SCRIPT' || tagName === 'TEMPLATE' || tagName === 'TITLE';
}

/** A hidden row without words, by which Excel keeps the widths of columns. */
function isPadding(row: HTMLTableRowElement): boolean {
  return /display:\s*none/i.test(row.getAttribute('style') ?? '') && !/\S/.test(row.textContent);
}

function htmlCell(cell: HTMLTableCellElement, styles: HtmlStyles): HtmlCell {
  const attributes: Partial<Record<(typeof cellAttributes)[number], string>> = {};
  if (cell.attributes.length > 0) {
    for (const name of cellAttributes) {
      const value = cell.getAttribute(name);
      if (value !== null) attributes[name] = value;
    }
  }
  const own = styledFormat(cell.getAttribute('style') ?? '');
  const byClass = cell.className === '' ? undefined : styles.formats.get(cell.className.trim());
  return {
    text: cellText(cell),
    attributes,
    format: own ?? byClass ?? styles.formats.get('td'),
    look: cellLook(cell, styles),
  };
}
