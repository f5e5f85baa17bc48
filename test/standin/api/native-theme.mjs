/*
 * Stands for `nativeTheme`: what the program chooses is what pages see as prefers-color-scheme.
 * The system's own theme is always light.
 */
import { EventEmitter } from 'node:events';
import { runtime } from '../runtime.mjs';

class NativeTheme extends EventEmitter {
  #source = 'system';

  get themeSource() {
    return this.#source;
  }
  set themeSource(source) {
    this.#source = source;
    for (const window of runtime.windows.values()) void window.webContents.standinApplyTheme();
    this.emit('updated');
  }
  get shouldUseDarkColors() {
    return this.#source === 'dark';
  }
}

export const nativeTheme = new NativeTheme();
