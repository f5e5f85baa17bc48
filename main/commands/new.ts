import { writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import { buildModel } from '../../shared/model/build.ts';
import type { Command } from './command.ts';
import { replaceOption, resultTarget } from './write-result.ts';

export const newWorkbook: Command = {
  name: 'new',
  summary: 'Writes a workbook with the shipped model.',
  files: ['FILE.roundtrip'],
  options: replaceOption,
  notes: ['The window works out its what-if tables when it opens the file; so do export and calc.'],
  run: async (words, output) => {
    const [file = ''] = words.files;
    const write = await resultTarget(file, 'roundtrip', words, output);
    await write(writeRoundtripFile(buildModel()));
    return true;
  },
};
