import type { ServerResponse } from 'node:http';
import type { HostEvent } from '../../shared/host.ts';

/**
 * The open windows of a loopback server: each keeps one request open for as long as it lives, and
 * events of the machine are sent down it.
 */
export class EventStream {
  readonly #open = new Set<ServerResponse>();
  readonly #onCountChange: (count: number) => void;

  /** Takes whom to tell when a window comes or goes. */
  constructor(onCountChange: (count: number) => void) {
    this.#onCountChange = onCountChange;
  }

  /** Keeps a response open as a window's stream. Its headers are already set. */
  attach(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': open\n\n');
    this.#open.add(response);
    this.#onCountChange(this.#open.size);
    response.once('close', () => {
      this.#open.delete(response);
      this.#onCountChange(this.#open.size);
    });
  }

  send(event: HostEvent): void {
    for (const response of this.#open) response.write(`data: ${JSON.stringify(event)}\n\n`);
  }
}
