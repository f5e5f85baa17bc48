import { resolve } from 'node:path';
import type { FileKind } from '../../shared/host.ts';
import { failure } from '../../shared/result.ts';
import { writeExport } from '../host/write-document.ts';
import { valueOrRefuse, type Output, type Words } from './command.ts';

/** The option of every command that writes a file. */
export const replaceOption = {
  replace: { type: 'boolean', help: 'replace a file that is already there' },
} as const;

/** Writes what a command made and tells where. Refuses to replace a file unless the words say so. */
export async function writeResult(
  file: string,
  content: string | Uint8Array,
  kind: FileKind,
  words: Words,
  output: Output,
): Promise<void> {
  const written = await writeExport(resolve(file), content, {
    replace: words.flag('replace'),
    kinds: [kind],
  });
  const { path } = valueOrRefuse(
    !written.ok && written.problem.code === 'exists'
      ? failure({ ...written.problem, remedy: 'Add --replace to replace it, or give the file another name.' })
      : written,
  );
  output.message(`Wrote ${path}`);
}
