import type { Address } from '../workbook/address.ts';
import { isFormula, type CellRole, type DefinedName } from '../workbook/document.ts';
import { formatValue, isDateFormat } from '../workbook/number-format.ts';
import type { CellReader } from './cell-reader.ts';
import { unitOfFormat } from './format-unit.ts';

/** What a cell is called on its sheet. */
export interface CellLabels {
  /** The defined name of exactly this cell. */
  readonly name?: DefinedName;
  /** The words at the left of its row; empty where there are none. */
  readonly row: string;
  /** The words over its column; empty where there are none. */
  readonly column: string;
  readonly unit: string;
}

/** How far up and left words are looked for. */
const reach = 400;
/** Roles of texts that say something about a row without naming it. */
const besideTheName: ReadonlySet<CellRole | undefined> = new Set<CellRole>([
  'unit',
  'note',
  'source',
  'identifier',
  'header',
  'title',
  'subtitle',
]);
const rowNames: ReadonlySet<CellRole | undefined> = new Set<CellRole>(['label', 'total', 'section', 'check']);

/** The words for a cell: those of its row, those over its column, and its unit. */
export function cellLabels(reader: CellReader, address: Address): CellLabels {
  const { sheet, row, column } = address;
  const name = reader.names.find(
    ({ sheet: on, range }) =>
      on === sheet &&
      range.top === row &&
      range.bottom === row &&
      range.left === column &&
      range.right === column,
  );
  const heading = headingAbove(reader, address);
  return {
    ...(name && { name }),
    row: name?.label ?? rowWords(reader, address),
    column: heading?.text ?? '',
    unit: name?.unit || unitOf(reader, address, heading?.row),
  };
}

/** The text of a cell that heads others: words, or one of years or dates that follow each other along a row. Undefined for figures. */
export function headingOf(reader: CellReader, address: Address): string | undefined {
  const value = reader.value(address);
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (typeof value !== 'number') return undefined;
  const text = formatValue(value, formatAt(reader, address)).text;
  if (roleAt(reader, address) === 'header') return text;
  const { column } = address;
  const own = timeAt(reader, address);
  // The year stands over each of its quarters.
  const follows = [-1, 1].some((step) => {
    const other = timeAt(reader, { ...address, column: column + step });
    if (!own || own.isDate !== other?.isDate) return false;
    return own.isDate || other.value === own.value || other.value === own.value + step;
  });
  return follows ? text : undefined;
}

/** The date or year that a cell holds. */
function timeAt(
  reader: CellReader,
  address: Address,
): { readonly value: number; readonly isDate: boolean } | undefined {
  const value = address.column < 0 ? null : reader.value(address);
  if (typeof value !== 'number') return undefined;
  const format = formatAt(reader, address);
  if (format !== undefined && isDateFormat(format)) return { value, isDate: true };
  return Number.isInteger(value) && value >= 1900 && value <= 2100 ? { value, isDate: false } : undefined;
}

function formatAt(reader: CellReader, address: Address): string | undefined {
  return reader.styleOf(reader.cell(address))?.format;
}

function roleAt(reader: CellReader, address: Address): CellRole | undefined {
  return reader.styleOf(reader.cell(address))?.role;
}

function textAt(reader: CellReader, address: Address): string {
  const value = reader.value(address);
  return typeof value === 'string' ? value.trim() : '';
}

/** The name of the row where the sheet marks it, else the nearest text at the left. */
function rowWords(reader: CellReader, address: Address): string {
  const first = Math.max(0, address.column - reach);
  for (let column = first; column < address.column; column++) {
    const at = { ...address, column };
    if (rowNames.has(roleAt(reader, at)) && isName(textAt(reader, at))) return textAt(reader, at);
  }
  for (let column = address.column - 1; column >= first; column--) {
    const at = { ...address, column };
    const text = textAt(reader, at);
    if (!isName(text) || besideTheName.has(roleAt(reader, at)) || isFormula(reader.cell(at)?.content))
      continue;
    if (!isUnderUnits(reader, at)) return text;
  }
  return '';
}

/** A text of digits names nothing. */
function isName(text: string): boolean {
  return text !== '' && Number.isNaN(Number(text));
}

/** The heading over the column where the sheet marks it, else the nearest words, date or years above. */
function headingAbove(reader: CellReader, address: Address): { row: number; text: string } | undefined {
  const last = Math.max(0, address.row - reach);
  for (let row = address.row - 1; row >= last; row--) {
    const at = { ...address, row };
    const role = roleAt(reader, at);
    if (role === 'title') break;
    const text = role === 'header' ? headingOf(reader, at) : undefined;
    if (text !== undefined) return { row, text };
  }
  for (let row = address.row - 1; row >= last; row--) {
    const at = { ...address, row };
    const role = roleAt(reader, at);
    if (role === 'title' || role === 'subtitle' || role === 'section') return undefined;
    if (role === 'unit' || role === 'note') continue;
    const text = headingOf(reader, at);
    if (text !== undefined) return { row, text };
  }
  return undefined;
}

/** The unit under the heading, in the column of units, or that the number format shows. */
function unitOf(reader: CellReader, address: Address, headingRow: number | undefined): string {
  if (reader.cell(address)?.content == null) return '';
  for (let row = (headingRow ?? address.row) + 1; row < address.row && row <= (headingRow ?? 0) + 2; row++) {
    const at = { ...address, row };
    if (roleAt(reader, at) === 'unit' && textAt(reader, at) !== '') return textAt(reader, at);
  }
  for (let column = 0; column < address.column + reach; column++) {
    const at = { ...address, column };
    if (column !== address.column && roleAt(reader, at) === 'unit' && textAt(reader, at) !== '')
      return textAt(reader, at);
    const text = column < address.column ? textAt(reader, at) : '';
    if (text !== '' && isUnderUnits(reader, at)) return text;
  }
  return unitOfFormat(formatAt(reader, address));
}

/** True in a column that is headed Unit. */
function isUnderUnits(reader: CellReader, address: Address): boolean {
  for (let row = address.row - 1; row >= Math.max(0, address.row - reach); row--)
    if (/^units?$/i.test(textAt(reader, { ...address, row }))) return true;
  return false;
}
