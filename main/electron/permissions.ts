import type { Session, WebContents } from 'electron';
import { isAppUrl } from './protocol.ts';

/** Schemes that stay inside the window: its own files, and data it made itself. */
const localSchemes: ReadonlySet<string> = new Set(['app:', 'data:', 'blob:', 'devtools:']);

/**
 * Refuses everything a web page may ask a machine for (camera, clipboard reading, notifications,
 * devices, screen), and every request that would leave the machine. The program needs none of it.
 */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !localSchemes.has(new URL(url).protocol) });
  });
  session.on('will-download', (event) => event.preventDefault());
}

/** Keeps a window on its own page: no navigation, no new windows, no embedded pages. */
export function refuseNavigation(contents: WebContents): void {
  // A reload of the own page also arrives here, and is harmless.
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
