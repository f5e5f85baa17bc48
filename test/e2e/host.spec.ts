import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { appCommands } from '../../shared/app-commands.ts';
import type { HostInput, HostMethod, HostOutput } from '../../shared/host.ts';
import { entries, openApp, projectFolder } from './harness.ts';
import type { OpenedApp } from './harness.ts';

let folder: string;
let app: OpenedApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roundtrip-host-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(entries)('the machine behind the window, %s', (entry) => {
  beforeAll(async () => {
    app = await openApp({ entry, openPath: await workbookFile('start.roundtrip'), theme: 'dark' });
  });
  afterAll(() => app.close());

  test('starts with the file and the settings it was given', async () => {
    const start = await call('app.start', {});
    expect(start).toMatchObject({
      entry,
      openPath: join(folder, 'start.roundtrip'),
      nativeDialogs: entry === 'desktop',
    });
    expect(start.settings.theme).toBe('dark');
  });

  test('the window has no Node, no made-up code and no inline scripts', async () => {
    const reach = await app.page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.injected = true';
      document.body.append(script);
      // Later, as the page's own doing: what runs directly here is exempt from the page's policy.
      const madeUp = await new Promise((told) => {
        setTimeout(() => {
          try {
            // oxlint-disable-next-line typescript/no-implied-eval
            new Function('return 1')();
            told('ran');
          } catch (error) {
            told(error instanceof Error ? error.name : error);
          }
        });
      });
      return {
        node: ['require', 'process', 'module'].filter((name) => name in window),
        injected: 'injected' in globalThis,
        madeUp,
      };
    });
    expect(reach).toEqual({ node: [], injected: false, madeUp: 'EvalError' });
  });

  test('a saved document is read back, and an existing one is not replaced unasked', async () => {
    const path = join(folder, `${entry}.roundtrip`);
    const save = (text: string, replace: boolean) =>
      call('files.write', { path, content: { kind: 'text', text }, replace });
    expect(await save('{"first":1}', false)).toEqual({ ok: true, value: { path } });
    expect(await save('{"second":2}', false)).toMatchObject({ ok: false, problem: { code: 'exists' } });
    expect(await call('files.read', { path })).toEqual({ ok: true, value: { path, text: '{"first":1}' } });
    expect(await save('{"second":2}', true)).toMatchObject({ ok: true });
    expect(await readFile(path, 'utf8')).toBe('{"second":2}');
    expect((await readdir(folder)).filter((name) => name.startsWith(`${entry}.roundtrip`))).toEqual([
      `${entry}.roundtrip`,
    ]);
  });

  test('the folder list shows folders and workbooks only', async () => {
    await writeFile(join(folder, 'notes.txt'), '');
    const listed = await call('files.list', { folder, kind: 'roundtrip' });
    expect(listed).toMatchObject({ ok: true, value: { folder, parent: tmpdir() } });
    expect(listed.ok && listed.value.entries.map(({ name }) => name)).toContain('start.roundtrip');
    expect(listed.ok && listed.value.entries.map(({ name }) => name)).not.toContain('notes.txt');
  });

  test.each([
    ['an unknown method', 'files.delete', { path: '/tmp/a.roundtrip' }],
    ['input of the wrong shape', 'files.read', { path: 1 }],
    ['input with more than was asked', 'files.read', { path: '/tmp/a.roundtrip', force: true }],
    ['a path with NUL', 'files.read', { path: '/tmp/a\0.roundtrip' }],
  ])('refuses %s', async (_what, method, input) => {
    await expect(callUnchecked(method, input)).rejects.toThrow(/^page\.evaluate: /u);
  });

  test('nothing the window asks for leaves the machine', async () => {
    const answer = await app.page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(answer).toBe('refused');
  });
});

describe('the desktop window', () => {
  const electron = () => {
    if (app.electron === null) throw new Error('not on the desktop');
    return app.electron;
  };
  /** Starts to collect the machine's events; gives what has come so far. */
  const collectEvents = async () => {
    await app.page.evaluate(() => {
      const events: unknown[] = [];
      Object.assign(window, { collectedEvents: events });
      const bridge: Bridge = Reflect.get(window, 'roundtripHost');
      bridge.onEvent((event) => events.push(event));
    });
    return () => app.page.evaluate(() => window.collectedEvents ?? []);
  };

  afterEach(() => app.close());

  test('has a menu item for every command, which sends it and registers no key', async () => {
    app = await openApp({ entry: 'desktop' });
    const events = await collectEvents();
    const missing = await electron().evaluate(
      ({ Menu }, ids) => ids.filter((id) => !Menu.getApplicationMenu()?.getMenuItemById(id)),
      appCommands.map(({ id }) => id),
    );
    expect(missing).toEqual([]);
    if (process.platform !== 'darwin') {
      const registered = await electron().evaluate(({ Menu }) =>
        (Menu.getApplicationMenu()?.items ?? [])
          .flatMap((menu) => menu.submenu?.items ?? [])
          .filter((item) => item.accelerator && item.registerAccelerator)
          .map((item) => item.id),
      );
      expect(registered).toEqual([]);
    }
    await electron().evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.getMenuItemById('help.about')?.click(),
    );
    await expect.poll(events).toContainEqual({ kind: 'command', id: 'help.about' });
  });

  test('cannot be led away, and opens no other window', async () => {
    app = await openApp({ entry: 'desktop' });
    const before = app.page.url();
    await app.page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    await app.page.evaluate(() => window.open('https://example.com/'));
    // Time enough for either to have happened.
    await new Promise((later) => setTimeout(later, 500));
    expect(electron().windows()).toHaveLength(1);
    expect(app.page.url()).toBe(before);
    expect(await app.page.evaluate(() => 'roundtripHost' in window)).toBe(true);
  });

  test('is refused what pages may ask a machine for', async () => {
    app = await openApp({ entry: 'desktop' });
    const states = await app.page.evaluate(() =>
      Promise.all(
        (['geolocation', 'camera', 'microphone', 'notifications'] as const).map(
          async (name) => (await navigator.permissions.query({ name })).state,
        ),
      ),
    );
    expect(new Set(states)).toEqual(new Set(['denied']));
  });

  test('writes itself as a tagged PDF', async () => {
    app = await openApp({ entry: 'desktop' });
    // In the place of the window's own page, whose print style shows slides only.
    await app.page.evaluate(() => {
      document.documentElement.innerHTML = '<body><h1>Slide</h1></body>';
    });
    const path = join(folder, 'slides.pdf');
    const printed = await call('window.printPdf', { path, pageWidthPx: 1280, pageHeightPx: 720 });
    expect(printed).toEqual({ ok: true, value: { path } });
    const pdf = await readFile(path, 'latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).toContain('/StructTreeRoot');
    expect(
      await call('window.printPdf', {
        path: join(folder, 'no', 'a.pdf'),
        pageWidthPx: 1280,
        pageHeightPx: 720,
      }),
    ).toMatchObject({
      ok: false,
      problem: { code: 'folder-missing' },
    });
  });

  test('gets the file of a second start, which ends', async () => {
    const second = await workbookFile('second.roundtrip');
    app = await openApp({ entry: 'desktop' });
    const events = await collectEvents();
    const executable: string = createRequire(join(projectFolder, 'package.json'))('electron');
    const child = spawn(executable, ['--no-sandbox', '.', second], {
      cwd: projectFolder,
      env: { ...process.env, ROUNDTRIP_USER_DATA: app.userData },
      stdio: 'ignore',
    });
    const code = await new Promise((ended) => child.once('exit', ended));
    expect(code).toBe(0);
    await expect.poll(events).toContainEqual({ kind: 'open', path: second });
  });

  test('closes at once when its page cannot answer, as one that failed to start', async () => {
    app = await openApp({ entry: 'desktop' });
    const ended = new Promise((exited) => electron().process().once('exit', exited));
    await electron().evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.webContents.once('did-navigate', () => window.close());
      window?.webContents.reload();
    });
    expect(await ended).toBe(0);
  });

  test('asks the page before it closes, stays until it answers, and then ends the program', async () => {
    app = await openApp({ entry: 'desktop' });
    await app.page.getByRole('treegrid').waitFor();
    const unanswered = await electron().evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window === undefined) throw new Error('There is no window.');
      const sent: unknown[] = [];
      const send = window.webContents.send.bind(window.webContents);
      window.webContents.send = (_channel, event) => sent.push(event);
      window.close();
      window.webContents.send = send;
      return { sent, gone: window.isDestroyed() };
    });
    expect(unanswered).toEqual({ sent: [{ kind: 'close' }], gone: false });

    const ended = new Promise((exited) => electron().process().once('exit', exited));
    await electron().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await ended).toBe(0);
  });

  test('goes on with default settings when the stored ones are damaged, and keeps them aside', async () => {
    const userData = await mkdtemp(join(folder, 'damaged-'));
    await writeFile(join(userData, 'settings.json'), '{"theme":');
    app = await openApp({ entry: 'desktop', userData });
    expect((await call('app.start', {})).settings.theme).toBe('system');
    expect(existsSync(join(userData, 'settings.damaged.json'))).toBe(true);
  });
});

/** What the preload puts on the window. */
interface Bridge {
  readonly call: (method: string, input: unknown) => Promise<unknown>;
  readonly onEvent: (listener: (event: unknown) => void) => () => void;
}

declare global {
  interface Window {
    collectedEvents?: unknown[];
  }
}

async function workbookFile(name: string): Promise<string> {
  const path = join(folder, name);
  // What is in it does not matter here; the window may say that it cannot read it.
  await writeFile(path, '{}');
  return path;
}

async function call<Method extends HostMethod>(
  method: Method,
  input: HostInput<Method>,
): Promise<HostOutput<Method>> {
  // What comes back is looked at by the test itself.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (await callUnchecked(method, input)) as HostOutput<Method>;
}

/** Calls the machine the way the window does on its entry. */
function callUnchecked(method: string, input: unknown): Promise<unknown> {
  return callFrom(app.page, method, input);
}

function callFrom(page: Page, method: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async (given) => {
      const bridge: Bridge | undefined = Reflect.get(window, 'roundtripHost');
      if (bridge !== undefined) return bridge.call(given.method, given.input);
      const answer = await fetch(`/host/${given.method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(given.input),
      });
      if (!answer.ok) throw new Error(await answer.text());
      return answer.json();
    },
    { method, input },
  );
}
