import { fillWhatIfTables } from '../../shared/analysis/what-if-tables.ts';
import { writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import { buildModel } from '../../shared/model/build.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import type { Command } from './command.ts';
import { replaceOption, writeResult } from './write-result.ts';

export const newWorkbook: Command = {
  name: 'new',
  summary: 'Writes a workbook with the shipped model.',
  files: ['FILE.roundtrip'],
  options: replaceOption,
  notes: [],
  run: async (words, output) => {
    const [file = ''] = words.files;
    const workbook = Workbook.open(buildModel());
    fillWhatIfTables(workbook);
    await writeResult(file, writeRoundtripFile(workbook.document), 'roundtrip', words, output);
    return true;
  },
};
