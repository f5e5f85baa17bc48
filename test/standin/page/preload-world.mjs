/*
 * Stands for the surroundings of a sandboxed preload: `require` gives 'electron' with contextBridge
 * and ipcRenderer and nothing of Node; values sent to the main process are cloned.
 *
 * It cannot: do synchronous messages, message ports, webFrame, or the few Node modules that a
 * sandboxed preload may load.
 *
 * This function is sent to the preload's world as source text, so it uses nothing from outside
 * itself but its arguments.
 */
export function installPreloadWorld({ contextBridge, encode, decode, platform }) {
  const listeners = new Map();
  const waiting = new Map();
  let last = 0;
  // The binding that reaches the main process; taken away from the global scope.
  const post = globalThis.standinPost;
  const send = (message) => post(JSON.stringify(message));

  const ipcRenderer = {
    invoke: (channel, ...args) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        send({ kind: 'invoke', id, channel, args: encode(args) });
      }),
    send: (channel, ...args) => send({ kind: 'send', channel, args: encode(args) }),
    on: (channel, listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    once: (channel, listener) => {
      const first = (...args) => {
        ipcRenderer.removeListener(channel, first);
        listener(...args);
      };
      return ipcRenderer.on(channel, first);
    },
    removeListener: (channel, listener) => {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((one) => one !== listener),
      );
      return ipcRenderer;
    },
    off: (channel, listener) => ipcRenderer.removeListener(channel, listener),
  };

  document.addEventListener('standin:window-open', ({ detail }) =>
    send({ kind: 'window-open', url: detail }),
  );

  globalThis.standinReceive = (message) => {
    if (message.kind === 'event') {
      for (const listener of listeners.get(message.channel) ?? [])
        listener({ sender: ipcRenderer }, ...decode(message.args));
      return;
    }
    const { resolve, reject } = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) resolve(decode(message.result));
    else reject(new Error(message.error));
  };

  return {
    process: { type: 'renderer', platform, sandboxed: true, contextIsolated: true, env: {}, versions: {} },
    require: (name) => {
      if (name === 'electron' || name === 'electron/renderer') return { contextBridge, ipcRenderer };
      throw new Error(`module not found: ${name}`);
    },
  };
}
