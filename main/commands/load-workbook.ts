import { basename, extname, resolve } from 'node:path';
import { setSwitch, type Switch } from '../../shared/analysis/switches.ts';
import { readRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import { buildModel } from '../../shared/model/build.ts';
import type { LoggedDocument } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { readDocument, readDocumentBytes } from '../host/read-document.ts';
import { valueOrRefuse, type Output, type Words } from './command.ts';

/** The options of every command that works on a model under a scenario and a basis. */
export const switchOptions = {
  scenario: {
    type: 'string',
    value: 'NAME',
    help: 'the scenario, by its name; without it, the one the file stands at',
  },
  basis: { type: 'string', value: 'seed|benchmark|user', help: 'whose figures the deals take' },
} as const;

/**
 * The workbook in a `.roundtrip` or `.xlsx` file, or the shipped model when no file is named.
 * What a file holds that was left out is told as a message. Refuses as opening does.
 */
export async function loadWorkbook(file: string | undefined, output: Output): Promise<Workbook> {
  return Workbook.open(file === undefined ? buildModel() : await readDocumentFile(file, output));
}

/** `loadWorkbook`, with the scenario and the basis of the command's words in force. */
export async function loadModel(file: string | undefined, words: Words, output: Output): Promise<Workbook> {
  const workbook = await loadWorkbook(file, output);
  for (const which of ['scenario', 'basis'] satisfies Switch[]) {
    const choice = words.text(which);
    if (choice !== undefined) valueOrRefuse(setSwitch(workbook, which, choice), true);
  }
  return workbook;
}

/** The document in a file, with its log where it has one. Refuses and tells as `loadWorkbook` does. */
export async function readDocumentFile(file: string, output: Output): Promise<LoggedDocument> {
  const path = resolve(file);
  if (extname(path).toLowerCase() === '.roundtrip') {
    const { text } = valueOrRefuse(await readDocument(path));
    return valueOrRefuse(readRoundtripFile(text, basename(path)));
  }
  const { bytes } = valueOrRefuse(await readDocumentBytes(path, ['roundtrip', 'xlsx']));
  // The xlsx reader is large, and most commands do without it.
  const { readXlsx } = await import('../../shared/exchange/xlsx/xlsx-read.ts');
  const { document, warnings } = valueOrRefuse(await readXlsx(bytes, basename(path)));
  for (const warning of warnings) output.message(warning);
  return document;
}
