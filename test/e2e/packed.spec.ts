import { execFile, spawn } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../main/launch/build.mjs';
import { isBuildStale } from '../../main/launch/build-state.mjs';
import { browserForTests } from './browser.ts';
import { projectFolder } from './harness.ts';
import { patience } from './patience.ts';

/*
 * The packed program: electron-builder packs it around the stand-in, as it would around Electron's
 * runtime, and what comes out is started. The other systems' packages need their own machines.
 */
describe.skipIf(process.platform !== 'linux')('the packed program', () => {
  let folder: string;
  let packed: string;
  let executable: string;

  beforeAll(async () => {
    if (isBuildStale(projectFolder) && !build(projectFolder)) throw new Error('The build failed.');
    folder = await mkdtemp(join(tmpdir(), 'roundtrip-packed-'));
    const runtime = join(folder, 'runtime');
    const { unsetFuses } = await fuses();
    await cp(join(projectFolder, 'test', 'standin'), runtime, { recursive: true });
    await appendFile(join(runtime, 'electron'), unsetFuses, 'latin1');
    // Electron's own; the packer leaves out what the configuration does not name.
    await mkdir(join(runtime, 'locales'));
    await writeFile(join(runtime, 'locales', 'en-US.pak'), '');
    await promisify(execFile)(
      process.execPath,
      [
        join(projectFolder, 'node_modules', 'electron-builder', 'cli.js'),
        '--dir',
        '--linux',
        `-c.electronDist=${runtime}`,
        `-c.directories.output=${folder}`,
      ],
      { cwd: projectFolder },
    ).catch(({ stdout }: { stdout: string }) => {
      throw new Error(`electron-builder failed:\n${stdout}`);
    });
    const [name] = (await readdir(folder)).filter((entry) => entry.endsWith('-unpacked'));
    packed = join(folder, name ?? 'nothing was packed');
    executable = join(packed, 'roundtrip');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('holds the build and nothing else', async () => {
    const archive = join(packed, 'resources', 'app.asar');
    const { files } = await archiveDirectory(archive);
    const { dist } = files;
    expect(Object.keys(files).filter((name) => name !== 'LICENSE')).toEqual(['dist', 'package.json']);
    expect(Object.keys(dist?.files ?? {})).toEqual(['main', 'preload', 'renderer']);
    expect((await stat(archive)).size).toBeLessThan(20 * 1024 * 1024);
  });

  test.each([
    ['RunAsNode', 'off'],
    ['EnableNodeOptionsEnvironmentVariable', 'off'],
    ['EnableNodeCliInspectArguments', 'off'],
    ['OnlyLoadAppFromAsar', 'on'],
    ['EnableEmbeddedAsarIntegrityValidation', 'on'],
    ['GrantFileProtocolExtraPrivileges', 'off'],
  ])('has the fuse %s %s', async (name, state) => {
    const { fuseState } = await fuses();
    expect(fuseState(executable, name)).toBe(state);
  });

  test('starts and shows its window', async () => {
    const child = spawn(executable, ['--no-sandbox', '--inspect=0', '--remote-debugging-port=0'], {
      cwd: tmpdir(),
      env: {
        ...process.env,
        PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
        ROUNDTRIP_USER_DATA: join(folder, 'user-data'),
        ROUNDTRIP_BROWSER: browserForTests(),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = new Promise((gone) => child.once('exit', gone));
    let output = '';
    const address = await new Promise<string>((found, failed) => {
      child.stderr.on('data', (data: Buffer) => {
        output += data.toString();
        const match = /DevTools listening on (ws:\S+)/u.exec(output);
        if (match?.[1] !== undefined) found(match[1]);
      });
      child.once('exit', (code) => failed(new Error(`It ended (code ${code}):\n${output}`)));
    });
    try {
      const browser = await chromium.connectOverCDP(address);
      const pages = () => browser.contexts().flatMap((context) => context.pages());
      await expect
        .poll(async () => Promise.all(pages().map((page) => page.title())), patience)
        .toEqual([expect.stringContaining('Roundtrip')]);
      const reach = await pages()[0]?.evaluate(() => 'roundtripHost' in window);
      expect(reach).toBe(true);
      // The fuse has closed the debugging door of the main process.
      expect(output).not.toContain('Debugger listening');
      await browser.close();
    } finally {
      child.kill();
      await ended;
    }
  });
});

interface ArchiveFolder {
  readonly files: Readonly<Record<string, ArchiveFolder>>;
}

/** The directory at the head of an asar archive. */
async function archiveDirectory(path: string): Promise<ArchiveFolder> {
  const content = await readFile(path);
  const directory: ArchiveFolder = JSON.parse(
    content.subarray(16, 16 + content.readUInt32LE(12)).toString('utf8'),
  );
  return directory;
}

/** The stand-in is plain JavaScript outside the type check. */
async function fuses() {
  const module: {
    readonly unsetFuses: string;
    readonly fuseState: (executable: string, name: string) => 'on' | 'off' | 'unset';
  } = await import(join(projectFolder, 'test', 'standin', 'fuses.mjs'));
  return module;
}
