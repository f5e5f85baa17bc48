import { BrowserWindow } from 'electron';
import { appOrigin } from './protocol.ts';
import { refuseNavigation } from './permissions.ts';
import { followTheme, startBackground, titleBarOverlay } from './theme.ts';

/**
 * The program's window, sandboxed, without the system's title bar, not yet loaded.
 *
 * Takes the path of the built preload.
 */
export function createWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    name: 'workbook',
    windowStatePersistence: true,
    width: 1440,
    height: 900,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Roundtrip',
    backgroundColor: startBackground(),
    titleBarStyle: 'hidden',
    ...(process.platform === 'darwin' ? {} : { titleBarOverlay: titleBarOverlay() }),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // The spelling checker would fetch its word lists from the network.
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  refuseNavigation(window.webContents);
  followTheme(window);
  window.setMenuBarVisibility(false);
  window.once('ready-to-show', () => window.show());
  return window;
}

/** Loads the page. Throws when it cannot be loaded, which means a broken installation. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(`${appOrigin}/`);
}

/** Brings the window before the person's eyes, from wherever it is. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
