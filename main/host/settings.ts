import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultSettings, hostMethods } from '../../shared/host.ts';
import type { Settings } from '../../shared/host.ts';
import { success } from '../../shared/result.ts';
import type { Problem, Result } from '../../shared/result.ts';
import { describeFileError, fileFailure, systemErrorName } from './file-problems.ts';
import { writeAtomic } from './write-atomic.ts';

const settingsSchema = hostMethods['settings.write'].input;

export interface SettingsRead {
  readonly settings: Settings;
  /** Set when the settings file could not be used and the defaults stand in for it. */
  readonly problem: Problem | null;
}

/**
 * The person's settings, from `settings.json` in the user-data folder.
 *
 * A missing file gives the defaults. A damaged one gives the defaults too, is kept aside as
 * `settings.damaged.json`, and the problem says so. Settings an older version did not know take
 * their defaults; those of a newer version are left out.
 */
export async function readSettings(userDataFolder: string): Promise<SettingsRead> {
  const path = settingsPath(userDataFolder);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const missing = systemErrorName(error) === 'ENOENT';
    return { settings: defaultSettings, problem: missing ? null : describeFileError(error, path, 'opened') };
  }
  const settings = parseSettings(text);
  if (settings !== null) return { settings, problem: null };
  return { settings: defaultSettings, problem: await setAside(userDataFolder) };
}

/** Keeps the settings on the disk; the user-data folder is made when it is not there. */
export async function writeSettings(userDataFolder: string, settings: Settings): Promise<Result<null>> {
  const path = settingsPath(userDataFolder);
  try {
    await mkdir(userDataFolder, { recursive: true });
    await writeAtomic(path, `${JSON.stringify(settings, null, 2)}\n`);
    return success(null);
  } catch (error) {
    return fileFailure(error, path, 'saved');
  }
}

function parseSettings(text: string): Settings | null {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return null;
  const known = Object.entries(stored).filter(([name]) => Object.hasOwn(defaultSettings, name));
  const parsed = settingsSchema.safeParse({ ...defaultSettings, ...Object.fromEntries(known) });
  return parsed.success ? parsed.data : null;
}

async function setAside(userDataFolder: string): Promise<Problem> {
  const damaged = join(userDataFolder, 'settings.damaged.json');
  try {
    await rename(settingsPath(userDataFolder), damaged);
  } catch (error) {
    return describeFileError(error, damaged, 'saved');
  }
  return {
    code: 'settings-damaged',
    message: 'The settings file was damaged, so the default settings are in use.',
    subject: damaged,
    remedy: `The damaged file was kept as ${damaged}; choose your settings again.`,
  };
}

function settingsPath(userDataFolder: string): string {
  return join(userDataFolder, 'settings.json');
}
