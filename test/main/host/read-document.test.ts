import { execFileSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { largestDocumentBytes, readDocument } from '../../../main/host/read-document.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();

function file(name: string, content: string | Uint8Array = ''): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('opening a workbook', () => {
  test('gives its text, whatever the case of its extension', async () => {
    const path = file('Deals Ω.ROUNDTRIP', '{"title":"Ω"}');
    expect(await readDocument(path)).toEqual({ ok: true, value: { path, text: '{"title":"Ω"}' } });
  });

  test('leaves out the mark that some editors put before the text', async () => {
    const path = file('marked.roundtrip', '\uFEFF{}');
    expect(await readDocument(path)).toMatchObject({ value: { text: '{}' } });
  });

  test.each([
    ['a missing file', () => join(folder, 'missing.roundtrip'), 'not-found'],
    [
      'a folder',
      () => {
        mkdirSync(join(folder, 'folder.roundtrip'));
        return join(folder, 'folder.roundtrip');
      },
      'is-a-folder',
    ],
    ['a path through a file', () => join(file('plain.roundtrip'), 'inner.roundtrip'), 'not-a-folder'],
    ['another kind of file', () => '/etc/passwd', 'wrong-kind'],
    ['a name without extension', () => join(folder, 'roundtrip'), 'wrong-kind'],
    ['a relative path', () => 'deals.roundtrip', 'relative-path'],
    ['a name that is too long', () => join(folder, `${'a'.repeat(300)}.roundtrip`), 'name-too-long'],
    [
      'bytes that are not text',
      () => file('bytes.roundtrip', new Uint8Array([0x50, 0x4b, 0xff, 0xfe])),
      'not-text',
    ],
  ])('refuses %s, with what happened, to which file, and what to do', async (_what, make, code) => {
    const path = make();
    const read = await readDocument(path);
    expect(read).toMatchObject({ ok: false, problem: { code, subject: path } });
    if (read.ok) return;
    expect(read.problem.message).toMatch(/^\S.* could not be opened: .+\.$/u);
    expect(read.problem.remedy).toMatch(/^[A-Z].+\.$/u);
    expect(JSON.stringify(read.problem)).not.toMatch(/\bat .+:\d+|Error|ENO|EIS/u);
  });

  test('refuses a file above 200 MB without reading it', async () => {
    const path = file('large.roundtrip');
    truncateSync(path, largestDocumentBytes + 1);
    expect(await readDocument(path)).toMatchObject({ ok: false, problem: { code: 'too-large' } });
  });

  test.skipIf(process.platform === 'win32')(
    'does not wait for a named pipe that nobody writes to',
    async () => {
      const path = join(folder, 'pipe.roundtrip');
      execFileSync('mkfifo', [path]);
      expect(await readDocument(path)).toMatchObject({ ok: false, problem: { code: 'not-a-file' } });
    },
  );
});
