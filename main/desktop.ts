import { join } from 'node:path';
import { app, dialog, session } from 'electron';
import type { BrowserWindow } from 'electron';
import { guardClosing } from './electron/closing.ts';
import { dialogMethods } from './electron/dialogs.ts';
import { answerWindow } from './electron/ipc.ts';
import { setApplicationMenu } from './electron/menu.ts';
import { pageEvents } from './electron/page-events.ts';
import type { PageEvents } from './electron/page-events.ts';
import { refusePermissions } from './electron/permissions.ts';
import { printMethod } from './electron/print-pdf.ts';
import { declareScheme, serveRenderer } from './electron/protocol.ts';
import { applyTheme } from './electron/theme.ts';
import { bringToFront, createWindow, loadPage } from './electron/window.ts';
import { machineMethods } from './host/machine.ts';
import { openedPath } from './host/opened-path.ts';
import { readSettings } from './host/settings.ts';

/*
 * The desktop entry: one window over one workbook. A second start hands its file to the first and
 * ends.
 */

let window: BrowserWindow | null = null;
/** The started page; until it has asked for its start, a file to open waits in `openPath`. */
let startedPage: PageEvents | null = null;
let openPath = openedPath(process.argv.slice(1), process.cwd());

process.on('uncaughtException', reportBug);
process.on('unhandledRejection', reportBug);

const chosenFolder = process.env['ROUNDTRIP_USER_DATA'];
if (chosenFolder) app.setPath('userData', chosenFolder);
app.enableSandbox();
declareScheme();
app.on('open-file', (event, path) => {
  event.preventDefault();
  open(path);
});

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, args, folder) => {
    if (window !== null) bringToFront(window);
    const path = openedPath(args.slice(1), folder);
    if (path !== null) open(path);
  });
  app.on('window-all-closed', () => app.quit());
  // Not awaited here: Electron becomes ready only when this file has been run to its end.
  void app.whenReady().then(start);
} else {
  app.quit();
}

async function start(): Promise<void> {
  const userDataFolder = app.getPath('userData');
  const { settings } = await readSettings(userDataFolder);
  applyTheme(settings.theme);
  refusePermissions(session.defaultSession);
  serveRenderer(join(app.getAppPath(), 'dist', 'renderer'));

  const opened = createWindow(join(app.getAppPath(), 'dist', 'preload', 'preload.cjs'));
  window = opened;
  opened.once('closed', () => {
    window = null;
    startedPage = null;
  });
  const page = pageEvents(opened);
  setApplicationMenu((id) => page.tell({ kind: 'command', id }));
  guardClosing(opened, page);
  const machine = machineMethods({
    version: app.getVersion(),
    entry: 'desktop',
    nativeDialogs: true,
    userDataFolder,
    openPath: () => openPath,
  });

  answerWindow(opened, {
    ...machine,
    'app.start': async (input) => {
      const answer = await machine['app.start'](input);
      startedPage = page;
      return answer;
    },
    'settings.write': async (changed) => {
      applyTheme(changed.theme);
      return machine['settings.write'](changed);
    },
    ...dialogMethods(opened),
    'window.printPdf': printMethod(opened),
    'window.setTitle': async ({ title, unsaved }) => {
      opened.setTitle(title);
      opened.setDocumentEdited(unsaved);
      return null;
    },
    'window.paste': async () => {
      opened.webContents.paste();
      return null;
    },
    'window.fullScreen': async ({ on }) => {
      opened.setFullScreen(on);
      return null;
    },
    'window.close': async () => {
      // After this answer is on its way: destroying the window would cut it off.
      setImmediate(() => opened.destroy());
      return null;
    },
  });
  await loadPage(opened);
}

/** Opens a file in the running window, or keeps it for the window that is about to start. */
function open(path: string): void {
  if (startedPage === null) openPath = path;
  else startedPage.tell({ kind: 'open', path });
}

/** A bug in this process: the person reads plain words, the terminal gets the details. */
function reportBug(error: unknown): void {
  console.error(error);
  dialog.showErrorBox(
    'Roundtrip ran into an error of its own',
    `${error instanceof Error ? error.message : String(error)}\n\nYour files are as they were last saved. Save your work and start Roundtrip again.`,
  );
}
