/*
 * Stands for a program's own schemes. Chromium knows none of them, so each page of
 * `app://roundtrip/` is shown at `http://roundtrip.app.localhost/`: an origin of its own, secure
 * like every localhost name, with module workers, and with every request (of pages, workers and
 * their modules) arriving at the server here, which asks the handler the program registered with
 * `protocol.handle`. The program's side sees only `app://` addresses: requests, getURL() and
 * senderFrame.url are translated.
 *
 * It cannot: show `app://` to the page (its `location` is the http address), or treat a scheme
 * without `standard` and `secure` as Electron would.
 */
import { createServer } from 'node:http';
import { Readable } from 'node:stream';

const handlers = new Map();

/** Keeps the program's handler of a scheme. */
export function setSchemeHandler(scheme, handler) {
  if (handlers.has(scheme)) throw new Error(`The scheme ${scheme} is already registered.`);
  handlers.set(scheme, handler);
}

export function removeSchemeHandler(scheme) {
  handlers.delete(scheme);
}

export function hasSchemeHandler(scheme) {
  return handlers.has(scheme);
}

/** `app://roundtrip/x` as the browser sees it; http and about addresses stay as they are. */
export function toBrowserUrl(url) {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/]+)(.*)$/u.exec(url);
  if (match === null || ['http', 'https', 'file', 'devtools'].includes(match[1])) return url;
  return `http://${match[2]}.${match[1]}.localhost${match[3] || '/'}`;
}

/** The reverse of `toBrowserUrl`. */
export function toProgramUrl(url) {
  const match = /^http:\/\/([^./]+)\.([a-z0-9]+)\.localhost(\/.*)$/u.exec(url);
  return match === null ? url : `${match[2]}://${match[1]}${match[3]}`;
}

/** Starts the server that all translated requests reach; gives its port. */
export async function serveSchemes() {
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error) => {
      console.error(error);
      outgoing.destroy();
    });
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  server.unref();
  return server.address().port;
}

async function answer(incoming, outgoing) {
  const url = toProgramUrl(`http://${incoming.headers.host}${incoming.url}`);
  const handler = handlers.get(url.slice(0, url.indexOf(':')));
  if (handler === undefined) {
    outgoing.writeHead(502).end();
    return;
  }
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
  const response = await handler(
    new Request(url, {
      method: incoming.method,
      headers: Object.entries(incoming.headers).filter(([, value]) => typeof value === 'string'),
      ...(hasBody ? { body: Readable.toWeb(incoming), duplex: 'half' } : {}),
    }),
  );
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) outgoing.end();
  else Readable.fromWeb(response.body).pipe(outgoing);
}
