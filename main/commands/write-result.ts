import { resolve } from 'node:path';
import type { FileKind } from '../../shared/host.ts';
import { failure, type Result } from '../../shared/result.ts';
import { checkTarget, writeExport } from '../host/write-document.ts';
import { valueOrRefuse, type Output, type Words } from './command.ts';

/** The option of every command that writes a file. */
export const replaceOption = {
  replace: { type: 'boolean', help: 'replace a file that is already there' },
} as const;

/**
 * Where a command writes what it makes, checked before any of the work. Gives what writes it there and
 * tells so. Refuses a name of another kind and, unless the words say so, to replace a file.
 */
export async function resultTarget(
  file: string,
  kind: FileKind,
  words: Words,
  output: Output,
): Promise<(content: string | Uint8Array) => Promise<void>> {
  const path = resolve(file);
  const rules = { replace: words.flag('replace'), kinds: [kind] };
  orRefuse(await checkTarget(path, rules));
  return async (content) => {
    const written = orRefuse(await writeExport(path, content, rules));
    output.message(`Wrote ${written.path}`);
  };
}

function orRefuse<Value>(result: Result<Value>): Value {
  return valueOrRefuse(
    !result.ok && result.problem.code === 'exists'
      ? failure({ ...result.problem, remedy: 'Add --replace to replace it, or give the file another name.' })
      : result,
  );
}
