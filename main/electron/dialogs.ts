import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { dialog } from 'electron';
import type { BrowserWindow, FileFilter } from 'electron';
import type { FileKind } from '../../shared/host.ts';
import { success } from '../../shared/result.ts';
import type { HostImplementation } from '../host/call.ts';
import { fileKinds, withExtension } from '../host/file-kinds.ts';

/**
 * The system's own open and save dialogs, over the given window.
 *
 * They start in the folder of the last choice. The save dialog adds the extension that some
 * systems leave off; whether a file is there then, `files.write` finds out.
 */
export function dialogMethods(
  window: BrowserWindow,
): Pick<HostImplementation, 'files.chooseOpen' | 'files.chooseSave'> {
  let folder: string | null = null;

  return {
    'files.chooseOpen': async ({ kind }) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile'],
        filters: filtersFor(kind),
        ...(folder === null ? {} : { defaultPath: folder }),
      });
      const path = filePaths[0];
      if (canceled || path === undefined) return success(null);
      folder = dirname(path);
      return success(path);
    },
    'files.chooseSave': async ({ kind, suggestedName }) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        filters: filtersFor(kind),
        // Only the name is taken from the window; the folder is the person's.
        defaultPath: join(folder ?? homedir(), withExtension(basename(suggestedName) || 'Workbook', kind)),
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      if (canceled || filePath === '') return success(null);
      folder = dirname(filePath);
      return success(withExtension(filePath, kind));
    },
  };
}

function filtersFor(kind: FileKind): FileFilter[] {
  const { label, extension } = fileKinds[kind];
  return [{ name: label, extensions: [extension.slice(1)] }];
}
