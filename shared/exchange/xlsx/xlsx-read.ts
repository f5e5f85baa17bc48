import { failure, success, type Result } from '../../result.ts';
import { quoteSheet } from '../../workbook/address.ts';
import type { WorkbookDocument } from '../../workbook/document.ts';
import { FileFormulas } from './file-formulas.ts';
import { readCells } from './read-cells.ts';
import { fileWorkbook } from './file-workbook.ts';
import { FileNames } from './file-names.ts';
import { FileTables } from './file-tables.ts';
import { FormulaReport } from './formula-report.ts';
import { withSigns } from './reference-signs.ts';
import { withSerialDates } from './iso-dates.ts';
import { leftOutRules, numberedRules, readConditionalFormats } from './read-conditional.ts';
import { leftOut } from './left-out.ts';
import { readBoundsRule } from './limit-rules.ts';
import { fileFilter, filtersOfTables, withFileFilter } from './file-filters.ts';
import { unreadCells } from './file-ranges.ts';
import { unreadFilter } from './read-filter.ts';
import { readLines } from './read-lines.ts';
import { readView } from './read-view.ts';
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
import { textOf } from './zip.ts';

/** What was read, and what of the file has no place in our workbook, a sentence each. */
export interface XlsxContents {
  readonly document: WorkbookDocument;
  readonly warnings: readonly string[];
}

/**
 * All of an Excel file that has a place in our workbook: contents, formulas and names, looks and number
 * formats, notes, lines and panes, filters, validations, conditional formats, and the bounds of our own
 * exports. Its cached values are left out, since the engine works them out; dates are the serial numbers
 * that the file holds. Refuses a file that is no xlsx
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
  const skipped = sheetsWithoutCells(listed);
  const read = await fileWorkbook(numbered.parts, skipped, fileName);
  if (!read.ok) return read;
  const file = read.value;

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
  const named = names.keptFormulas();
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
  const formulas = new FileFormulas(tables, names, report);
  const tableFilters = filtersOfTables(parts.value);
  const bounds = file.sheets.flatMap(({ name, conditionalRules = [] }) =>
    conditionalRules.flatMap((rule) => readBoundsRule(name, rule) ?? []),
  );
  const validated = file.sheets.map(({ name }) => {
    return readValidations(partOf(name), name, {
      read: (text, sheet, at) => formulas.ofRule(text, sheet, at),
      isName: (text) => names.isKept(text, name),
    });
  });
  const validations = validated.flatMap((each) => each.validations);
  const conditional = file.sheets.map((sheet) =>
    readConditionalFormats(sheet, numbered.rules.get(sheet.name) ?? [], {
      sheet: sheet.name,
      colourOf: (colour) => styles.colourOf(colour),
      lookOf: (style) => styles.conditionalLook(style),
      formulaOf: (text, place) => withSigns(formulas.ofRule(text, sheet.name, place)),
    }),
  );
  const conditionalFormats = conditional.flatMap(({ formats }) => formats);
  const document = {
    title: file.properties?.title || fileName.replace(/\.xls[xm]$/i, ''),
    names: names.kept(),
    ...(named.length > 0 && { namedFormulas: named }),
    sheets: file.sheets.map((sheet) => {
      const xml = partOf(sheet.name);
      const choices = validations
        .filter((one) => one.sheet === sheet.name && one.rule.kind === 'list')
        .flatMap(({ ranges }) => ranges);
      const plain = {
        ...readCells(sheet, styles, formulas.ofCells(sheet), choices, xml),
        ...readLines(sheet, xml),
        ...readView(sheet, file.sheets, styles),
      };
      const found = withFileFilter(plain, fileFilter(xml, sheet.tables, tableFilters), styles.styles);
      warnings.push(...found.warnings);
      const unread = unreadFilter(xml);
      if (unread) warnings.push(unreadCells('The filter', sheet.name, unread));
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
      ...leftOut(file, parts.value),
    ],
  });
}
