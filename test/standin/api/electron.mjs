/*
 * What `require('electron')` and `import 'electron'` give in the main process. Only what this
 * program uses is here: anything else is undefined, so that a new use fails in the tests and is
 * added with thought.
 */
import { BrowserWindow } from './browser-window.mjs';
import { webContents } from './web-contents.mjs';

export { app } from './app.mjs';
export { dialog } from './dialog.mjs';
export { ipcMain } from './ipc-main.mjs';
export { Menu, MenuItem } from './menu.mjs';
export { nativeTheme } from './native-theme.mjs';
export { protocol } from './protocol.mjs';
export { session } from './session.mjs';
export { BrowserWindow, webContents };
