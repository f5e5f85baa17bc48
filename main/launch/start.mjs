// @ts-check
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasDisplay } from './display.mjs';
import { runDesktop } from './desktop.mjs';
import { electronRuntime } from './electron-runtime.mjs';

/**
 * Opens the program in a window: on Electron, or where that cannot be had, from the loopback
 * entry, with the reason in one line.
 *
 * @param {string} root the folder with `package.json` and `dist`
 * @param {readonly string[]} args what follows `start`: at most one file
 * @returns {Promise<number>} the exit code
 */
export async function start(root, args) {
  const [name, ...others] = args;
  if (others.length > 0 || name?.startsWith('-')) {
    console.error('Usage: roundtrip start [FILE.roundtrip]');
    return 2;
  }
  const file = name === undefined ? null : resolve(name);
  if (file !== null && !file.toLowerCase().endsWith('.roundtrip')) {
    console.error(`${name} is not a .roundtrip file. Start without it and use the File menu.`);
    return 2;
  }
  if (file !== null && !existsSync(file)) {
    console.error(`${file} does not exist. Check the path, or start without a file.`);
    return 2;
  }

  const reason = await tryDesktop(root, file);
  if (typeof reason === 'number') return reason;
  if (reason !== null) console.log(`${reason}, so Roundtrip opens in a browser instead.`);
  /** @type {typeof import('../browser.ts')} */
  const { openInBrowser } = await import(pathToFileURL(join(root, 'dist', 'main', 'browser.js')).href);
  await openInBrowser({ appFolder: root, openPath: file });
  return 0;
}

/**
 * @param {string} root
 * @param {string | null} file
 * @returns {Promise<number | string | null>} the exit code when the desktop ran; otherwise why it
 *   did not, or null when it was not wanted
 */
async function tryDesktop(root, file) {
  if (process.env['ROUNDTRIP_ENTRY'] === 'browser') return null;
  // A stand-in for Electron brings its own display.
  if (!hasDisplay() && !process.env['ELECTRON_OVERRIDE_DIST_PATH']) return 'There is no display for Electron';
  const runtime = await electronRuntime(root);
  if ('reason' in runtime) return runtime.reason;
  const run = await runDesktop(runtime.path, root, file);
  return 'reason' in run ? run.reason : run.code;
}
