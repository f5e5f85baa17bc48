import type { IncomingMessage } from 'node:http';

export type JsonBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: 400 | 413 | 415; readonly reason: string };

/**
 * The JSON in a request's body.
 *
 * Takes the request and the largest size in bytes. Refuses other media types (a form on a
 * stranger's page can send those without asking), larger bodies and text that is not JSON.
 */
export async function jsonBody(request: IncomingMessage, largestBytes: number): Promise<JsonBody> {
  const mediaType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') {
    return { ok: false, status: 415, reason: 'The body must be JSON.' };
  }
  const tooLarge: JsonBody = { ok: false, status: 413, reason: 'The body is too large.' };
  if (Number(request.headers['content-length'] ?? 0) > largestBytes) return tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBytes) return tooLarge;
    chunks.push(chunk);
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown };
  } catch {
    return { ok: false, status: 400, reason: 'The body is not JSON.' };
  }
}
