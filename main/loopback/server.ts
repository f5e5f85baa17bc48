import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HostEvent } from '../../shared/host.ts';
import { describeProblem } from '../../shared/result.ts';
import { answerCall } from '../host/call.ts';
import type { HostImplementation } from '../host/call.ts';
import { securityHeaders } from '../host/content-policy.ts';
import { rendererFile } from '../host/renderer-file.ts';
import { Access } from './access.ts';
import { EventStream } from './event-stream.ts';
import { jsonBody } from './json-body.ts';
import { refusalPage } from './refusal-page.ts';

export interface LoopbackOptions {
  /** The built window. */
  readonly rendererFolder: string;
  readonly host: HostImplementation;
  /** Told how many windows are connected, each time one comes or goes. */
  readonly onWindowCount?: (count: number) => void;
  /** The largest request body, in bytes. */
  readonly largestBodyBytes?: number;
}

export interface Loopback {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** The address with the one-time token that opens the program. */
  readonly startUrl: string;
  /** Tells all connected windows. */
  readonly send: (event: HostEvent) => void;
  /** Ends the server and its connections. */
  readonly close: () => Promise<void>;
}

/** A base64 of the largest workbook, with room for its envelope. */
const defaultLargestBodyBytes = 256 * 1024 * 1024;

/**
 * Serves the window and the contract on 127.0.0.1, on a port the system chooses:
 * `POST /host/<method>` takes the input as JSON and gives the output as JSON; `GET /events` streams
 * events of the machine; every other address is a file of the window.
 *
 * Refuses, with 403, requests of other hosts and origins and those without the session that the
 * start address gives; with 404 unknown methods; with 400, 413 and 415 bodies that do not fit.
 */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const events = new EventStream(options.onWindowCount ?? (() => {}));
  const server = createServer();
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen({ host: '127.0.0.1', port: 0 }, listening);
  });
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error(`The server listens on ${address}, not a port.`);
  const access = new Access(address.port);
  const startUrl = access.startUrl;

  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders("'self'"))) response.setHeader(name, value);
    response.setHeader('cache-control', 'no-store');
    answer(request, response, access, events, options).catch((error: unknown) => {
      // A bug: the terminal gets the details, the window a plain sentence.
      console.error(error);
      if (!response.headersSent) sendText(response, 500, 'Roundtrip ran into an error of its own.');
      else response.destroy();
    });
  });

  return {
    origin: access.origin,
    startUrl,
    send: (event) => events.send(event),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  access: Access,
  events: EventStream,
  options: LoopbackOptions,
): Promise<void> {
  if (!access.isFromHere(request)) {
    sendPage(response, 403, 'Not from here', 'Roundtrip answers only its own window on this machine.');
    return;
  }
  // The path is taken as it was sent: URL would resolve `..` before it can be refused.
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  const token = new URLSearchParams(query).get('token');
  if (request.method === 'GET' && path === '/' && token !== null) {
    enter(token, request, response, access);
    return;
  }
  if (!access.hasSession(request)) {
    sendPage(
      response,
      403,
      'This address does not open Roundtrip',
      'Open the whole address that Roundtrip printed when it started. It works once; to open another window, start Roundtrip again.',
    );
    return;
  }
  if (path.startsWith('/host/')) {
    await answerHostCall(path.slice('/host/'.length), request, response, options);
    return;
  }
  if (request.method !== 'GET') {
    sendText(response, 405, 'This address can only be read.');
    return;
  }
  if (path === '/events') {
    events.attach(response);
    return;
  }
  const file = await rendererFile(options.rendererFolder, path);
  if (file === null) {
    sendText(response, 404, 'There is nothing at this address.');
    return;
  }
  response.writeHead(200, { 'content-type': file.mediaType }).end(file.body);
}

function enter(token: string, request: IncomingMessage, response: ServerResponse, access: Access): void {
  const cookie = access.exchange(token);
  if (cookie !== null) {
    response.writeHead(303, { location: '/', 'set-cookie': cookie }).end();
  } else if (access.hasSession(request)) {
    // The same browser, opening the address again.
    response.writeHead(303, { location: '/' }).end();
  } else {
    sendPage(
      response,
      403,
      'This address has been used',
      'The address that Roundtrip prints opens it once. Start Roundtrip again for a new one. If you did not use this address yourself, someone else on this machine did.',
    );
  }
}

async function answerHostCall(
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
  options: LoopbackOptions,
): Promise<void> {
  if (request.method !== 'POST') {
    sendText(response, 405, 'A call is sent with POST.');
    return;
  }
  const body = await jsonBody(request, options.largestBodyBytes ?? defaultLargestBodyBytes);
  if (!body.ok) {
    // The rest of a refused body is not read; without this it would wait in the connection.
    response.setHeader('connection', 'close');
    sendText(response, body.status, body.reason);
    return;
  }
  const called = await answerCall(options.host, method, body.value);
  if (called.ok) {
    response
      .writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify(called.value));
  } else {
    sendText(response, called.problem.code === 'unknown-method' ? 404 : 400, describeProblem(called.problem));
  }
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

function sendPage(response: ServerResponse, status: number, title: string, text: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(refusalPage(title, text));
}
