import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { electronRuntime } from '../../../main/launch/electron-runtime.mjs';
import { temporaryFolder } from '../host/temporary-folder.ts';

const root = temporaryFolder();
const electron = join(root, 'node_modules', 'electron');
const executable = join(electron, 'dist', 'electron');

/** What the `electron` package runs to fetch its runtime; here a script that counts its runs. */
function installer(script: string): void {
  mkdirSync(electron, { recursive: true });
  const count = `const fs = require('node:fs'); fs.appendFileSync(${JSON.stringify(join(root, 'runs'))}, 'x');`;
  writeFileSync(join(electron, 'install.js'), `${count}\n${script}`);
}
function runs(): number {
  return existsSync(join(root, 'runs')) ? readFileSync(join(root, 'runs'), 'utf8').length : 0;
}

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root);
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '');
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe.skipIf(process.platform !== 'linux')("Electron's runtime", () => {
  test('is taken where it is installed, without fetching', async () => {
    installer('');
    mkdirSync(join(electron, 'dist'));
    writeFileSync(executable, '');
    writeFileSync(join(electron, 'path.txt'), 'electron');
    expect(await electronRuntime(root)).toEqual({ path: executable });
    expect(runs()).toBe(0);
  });

  test('is taken from the folder that is named', async () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', root);
    expect(await electronRuntime(root)).toMatchObject({
      reason: expect.stringContaining('ELECTRON_OVERRIDE_DIST_PATH'),
    });
    writeFileSync(join(root, 'electron'), '');
    chmodSync(join(root, 'electron'), 0o755);
    expect(await electronRuntime(root)).toEqual({ path: join(root, 'electron') });
  });

  test('is fetched once when it is not there', async () => {
    installer(
      `fs.mkdirSync(${JSON.stringify(join(electron, 'dist'))}); fs.writeFileSync(${JSON.stringify(executable)}, '');`,
    );
    expect(await electronRuntime(root)).toEqual({ path: executable });
    expect(await electronRuntime(root)).toEqual({ path: executable });
    expect(runs()).toBe(1);
  });

  test('is done without when it cannot be fetched, with the reason in one line, and not tried at each start', async () => {
    installer("console.error('TypeError: fetch failed\\n    at somewhere'); process.exit(1);");
    const first = await electronRuntime(root);
    expect(first).toEqual({ reason: "Electron's runtime could not be fetched (fetch failed)" });
    const second = await electronRuntime(root);
    expect(second).toEqual({
      reason: 'Electron\'s runtime could not be fetched (fetch failed; "npx install-electron" tries again)',
    });
    expect(runs()).toBe(1);
  });

  test('is not fetched when the package is not installed', async () => {
    expect(await electronRuntime(root)).toEqual({ reason: 'Electron is not installed' });
  });
});
