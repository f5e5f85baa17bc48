/*
 * Stands for contextBridge: what the preload's isolated world exposes appears in the page's world
 * as a copy; functions become calls across, promises are followed, exposed objects are frozen.
 *
 * Both worlds of a page share its DOM events, which are delivered at once and whose detail is
 * cloned on the way; that is what makes calls across the worlds return at once, as in Electron.
 *
 * It cannot: carry DOM elements, or hide its events from a page that looks for them.
 *
 * This function is sent to both worlds as source text, so it uses nothing from outside itself.
 */
export function installWorldBridge(world) {
  const other = world === 'page' ? 'preload' : 'page';
  const functions = new Map();
  const promises = new Map();
  let last = 0;
  let answer;

  const tell = (kind, detail) =>
    document.dispatchEvent(new CustomEvent(`standin:${kind}:${other}`, { detail }));
  const hear = (kind, react) =>
    document.addEventListener(`standin:${kind}:${world}`, (event) => react(event.detail));

  const pack = (value) => {
    if (typeof value === 'function') {
      functions.set(++last, value);
      return { standinFunction: last };
    }
    if (value instanceof Promise) {
      const id = ++last;
      value.then(
        (result) => tell('settle', { id, result: pack(result) }),
        (error) => tell('settle', { id, error: String(error?.message ?? error) }),
      );
      return { standinPromise: id };
    }
    if (Array.isArray(value)) return value.map(pack);
    if (isPlain(value))
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pack(item)]));
    return value;
  };
  const unpack = (value) => {
    if (Array.isArray(value)) return value.map(unpack);
    if (!isPlain(value)) return value;
    if ('standinFunction' in value) return (...args) => callAcross(value.standinFunction, args);
    if ('standinPromise' in value) {
      return new Promise((resolve, reject) => promises.set(value.standinPromise, { resolve, reject }));
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unpack(item)]));
  };
  const callAcross = (id, args) => {
    answer = undefined;
    tell('call', { id, args: pack(args) });
    const given = answer;
    if (given === undefined) throw new Error('The other world did not answer.');
    if ('error' in given) throw new Error(given.error);
    return unpack(given.result);
  };

  hear('call', ({ id, args }) => {
    let given;
    try {
      given = { result: pack(functions.get(id)(...unpack(args))) };
    } catch (error) {
      given = { error: String(error?.message ?? error) };
    }
    tell('answer', given);
  });
  hear('answer', (given) => {
    answer = given;
  });
  hear('settle', ({ id, result, error }) => {
    const promise = promises.get(id);
    promises.delete(id);
    if (error === undefined) promise?.resolve(unpack(result));
    else promise?.reject(new Error(error));
  });
  hear('expose', ({ key, api }) => {
    Object.defineProperty(globalThis, key, { value: freezeDeep(unpack(api)), enumerable: true });
  });

  function isPlain(value) {
    return (
      typeof value === 'object' &&
      value !== null &&
      Object.prototype.toString.call(value) === '[object Object]'
    );
  }
  function freezeDeep(value) {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(freezeDeep);
    return Object.freeze(value);
  }

  return {
    exposeInMainWorld: (key, api) => tell('expose', { key, api: pack(api) }),
  };
}
