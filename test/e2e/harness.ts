import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, chromium } from 'playwright-core';
import type { ElectronApplication, Page } from 'playwright-core';
import { defaultSettings } from '../../shared/host.ts';
import type { Settings } from '../../shared/host.ts';
import { build } from '../../main/launch/build.mjs';
import { isBuildStale } from '../../main/launch/build-state.mjs';
import { writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import { plainDocument } from '../fixtures/plain-document.ts';
import { hasDisplay, runsAsRoot } from '../../main/launch/display.mjs';
import { browserForTests } from './browser.ts';
import { drawnChooser, systemDialogs } from './chosen-files.ts';
import type { FileChooser } from './chosen-files.ts';
import { patience } from './patience.ts';

/** The ways to start the program. A spec runs on each: `describe.each(entries)`. */
export const entries = ['desktop', 'browser'] as const;
export type Entry = (typeof entries)[number];

/** What happens in the window alone is the same on both, and is tested on the one that people use. */
export const windowEntries: readonly Entry[] = ['desktop'];

export interface OpenOptions {
  readonly entry: Entry;
  /** A `.roundtrip` file to start with; without it, the seeds. */
  readonly openPath?: string;
  /** Starts with a file of empty sheets instead: it is there in a fraction of the time of the seeds. */
  readonly empty?: true;
  /** The theme of the settings the program starts with. */
  readonly theme?: Settings['theme'];
  /** The user-data folder of an earlier start; without it, a new one, removed on close. */
  readonly userData?: string;
}

export interface OpenedApp extends FileChooser {
  readonly entry: Entry;
  readonly page: Page;
  /** Where the program keeps its settings. */
  readonly userData: string;
  /** The main process; null in a browser. */
  readonly electron: ElectronApplication | null;
  /** What the page reported as errors, on its console or by throwing, so far. */
  readonly pageErrors: readonly string[];
  /** Loads the page anew: the workbook and the settings are those of the start, changes are dropped unasked. */
  readonly startAgain: () => Promise<void>;
  /** Ends the program at once, without its questions about unsaved changes. */
  readonly close: () => Promise<void>;
}

/** The folder of the program under test. */
export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Starts the program as a user would and gives its window, loaded.
 *
 * The desktop entry runs on real Electron where its runtime and a display are there, otherwise on
 * the stand-in; the browser entry runs the launcher and opens the address it prints. An old build
 * is renewed first.
 */
export async function openApp(options: OpenOptions): Promise<OpenedApp> {
  if (isBuildStale(projectFolder) && !build(projectFolder)) throw new Error('The build failed.');
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'roundtrip-e2e-')));
  await mkdir(userData, { recursive: true });
  if (options.theme !== undefined) await writeSettings(userData, options.theme);
  const env: Env = { ROUNDTRIP_USER_DATA: userData, ROUNDTRIP_BROWSER: browserForTests() };
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] ??= value;
  const started = options.empty ? { ...options, openPath: await emptyWorkbook(userData) } : options;
  const opened = await (options.entry === 'desktop' ? openDesktop : openBrowser)(started, env);
  return {
    ...opened,
    entry: options.entry,
    userData,
    startAgain: async () => {
      await writeSettings(userData, options.theme);
      if (options.empty) await emptyWorkbook(userData);
      await reloadUnasked(opened.page);
    },
    close: async () => {
      await opened.close();
      if (options.userData === undefined) await rm(userData, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function writeSettings(folder: string, theme = defaultSettings.theme): Promise<void> {
  const settings: Settings = { ...defaultSettings, theme };
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings));
}

async function reloadUnasked(page: Page): Promise<void> {
  await page.evaluate(() => {
    const unasked = (event: Event) => event.stopImmediatePropagation();
    window.addEventListener('beforeunload', unasked, { capture: true });
  });
  await page.reload();
}

/** A workbook without cells, whose sheets have names of the seeds' sheets; gives its path. */
async function emptyWorkbook(folder: string): Promise<string> {
  const path = join(folder, 'Empty.roundtrip');
  const document = plainDocument({ Cover: [], Assumptions: [], Deals: [] }, {}, 'Empty');
  await writeFile(path, writeRoundtripFile(document));
  return path;
}

type Env = Record<string, string>;
type Opened = Omit<OpenedApp, 'entry' | 'userData' | 'startAgain'>;

async function openDesktop({ openPath }: OpenOptions, env: Env): Promise<Opened> {
  useStandInUnlessElectronIsHere();
  const electron = await _electron.launch({
    args: ['.', ...(openPath === undefined ? [] : [openPath])],
    cwd: projectFolder,
    env,
    // Playwright would otherwise set the page's colour scheme over the one the program chose.
    colorScheme: null,
    timeout: patience.timeout,
  });
  const child = electron.process();
  const ended = new Promise((gone) => child.once('exit', gone));
  const page = await electron.firstWindow();
  page.setDefaultTimeout(patience.timeout);
  const pageErrors = collectErrors(page);
  const choosers = await systemDialogs(electron);
  // A window exists before it has been sent to its page.
  await page.waitForURL((url) => url.protocol !== 'about:');
  await page.waitForLoadState();
  return {
    ...choosers,
    page,
    electron,
    pageErrors,
    close: async () => {
      if (child.exitCode !== null) return;
      // The answer may be cut off by the end it asks for, and then it never comes.
      electron.evaluate(({ app }) => app.exit(0)).catch(() => {});
      const kill = setTimeout(() => child.kill('SIGKILL'), patience.timeout);
      await ended;
      clearTimeout(kill);
    },
  };
}

/** Playwright asks the `electron` package for the executable, and the package heeds this variable. */
function useStandInUnlessElectronIsHere(): void {
  if (process.env['ELECTRON_OVERRIDE_DIST_PATH']) return;
  const runtime = join(projectFolder, 'node_modules', 'electron', 'path.txt');
  if (existsSync(runtime) && hasDisplay()) return;
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(projectFolder, 'test', 'standin');
}

async function openBrowser({ openPath, theme }: OpenOptions, env: Env): Promise<Opened> {
  const { address, stop } = await startLauncher(openPath, env);
  const browser = await chromium.launch({
    executablePath: browserForTests(),
    args: runsAsRoot() ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    ...(theme === undefined ? {} : { colorScheme: null }),
  });
  page.setDefaultTimeout(patience.timeout);
  const pageErrors = collectErrors(page);
  await page.goto(address);
  return {
    ...drawnChooser(page),
    page,
    electron: null,
    pageErrors,
    close: async () => {
      await browser.close();
      await stop();
    },
  };
}

async function startLauncher(openPath: string | undefined, env: Env) {
  const child = spawn(
    process.execPath,
    [join(projectFolder, 'main', 'roundtrip.mjs'), 'start', ...(openPath === undefined ? [] : [openPath])],
    {
      env: { ...env, ROUNDTRIP_ENTRY: 'browser', ROUNDTRIP_BROWSER: 'none' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<void>((gone) => {
    child.once('exit', () => gone());
  });
  let output = '';
  const address = await new Promise<string>((found, failed) => {
    const read = (data: Buffer) => {
      output += data.toString();
      const [line] = /^http:\/\/127\.0\.0\.1:\S+$/mu.exec(output) ?? [];
      if (line !== undefined) found(line);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => failed(new Error(`The launcher ended without an address:\n${output}`)));
  });
  return {
    address,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

function collectErrors(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  return errors;
}
