import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Who may use the loopback server.
 *
 * Any page in any browser of this machine can send requests to 127.0.0.1, and any program of it
 * can connect. So: a secret that only the printed address carries is exchanged, once, for a
 * session cookie; and requests that name another host (a rebound name) or come from another
 * origin (a stranger's page) are refused before anything else is looked at.
 */
export class Access {
  readonly #authority: string;
  readonly #origin: string;
  readonly #cookieName: string;
  readonly #session = randomBytes(32).toString('base64url');
  #token: string | null = randomBytes(32).toString('base64url');

  /** Takes the port the server listens on. */
  constructor(port: number) {
    this.#authority = `127.0.0.1:${port}`;
    this.#origin = `http://${this.#authority}`;
    // Browsers keep cookies per host, not per port: two running servers would take each other's.
    this.#cookieName = `roundtrip-${port}`;
  }

  get origin(): string {
    return this.#origin;
  }

  /** The address that opens the program, once. */
  get startUrl(): string {
    return `${this.#origin}/?token=${this.#token ?? ''}`;
  }

  /** Whether the request was made to this server, by its own page or by the person. */
  isFromHere(request: IncomingMessage): boolean {
    const { host, origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    if (host !== this.#authority) return false;
    if (origin !== undefined && origin !== this.#origin) return false;
    // Only pages can send a body or change something, and they always say where they come from.
    if (request.method !== 'GET' && origin === undefined) return false;
    return site === undefined || site === 'same-origin' || site === 'none';
  }

  /** Whether the request carries the session of this server. */
  hasSession(request: IncomingMessage): boolean {
    const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
    const prefix = `${this.#cookieName}=`;
    return cookies.some(
      (cookie) => cookie.startsWith(prefix) && isSame(cookie.slice(prefix.length), this.#session),
    );
  }

  /** Takes a token; gives the cookie it is worth, once. Refuses, with null, a wrong or spent one. */
  exchange(token: string): string | null {
    if (this.#token === null || !isSame(token, this.#token)) return null;
    this.#token = null;
    return `${this.#cookieName}=${this.#session}; Path=/; HttpOnly; SameSite=Strict`;
  }
}

/** Compares without telling, by the time it takes, how much of a guess was right. */
function isSame(given: string, expected: string): boolean {
  const one = Buffer.from(given);
  const other = Buffer.from(expected);
  return one.length === other.length && timingSafeEqual(one, other);
}
