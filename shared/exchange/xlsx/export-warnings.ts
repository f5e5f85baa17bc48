import { addressText } from '../../workbook/address.ts';
import { isFormula } from '../../workbook/document.ts';
import type { Workbook } from '../../workbook/workbook.ts';
import { isWritable } from './conditional-rules.ts';
import { excelLimits } from './excel-limits.ts';
import { counted, listedCells } from './formula-report.ts';
import { isError, writtenForm } from './write-content.ts';

/** What `writeXlsx` cannot keep of the workbook, a sentence each. */
export function exportWarnings(workbook: Workbook): string[] {
  const asText: string[] = [];
  const asValue: string[] = [];
  const looping: string[] = [];
  for (const { name, rows } of workbook.document.sheets) {
    for (const [row, cells] of rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        const address = { sheet: name, row, column };
        if (!isFormula(cell?.content)) continue;
        const value = workbook.value(address);
        const form = writtenForm(cell.content, value);
        if (form === 'text') asText.push(addressText(address));
        else if (form === 'value') asValue.push(addressText(address));
        else if (isError(value, '#CYCLE!')) looping.push(addressText(address));
      }
    }
  }
  const unwritten = (workbook.document.conditionalFormats ?? []).filter((format) => !isWritable(format));
  return [
    ...(unwritten.length === 0
      ? []
      : [
          `${counted(unwritten.length, 'conditional format has a formula that does', 'conditional formats have a formula that does')} not read and ${unwritten.length === 1 ? 'is' : 'are'} left out of the file.`,
        ]),
    ...(asText.length === 0
      ? []
      : [
          `${counted(asText.length, 'formula does not read and stands', 'formulas do not read and stand')} in the file as text: ${listedCells(asText)}.`,
        ]),
    ...(asValue.length === 0
      ? []
      : [
          `${counted(asValue.length, 'formula is beyond the limits of Excel', 'formulas are beyond the limits of Excel')} (${excelLimits}) and ${asValue.length === 1 ? 'stands in the file as its value' : 'stand in the file as their values'}: ${listedCells(asValue)}.`,
        ]),
    ...(looping.length === 0
      ? []
      : [
          `${counted(looping.length, 'formula depends', 'formulas depend')} on a circular reference and ${looping.length === 1 ? 'has' : 'have'} #REF! in the file until Excel recalculates: ${listedCells(looping)}.`,
        ]),
  ];
}
