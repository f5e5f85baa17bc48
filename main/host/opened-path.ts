import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasKind } from './file-kinds.ts';

/**
 * The `.roundtrip` file named on a command line, as a whole path; null when none is.
 *
 * Takes the arguments and the folder they are relative to. Options are passed over, and so is
 * everything else: the runtime adds arguments of its own.
 */
export function openedPath(args: readonly string[], folder: string): string | null {
  for (const arg of args) {
    if (arg.startsWith('-')) continue;
    // File managers of some Linux desktops hand over a file: address.
    const path = arg.startsWith('file://') ? fileURLToPath(arg) : arg;
    if (hasKind(path, ['roundtrip'])) return resolve(folder, path);
  }
  return null;
}
