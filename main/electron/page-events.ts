import { ipcMain } from 'electron';
import type { BrowserWindow } from 'electron';
import type { HostEvent } from '../../shared/host.ts';
import { eventChannel, listeningChannel } from './channels.ts';
import { isTrustedSender } from './trusted-sender.ts';

export interface PageEvents {
  /** Tells the page, at once or as soon as it listens. */
  readonly tell: (event: HostEvent) => void;
  /** Whether the page listens; one that is starting, has failed or has crashed does not. */
  readonly isHeard: () => boolean;
}

/** The way of the machine's events to a window's page. What comes before the page listens waits. */
export function pageEvents(window: BrowserWindow): PageEvents {
  let listening = false;
  let waiting: HostEvent[] = [];
  const send = (event: HostEvent) => window.webContents.send(eventChannel, event);

  ipcMain.on(listeningChannel, (event, given: unknown) => {
    if (!isTrustedSender(window, event)) return;
    listening = given === true;
    if (!listening) return;
    for (const one of waiting) send(one);
    waiting = [];
  });
  const stopListening = () => {
    listening = false;
  };
  // A new document, after a reload; a refused navigation does not get this far.
  window.webContents.on('did-navigate', stopListening);
  window.webContents.on('render-process-gone', stopListening);

  return {
    tell: (event) => {
      if (window.isDestroyed()) return;
      if (listening) send(event);
      else waiting.push(event);
    },
    isHeard: () => listening,
  };
}
