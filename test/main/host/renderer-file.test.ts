import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rendererFile } from '../../../main/host/renderer-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const root = temporaryFolder();
const folder = join(root, 'renderer');
mkdirSync(join(folder, 'assets'), { recursive: true });
writeFileSync(join(folder, 'index.html'), '<p>page</p>');
writeFileSync(join(folder, 'assets', 'a-b.js'), 'export {}');
writeFileSync(join(folder, 'notes.bin'), 'x');
writeFileSync(join(root, 'secret.json'), '{}');

describe('a file of the window', () => {
  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/assets/a-b.js', 'text/javascript; charset=utf-8'],
    ['//assets//a-b.js', 'text/javascript; charset=utf-8'],
  ])('%s is served as %s', async (path, mediaType) => {
    expect(await rendererFile(folder, path)).toMatchObject({ mediaType });
  });

  test.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/..%5csecret.json',
    '/..\\secret.json',
    '/C:/secret.json',
    '/%00',
    '/index.html%00.js',
    '/%E0%A4%A',
    '/missing.html',
    '/assets',
    '/notes.bin',
    '/index.html/inner.js',
    `/${'a'.repeat(400)}.js`,
  ])('%s is not served', async (path) => {
    expect(await rendererFile(folder, path)).toBeNull();
  });
});
