/*
 * Stands for Electron's reading of asar archives: unpacks one to a temporary folder that is
 * removed when the process ends.
 *
 * It cannot: check the archive's integrity, or read files that were left outside it.
 */
import { closeSync, mkdirSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Takes an archive; gives the folder with its files. */
export function unpackAsar(archive) {
  const folder = mkdtempSync(join(tmpdir(), 'standin-asar-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = openSync(archive, 'r');
  const read = (position, length) => {
    const bytes = Buffer.alloc(length);
    readSync(file, bytes, 0, length, position);
    return bytes;
  };
  // Two nested size fields, then the length of the directory, which is JSON.
  const head = read(0, 16);
  const filesStart = 8 + head.readUInt32LE(4);
  const directory = JSON.parse(read(16, head.readUInt32LE(12)).toString('utf8'));
  const unpack = (entry, path) => {
    if (entry.files === undefined) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, read(filesStart + Number(entry.offset), entry.size));
      return;
    }
    for (const [name, child] of Object.entries(entry.files)) unpack(child, join(path, name));
  };
  unpack(directory, folder);
  closeSync(file);
  return folder;
}
