/*
 * Stands for Electron's `protocol`: declared schemes and their handlers; schemes.mjs brings them
 * before the browser.
 */
import { hasSchemeHandler, removeSchemeHandler, setSchemeHandler } from '../schemes.mjs';
import { app } from './app.mjs';

const declared = new Map();

export const protocol = {
  registerSchemesAsPrivileged(schemes) {
    if (app.isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges } of schemes) declared.set(scheme, privileges);
  },
  handle(scheme, handler) {
    if (!app.isReady()) throw new Error('protocol.handle can only be used after app is ready');
    const privileges = declared.get(scheme);
    if (!privileges?.standard || !privileges?.secure) {
      throw new Error(
        `The stand-in shows only schemes that are declared standard and secure; ${scheme} is not.`,
      );
    }
    setSchemeHandler(scheme, handler);
  },
  unhandle: removeSchemeHandler,
  isProtocolHandled: hasSchemeHandler,
};
