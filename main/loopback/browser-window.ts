import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { runsAsRoot } from '../launch/display.mjs';

/**
 * Opens an address in a window of its own, without tabs and address bar.
 *
 * Takes the browser's path, the address, and the user-data folder. The browser runs on a profile
 * of its own there: with the person's profile it would hand the address to a window that is
 * already open, with its extensions. Everything in it that uses the network by itself is off.
 */
export function openBrowserWindow(browser: string, url: string, userDataFolder: string): ChildProcess {
  return spawn(
    browser,
    [
      `--app=${url}`,
      `--user-data-dir=${join(userDataFolder, 'browser-profile')}`,
      '--window-size=1440,900',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-domain-reliability',
      '--disable-extensions',
      '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication',
      '--disable-sync',
      '--metrics-recording-only',
      '--no-pings',
      '--password-store=basic',
      ...(runsAsRoot() ? ['--no-sandbox'] : []),
    ],
    { stdio: 'ignore' },
  );
}
