import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { PageEvents } from './page-events.ts';

/**
 * Guards unsaved changes: a window asked to close waits until the page says it may go.
 *
 * Takes the window and its page. A page that does not listen (it is starting, has failed or has
 * crashed) cannot answer, and the window closes at once; when it hangs, the person decides.
 */
export function guardClosing(window: BrowserWindow, page: PageEvents): void {
  let hangs = false;
  window.on('unresponsive', () => {
    hangs = true;
  });
  window.on('responsive', () => {
    hangs = false;
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void offerReload(window);
  });
  window.on('close', (event) => {
    if (!page.isHeard()) return;
    event.preventDefault();
    if (hangs) void offerToCloseAnyway(window);
    else page.tell({ kind: 'close' });
  });
}

async function offerToCloseAnyway(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'Roundtrip is busy and does not answer.',
    detail: 'If you close it now, changes that are not saved are lost.',
    buttons: ['Wait', 'Close anyway'],
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 1) window.destroy();
}

async function offerReload(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return;
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The workbook window stopped unexpectedly.',
    detail: 'Changes since the last save are lost. The file on the disk is as it was last saved.',
    buttons: ['Start again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  });
  if (window.isDestroyed()) return;
  if (response === 0) window.webContents.reload();
  else window.destroy();
}
