/*
 * Stands for Electron's default session. The permission handlers decide: when a window opens, each
 * permission is asked of the check handler once and set in the browser accordingly.
 *
 * It cannot: ask per request, or pass requests to `webRequest`; requests that leave the machine
 * fail all the same, since no name resolves (browser.mjs).
 */
import { EventEmitter } from 'node:events';
import { runtime } from '../runtime.mjs';
import { protocol } from './protocol.mjs';

/** Electron's names of permissions, and how the browser names them. */
const permissions = [
  ['clipboard-read', { name: 'clipboard-read' }],
  ['clipboard-sanitized-write', { name: 'clipboard-write' }],
  ['geolocation', { name: 'geolocation' }],
  ['media', { name: 'camera' }],
  ['media', { name: 'microphone' }],
  ['midiSysex', { name: 'midi', sysex: true }],
  ['notifications', { name: 'notifications' }],
  ['idle-detection', { name: 'idle-detection' }],
  ['persistent-storage', { name: 'persistent-storage' }],
  ['screen-wake-lock', { name: 'screen-wake-lock' }],
  ['window-management', { name: 'window-management' }],
  ['local-fonts', { name: 'local-fonts' }],
];

class Session extends EventEmitter {
  protocol = protocol;
  permissionCheck = null;
  permissionRequest = null;
  webRequest = {
    onBeforeRequest() {},
  };

  setPermissionCheckHandler(handler) {
    this.permissionCheck = handler;
  }
  setPermissionRequestHandler(handler) {
    this.permissionRequest = handler;
  }
  setDevicePermissionHandler() {}
  setDisplayMediaRequestHandler() {}
}

export const session = { defaultSession: new Session() };

/** Sets in the browser what the handlers allow to an origin. Without handlers, Electron allows all. */
export async function applyPermissions(webContents, origin) {
  const { permissionCheck } = session.defaultSession;
  for (const [name, permission] of permissions) {
    const allowed = permissionCheck === null || permissionCheck(webContents, name, origin, {});
    await runtime.cdp.send('Browser.setPermission', {
      origin,
      permission,
      setting: allowed ? 'granted' : 'denied',
    });
  }
}
