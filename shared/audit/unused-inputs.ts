import { contains, parseReference, type Address, type Area } from '../workbook/address.ts';
import type { Heading } from '../workbook/document.ts';
import { areasOf, areasText } from '../workbook/areas.ts';
import { formulaTokens } from '../workbook/formula-tokens.ts';
import { formulasOf } from '../workbook/validation/validation.ts';
import type { Finding } from './finding.ts';
import { headingOf } from './cell-labels.ts';
import { readerOf } from './cell-reader.ts';
import type { Survey } from './survey.ts';

/** A finding for each sheet with inputs that nothing reads. A workbook without formulas has no inputs. */
export function findUnusedInputs(survey: Survey): Finding[] {
  const { sheets, sheetNames, workbook } = survey;
  if (sheets.every(({ formulas }) => formulas.length === 0)) return [];
  const reader = readerOf(workbook);
  const otherwise = readOtherwise(survey);
  return sheets.flatMap((sheet): Finding[] => {
    const unused: Address[] = [];
    for (let row = 0; row < sheet.rowCount; row++) {
      for (let column = 0; column < sheet.columnCount; column++) {
        const cell = sheet.cell(row, column);
        const role = survey.role(cell);
        const content = cell?.content ?? null;
        const isInput =
          role === 'input' ? content !== null : role === undefined && typeof content === 'number';
        if (!isInput || sheet.formula(row, column)) continue;
        const address = { sheet: sheet.name, row, column };
        const isHeading = typeof content === 'number' && headingOf(reader, address) !== undefined;
        if (isHeading || otherwise(address)) continue;
        if (workbook.readers(address).length === 0) unused.push(address);
      }
    }
    if (unused.length === 0) return [];
    const areas = areasOf(unused, sheetNames);
    const them = unused.length === 1 ? 'it' : 'them';
    return [
      {
        kind: 'unused-input',
        cells: areas,
        message: `No formula reads ${areasText(areas)}.`,
        remedy: `Delete ${them}, or let the formulas read ${them} that should.`,
      },
    ];
  });
}

/** Tells of a cell whether something else than a formula reads it: a data validation, bounds, a what-if table. */
function readOtherwise({ workbook }: Survey): (address: Address) => boolean {
  const { bounds = [], validations = [], whatIfTables = [] } = workbook.document;
  const rules = validations.flatMap((validation) =>
    formulasOf(validation).flatMap((formula) => areasNamed(formula, validation.sheet, workbook)),
  );
  const limits = bounds.flatMap(({ sheet, low, high }) => [
    { sheet, range: low },
    { sheet, range: high },
  ]);
  const areas: readonly Area[] = [...rules, ...limits];
  return ({ sheet, row, column }) =>
    areas.some((area) => area.sheet === sheet && contains(area.range, row, column)) ||
    whatIfTables.some(
      (table) =>
        table.sheet === sheet &&
        (contains(table.results, row, column) ||
          [table.figure, ...table.set.flatMap(({ name, value }) => [name, value])].some((heading) =>
            isAt(heading, row, column),
          )),
    );
}

/** The cells that a formula on a sheet names, by their references or their defined names. */
function areasNamed(formula: string, sheet: string, workbook: Survey['workbook']): Area[] {
  return formulaTokens(formula).flatMap(({ kind, text }): Area[] => {
    const reference = kind === 'cells' ? parseReference(text) : undefined;
    if (reference) return [{ sheet: reference.sheet ?? sheet, range: reference.range }];
    const name = kind === 'name' ? workbook.name(text) : undefined;
    return name ? [{ sheet: name.sheet, range: name.range }] : [];
  });
}

/** True for the cells from which a what-if table reads this heading. */
function isAt(heading: Heading | string, row: number, column: number): boolean {
  if (typeof heading === 'string') return false;
  if ('column' in heading) return heading.column === column;
  if ('row' in heading) return heading.row === row;
  return heading.cell.row === row && heading.cell.column === column;
}
