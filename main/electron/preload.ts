import { contextBridge, ipcRenderer } from 'electron';
import type { HostEvent, HostMethod } from '../../shared/host.ts';
import { callChannel, eventChannel, listeningChannel } from './channels.ts';

/*
 * The one door between the sandboxed window and the machine. It stays small, because it runs in
 * the window's process: names are checked here, so that no other channel can be reached; shapes
 * are checked where the call arrives.
 */

/** A table rather than a list, so that a method missing here does not compile. */
const methods: Readonly<Record<HostMethod, true>> = {
  'app.start': true,
  'settings.write': true,
  'files.read': true,
  'files.write': true,
  'files.list': true,
  'files.chooseOpen': true,
  'files.chooseSave': true,
  'window.printPdf': true,
  'window.setTitle': true,
  'window.paste': true,
  'window.fullScreen': true,
  'window.close': true,
};

/** The machine asks a page before it closes the window, but only one that can hear it. */
let listeners = 0;
function countListeners(change: 1 | -1): void {
  listeners += change;
  ipcRenderer.send(listeningChannel, listeners > 0);
}

contextBridge.exposeInMainWorld('roundtripHost', {
  /** Takes a method of the contract and its input; gives its output, both unparsed. */
  call: (method: string, input: unknown): Promise<unknown> =>
    Object.hasOwn(methods, method)
      ? ipcRenderer.invoke(callChannel, method, input)
      : Promise.reject(new Error(`There is no method ${method}.`)),

  /** Takes a listener for events of the machine; gives a function that ends the listening. */
  onEvent: (listener: (event: HostEvent) => void): (() => void) => {
    // The system's own event object is kept back: it holds the channel to the machine.
    const forward = (_event: unknown, event: HostEvent) => listener(event);
    ipcRenderer.on(eventChannel, forward);
    countListeners(1);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      ipcRenderer.removeListener(eventChannel, forward);
      countListeners(-1);
    };
  },
});
