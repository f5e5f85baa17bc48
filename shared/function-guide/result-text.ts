import { numberText } from '../workbook/number-text.ts';
import { isCellError, type CellValue } from '../workbook/document.ts';

function valueText(value: CellValue): string {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'number') return numberText(value);
  return typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : value ? 'TRUE' : 'FALSE';
}

/** What a formula gives, row by row, as it is written in a formula: `5`, `"a"`, or `{1,2;3,4}` for several cells. */
export function resultText(values: readonly (readonly CellValue[])[]): string {
  const rows = values.map((row) => row.map(valueText).join(','));
  const isOne = values.length === 1 && values[0]?.length === 1;
  return isOne ? rows.join('') : `{${rows.join(';')}}`;
}
