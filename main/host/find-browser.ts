import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { failure, success } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';

interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** Whether a program that can be started is at a path. */
  readonly isProgram: (path: string) => boolean;
}

const namesOnPath: readonly string[] = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/**
 * The path of a browser that can show the window: Chromium, Chrome or Edge.
 *
 * `ROUNDTRIP_BROWSER` names one; otherwise the program path is searched, then the usual places.
 * Refuses, with what to do, when there is none or when the one named is not there.
 */
export function findBrowser(
  { env, platform, isProgram }: Surroundings = {
    env: process.env,
    platform: process.platform,
    isProgram: isProgramFile,
  },
): Result<string> {
  const named = env['ROUNDTRIP_BROWSER'];
  if (named) {
    if (isProgram(named)) return success(named);
    return failure({
      code: 'browser-not-found',
      message: `ROUNDTRIP_BROWSER names ${named}, and there is no program at that path.`,
      subject: named,
      remedy: 'Set it to the path of Chromium, Chrome or Edge.',
    });
  }
  const found = [...placesOnPath(env, platform), ...usualPlaces(env, platform)].find(isProgram);
  if (found !== undefined) return success(found);
  return failure({
    code: 'browser-not-found',
    message: 'No Chromium, Chrome or Edge was found on this machine.',
    remedy: 'Install one of them, or set ROUNDTRIP_BROWSER to its path.',
  });
}

function placesOnPath(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  // Windows does not put browsers on the path.
  if (platform === 'win32') return [];
  // A relative folder on the path would make the choice hang on where the program was started.
  const folders = (env['PATH'] ?? '').split(delimiter).filter(isAbsolute);
  return namesOnPath.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function usualPlaces(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return roots
      .filter((root) => root !== undefined)
      .flatMap((root) => [
        join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        join(root, 'Chromium', 'Application', 'chrome.exe'),
      ]);
  }
  return ['/usr/bin/chromium', '/usr/bin/google-chrome', '/snap/bin/chromium'];
}

function isProgramFile(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
