import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Dirent } from 'node:fs';
import type { FileKind, HostOutput } from '../../shared/host.ts';
import { failure, success } from '../../shared/result.ts';
import { checkedPath } from './checked-path.ts';
import { hasKind } from './file-kinds.ts';
import { fileFailure, fileProblem } from './file-problems.ts';

type Listing = HostOutput<'files.list'>;
type Entry = Extract<Listing, { ok: true }>['value']['entries'][number];

/**
 * What a file chooser shows of a folder: its folders, then its files of one kind, by name.
 *
 * Takes a whole path, or null for where people keep their documents. Hidden entries, other kinds
 * of file and links that lead nowhere are left out. Refuses what is not a folder.
 */
export async function listFolder(folder: string | null, kind: FileKind): Promise<Listing> {
  const checked = checkedPath(folder ?? (await documentsFolder()), 'listed');
  if (!checked.ok) return checked;
  const path = checked.value;
  try {
    if (!(await stat(path)).isDirectory()) {
      return failure(
        fileProblem(path, 'listed', {
          code: 'not-a-folder',
          because: 'it is a file, not a folder',
          remedy: 'Choose the folder it is in.',
        }),
      );
    }
    const shown = (await readdir(path, { withFileTypes: true })).filter((entry) => isShown(entry, kind));
    const entries = await Promise.all(shown.map((entry) => describeEntry(path, entry.name)));
    const parent = dirname(path);
    return success({
      folder: path,
      parent: parent === path ? null : parent,
      entries: entries
        .filter((entry) => entry !== null)
        .filter((entry) => entry.folder || hasKind(entry.name, [kind]))
        .toSorted(foldersFirstThenByName),
    });
  } catch (error) {
    return fileFailure(error, path, 'listed');
  }
}

function isShown(entry: Dirent, kind: FileKind): boolean {
  if (entry.name.startsWith('.')) return false;
  // A link may lead to a folder, so its name alone does not decide.
  return entry.isDirectory() || entry.isSymbolicLink() || (entry.isFile() && hasKind(entry.name, [kind]));
}

async function describeEntry(folder: string, name: string): Promise<Entry | null> {
  const path = join(folder, name);
  // A link that leads nowhere, or a file deleted since: there is nothing to show or to report.
  const status = await stat(path).catch(() => null);
  if (status === null || !(status.isFile() || status.isDirectory())) return null;
  const isFolder = status.isDirectory();
  return { name, path, folder: isFolder, size: isFolder ? 0 : status.size, modified: status.mtimeMs };
}

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function foldersFirstThenByName(one: Entry, other: Entry): number {
  if (one.folder !== other.folder) return one.folder ? -1 : 1;
  return byName.compare(one.name, other.name);
}

async function documentsFolder(): Promise<string> {
  const documents = join(homedir(), 'Documents');
  const status = await stat(documents).catch(() => null);
  return status?.isDirectory() ? documents : homedir();
}
