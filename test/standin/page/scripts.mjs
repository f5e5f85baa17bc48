/*
 * The source texts that run in a page before its own scripts: one in the page's world, one with
 * the preload in the isolated world. Both only in the top frame, as in Electron.
 */
import { readFileSync } from 'node:fs';
import { decode, encode } from '../codec.mjs';
import { installPreloadWorld } from './preload-world.mjs';
import { installWindowOpen } from './window-open.mjs';
import { installWorldBridge } from './world-bridge.mjs';

/** The name of the isolated world, which is also what Playwright calls Electron's. */
export const preloadWorld = 'Electron Isolated Context';

export function pageWorldScript() {
  return `if (window === window.top) {
  (${String(installWorldBridge)})('page');
  (${String(installWindowOpen)})();
}`;
}

/** Takes the path of the preload; without one, the world is empty. */
export function preloadWorldScript(preload) {
  const source = preload === undefined ? '' : readFileSync(preload, 'utf8');
  return `if (window === window.top) {
  const encode = ${String(encode)};
  const decode = ${String(decode)};
  const contextBridge = (${String(installWorldBridge)})('preload');
  const { process, require } = (${String(installPreloadWorld)})({ contextBridge, encode, decode, platform: ${JSON.stringify(process.platform)} });
  try {
    (function (require, process, exports, module) {
${source}
    })(require, process, {}, { exports: {} });
  } catch (error) {
    console.error('Unable to load preload script: ${preload}', error);
  }
}
//# sourceURL=${preload ?? 'preload'}`;
}
