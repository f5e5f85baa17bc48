import type { ElectronApplication, Page } from 'playwright-core';
import { patience } from './patience.ts';

/** Answers the file chooser that a spec has just caused to open. */
export interface FileChooser {
  /** Chooses a file to open. */
  readonly chooseOpen: (path: string) => Promise<void>;
  /** Chooses where to save. */
  readonly chooseSave: (path: string) => Promise<void>;
  /** Chooses nothing. */
  readonly chooseNothing: () => Promise<void>;
}

declare global {
  /** In the main process of the program under test. */
  // oxlint-disable-next-line no-var
  var waitingDialogs: WaitingDialog[] | undefined;
}

interface WaitingDialog {
  readonly kind: 'open' | 'save';
  readonly answer: (path: string | null) => void;
}

/** On the desktop: the system's dialogs, replaced by ones that wait for the spec. */
export async function systemDialogs(electron: ElectronApplication): Promise<FileChooser> {
  await electron.evaluate(({ dialog }) => {
    const waiting: WaitingDialog[] = [];
    globalThis.waitingDialogs = waiting;
    dialog.showOpenDialog = () =>
      new Promise((shown) => {
        waiting.push({
          kind: 'open',
          answer: (path) => shown({ canceled: path === null, filePaths: path === null ? [] : [path] }),
        });
      });
    dialog.showSaveDialog = () =>
      new Promise((shown) => {
        waiting.push({
          kind: 'save',
          answer: (path) => shown({ canceled: path === null, filePath: path ?? '' }),
        });
      });
  });

  const answer = async (kind: 'open' | 'save' | null, path: string | null): Promise<void> => {
    const giveUp = Date.now() + patience.timeout;
    while (Date.now() < giveUp) {
      const shown = await electron.evaluate(
        (_electron, given) => {
          const waitingDialogs = globalThis.waitingDialogs ?? [];
          const at = waitingDialogs.findIndex((one) => given.kind === null || one.kind === given.kind);
          const [dialog] = at < 0 ? [] : waitingDialogs.splice(at, 1);
          dialog?.answer(given.path);
          return dialog !== undefined;
        },
        { kind, path },
      );
      if (shown) return;
      await new Promise((later) => setTimeout(later, patience.interval));
    }
    throw new Error(`No ${kind ?? 'file'} dialog was shown.`);
  };
  return {
    chooseOpen: (path) => answer('open', path),
    chooseSave: (path) => answer('save', path),
    chooseNothing: () => answer(null, null),
  };
}

/** In a browser: the chooser the window draws itself. */
export function drawnChooser(page: Page): FileChooser {
  const dialog = page.getByRole('dialog').filter({ has: page.getByRole('textbox', { name: 'File' }) });
  const choose = async (path: string, button: 'Open' | 'Save'): Promise<void> => {
    await dialog.getByRole('textbox', { name: 'File' }).fill(path);
    await dialog.getByRole('button', { name: button, exact: true }).click();
  };
  return {
    chooseOpen: (path) => choose(path, 'Open'),
    chooseSave: (path) => choose(path, 'Save'),
    chooseNothing: async () => {
      await dialog.waitFor();
      await page.keyboard.press('Escape');
    },
  };
}
