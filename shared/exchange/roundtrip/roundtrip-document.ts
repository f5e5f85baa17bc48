import { addressText, maximumColumns, maximumRows, type Range } from '../../workbook/address.ts';
import {
  isFormula,
  type Bounds,
  type Cell,
  type CellStyle,
  type Heading,
  type LoggedDocument,
  type Sheet,
  type WhatIfTable,
} from '../../workbook/document.ts';
import type { ConditionalFormat } from '../../workbook/conditional/conditional-format.ts';
import { roleLine } from '../../workbook/role-look.ts';
import { readLog } from './roundtrip-log.ts';
import { fault, readCells, type Built, type Cells, type Wrong } from './roundtrip-cells.ts';
import { readFilter } from './roundtrip-filter.ts';
import { readNamedFormulas, readNames } from './roundtrip-names.ts';
import { parseHeading } from './roundtrip-heading.ts';
import { readLines } from './roundtrip-lines.ts';
import type { RoundtripFile, StoredCell } from './roundtrip-schema.ts';
import { listsOfStyles, readValidations } from './roundtrip-validations.ts';
import { sheetNameFault } from '../../workbook/sheet-name.ts';
import { maximumFormulaLength } from '../../workbook/formula-limits.ts';

/** Empty cells count too: a few bytes can stand for millions of them. */
const maximumCells = 10_000_000;

/** Each may be a recalculation of the workbook. */
const maximumResults = 100_000;

/**
 * The document that a file of the right shape holds. Refuses what the shape cannot tell: names used
 * twice, names, styles and sheets that do not exist, names Excel would not take, and sizes beyond
 * Excel's limits.
 */
export function documentOf(file: RoundtripFile): Built<LoggedDocument> {
  const styles = readStyles(file);
  if ('fault' in styles) return styles;
  const sheets = readSheets(file, new Set(Object.keys(styles.value)));
  if ('fault' in sheets) return sheets;
  const sheetNames = new Map(sheets.value.map((sheet) => [sheet.name.toLowerCase(), sheet.name]));
  const names = readNames(file, sheetNames);
  if ('fault' in names) return names;
  const namedFormulas = readNamedFormulas(file, names.value, sheetNames);
  if ('fault' in namedFormulas) return namedFormulas;
  const lists = listsOfStyles(file, names.value, sheets.value);
  if ('fault' in lists) return lists;
  const bounds = readBounds(file, sheetNames);
  if ('fault' in bounds) return bounds;
  const validations = readValidations(file, sheetNames);
  if ('fault' in validations) return validations;
  const ruled = [...validations.value, ...lists.value];
  const whatIfTables = readWhatIfTables(file, sheetNames);
  if ('fault' in whatIfTables) return whatIfTables;
  const log = readLog(file.changeLog ?? []);
  if ('what' in log) return fault(`change number ${log.entry} of the log`, log.what);
  const conditionalFormats = readConditionalFormats(file, sheetNames);
  if ('fault' in conditionalFormats) return conditionalFormats;
  return {
    value: {
      title: file.title,
      styles: styles.value,
      names: names.value,
      ...(namedFormulas.value.length > 0 && { namedFormulas: namedFormulas.value }),
      sheets: sheets.value,
      ...(bounds.value.length > 0 && { bounds: bounds.value }),
      ...(ruled.length > 0 && { validations: ruled }),
      ...(whatIfTables.value.length > 0 && { whatIfTables: whatIfTables.value }),
      ...(log.value.length > 0 && { changeLog: log.value }),
      ...(conditionalFormats.value.length > 0 && { conditionalFormats: conditionalFormats.value }),
    },
  };
}

function readStyles(file: RoundtripFile): Built<Record<string, CellStyle>> {
  const styles = new Map<string, CellStyle>();
  for (const { style: key, lineAbove, lineBelow, choicesName: _, ...style } of file.styles) {
    if (key === '' || key in Object.prototype)
      return fault(`style "${key}"`, 'has a name that no style may have');
    if (styles.has(key)) return fault(`style "${key}"`, 'is listed twice');
    styles.set(key, {
      ...(lineAbove && { borderTop: roleLine }),
      ...(lineBelow && { borderBottom: roleLine }),
      ...style,
    });
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
    const lines = readLines(stored);
    if ('what' in lines) return fault(where, lines.what);
    const { zoom, visibility, tabColour } = stored;
    const filter = stored.filter && readFilter(stored.filter);
    if (filter && 'what' in filter) return fault(where, filter.what);
    sheets.push({
      name,
      rows,
      columnWidths,
      frozenRows,
      frozenColumns,
      gridLines,
      ...lines,
      ...(zoom !== undefined && { zoom }),
      ...(visibility && { visibility }),
      ...(tabColour && { tabColour }),
      ...(filter && { filter }),
    });
  }
  if (sheets.every(({ visibility }) => visibility)) return fault('the file', 'shows none of its sheets');
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

function readBounds(file: RoundtripFile, sheets: ReadonlyMap<string, string>): Built<Bounds[]> {
  const bounds: Bounds[] = [];
  for (const stored of file.bounds ?? []) {
    const where = `bounds "${stored.cells}"`;
    const cells = readCells(stored.cells, sheets);
    if ('what' in cells) return fault(where, `hold for ${cells.what}`);
    const low = readLimit(stored.low, cells, sheets);
    if ('what' in low) return fault(where, `take their low from ${low.what}`);
    const high = readLimit(stored.high, cells, sheets);
    if ('what' in high) return fault(where, `take their high from ${high.what}`);
    bounds.push({ ...cells, low: low.range, high: high.range });
  }
  return { value: bounds };
}

function readWhatIfTables(file: RoundtripFile, sheets: ReadonlyMap<string, string>): Built<WhatIfTable[]> {
  const tables: WhatIfTable[] = [];
  let results = 0;
  for (const stored of file.whatIfTables ?? []) {
    const where = `what-if table "${stored.results}"`;
    const cells = readCells(stored.results, sheets);
    if ('what' in cells) return fault(where, `has its results in ${cells.what}`);
    const { sheet, range } = cells;
    if (tables.some((table) => table.sheet === sheet && overlap(table.results, range)))
      return fault(where, 'shares cells with another what-if table');
    results += (range.bottom - range.top + 1) * (range.right - range.left + 1);
    if (results > maximumResults)
      return fault(where, `takes the workbook beyond ${maximumResults} results of what-if tables`);
    const figure = parseHeading(stored.figure);
    if (!figure) return fault(where, `reads its figure from ${noHeading(stored.figure)}`);
    const set: { name: Heading | string; value: Heading }[] = [];
    for (const each of stored.set) {
      const name = each.name.startsWith('$') ? parseHeading(each.name) : each.name;
      if (name === undefined) return fault(where, `reads a name from ${noHeading(each.name)}`);
      const value = parseHeading(each.value);
      if (!value) return fault(where, `reads a value from ${noHeading(each.value)}`);
      set.push({ name, value });
    }
    tables.push({ sheet, results: range, figure, set });
  }
  return { value: tables };
}

function readConditionalFormats(
  file: RoundtripFile,
  sheets: ReadonlyMap<string, string>,
): Built<ConditionalFormat[]> {
  const formats: ConditionalFormat[] = [];
  for (const { cells: texts, ...rest } of file.conditionalFormats ?? []) {
    const where = `conditional format of "${texts.join(' ')}"`;
    const areas: Cells[] = [];
    for (const text of texts) {
      const cells = readCells(text, sheets);
      if ('what' in cells) return fault(where, `holds for ${cells.what}`);
      areas.push(cells);
    }
    const sheet = areas[0]?.sheet ?? '';
    if (areas.some((area) => area.sheet !== sheet)) return fault(where, 'holds for cells of several sheets');
    formats.push({ sheet, ranges: areas.map(({ range }) => range), ...rest });
  }
  return { value: formats };
}

const noHeading = (text: string) => `"${text}", which is no heading such as $B, $4 or $B$4`;

function overlap(one: Range, other: Range): boolean {
  return (
    one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right
  );
}

/** Limits for these cells: on their sheet, with as many rows and as many columns, or one. */
function readLimit(text: string, of: Cells, sheets: ReadonlyMap<string, string>): Cells | Wrong {
  const limits = readCells(text, sheets);
  if ('what' in limits) return limits;
  if (limits.sheet !== of.sheet) return { what: `"${text}", which lies on another sheet` };
  const rows = limits.range.bottom - limits.range.top;
  const columns = limits.range.right - limits.range.left;
  const fits =
    (rows === 0 || rows === of.range.bottom - of.range.top) &&
    (columns === 0 || columns === of.range.right - of.range.left);
  return fits ? limits : { what: `"${text}", which has another shape` };
}
