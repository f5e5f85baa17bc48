import { open, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { systemErrorName } from './file-problems.ts';

/**
 * Replaces a file's content as a whole or not at all, and has it on the disk when it returns.
 *
 * Takes a path and the new content. A temporary file beside it is written, forced to the disk and
 * renamed over it; then the folder is forced to the disk, since the rename lives there. Throws the
 * system's error; then the old file is untouched and the temporary file is gone.
 */
export async function writeAtomic(path: string, content: string | Uint8Array): Promise<void> {
  await writeFileAtomic(path, '', {
    // The library writes its content with one system call and does not look at how much of it was
    // taken: on a disk that fills up, it would rename a cut-off file over the good one. So the
    // content is written here, where a short write is continued until it is whole or fails; the
    // library does the rest.
    tmpfileCreated: (temporary) => writeFile(temporary, content),
  });
  await syncFolder(dirname(path));
}

/** Systems and disks that cannot force a folder out answer with one of these; then there is no more to do. */
const cannotSyncFolders: ReadonlySet<string | null> = new Set([
  'EINVAL',
  'ENOTSUP',
  'ENOSYS',
  'EISDIR',
  'EBADF',
]);

async function syncFolder(folder: string): Promise<void> {
  // Windows has no such call: there a rename is written through by the file system's own journal.
  if (process.platform === 'win32') return;
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    const name = systemErrorName(error);
    // A folder one may write to but not list cannot be opened; the file itself is already on the disk.
    if (!cannotSyncFolders.has(name) && name !== 'EACCES') throw error;
  }
}
