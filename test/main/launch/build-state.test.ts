import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildStamp, isBuildStale } from '../../../main/launch/build-state.mjs';
import { temporaryFolder } from '../host/temporary-folder.ts';

const root = temporaryFolder();
const built = new Date('2026-01-01T12:00:00Z');
const before = new Date('2026-01-01T11:00:00Z');
const after = new Date('2026-01-01T13:00:00Z');

const files = [
  'main/desktop.ts',
  'renderer/grid/grid.tsx',
  'shared/host.ts',
  'seeds/facts.json',
  'vite.config.ts',
  'package.json',
];
const folders = ['main', 'renderer', 'renderer/grid', 'shared', 'seeds', 'dist'];

function touch(path: string, time: Date): void {
  utimesSync(join(root, path), time, time);
}

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root);
  for (const folder of folders) mkdirSync(join(root, folder), { recursive: true });
  for (const file of [...files, buildStamp]) writeFileSync(join(root, file), '');
  for (const path of [...files, ...folders]) touch(path, before);
  touch(buildStamp, built);
});

describe('a build', () => {
  test('is current when nothing is newer', () => {
    expect(isBuildStale(root)).toBe(false);
  });

  test.each(files)('is stale when %s is newer', (file) => {
    touch(file, after);
    expect(isBuildStale(root)).toBe(true);
  });

  test('is stale when a file was deleted', () => {
    rmSync(join(root, 'renderer', 'grid', 'grid.tsx'));
    expect(isBuildStale(root)).toBe(true);
  });

  test('is stale when it never was finished', () => {
    rmSync(join(root, buildStamp));
    expect(isBuildStale(root)).toBe(true);
  });

  test('is current where there are no sources', () => {
    for (const folder of ['main', 'renderer', 'shared', 'seeds'])
      rmSync(join(root, folder), { recursive: true });
    rmSync(join(root, 'vite.config.ts'));
    expect(isBuildStale(root)).toBe(false);
  });

  test('is looked at in less than 10 ms with 500 sources', () => {
    for (let index = 0; index < 500; index += 1) {
      writeFileSync(join(root, 'renderer', 'grid', `${index}.ts`), '');
      touch(`renderer/grid/${index}.ts`, before);
    }
    touch('renderer/grid', before);
    isBuildStale(root);
    const times = Array.from({ length: 5 }, () => {
      // The processor's time, so that a busy machine does not count.
      const start = process.cpuUsage();
      isBuildStale(root);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(10);
  });
});
