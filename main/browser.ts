import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeProblem } from '../shared/result.ts';
import { findBrowser } from './host/find-browser.ts';
import { userDataFolder } from './host/user-data-folder.ts';
import { hasDisplay } from './launch/display.mjs';
import { browserHost } from './loopback/browser-host.ts';
import { openBrowserWindow } from './loopback/browser-window.ts';
import { startLoopback } from './loopback/server.ts';

export { startLoopback } from './loopback/server.ts';

export interface BrowserEntryOptions {
  /** The folder with `package.json` and `dist`. */
  readonly appFolder: string;
  /** A whole path; null starts from the seeds. */
  readonly openPath: string | null;
}

/** A reload and a sleeping machine both end the connection for a moment. */
const secondsWithoutWindow = 10;

/**
 * The loopback entry: serves the program on this machine and opens it in a browser window.
 *
 * Prints the address on a line of its own. Opens no window, and says why, where there is no
 * display or no browser, or when `ROUNDTRIP_BROWSER` is `none`. When it did open a window, it ends
 * once that has been gone for ten seconds; otherwise it serves until it is stopped.
 */
export async function openInBrowser({ appFolder, openPath }: BrowserEntryOptions): Promise<void> {
  const folder = userDataFolder();
  const window = { opened: false, seen: false };
  let ending: NodeJS.Timeout | undefined;

  const loopback = await startLoopback({
    rendererFolder: join(appFolder, 'dist', 'renderer'),
    host: browserHost({ version: await versionOf(appFolder), userDataFolder: folder, openPath }),
    onWindowCount: (count) => {
      clearTimeout(ending);
      if (count > 0) window.seen = true;
      else if (window.opened) ending = setTimeout(() => void loopback.close(), secondsWithoutWindow * 1000);
    },
  });
  let child: ChildProcess | null = null;
  const stop = () => {
    child?.kill();
    void loopback.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);

  console.log(`Roundtrip is at this address, which works once:\n${loopback.startUrl}`);
  const browser = browserToOpen();
  if ('reason' in browser) {
    console.log(`${browser.reason} Open the address in a browser on this machine; stop with Ctrl+C.`);
    return;
  }
  child = openBrowserWindow(browser.path, loopback.startUrl, folder);
  // The server decides when this process ends, not a browser that lingers without a window.
  child.unref();
  window.opened = true;
  const sayNotOpened = (reason: string) => {
    if (window.seen) return;
    window.opened = false;
    console.log(`${browser.path} ${reason}. Open the address yourself; stop with Ctrl+C.`);
  };
  child.once('error', (error) => sayNotOpened(`could not be started: ${error.message}`));
  child.once('exit', (code) => {
    // Code 0 without a window can be a browser that handed the address to its running instance.
    if (code !== 0) sayNotOpened(`ended before it showed the window (code ${code ?? 'none'})`);
  });
}

function browserToOpen(): { readonly path: string } | { readonly reason: string } {
  if (process.env['ROUNDTRIP_BROWSER'] === 'none') {
    return { reason: 'No window was opened, as ROUNDTRIP_BROWSER=none asks.' };
  }
  if (!hasDisplay()) return { reason: 'No window was opened: there is no display.' };
  const found = findBrowser();
  return found.ok
    ? { path: found.value }
    : { reason: `No window was opened: ${describeProblem(found.problem)}` };
}

async function versionOf(appFolder: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(appFolder, 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  throw new Error(`${appFolder} has a package.json without a version.`);
}
