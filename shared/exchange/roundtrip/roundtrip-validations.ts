import { areasOf } from '../../workbook/areas.ts';
import { hasTwoEnds } from '../../workbook/comparison.ts';
import type { DefinedName, Sheet } from '../../workbook/document.ts';
import { grouped } from '../../workbook/grouped.ts';
import { oneOfName, type Validation } from '../../workbook/validation/validation.ts';
import { fault, readCells, type Built, type Cells } from './roundtrip-cells.ts';
import type { RoundtripFile } from './roundtrip-schema.ts';

/** The validations of a file. Refuses cells that are none or of several sheets, and a rule with one end too few. */
export function readValidations(
  file: RoundtripFile,
  sheets: ReadonlyMap<string, string>,
): Built<Validation[]> {
  const validations: Validation[] = [];
  for (const { cells, ...settings } of file.validations ?? []) {
    const where = `validation "${cells.join(' ')}"`;
    const { rule } = settings;
    if ('operator' in rule && hasTwoEnds(rule.operator) && rule.second === undefined)
      return fault(where, 'compares with two figures and has only one');
    const areas: Cells[] = [];
    for (const text of cells) {
      const read = readCells(text, sheets);
      if ('what' in read) return fault(where, `holds for ${read.what}`);
      areas.push(read);
    }
    const [sheet = '', other] = new Set(areas.map((area) => area.sheet));
    if (other !== undefined) return fault(where, 'holds for cells of several sheets');
    validations.push({ sheet, ranges: areas.map(({ range }) => range), ...settings });
  }
  return { value: validations };
}

/** The lists of choices that styles name, as files had them before there were validations. */
export function listsOfStyles(
  { styles }: RoundtripFile,
  names: readonly DefinedName[],
  sheets: readonly Sheet[],
): Built<Validation[]> {
  const validations: Validation[] = [];
  const known = new Set(names.map(({ name }) => name.toLowerCase()));
  const sheetNames = sheets.map(({ name }) => name);
  for (const { style, choicesName } of styles) {
    if (choicesName === undefined) continue;
    if (!known.has(choicesName.toLowerCase())) {
      return fault(
        `style "${style}"`,
        `takes its choices from the name "${choicesName}", which does not exist`,
      );
    }
    const cells = sheets.flatMap(({ name: sheet, rows }) =>
      rows.flatMap((row, at) =>
        row.flatMap((cell, column) => (cell?.style === style ? [{ sheet, row: at, column }] : [])),
      ),
    );
    for (const [sheet, areas] of grouped(areasOf(cells, sheetNames), (area) => area.sheet))
      validations.push({ sheet, ranges: areas.map(({ range }) => range), ...oneOfName(choicesName) });
  }
  return { value: validations };
}
