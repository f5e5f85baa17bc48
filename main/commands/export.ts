import { fillWhatIfTables } from '../../shared/analysis/what-if-tables.ts';
import type { Command } from './command.ts';
import { loadModel, switchOptions } from './load-workbook.ts';
import { replaceOption, resultTarget } from './write-result.ts';

export const exportWorkbook: Command = {
  name: 'export',
  summary: 'Writes an Excel workbook with live formulas.',
  files: ['OUT.xlsx', '[FILE]'],
  options: { ...switchOptions, ...replaceOption },
  notes: ['Without FILE, the shipped model.'],
  run: async (words, output) => {
    const [out = '', file] = words.files;
    const write = await resultTarget(out, 'xlsx', words, output);
    const workbook = await loadModel(file, words, output);
    fillWhatIfTables(workbook);
    // The xlsx writer is large, and most commands do without it.
    const { exportWarnings } = await import('../../shared/exchange/xlsx/export-warnings.ts');
    const { writeXlsx } = await import('../../shared/exchange/xlsx/xlsx-write.ts');
    for (const warning of exportWarnings(workbook)) output.message(warning);
    await write(await writeXlsx(workbook));
    return true;
  },
};
