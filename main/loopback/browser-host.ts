import { failure } from '../../shared/result.ts';
import type { HostImplementation } from '../host/call.ts';
import { machineMethods } from '../host/machine.ts';

export interface BrowserHostOptions {
  readonly version: string;
  readonly userDataFolder: string;
  readonly openPath: string | null;
}

/**
 * The contract as the loopback entry keeps it. Files and settings are the same as on the desktop;
 * what only a system window has (its dialogs, its PDF printing) is refused with what to do
 * instead, and the window's title and size are the page's own business.
 */
export function browserHost({ version, userDataFolder, openPath }: BrowserHostOptions): HostImplementation {
  return {
    ...machineMethods({
      version,
      entry: 'browser',
      nativeDialogs: false,
      userDataFolder,
      openPath: () => openPath,
    }),
    'files.chooseOpen': async () => noDialogs,
    'files.chooseSave': async () => noDialogs,
    'window.printPdf': async () =>
      failure({
        code: 'desktop-only',
        message: 'The window cannot be written as a PDF from a browser.',
        remedy: 'Print the page and choose "Save as PDF".',
      }),
    'window.setTitle': async () => null,
    'window.paste': async () => null,
    'window.fullScreen': async () => null,
    'window.close': async () => null,
  };
}

const noDialogs = failure({
  code: 'desktop-only',
  message: 'The system has no file dialogs for a browser window.',
  remedy: "Use the window's own file chooser.",
});
