import { extname, isAbsolute, normalize } from 'node:path';
import type { FileKind } from '../../shared/host.ts';
import { failure, success } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { fileKinds, hasKind } from './file-kinds.ts';
import { fileProblem } from './file-problems.ts';
import type { FileAction } from './file-problems.ts';

/**
 * The path of a file the window named, ready for use.
 *
 * Takes a path as it came; gives it normalised. Refuses relative paths (whose meaning would hang
 * on the folder the program was started from) and names whose extension is not one of `kinds`.
 */
export function checkedFilePath(
  path: string,
  kinds: readonly FileKind[],
  action: FileAction,
): Result<string> {
  const absolute = checkedPath(path, action);
  if (!absolute.ok || hasKind(absolute.value, kinds)) return absolute;
  const wanted = kinds.map((kind) => fileKinds[kind].extension).join(' or ');
  const has = extname(path);
  return failure(
    fileProblem(path, action, {
      code: 'wrong-kind',
      because: has === '' ? 'its name has no extension' : `its name ends in ${has}`,
      remedy: `Choose a name that ends in ${wanted}.`,
    }),
  );
}

/** A path of any kind, normalised. Refuses relative paths. */
export function checkedPath(path: string, action: FileAction): Result<string> {
  if (isAbsolute(path)) return success(normalize(path));
  return failure(
    fileProblem(path, action, {
      code: 'relative-path',
      because: 'its path does not start at the root of a disk',
      remedy: 'Give the whole path.',
    }),
  );
}
