/*
 * Stands for `ipcMain`: handlers for calls, listeners for messages. Errors of a handler reach the
 * preload as Electron words them: the message without the stack.
 */
import { EventEmitter } from 'node:events';
import { decode, encode } from '../codec.mjs';

const handlers = new Map();

class IpcMain extends EventEmitter {
  handle(channel, handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  }
  removeHandler(channel) {
    handlers.delete(channel);
  }
}

export const ipcMain = new IpcMain();

/** Takes an event and a message of a preload; gives what to send back, or null. */
export async function deliver(event, { kind, id, channel, args }) {
  if (kind === 'send') {
    ipcMain.emit(channel, event, ...decode(args));
    return null;
  }
  try {
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return { kind: 'reply', id, result: encode(await handler(event, ...decode(args))) };
  } catch (error) {
    return { kind: 'reply', id, error: `Error invoking remote method '${channel}': ${String(error)}` };
  }
}
