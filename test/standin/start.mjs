/*
 * Stands for the start of Electron: reads the command line as Electron does, has
 * `require('electron')` and `import 'electron'` answered by api/electron.mjs, starts the browser,
 * and loads the program's main file under Node.
 *
 * It cannot: run on Node before 22.15 (it looks for a newer one), read from an asar archive in
 * place (it unpacks it to a temporary folder), or keep a program's code out of its own process.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** Runs the program that the command line names, or that is packed beside the executable. */
export async function start() {
  if (module.registerHooks === undefined) {
    runOnNewerNode();
    return;
  }
  const { parseCommandLine } = await import('./command-line.mjs');
  const { fuseState } = await import('./fuses.mjs');
  const executable = resolve(process.argv[1]);
  const commandLine = parseCommandLine(process.argv.slice(2));
  if (commandLine.hasSwitch('version')) {
    console.log(`v${electronVersion()}`);
    return;
  }

  const { folder, isPackaged } = await programFolder(executable, commandLine);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  answerElectronImports();
  process.versions.electron = electronVersion();
  process.type = 'browser';
  process.argv = [executable, ...commandLine.args];
  process.resourcesPath = join(dirname(executable), 'resources');

  if (commandLine.hasInspect && fuseState(executable, 'EnableNodeCliInspectArguments') !== 'off') {
    // Prints the line Playwright waits for.
    (await import('node:inspector')).open(0);
  }
  const { launch } = await import('./launch.mjs');
  const becomeReady = launch({ folder, manifest, isPackaged, executable, commandLine });
  const require = createRequire(join(folder, 'package.json'));
  for (const path of commandLine.preloads) require(path);
  // As in Electron, a main file that waits for `ready` while it is loaded waits for ever.
  await import(pathToFileURL(join(folder, manifest.main)).href);
  await becomeReady();
}

/** A packed program lies beside the executable; otherwise the command line names a folder. */
async function programFolder(executable, commandLine) {
  const archive = join(dirname(executable), 'resources', 'app.asar');
  if (!existsSync(archive)) return { folder: resolve(commandLine.program ?? '.'), isPackaged: false };
  const { unpackAsar } = await import('./asar.mjs');
  return { folder: unpackAsar(archive), isPackaged: true };
}

function answerElectronImports() {
  const api = pathToFileURL(join(here, 'api', 'electron.mjs')).href;
  module.registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' || specifier === 'electron/main'
        ? { url: api, format: 'module', shortCircuit: true }
        : next(specifier, context),
  });
}

function electronVersion() {
  try {
    return createRequire(join(process.cwd(), 'package.json'))('electron/package.json').version;
  } catch {
    return '0.0.0-standin';
  }
}

function runOnNewerNode() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const node = join(process.cwd(), 'node_modules', name, 'bin', 'node');
  if (!existsSync(node)) {
    console.error('The stand-in for Electron needs Node 22.15 or later first on the path.');
    process.exitCode = 1;
    return;
  }
  process.exitCode = spawnSync(node, process.argv.slice(1), { stdio: 'inherit' }).status ?? 1;
}
