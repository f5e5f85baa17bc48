import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFolder } from '../../../main/host/list-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
for (const name of ['zeta', 'Alpha', '.hidden']) mkdirSync(join(folder, name));
for (const name of [
  'b10.roundtrip',
  'B2.roundtrip',
  'a.xlsx',
  '.secret.roundtrip',
  'notes.txt',
  'c.Roundtrip',
]) {
  writeFileSync(join(folder, name), '12345');
}
symlinkSync(join(folder, 'zeta'), join(folder, 'link'));
symlinkSync(join(folder, 'nowhere'), join(folder, 'broken.roundtrip'));

async function names(kind: 'roundtrip' | 'xlsx' | 'pdf') {
  const listed = await listFolder(folder, kind);
  return listed.ok ? listed.value.entries.map(({ name }) => name) : listed.problem.code;
}

describe('listing a folder', () => {
  test('gives folders first, then the files of the kind, by name and number, without hidden ones', async () => {
    expect(await names('roundtrip')).toEqual([
      'Alpha',
      'link',
      'zeta',
      'B2.roundtrip',
      'b10.roundtrip',
      'c.Roundtrip',
    ]);
    expect(await names('xlsx')).toEqual(['Alpha', 'link', 'zeta', 'a.xlsx']);
    expect(await names('pdf')).toEqual(['Alpha', 'link', 'zeta']);
  });

  test('describes what it lists, and where to go up', async () => {
    const listed = await listFolder(folder, 'xlsx');
    expect(listed).toMatchObject({
      value: {
        folder,
        parent: dirname(folder),
        entries: expect.arrayContaining([
          {
            name: 'a.xlsx',
            path: join(folder, 'a.xlsx'),
            folder: false,
            size: 5,
            modified: expect.any(Number),
          },
          { name: 'link', path: join(folder, 'link'), folder: true, size: 0, modified: expect.any(Number) },
        ]),
      },
    });
  });

  test('starts where people keep their documents', async () => {
    expect(await listFolder(null, 'roundtrip')).toMatchObject({ ok: true });
  });

  test('has nothing above the root', async () => {
    const { root } = parse(folder);
    expect(await listFolder(root, 'pdf')).toMatchObject({ value: { folder: root, parent: null } });
  });

  test.each([
    ['a missing folder', join(folder, 'missing'), 'not-found'],
    ['a file', join(folder, 'notes.txt'), 'not-a-folder'],
    ['a relative path', 'folder', 'relative-path'],
  ])('refuses %s', async (_what, path, code) => {
    expect(await listFolder(path, 'roundtrip')).toMatchObject({
      ok: false,
      problem: { code, subject: path },
    });
  });
});
