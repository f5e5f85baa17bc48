// @ts-check
import { spawn } from 'node:child_process';
import { runsAsRoot } from './display.mjs';

/** Electron that ends in failure within this time did not get as far as its window. */
const startSeconds = 10;

/**
 * Runs the desktop entry until its window is closed.
 *
 * @param {string} electron the path of Electron's executable
 * @param {string} root the folder with `package.json`
 * @param {string | null} file a whole path
 * @returns {Promise<{ readonly code: number } | { readonly reason: string }>} how it ended, or why
 *   it did not start
 */
export function runDesktop(electron, root, file) {
  const args = [...(runsAsRoot() ? ['--no-sandbox'] : []), root, ...(file === null ? [] : [file])];
  const started = Date.now();
  const child = spawn(electron, args, { stdio: ['ignore', 'inherit', 'pipe'] });
  let lastLine = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    process.stderr.write(text);
    lastLine = text.trim().split('\n').at(-1) || lastLine;
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => child.kill(signal));
  }
  return new Promise((ended) => {
    child.once('error', (error) => ended({ reason: `Electron could not be started (${error.message})` }));
    child.once('close', (code, signal) => {
      const failed = code !== 0 && signal !== 'SIGINT' && signal !== 'SIGTERM';
      if (failed && Date.now() - started < startSeconds * 1000) {
        ended({ reason: `Electron ended at once (${lastLine || `code ${code ?? signal}`})` });
      } else {
        ended({ code: code ?? 1 });
      }
    });
  });
}
