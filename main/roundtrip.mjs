#!/usr/bin/env node
// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import module from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isBuildStale } from './launch/build-state.mjs';
import { newerNode } from './launch/newer-node.mjs';

/*
 * The launcher behind `npm start` and `npx roundtrip`: `start [FILE]`, a file, or nothing opens the
 * window; everything else is for the command line. It is on the way of every report, so it loads
 * only what the case needs.
 */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const args = process.argv.slice(2);

const otherNode = newerNode(root);
if (otherNode === null) {
  process.exitCode = await main();
} else {
  const run = spawnSync(otherNode, [fileURLToPath(import.meta.url), ...args], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
}

/** @returns {Promise<number>} the exit code */
async function main() {
  if (isBuildStale(root)) {
    const { build } = await import('./launch/build.mjs');
    if (!build(root)) return 1;
  }
  keepCompiledCode();
  const [first] = args;
  // A file alone is opened, as a file manager would hand it over.
  if (first === undefined || first === 'start' || first.toLowerCase().endsWith('.roundtrip')) {
    const { start } = await import('./launch/start.mjs');
    return start(root, first === 'start' ? args.slice(1) : args);
  }
  /** @type {{ run: (args: string[]) => Promise<number> }} */
  const { run } = await import(pathToFileURL(join(root, 'dist', 'main', 'cli.js')).href);
  return run(args);
}

/** Has Node keep what it compiles, which saves most of the time to load the engine. */
function keepCompiledCode() {
  if (module.enableCompileCache === undefined) return;
  const beside = join(root, 'node_modules', '.cache', 'roundtrip', 'compiled');
  try {
    mkdirSync(beside, { recursive: true });
    module.enableCompileCache(beside);
  } catch {
    // The program's folder can be read-only.
    module.enableCompileCache(join(tmpdir(), 'roundtrip-compiled'));
  }
}
