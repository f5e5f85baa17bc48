import { resolve } from 'node:path';
import { writeRoundtripFile } from '../../shared/exchange/roundtrip-file.ts';
import { buildModel } from '../../shared/model/build.ts';
import { writeExport } from '../host/write-document.ts';
import { valueOrRefuse, type Command } from './command.ts';

export const newWorkbook: Command = {
  name: 'new',
  summary: 'Writes a workbook with the shipped model.',
  files: ['FILE.roundtrip'],
  options: { replace: { type: 'boolean', help: 'replace a file that is already there' } },
  notes: [],
  run: async ({ files: [file = ''], flag }, output) => {
    const text = writeRoundtripFile(buildModel());
    const options = { replace: flag('replace'), kinds: ['roundtrip'] as const };
    const { path } = valueOrRefuse(await writeExport(resolve(file), text, options));
    output.message(`Wrote ${path}`);
    return true;
  },
};
