/*
 * Stands for Electron's `app`: its life from start to quit, its paths and its command line.
 *
 * It cannot: wait for `before-quit` answers across processes, relaunch, or send macOS's events by
 * itself; a spec emits `open-file` when it needs one.
 */
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runtime } from '../runtime.mjs';
import { takeInstanceLock } from './single-instance.mjs';

const paths = new Map();
let ready = false;
let exiting = false;
let announceReady;
const whenReady = new Promise((resolve) => {
  announceReady = resolve;
});

class App extends EventEmitter {
  get isPackaged() {
    return runtime.program.isPackaged;
  }
  get isExiting() {
    return exiting;
  }
  get commandLine() {
    return runtime.program.commandLine;
  }
  getName() {
    return runtime.program.manifest.productName ?? runtime.program.manifest.name;
  }
  getVersion() {
    return runtime.program.manifest.version;
  }
  getAppPath() {
    return runtime.program.folder;
  }
  getPath(name) {
    const path = paths.get(name) ?? this.#defaultPath(name);
    mkdirSync(path, { recursive: true });
    return path;
  }
  setPath(name, path) {
    paths.set(name, path);
  }
  #defaultPath(name) {
    if (name === 'userData') {
      const chosen = this.commandLine.getSwitchValue('user-data-dir');
      return chosen || join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), this.getName());
    }
    if (name === 'home') return homedir();
    if (name === 'temp') return tmpdir();
    throw new Error(`The stand-in knows no path called ${name}.`);
  }

  isReady() {
    return ready;
  }
  whenReady() {
    return whenReady;
  }
  enableSandbox() {
    if (ready) throw new Error('app.enableSandbox() must be called before the app is ready.');
  }
  requestSingleInstanceLock(additionalData) {
    return takeInstanceLock(this.getPath('userData'), additionalData, (args, folder, data) =>
      this.emit('second-instance', makeEvent(), args, folder, data),
    );
  }

  quit() {
    const beforeQuit = makeEvent();
    this.emit('before-quit', beforeQuit);
    if (beforeQuit.defaultPrevented) return;
    for (const window of runtime.windows.values()) window.close();
    if (runtime.windows.size > 0) return;
    const willQuit = makeEvent();
    this.emit('will-quit', willQuit);
    if (!willQuit.defaultPrevented) this.exit(0);
  }
  exit(code = 0) {
    if (exiting) return;
    exiting = true;
    this.emit('quit', makeEvent(), code);
    // Later: Playwright waits for the answer to the call that ended the program.
    setTimeout(() => void runtime.endBrowser().then(() => process.exit(code)), 20);
  }
}

export const app = new App();

/** An event as Electron's emitters give it. */
export function makeEvent(fields = {}) {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
    ...fields,
  };
}

export function becomeReady() {
  app.emit('will-finish-launching');
  ready = true;
  app.emit('ready', makeEvent(), {});
  announceReady();
}
