import { reportOf, type Check, type PlainValue, type Report } from '../../shared/analysis/report.ts';
import { isCellError, type CellValue } from '../../shared/workbook/document.ts';
import { formatValue } from '../../shared/workbook/number-format.ts';
import type { Workbook } from '../../shared/workbook/workbook.ts';
import type { Command } from './command.ts';
import { loadModel, switchOptions } from './load-workbook.ts';

export const report: Command = {
  name: 'report',
  summary: 'Prints the headline figures and every check.',
  files: ['[FILE]'],
  options: { ...switchOptions, json: { type: 'boolean', help: 'as JSON, numbers at full precision' } },
  notes: ['Without FILE, the shipped model. Exit code 1 when a check fails.'],
  run: async (words, output) => {
    const workbook = await loadModel(words.files[0], words, output);
    const result = reportOf(workbook);
    output.result(words.flag('json') ? JSON.stringify(result, null, 2) : reportText(workbook, result));
    return result.checks.every((check) => check.pass);
  },
};

function reportText(workbook: Workbook, { scenario, basis, headlines, checks }: Report): string {
  const rows = Object.entries(headlines).map(([name, { label, unit }]) => [
    label,
    headlineText(workbook, name),
    unit,
  ]);
  const width = (column: number) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0));
  const [labels, values] = [width(0), width(1)];
  return [
    workbook.document.title,
    `Scenario ${scenario ?? 'none'}, basis ${basis ?? 'none'}`,
    '',
    ...rows.map(([label = '', value = '', unit = '']) =>
      `${label.padEnd(labels)}  ${value.padStart(values)}  ${unit}`.trimEnd(),
    ),
    '',
    checksText(checks),
  ].join('\n');
}

/** The figure as its cell shows it. */
function headlineText(workbook: Workbook, name: string): string {
  const value: CellValue = workbook.namedValue(name);
  const at = workbook.name(name);
  const style = at && workbook.cell({ sheet: at.sheet, row: at.range.top, column: at.range.left })?.style;
  const format = style === undefined ? undefined : workbook.document.styles[style]?.format;
  return isCellError(value) ? value.error : formatValue(value, format).text;
}

/** Every check on a line of its own, what fails with by how much, and the count at the end. */
export function checksText(checks: readonly Check[]): string {
  const failed = checks.filter((check) => !check.pass);
  return [
    ...checks.map(({ name, pass, difference, tolerance }) =>
      pass ? `pass  ${name}` : `FAIL  ${name}: off by ${shown(difference)}, tolerance ${shown(tolerance)}`,
    ),
    '',
    failed.length === 0
      ? `All ${checks.length} checks hold.`
      : `${failed.length} of ${checks.length} checks fail.`,
  ].join('\n');
}

const shown = (value: PlainValue) => (value === null ? 'nothing' : String(value));
