/*
 * The wire to the browser: the Chrome DevTools Protocol over one WebSocket, with flattened
 * sessions.
 */
import { EventEmitter } from 'node:events';

/** One connection. Events of a session are emitted as `<session>:<event>`, others by their name. */
export class Cdp extends EventEmitter {
  #socket;
  #last = 0;
  #waiting = new Map();

  /** Takes an open WebSocket. */
  constructor(socket) {
    super();
    this.setMaxListeners(0);
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(data)));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('The browser is gone.'));
      this.#waiting.clear();
    });
  }

  static async connect(url) {
    const socket = new WebSocket(url);
    await new Promise((open, failed) => {
      socket.addEventListener('open', open, { once: true });
      socket.addEventListener('error', () => failed(new Error(`No answer at ${url}`)), { once: true });
    });
    return new Cdp(socket);
  }

  /** Sends a command, to the browser or to a session; gives its result. */
  send(method, params = {}, sessionId) {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, method });
      this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    });
  }

  #receive(message) {
    if (message.id === undefined) {
      this.emit(
        message.sessionId ? `${message.sessionId}:${message.method}` : message.method,
        message.params,
      );
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
    else waiting?.resolve(message.result);
  }
}
