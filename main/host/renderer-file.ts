import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { systemErrorName } from './file-problems.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
};

export interface RendererFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

/**
 * A file of the built window.
 *
 * Takes the folder of the build and the path part of an address, as it stands there (percent
 * signs included); `/` is the page. Gives null for what is not there and for every path that
 * could lead out of the folder.
 */
export async function rendererFile(folder: string, urlPath: string): Promise<RendererFile | null> {
  const segments = safeSegments(urlPath);
  if (segments === null) return null;
  const path = join(folder, ...(segments.length === 0 ? ['index.html'] : segments));
  const mediaType = mediaTypes[extname(path).toLowerCase()];
  // The build holds no other types; a type that is not known is not guessed.
  if (mediaType === undefined) return null;
  try {
    return { body: new Uint8Array(await readFile(path)), mediaType };
  } catch (error) {
    const name = systemErrorName(error);
    if (name === 'ENOENT' || name === 'EISDIR' || name === 'ENOTDIR' || name === 'ENAMETOOLONG') return null;
    throw error;
  }
}

function safeSegments(urlPath: string): string[] | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  // A backslash or a colon would be a separator or a drive on Windows.
  if (/[\\:\0]/u.test(decoded)) return null;
  const segments = decoded.split('/').filter((segment) => segment !== '');
  return segments.some((segment) => segment === '.' || segment === '..') ? null : segments;
}
