import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultSettings, hostMethods } from '../../../shared/host.ts';
import { answerCall } from '../../../main/host/call.ts';
import { browserHost } from '../../../main/loopback/browser-host.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const host = browserHost({ version: '1.2.3', userDataFolder: folder, openPath: null });
const file = join(folder, 'a.roundtrip');

describe('a call that crosses the border', () => {
  test('is answered in the shape of the contract', async () => {
    const answer = await answerCall(host, 'app.start', {});
    if (!answer.ok) throw new Error(answer.problem.message);
    expect(hostMethods['app.start'].output.parse(answer.value)).toMatchObject({
      version: '1.2.3',
      settings: defaultSettings,
    });
  });

  test.each(['files.delete', 'toString', '__proto__', 'constructor', '', null, 7, ['app.start'], {}])(
    'of the unknown method %j is refused',
    async (method) => {
      expect(await answerCall(host, method, {})).toMatchObject({
        ok: false,
        problem: { code: 'unknown-method' },
      });
    },
  );

  test.each<[string, unknown]>([
    ['app.start', null],
    ['app.start', undefined],
    ['app.start', { extra: 1 }],
    ['files.read', {}],
    ['files.read', { path: '' }],
    ['files.read', { path: 5 }],
    ['files.read', { path: `/${'a'.repeat(5000)}.roundtrip` }],
    ['files.read', { path: '/tmp/a\0.roundtrip' }],
    ['files.write', { path: file, content: 'text', replace: true }],
    ['files.write', { path: file, content: { kind: 'text', text: 'x' } }],
    ['files.write', { path: file, content: { kind: 'bytes', base64: 'not base64!' }, replace: true }],
    ['files.write', { path: file, content: { kind: 'text', text: 'x', base64: 'eA==' }, replace: true }],
    ['files.list', { folder: null, kind: 'exe' }],
    ['settings.write', { ...defaultSettings, theme: 'pink' }],
    ['settings.write', { theme: 'dark' }],
    ['window.printPdf', { path: '/tmp/a.pdf', pageWidthPx: 0, pageHeightPx: 10 }],
    ['window.printPdf', { path: '/tmp/a.pdf', pageWidthPx: Number.NaN, pageHeightPx: 10 }],
    ['window.fullScreen', { on: 'yes' }],
  ])('of %s with the input %j is refused', async (method, input) => {
    expect(await answerCall(host, method, input)).toMatchObject({
      ok: false,
      problem: { code: 'bad-input' },
    });
  });

  test('takes and gives 50 MB', async () => {
    const base64 = Buffer.alloc(50_000_000, 7).toString('base64');
    const path = join(folder, 'large.xlsx');
    const answer = await answerCall(host, 'files.write', {
      path,
      content: { kind: 'bytes', base64 },
      replace: false,
    });
    expect(answer).toEqual({ ok: true, value: { ok: true, value: { path } } });
  });
});
