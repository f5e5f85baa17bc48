import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startLoopback } from '../../../main/loopback/server.ts';
import type { Loopback } from '../../../main/loopback/server.ts';
import { browserHost } from '../../../main/loopback/browser-host.ts';
import { temporaryFolder } from '../host/temporary-folder.ts';

const folder = temporaryFolder();
const rendererFolder = join(folder, 'renderer');
mkdirSync(rendererFolder);
writeFileSync(join(rendererFolder, 'index.html'), '<p>the window</p>');
writeFileSync(join(folder, 'secret.json'), '{}');
const largestBodyBytes = 10_000;
const counts: number[] = [];

let loopback: Loopback;
let cookie: string;
let entered: Answer;

beforeAll(async () => {
  loopback = await startLoopback({
    rendererFolder,
    host: browserHost({ version: '1.2.3', userDataFolder: join(folder, 'user'), openPath: null }),
    onWindowCount: (count) => counts.push(count),
    largestBodyBytes,
  });
  entered = await send('GET', new URL(loopback.startUrl).pathname + new URL(loopback.startUrl).search, {
    cookie: null,
  });
  cookie = entered.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
});
afterAll(() => loopback.close());
beforeEach(() => {
  counts.length = 0;
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A raw request: nothing is tidied up on the way, as an attacker would send it. */
function send(
  method: string,
  path: string,
  options: { headers?: Record<string, string>; body?: string; cookie?: string | null } = {},
): Promise<Answer> {
  const { port } = new URL(loopback.origin);
  const sent = options.cookie === undefined ? cookie : options.cookie;
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: { ...(sent === null ? {} : { cookie: sent }), ...options.headers },
      },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(options.body);
  });
}

function call(method: string, input: unknown, headers: Record<string, string> = {}) {
  return send('POST', `/host/${method}`, {
    headers: { origin: loopback.origin, 'content-type': 'application/json', ...headers },
    body: typeof input === 'string' ? input : JSON.stringify(input),
  });
}

describe('the start address', () => {
  test('gives a session that no script and no other site can use, and leaves no token in the address', () => {
    expect(entered).toMatchObject({ status: 303, headers: { location: '/' } });
    expect(entered.headers['set-cookie']).toEqual([
      expect.stringMatching(/; Path=\/; HttpOnly; SameSite=Strict$/u),
    ]);
  });

  test('works once, and says so in plain words the second time', async () => {
    const { pathname, search } = new URL(loopback.startUrl);
    const again = await send('GET', pathname + search, { cookie: null });
    expect(again.status).toBe(403);
    expect(again.text).toContain('This address has been used');
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  test('leads the browser that has used it back in', async () => {
    const { pathname, search } = new URL(loopback.startUrl);
    expect(await send('GET', pathname + search)).toMatchObject({ status: 303 });
  });

  test.each(['?token=', '?token=wrong', `?token=${'a'.repeat(43)}`])('%s is refused', async (query) => {
    expect(await send('GET', `/${query}`, { cookie: null })).toMatchObject({ status: 403 });
  });
});

describe('without the session', () => {
  test.each([
    ['GET', '/'],
    ['GET', '/index.html'],
    ['GET', '/events'],
    ['POST', '/host/app.start'],
  ])('%s %s is refused', async (method, path) => {
    const headers = { origin: loopback.origin, 'content-type': 'application/json' };
    const refused = await send(method, path, {
      cookie: 'roundtrip-1=x',
      headers,
      ...(method === 'POST' ? { body: '{}' } : {}),
    });
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('This address does not open Roundtrip');
  });
});

describe('from elsewhere', () => {
  test.each<[string, Record<string, string>]>([
    ['a rebound name', { host: 'evil.example' }],
    ['the right port of another name', { host: 'localhost:1' }],
    ['a page of another origin', { origin: 'https://evil.example' }],
    ['a page without origin', { origin: 'null' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a page of the same site', { 'sec-fetch-site': 'same-site' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
  ])('%s is refused, with the session or not', async (_who, headers) => {
    expect(await send('GET', '/', { headers })).toMatchObject({ status: 403 });
    expect(await call('app.start', {}, headers)).toMatchObject({ status: 403 });
    expect(await send('GET', '/', { headers, cookie: null })).toMatchObject({ status: 403 });
  });

  test('a call that does not say where it comes from is refused', async () => {
    const refused = await send('POST', '/host/app.start', {
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(refused.status).toBe(403);
  });
});

describe('the window', () => {
  test('is served with a policy that keeps it on this machine', async () => {
    const page = await send('GET', '/');
    expect(page).toMatchObject({ status: 200, text: '<p>the window</p>' });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const policy = String(page.headers['content-security-policy']).split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy.join()).not.toMatch(/unsafe-eval|\*|https?:/u);
  });

  test.each(['/../secret.json', '/%2e%2e/secret.json', '/assets/../../secret.json', '/missing.js'])(
    '%s is not there',
    async (path) => {
      expect(await send('GET', path)).toMatchObject({ status: 404 });
    },
  );

  test('is told of events as long as it is connected, and counted', async () => {
    const { port } = new URL(loopback.origin);
    const received = await new Promise<string>((resolve, reject) => {
      const stream = request(
        { host: '127.0.0.1', port, path: '/events', headers: { cookie } },
        (incoming) => {
          let text = '';
          incoming.setEncoding('utf8').on('data', (part: string) => {
            if (text === '') loopback.send({ kind: 'open', path: '/tmp/a.roundtrip' });
            text += part;
            if (!text.includes('data: ')) return;
            resolve(text);
            stream.destroy();
          });
        },
      );
      stream.on('error', reject);
      stream.end();
    });
    expect(received).toContain('data: {"kind":"open","path":"/tmp/a.roundtrip"}\n\n');
    await expect.poll(() => counts).toEqual([1, 0]);
  });
});

describe('a call', () => {
  test('is answered in JSON', async () => {
    const answer = await call('app.start', {});
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({
      version: '1.2.3',
      entry: 'browser',
      nativeDialogs: false,
    });
  });

  test('writes a file', async () => {
    const path = join(folder, 'a.roundtrip');
    const answer = await call('files.write', { path, content: { kind: 'text', text: 'Ω' }, replace: false });
    expect(JSON.parse(answer.text)).toEqual({ ok: true, value: { path } });
    expect(readFileSync(path, 'utf8')).toBe('Ω');
  });

  test('of an unknown method is refused', async () => {
    expect(await call('files.delete', {})).toMatchObject({ status: 404 });
    expect(await call('__proto__', {})).toMatchObject({ status: 404 });
  });

  test.each([
    ['no JSON', 'path=/etc/passwd'],
    ['nothing', ''],
    ['another shape', '{"path":1}'],
    ['a list', '[]'],
  ])('with %s for a body is refused', async (_what, body) => {
    const refused = await call('files.read', body);
    expect(refused.status).toBe(400);
    expect(refused.text).not.toMatch(/\bat .+:\d+/u);
  });

  test('with a body of another media type, as a form would send it, is refused', async () => {
    expect(await call('files.read', '{}', { 'content-type': 'text/plain' })).toMatchObject({ status: 415 });
  });

  test('with too large a body is refused, whether it says its size or not', async () => {
    const body = JSON.stringify({ path: 'a'.repeat(largestBodyBytes) });
    expect(await call('files.read', body)).toMatchObject({ status: 413 });
    expect(await call('files.read', body, { 'transfer-encoding': 'chunked' })).toMatchObject({ status: 413 });
  });

  test('with another verb than POST is refused', async () => {
    expect(await send('GET', '/host/app.start')).toMatchObject({ status: 405 });
    expect(await send('PUT', '/', { headers: { origin: loopback.origin } })).toMatchObject({ status: 405 });
  });

  test('for what only the desktop has says what to do instead', async () => {
    for (const [method, input] of [
      ['files.chooseOpen', { kind: 'roundtrip' }],
      ['files.chooseSave', { kind: 'pdf', suggestedName: 'a' }],
      ['window.printPdf', { path: '/tmp/a.pdf', pageWidthPx: 1, pageHeightPx: 1 }],
    ] as const) {
      const answer = await call(method, input);
      expect(JSON.parse(answer.text)).toMatchObject({ ok: false, problem: { code: 'desktop-only' } });
    }
  });
});
