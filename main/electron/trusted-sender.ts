import type { BrowserWindow, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { isAppUrl } from './protocol.ts';

/** Whether a message comes from the top frame of this window, and that shows the program's own page. */
export function isTrustedSender(window: BrowserWindow, event: IpcMainEvent | IpcMainInvokeEvent): boolean {
  if (window.isDestroyed() || event.sender !== window.webContents) return false;
  const frame = event.senderFrame;
  return frame !== null && frame === window.webContents.mainFrame && isAppUrl(frame.url);
}
