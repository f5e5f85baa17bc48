import { userInfo } from 'node:os';
import type { HostOutput } from '../../shared/host.ts';
import type { HostImplementation } from './call.ts';
import { listFolder } from './list-folder.ts';
import { readDocument } from './read-document.ts';
import { readSettings, writeSettings } from './settings.ts';
import { writeDocument } from './write-document.ts';

/** The methods that are the same on every entry. */
type SharedMethods = Pick<
  HostImplementation,
  'app.start' | 'settings.write' | 'files.read' | 'files.write' | 'files.list'
>;

export interface MachineOptions {
  readonly version: string;
  readonly entry: HostOutput<'app.start'>['entry'];
  readonly nativeDialogs: boolean;
  readonly userDataFolder: string;
  /** The file to start with, asked when the window starts; null starts from the seeds. */
  readonly openPath: () => string | null;
}

/** The part of the contract that needs files only: documents, folders, settings. */
export function machineMethods(options: MachineOptions): SharedMethods {
  return {
    'app.start': async () => {
      const { settings, problem } = await readSettings(options.userDataFolder);
      return {
        version: options.version,
        platform: process.platform,
        entry: options.entry,
        nativeDialogs: options.nativeDialogs,
        openPath: options.openPath(),
        userName: systemUserName(),
        settings,
        ...(problem === null ? {} : { settingsProblem: problem }),
      };
    },
    'settings.write': (settings) => writeSettings(options.userDataFolder, settings),
    'files.read': ({ path }) => readDocument(path),
    'files.write': writeDocument,
    'files.list': ({ folder, kind }) => listFolder(folder, kind),
  };
}

/** What the system calls the user; empty where it has no entry for them, as in some containers. */
function systemUserName(): string {
  try {
    return userInfo().username.slice(0, 100);
  } catch {
    return '';
  }
}
