import { resolve } from 'node:path';
import { writeExport } from '../host/write-document.ts';
import { valueOrRefuse, type Command } from './command.ts';
import { loadModel, switchOptions } from './load-workbook.ts';

export const exportWorkbook: Command = {
  name: 'export',
  summary: 'Writes an Excel workbook with live formulas.',
  files: ['OUT.xlsx', '[FILE]'],
  options: { ...switchOptions, replace: { type: 'boolean', help: 'replace a file that is already there' } },
  notes: ['Without FILE, the shipped model.'],
  run: async (words, output) => {
    const [out = '', file] = words.files;
    const workbook = await loadModel(file, words, output);
    const { writeXlsx } = await import('../../shared/exchange/xlsx-write.ts');
    const bytes = await writeXlsx(workbook);
    const options = { replace: words.flag('replace'), kinds: ['xlsx'] as const };
    const { path } = valueOrRefuse(await writeExport(resolve(out), bytes, options));
    output.message(`Wrote ${path}`);
    return true;
  },
};
