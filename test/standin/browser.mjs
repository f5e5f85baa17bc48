/*
 * Stands for Electron's own Chromium: the system's, without a screen and on a throw-away profile.
 * Names outside this machine do not resolve, so a request that leaves the program fails.
 *
 * It cannot: show a window. Sizes and full screen are those of a screenless browser.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Cdp } from './cdp.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Starts the browser. Takes where its requests to programs' schemes go; gives the connection and a way to end it. */
export async function startBrowser({ schemePort, switches }) {
  const profile = mkdtempSync(join(tmpdir(), 'standin-profile-'));
  const browser = spawn(
    findBrowser(),
    [
      '--headless=new',
      '--remote-debugging-port=0',
      // Nobody talks over the pipe; but when this process is killed it breaks, and the browser ends.
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      `--host-resolver-rules=MAP *.localhost 127.0.0.1:${schemePort}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      '--no-startup-window',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-background-timer-throttling',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-extensions',
      '--disable-gpu',
      '--disable-renderer-backgrounding',
      '--disable-sync',
      '--force-color-profile=srgb',
      '--hide-scrollbars',
      '--password-store=basic',
      ...(switches.hasSwitch('no-sandbox') ? ['--no-sandbox'] : []),
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const removeProfile = () =>
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  process.on('exit', () => {
    browser.kill('SIGKILL');
    removeProfile();
  });
  const url = await debuggingAddress(browser);
  const cdp = await Cdp.connect(url);
  const ended = new Promise((gone) => browser.once('exit', gone));
  return {
    cdp,
    url,
    ended,
    /** Lets the browser end by itself, so that it has stopped writing into its profile. */
    end: async () => {
      const late = setTimeout(() => browser.kill('SIGKILL'), 2000);
      await cdp.send('Browser.close').catch(() => {});
      await ended;
      clearTimeout(late);
    },
  };
}

function findBrowser() {
  if (process.env.ROUNDTRIP_BROWSER) return process.env.ROUNDTRIP_BROWSER;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
  if (found === undefined) throw new Error('No Chromium on the path; install it or set ROUNDTRIP_BROWSER.');
  return found;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function debuggingAddress(browser) {
  return new Promise((found, failed) => {
    let output = '';
    browser.once('error', failed);
    browser.once('exit', (code) => failed(new Error(`The browser ended (code ${code}):\n${output}`)));
    browser.stderr.on('data', (data) => {
      output += data;
      const match = /DevTools listening on (ws:\S+)/u.exec(output);
      if (match) found(match[1]);
    });
  });
}
