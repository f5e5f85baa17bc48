// @ts-check
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {{ readonly path: string } | { readonly reason: string }} Runtime */

/** A download that has not grown for so long is given up. */
const stallSeconds = 15;

/** A failed download is not tried again for so long, so that not every start waits for it. */
const hoursUntilRetry = 24;

/**
 * The path of Electron's executable, fetched once when it is not there yet; or why there is none,
 * as a sentence without its full stop.
 *
 * The `electron` package would download without a limit as soon as it is imported, so it is not
 * imported: its own installer is run, watched, and ended when nothing arrives any more.
 *
 * @param {string} root the folder with `node_modules`
 * @returns {Promise<Runtime>}
 */
export async function electronRuntime(root) {
  const chosen = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (chosen) {
    const path = join(chosen, executableName(root));
    return existsSync(path) ? { path } : { reason: `ELECTRON_OVERRIDE_DIST_PATH holds no ${path}` };
  }
  const installed = installedRuntime(root);
  if (installed !== null) return { path: installed };
  if (!existsSync(join(root, 'node_modules', 'electron'))) return { reason: 'Electron is not installed' };
  const earlier = rememberedFailure(root);
  if (earlier !== null) return { reason: notFetched(`${earlier}; "npx install-electron" tries again`) };
  console.error("Fetching Electron's runtime…");
  const failed = await fetchRuntime(root);
  const fetched = installedRuntime(root);
  if (fetched !== null) return { path: fetched };
  const cause = failed ?? 'its installer left nothing';
  rememberFailure(root, cause);
  return { reason: notFetched(cause) };
}

/** @param {string} cause */
function notFetched(cause) {
  return `Electron's runtime could not be fetched (${cause})`;
}

/** @param {string} root */
function executableName(root) {
  const recorded = join(root, 'node_modules', 'electron', 'path.txt');
  if (existsSync(recorded)) return readFileSync(recorded, 'utf8').trim();
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** @param {string} root */
function installedRuntime(root) {
  const path = join(root, 'node_modules', 'electron', 'dist', executableName(root));
  return existsSync(path) ? path : null;
}

/**
 * @param {string} root
 * @returns {Promise<string | null>} why it failed; null when it did not
 */
async function fetchRuntime(root) {
  // The installer downloads into the temporary folder it is given; its growth is its progress.
  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-electron-'));
  const child = spawn(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], {
    env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  let bytes = 0;
  let lastGrowth = Date.now();
  let stalled = false;
  const watch = setInterval(() => {
    const now = sizeOf(folder) + sizeOf(join(root, 'node_modules', 'electron', 'dist'));
    if (now !== bytes) {
      bytes = now;
      lastGrowth = Date.now();
    } else if (Date.now() - lastGrowth > stallSeconds * 1000) {
      stalled = true;
      child.kill();
    }
  }, 500);
  try {
    const code = await new Promise((ended) => {
      child.once('error', () => ended(null));
      child.once('close', ended);
    });
    if (code === 0) return null;
    return stalled ? `nothing arrived for ${stallSeconds} seconds` : firstErrorLine(output);
  } finally {
    clearInterval(watch);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function sizeOf(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true }).reduce((total, entry) => {
    const status = statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false });
    return total + (status?.isFile() ? status.size : 0);
  }, 0);
}

/** @param {string} output */
function firstErrorLine(output) {
  const lines = output.split('\n').map((line) => line.trim());
  const told = lines.find((line) => /error/iu.test(line)) ?? lines.find((line) => line !== '');
  return (told ?? 'the installer failed').replace(/^\w*Error: /u, '');
}

/** @param {string} root */
function failureFile(root) {
  return join(root, 'node_modules', '.cache', 'roundtrip', 'electron-failure.json');
}

/**
 * @param {string} root
 * @returns {string | null}
 */
function rememberedFailure(root) {
  const path = failureFile(root);
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined || Date.now() - status.mtimeMs > hoursUntilRetry * 3_600_000) return null;
  try {
    const { cause } = JSON.parse(readFileSync(path, 'utf8'));
    return typeof cause === 'string' ? cause : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} root
 * @param {string} cause
 */
function rememberFailure(root, cause) {
  try {
    mkdirSync(join(failureFile(root), '..'), { recursive: true });
    writeFileSync(failureFile(root), JSON.stringify({ cause }));
  } catch {
    // node_modules can be read-only; then the next start tries again, which costs only time.
  }
}
