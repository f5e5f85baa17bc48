// @ts-check
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the build is made from. */
const sources = ['main', 'renderer', 'shared', 'seeds', 'vite.config.ts', 'package.json'];

/** Written by the build when all its parts are done; its time is that of the build's start. */
export const buildStamp = join('dist', 'build-stamp');

/**
 * Whether `dist` is missing or older than a source file. Folders count too: their time changes
 * when a file in them is deleted or renamed.
 *
 * @param {string} root the folder with the sources and `dist`
 * @returns {boolean}
 */
export function isBuildStale(root) {
  const stamp = statSync(join(root, buildStamp), { throwIfNoEntry: false });
  if (stamp === undefined) return true;
  return sources.some((source) => changedSince(join(root, source), stamp.mtimeMs));
}

/**
 * @param {string} path
 * @param {number} time milliseconds since 1970
 * @returns {boolean}
 */
function changedSince(path, time) {
  const status = statSync(path, { throwIfNoEntry: false });
  // A packed program comes without its sources: nothing there can be newer.
  if (status === undefined) return false;
  if (status.mtimeMs > time) return true;
  if (!status.isDirectory()) return false;
  return readdirSync(path, { withFileTypes: true }).some((entry) => {
    if (entry.name === 'node_modules') return false;
    return changedSince(join(path, entry.name), time);
  });
}
