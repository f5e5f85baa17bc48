// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Electron's installer and the build need it. */
const wanted = [22, 12];

/**
 * The Node that is installed with the program, when the running one is too old.
 *
 * @param {string} root the folder with `node_modules`
 * @param {string} version of the running Node
 * @returns {string | null} its path; null when the running one will do or there is no other
 */
export function newerNode(root, version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return null;
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  // The package itself, since what stands in node_modules/.bin is a script on Windows.
  const path = join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', name);
  return existsSync(path) ? path : null;
}
