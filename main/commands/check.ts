import { checksOf } from '../../shared/analysis/report.ts';
import { addressText } from '../../shared/workbook/address.ts';
import { isCellError, isFormula } from '../../shared/workbook/document.ts';
import type { Workbook } from '../../shared/workbook/workbook.ts';
import type { Command } from './command.ts';
import { loadModel, switchOptions } from './load-workbook.ts';
import { checksText } from './report.ts';

/** More errors than this are counted, not listed: the first ones usually cause the rest. */
const mostErrorsListed = 20;

export const check: Command = {
  name: 'check',
  summary: 'Opens a workbook, counts what it holds, and runs every check.',
  files: ['[FILE]'],
  options: switchOptions,
  notes: ['Without FILE, the shipped model. Exit code 1 when a check fails or a cell shows an error.'],
  run: async (words, output) => {
    const workbook = await loadModel(words.files[0], words, output);
    const { formulas, inputs, emptyInputs, errors } = survey(workbook);
    const checks = checksOf(workbook);
    const counts = [
      counted(workbook.document.sheets.length, 'sheet'),
      counted(formulas, 'formula'),
      `${counted(inputs, 'input')}${emptyInputs > 0 ? ` (${emptyInputs} empty)` : ''}`,
      counted(checks.length, 'check'),
    ];
    output.result(`${counts.join(', ')}\n\n${checksText(checks)}`);
    if (errors.length > 0) output.result(errorsText(errors));
    return errors.length === 0 && checks.every(({ pass }) => pass);
  },
};

interface ErrorCell {
  readonly address: string;
  readonly error: string;
  /** The loop through the cell, in order; empty when it is in none. */
  readonly loop: readonly string[];
}

interface Survey {
  readonly formulas: number;
  /** Cells for a person to type into that hold no formula; empty ones are counted too. */
  readonly inputs: number;
  readonly emptyInputs: number;
  readonly errors: readonly ErrorCell[];
}

function survey(workbook: Workbook): Survey {
  let formulas = 0;
  let inputs = 0;
  let emptyInputs = 0;
  const errors: ErrorCell[] = [];
  for (const sheet of workbook.document.sheets) {
    const values = workbook.sheetValues(sheet.name);
    sheet.rows.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        if (isFormula(cell?.content)) formulas++;
        else if (cell?.style !== undefined && workbook.document.styles[cell.style]?.role === 'input') {
          inputs++;
          if (cell.content === null) emptyInputs++;
        }
        const value = values[row]?.[column] ?? null;
        if (!isCellError(value)) return;
        const address = { sheet: sheet.name, row, column };
        const loop = value.error === '#CYCLE!' ? workbook.loopThrough(address).map(addressText) : [];
        errors.push({ address: addressText(address), error: value.error, loop });
      });
    });
  }
  return { formulas, inputs, emptyInputs, errors };
}

/** `1 sheet`, `3 sheets`. */
function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function errorsText(errors: readonly ErrorCell[]): string {
  const loops = new Map(
    errors
      .filter(({ loop }) => loop.length > 0)
      .map(({ loop }) => [loop.toSorted().join(), [...loop, loop[0]].join(' → ')]),
  );
  const listed = errors.slice(0, mostErrorsListed).map(({ address, error }) => `${error}  ${address}`);
  const rest = errors.length - listed.length;
  return [
    '',
    `${errors.length} ${errors.length === 1 ? 'cell shows' : 'cells show'} an error:`,
    ...listed,
    ...(rest > 0 ? [`and ${rest} more`] : []),
    ...[...loops.values()].map((loop) => `Circular reference: ${loop}. Break it at one of these cells.`),
  ].join('\n');
}
