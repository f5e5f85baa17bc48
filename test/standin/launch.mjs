/*
 * Stands for the time between Electron's start and `ready`: brings up the browser, then tells the
 * program. The line Playwright waits for, with the browser's address, is printed on the way.
 */
import { app, becomeReady } from './api/app.mjs';
import { adoptForeignPage } from './api/web-contents.mjs';
import { startBrowser } from './browser.mjs';
import { runtime } from './runtime.mjs';
import { serveSchemes } from './schemes.mjs';

/**
 * Takes what is run. Starts the browser at once; gives how to go on to `ready` when the program's
 * main file has been loaded.
 */
export function launch(program) {
  runtime.program = program;
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => app.exit(0));
  const broughtUp = bringUp(program).catch((error) => {
    console.error(error);
    process.exit(1);
  });
  return async () => {
    await broughtUp;
    if (!app.isExiting) becomeReady();
  };
}

async function bringUp({ commandLine }) {
  const browser = await startBrowser({ schemePort: await serveSchemes(), switches: commandLine });
  if (app.isExiting) return;
  runtime.cdp = browser.cdp;
  runtime.endBrowser = browser.end;
  void browser.ended.then(() => app.exit(1));
  browser.cdp.on('Target.targetDestroyed', ({ targetId }) => runtime.windows.get(targetId)?.vanish());
  browser.cdp.on('Target.targetCreated', ({ targetInfo }) => adoptForeignPage(targetInfo));
  await browser.cdp.send('Target.setDiscoverTargets', { discover: true });
  if (commandLine.hasSwitch('remote-debugging-port')) {
    process.stderr.write(`\nDevTools listening on ${browser.url}\n`);
  }
}
