import { protocol } from 'electron';
import { securityHeaders } from '../host/content-policy.ts';
import { rendererFile } from '../host/renderer-file.ts';

const scheme = 'app';

/** Where the window's own files are. Any other origin is a stranger. */
export const appOrigin = 'app://roundtrip';

/**
 * Makes `app://` a scheme like https: an origin of its own, secure, with module workers. A file://
 * page would share its origin with every file of the machine. Call before the program is ready.
 */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves `app://roundtrip/` from the built window in `folder`, with its strict policy. */
export function serveRenderer(folder: string): void {
  const headers = securityHeaders("'none'");
  protocol.handle(scheme, async (request) => {
    const refused = (status: number) => new Response(null, { status, headers });
    const url = new URL(request.url);
    if (url.host !== 'roundtrip') return refused(404);
    if (request.method !== 'GET') return refused(405);
    const file = await rendererFile(folder, url.pathname);
    if (file === null) return refused(404);
    return new Response(file.body, { headers: { ...headers, 'content-type': file.mediaType } });
  });
}

/** Whether an address is a page of the program itself. */
export function isAppUrl(url: string): boolean {
  return url.startsWith(`${appOrigin}/`);
}
