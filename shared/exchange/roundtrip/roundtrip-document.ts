import { addressText, maximumColumns, maximumRows, parseReference } from '../../workbook/address.ts';
import {
  isFormula,
  type Cell,
  type CellStyle,
  type DefinedName,
  type Sheet,
  type WorkbookDocument,
} from '../../workbook/document.ts';
import { definedNameFault } from '../defined-name.ts';
import type { RoundtripFile, StoredCell } from './roundtrip-schema.ts';
import { sheetNameFault } from '../sheet-name.ts';

/** Excel's limit on the length of a formula, in characters. */
const maximumFormulaLength = 8192;

/** Empty cells count too: a few bytes can stand for millions of them. */
const maximumCells = 10_000_000;

/** Where a file of the right shape contradicts itself, and how. */
export interface Fault {
  readonly where: string;
  readonly what: string;
}

type Built<Value> = { readonly value: Value } | { readonly fault: Fault };

const fault = (where: string, what: string): { readonly fault: Fault } => ({ fault: { where, what } });

/**
 * The document that a file of the right shape holds. Refuses what the shape cannot tell: names used
 * twice, names, styles and sheets that do not exist, names Excel would not take, and sizes beyond
 * Excel's limits.
 */
export function documentOf(file: RoundtripFile): Built<WorkbookDocument> {
  const styles = readStyles(file);
  if ('fault' in styles) return styles;
  const sheets = readSheets(file, new Set(Object.keys(styles.value)));
  if ('fault' in sheets) return sheets;
  const names = readNames(file, new Map(sheets.value.map((sheet) => [sheet.name.toLowerCase(), sheet.name])));
  if ('fault' in names) return names;
  const known = new Set(names.value.map((name) => name.name.toLowerCase()));
  for (const { style, choicesName } of file.styles) {
    if (choicesName !== undefined && !known.has(choicesName.toLowerCase())) {
      return fault(
        `style "${style}"`,
        `takes its choices from the name "${choicesName}", which does not exist`,
      );
    }
  }
  return { value: { title: file.title, styles: styles.value, names: names.value, sheets: sheets.value } };
}

function readStyles(file: RoundtripFile): Built<Record<string, CellStyle>> {
  const styles = new Map<string, CellStyle>();
  for (const { style: key, ...style } of file.styles) {
    if (key === '' || key in Object.prototype)
      return fault(`style "${key}"`, 'has a name that no style may have');
    if (styles.has(key)) return fault(`style "${key}"`, 'is listed twice');
    styles.set(key, style);
  }
  return { value: Object.fromEntries(styles) };
}

function readSheets(file: RoundtripFile, styles: ReadonlySet<string>): Built<Sheet[]> {
  const sheets: Sheet[] = [];
  const taken = new Set<string>();
  let cells = 0;
  for (const stored of file.sheets) {
    const where = `sheet "${stored.name}"`;
    const nameFault = sheetNameFault(stored.name);
    if (nameFault) return fault(where, `has a name that ${nameFault}`);
    if (taken.has(stored.name.toLowerCase()))
      return fault(where, 'has a name that another sheet has too (case does not count)');
    taken.add(stored.name.toLowerCase());

    const rows: (Cell | null)[][] = [];
    for (const storedRow of stored.rows) {
      const added = Array.isArray(storedRow) ? 1 : storedRow.empty;
      if (rows.length + added > maximumRows) return fault(where, `has more than ${maximumRows} rows`);
      if (!Array.isArray(storedRow)) {
        for (let empty = 0; empty < storedRow.empty; empty++) rows.push([]);
        cells += storedRow.empty;
      } else {
        const row = readRow(storedRow, styles, { sheet: stored.name, row: rows.length });
        if ('fault' in row) return row;
        rows.push(row.value);
        cells += row.value.length;
      }
      if (cells > maximumCells)
        return fault(where, `takes the workbook beyond ${maximumCells} cells, empty ones counted`);
    }
    const { name, columnWidths, frozenRows, frozenColumns, gridLines } = stored;
    sheets.push({ name, rows, columnWidths, frozenRows, frozenColumns, gridLines });
  }
  return { value: sheets };
}

function readRow(
  stored: readonly StoredCell[],
  styles: ReadonlySet<string>,
  at: { sheet: string; row: number },
): Built<(Cell | null)[]> {
  const cells: (Cell | null)[] = [];
  for (const storedCell of stored) {
    const where = () => addressText({ ...at, column: cells.length });
    const run = isEmptyRun(storedCell) ? storedCell.empty : 1;
    if (cells.length + run > maximumColumns)
      return fault(`row ${at.row + 1} of sheet "${at.sheet}"`, `has more than ${maximumColumns} columns`);
    if (isEmptyRun(storedCell)) {
      for (let empty = 0; empty < run; empty++) cells.push(null);
      continue;
    }
    const cell = readCell(storedCell);
    if (cell && isFormula(cell.content) && cell.content.length > maximumFormulaLength) {
      return fault(
        where(),
        `holds a formula of ${cell.content.length} characters; the limit is ${maximumFormulaLength}`,
      );
    }
    if (cell?.style !== undefined && !styles.has(cell.style))
      return fault(where(), `uses the style "${cell.style}", which does not exist`);
    cells.push(cell);
  }
  return { value: cells };
}

function isEmptyRun(cell: StoredCell): cell is { empty: number } {
  return typeof cell === 'object' && cell !== null && !Array.isArray(cell);
}

function readCell(stored: Exclude<StoredCell, { empty: number }>): Cell | null {
  if (stored === null) return null;
  if (!Array.isArray(stored)) return { content: stored };
  const [content, style, rest] = stored;
  if (content === null && !style && !rest) return null;
  return { content, ...(typeof style === 'string' && { style }), ...rest };
}

function readNames(file: RoundtripFile, sheets: ReadonlyMap<string, string>): Built<DefinedName[]> {
  const names: DefinedName[] = [];
  const taken = new Set<string>();
  for (const { name, cells, ...rest } of file.names) {
    const where = `name "${name}"`;
    const nameFault = definedNameFault(name);
    if (nameFault) return fault(where, nameFault);
    if (taken.has(name.toLowerCase())) return fault(where, 'is listed twice (case does not count)');
    taken.add(name.toLowerCase());
    const reference = parseReference(cells);
    if (reference?.sheet === undefined)
      return fault(where, `stands for "${cells}", which is no reference such as Deals!$A$1:$B$2`);
    const sheet = sheets.get(reference.sheet.toLowerCase());
    if (sheet === undefined)
      return fault(where, `stands for cells of the sheet "${reference.sheet}", which does not exist`);
    names.push({ name, sheet, range: reference.range, ...rest });
  }
  return { value: names };
}
