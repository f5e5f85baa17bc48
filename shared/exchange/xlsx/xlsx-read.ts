import { readXlsx as readParts } from 'hucre/xlsx';
import { failure, success, type Result } from '../../result.ts';
import {
  addressText,
  contains,
  maximumColumns,
  maximumRows,
  parseReference,
  quoteSheet,
  type Range,
} from '../../workbook/address.ts';
import {
  textContent,
  type Cell,
  type CellContent,
  type Sheet,
  type WorkbookDocument,
} from '../../workbook/document.ts';
import { relocateFormula } from '../../workbook/relocate.ts';
import { FileNames } from './file-names.ts';
import { withFixedSize } from './fixed-arrays.ts';
import { FileTables } from './file-tables.ts';
import { FormulaReport } from './formula-report.ts';
import { fromFileFormula, withPlainLocalNames } from './formula-text.ts';
import { intersected } from './implicit-intersection.ts';
import { withSigns } from './reference-signs.ts';
import { withSerialDates } from './iso-dates.ts';
import { leftOutRules, numberedRules, readConditionalFormats } from './read-conditional.ts';
import { readBoundsRule } from './limit-rules.ts';
import { fileFilter, filtersOfTables, withFileFilter } from './file-filters.ts';
import { readLines } from './read-lines.ts';
import { readView } from './read-view.ts';
import { sheetNameFault } from '../../workbook/sheet-name.ts';
import { FileColours } from './file-colours.ts';
import { StyleReader } from './read-style.ts';
import { readValidations } from './read-validations.ts';
import {
  dataTables,
  otherCalculation,
  sheetParts,
  sheetsWithoutCells,
  tablesWithoutHeaders,
} from './sheet-parts.ts';
import { damagedXlsx, xlsxParts } from './xlsx-archive.ts';
import { partsFault } from './xlsx-integrity.ts';
import { author, bodyFont } from './xlsx-look.ts';
import { unescapedText } from './xlsx-text.ts';
import { textOf, zip } from './zip.ts';

type FileWorkbook = Awaited<ReturnType<typeof readParts>>;
type FileSheet = FileWorkbook['sheets'][number];
type FileCell = NonNullable<ReturnType<NonNullable<FileSheet['cells']>['get']>>;

/** What was read, and what of the file has no place in our workbook, a sentence each. */
export interface XlsxContents {
  readonly document: WorkbookDocument;
  readonly warnings: readonly string[];
}

/** Pixels of a digit of Excel's usual font, and Excel's usual width of a column. */
const digitWidth = 7;
const usualWidth = 64;

/**
 * Contents, formulas, defined names, number formats, alignment, notes, widths, frozen panes,
 * data validations, and the bounds of our own exports, of an Excel file; its cached values are left out, since the engine works them out. Dates are the serial
 * numbers that the file holds. Refuses a file that is no xlsx
 * (`foreign-file`, `old-format`, `encrypted-file`), one made to fill the memory (`file-too-large`)
 * and one that does not read (`damaged-file`). Never throws on any bytes. Formulas that cannot be
 * calculated are kept as they are and warned of.
 */
export async function readXlsx(bytes: Uint8Array, fileName: string): Promise<Result<XlsxContents>> {
  const parts = await xlsxParts(bytes, fileName);
  if (!parts.ok) return parts;
  const damage = partsFault(parts.value);
  if (damage !== null) return failure(damagedXlsx(fileName, damage));
  const listed = sheetParts(parts.value);
  const numbered = numberedRules(withSerialDates(parts.value), listed);
  const readable = numbered.parts;
  // The library takes these for damaged sheets.
  const skipped = sheetsWithoutCells(listed);
  const sheetsWithCells = { sheets: ({ name }: { readonly name: string }) => !skipped.has(name) };
  let file: FileWorkbook;
  try {
    // Packed again from the parts that were unpacked within the limit: the library has none of its own.
    file = await readParts(await zip(readable, false), { readStyles: true, ...sheetsWithCells });
    if (file.sheets.some(({ rows }) => rows.some((row) => row.some((value) => value instanceof Date)))) {
      // The library turns numbers with a date format into dates, rounded; without formats it gives the numbers.
      const plain = await readParts(
        await zip(new Map([...readable].filter(([name]) => !name.endsWith('/styles.xml'))), false),
        sheetsWithCells,
      );
      for (const [index, sheet] of file.sheets.entries()) sheet.rows = plain.sheets[index]?.rows ?? [];
    }
  } catch (error) {
    // The library throws on everything that it does not expect in a file.
    return failure(
      damagedXlsx(
        fileName,
        `The part that does not read: ${error instanceof Error ? error.message : String(error)}.`,
      ),
    );
  }
  const [first] = file.sheets;
  if (!first) return failure(damagedXlsx(fileName, 'It has no sheet with cells.'));
  const twice = file.sheets.find(
    (sheet, index) =>
      file.sheets.findIndex(({ name }) => name.toLowerCase() === sheet.name.toLowerCase()) !== index,
  );
  if (twice) return failure(damagedXlsx(fileName, `It has two sheets with the name "${twice.name}".`));

  for (const { name } of file.sheets) {
    const fault = sheetNameFault(name);
    if (fault) return failure(damagedXlsx(fileName, `The name of its sheet "${name}" ${fault}.`));
  }

  const warnings: string[] = [];
  for (const name of skipped) warnings.push(`The sheet "${name}" holds no cells and was left out.`);
  if (file.dateSystem === '1904')
    warnings.push('Its dates count from 1904 and were not turned: they show four years and a day too early.');
  warnings.push(...otherCalculation(parts.value));
  if (file.externalLinks && file.externalLinks.length > 0)
    warnings.push('It refers to other files; formulas that read them show an error.');
  const tables = new FileTables();
  const withoutHeaders = tablesWithoutHeaders(parts.value);
  for (const sheet of file.sheets) tables.add(sheet.name, sheet.tables ?? [], withoutHeaders);
  const names = new FileNames(
    (file.namedRanges ?? []).map((name) => ({
      ...name,
      // Without a sheet of its own, a name needs that of the table.
      range: tables.inPlace(`=${name.range}`, '', { row: 0, column: 0 }).slice(1),
    })),
    file.sheets.map(({ name }) => name),
  );
  const keptNames = new Map(names.kept().map((name) => [name.name.toLowerCase(), name]));
  const nameOf = (name: string) => keptNames.get(name.toLowerCase());
  const report = new FormulaReport((text) => nameOf(text) !== undefined);
  for (const { sheet, reference } of dataTables(listed, parts.value))
    report.addDataTable(`${quoteSheet(sheet)}!${reference}`);
  const styles = new StyleReader({
    colours: new FileColours(file.themeColors, parts.value),
    usualSize: file.defaultFont?.size ?? bodyFont.size,
    isOurs: file.properties?.creator === author,
  });
  const partOf = (name: string): string => {
    const part = listed.find((one) => one.name === name)?.part;
    const content = part === undefined ? undefined : parts.value.get(part);
    return content ? textOf(content) : '';
  };
  const tableFilters = filtersOfTables(parts.value);
  const bounds = file.sheets.flatMap(({ name, conditionalRules = [] }) =>
    conditionalRules.flatMap((rule) => readBoundsRule(name, rule) ?? []),
  );
  const validated = file.sheets.map(({ name }) => {
    const part = parts.value.get(listed.find((sheet) => sheet.name === name)?.part ?? '');
    return readValidations(part ? textOf(part) : '', name, {
      read: (text, sheet, at) =>
        withPlainLocalNames(
          names.inPlace(tables.inPlace(fromFileFormula(unescapedText(text)), sheet, at), sheet, at),
        ),
      isName: (text) => nameOf(text) !== undefined,
    });
  });
  const validations = validated.flatMap((each) => each.validations);
  const conditional = file.sheets.map((sheet) =>
    readConditionalFormats(sheet, numbered.rules.get(sheet.name) ?? [], {
      sheet: sheet.name,
      colourOf: (colour) => styles.colourOf(colour),
      lookOf: (style) => styles.conditionalLook(style),
      formulaOf: (text, place) => {
        const formula = tables.inPlace(fromFileFormula(unescapedText(text)), sheet.name, place);
        return withSigns(withPlainLocalNames(names.inPlace(formula, sheet.name, place)));
      },
    }),
  );
  const conditionalFormats = conditional.flatMap(({ formats }) => formats);
  const document = {
    title: file.properties?.title || fileName.replace(/\.xls[xm]$/i, ''),
    names: names.kept(),
    sheets: file.sheets.map((sheet) => {
      const formulas = sheetFormulas(sheet, names, tables, report);
      const xml = partOf(sheet.name);
      const read = {
        ...readSheet(
          sheet,
          styles,
          formulas,
          validations
            .filter((one) => one.sheet === sheet.name && one.rule.kind === 'list')
            .flatMap(({ ranges }) => ranges),
        ),
        ...readLines(sheet, xml),
        ...readView(sheet, file.sheets),
      };
      const found = withFileFilter(read, fileFilter(xml, sheet.tables, tableFilters), styles.styles);
      warnings.push(...found.warnings);
      return found.sheet;
    }),
    styles: styles.styles,
    ...(bounds.length > 0 && { bounds }),
    ...(validations.length > 0 && { validations }),
    ...(conditionalFormats.length > 0 && { conditionalFormats }),
  };
  return success({
    document,
    warnings: [
      ...warnings,
      ...names.sentences(),
      ...tables.sentences(),
      ...report.sentences(),
      ...validated.flatMap((each) => each.warnings),
      ...conditional.flatMap(leftOutRules),
    ],
  });
}

function readSheet(
  sheet: FileSheet,
  styles: StyleReader,
  formulas: ReadonlyMap<string, string>,
  choices: readonly Range[],
): Sheet {
  const gridLines = sheet.view?.showGridLines !== false;
  const spilled = [...(sheet.cells?.values() ?? [])].flatMap((cell) => {
    const range =
      cell.formulaType === 'array' && cell.formulaRef ? parseReference(cell.formulaRef)?.range : undefined;
    return range && (range.top !== range.bottom || range.left !== range.right) ? [range] : [];
  });
  let lastColumn = -1;
  const rows: (Cell | null)[][] = [];
  for (const [row, width] of usedColumns(sheet).entries()) {
    const values = sheet.rows[row] ?? [];
    const cells: (Cell | null)[] = [];
    const rowChoices = choices.filter(({ top, bottom }) => row >= top && row <= bottom);
    for (let column = 0; column < width; column++) {
      const formula = formulas.get(`${row},${column}`);
      const covered = formula === undefined && spilled.some((range: Range) => contains(range, row, column));
      cells.push(
        readCell(
          sheet.cells?.get(`${row},${column}`),
          covered ? null : (values[column] ?? null),
          formula,
          rowChoices.some((range) => contains(range, row, column)),
          { styles, page: !gridLines },
        ),
      );
    }
    while (cells.at(-1) === null) cells.pop();
    lastColumn = Math.max(lastColumn, cells.length - 1);
    rows.push(cells);
  }
  while (rows.at(-1)?.length === 0) rows.pop();
  return {
    name: sheet.name,
    rows,
    columnWidths: Array.from({ length: lastColumn + 1 }, (_, column) => {
      const width = sheet.columns?.[column]?.width;
      // A hidden column may have no width of its own.
      return !width ? usualWidth : Math.round(width * digitWidth);
    }),
    frozenRows: sheet.freezePane?.rows ?? 0,
    frozenColumns: sheet.freezePane?.columns ?? 0,
    gridLines,
  };
}

/**
 * Columns used in each row, comments and looks included: cells with nothing else stand outside the rows of
 * values, and nothing has checked yet that they lie on the sheet.
 */
function usedColumns(sheet: FileSheet): number[] {
  const used = sheet.rows.map((row) => row.length);
  for (const [key, cell] of sheet.cells ?? []) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    if (
      (!cell.comment && !cell.style) ||
      !(row >= 0 && row < maximumRows && column >= 0 && column < maximumColumns)
    )
      continue;
    while (used.length <= row) used.push(0);
    used[row] = Math.max(used[row] ?? 0, column + 1);
  }
  return used;
}

/**
 * Formulas by cell, so that the engine calculates what Excel does. A formula that a file holds once
 * for many cells is moved to each of them.
 */
function sheetFormulas(
  sheet: FileSheet,
  names: FileNames,
  tables: FileTables,
  report: FormulaReport,
): Map<string, string> {
  const nameOf = (name: string) => names.cellsOf(name, sheet.name);
  const formulas = new Map<string, string>();
  const shared = new Map<number, { formula: string; row: number; column: number }>();
  for (const [key, cell] of sheet.cells ?? []) {
    if (cell.formula === undefined) continue;
    const [row = 0, column = 0] = key.split(',').map(Number);
    const at = addressText({ sheet: sheet.name, row, column });
    const index = cell.formulaType === 'shared' ? cell.formulaSharedIndex : undefined;
    const first = index === undefined ? undefined : shared.get(index);
    let formula: string;
    let isDoubtful = false;
    if (cell.formula !== '') {
      // The library reads the escapes of texts but not those of formulas.
      formula = tables.inPlace(fromFileFormula(unescapedText(cell.formula)), sheet.name, { row, column });
      if (index !== undefined) shared.set(index, { formula, row, column });
    } else if (first) formula = relocateFormula(first.formula, first, { row, column });
    else {
      report.addMissing(at);
      continue;
    }
    if (cell.formulaType !== 'array') {
      const plain = intersected(formula, { row, column }, nameOf);
      formula = plain.formula;
      isDoubtful = plain.isDoubtful;
    }
    // What a name stands for is an array where it is one, marked or not.
    formula = names.inPlace(formula, sheet.name, { row, column });
    const fixed = cell.formulaType === 'array' && !cell.formulaDynamic && fixedRange(cell, { row, column });
    if (fixed) formula = withFixedSize(formula, fixed, (name) => nameOf(name)?.range);
    formula = withSigns(withPlainLocalNames(formula));
    report.add(formula, at, isDoubtful);
    formulas.set(key, formula);
  }
  return formulas;
}

/** The cells over which an array formula was entered. */
function fixedRange({ formulaRef }: FileCell, at: { readonly row: number; readonly column: number }): Range {
  const range = formulaRef === undefined ? undefined : parseReference(formulaRef)?.range;
  return range ?? { top: at.row, bottom: at.row, left: at.column, right: at.column };
}

function readCell(
  cell: FileCell | undefined,
  value: FileCell['value'],
  formula: string | undefined,
  isChoice: boolean,
  { styles, page }: { readonly styles: StyleReader; readonly page: boolean },
): Cell | null {
  const content = formula ?? readContent(cell, value);
  const note = cell?.comment?.text;
  const style = styles.keyOf({ style: cell?.style, content, isChoice, page });
  if (content === null && style === undefined && !note) return null;
  return { content, ...(style !== undefined && { style }), ...(note && { note }) };
}

function readContent(cell: FileCell | undefined, value: FileCell['value']): CellContent | null {
  if (value === null) return null;
  if (value instanceof Date) throw new Error(`A date was read as a date: ${value.toISOString()}`);
  if (cell?.type === 'error') return `=${String(value)}`;
  if (typeof value === 'number' && !Number.isFinite(value)) return '=#NUM!';
  return typeof value === 'string' ? textContent(value) : value;
}
