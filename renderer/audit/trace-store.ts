import type { Trace } from '../../shared/audit/trace.ts';
import { addressText, type Address } from '../../shared/workbook/address.ts';
import type { Session } from '../session.ts';
import { Topics } from '../session/topics.ts';

/** A trace, and the state of the workbook for which it was asked. */
interface Kept {
  readonly trace: Trace | undefined;
  readonly version: number;
}

/** What the engine said of cells: asked when first looked at, and again after every change. */
export class TraceStore {
  readonly #session: Session;
  readonly #topics = new Topics<'traces'>();
  readonly #kept = new Map<string, Kept>();

  constructor(session: Session) {
    this.#session = session;
    session.subscribe('sheets', () => this.#kept.clear());
  }

  /** What is known of a cell; undefined until the engine has answered. An old answer stands until the new one is there. */
  of(address: Address): Trace | undefined {
    const key = addressText(address);
    const version = this.#version;
    const kept = this.#kept.get(key);
    if (kept?.version !== version) {
      this.#kept.set(key, { trace: kept?.trace, version });
      void this.#ask(address, key, version);
    }
    return kept?.trace;
  }

  subscribe(listener: () => void): () => void {
    const stops = [
      this.#topics.subscribe('traces', listener),
      this.#session.subscribe('history', listener),
      this.#session.subscribe('sheets', listener),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Grows with every answer and every change: a snapshot for `useSyncExternalStore`. */
  version(): number {
    return this.#topics.version('traces') + this.#version;
  }

  get #version(): number {
    return this.#session.version('history') + this.#session.version('sheets');
  }

  async #ask(address: Address, key: string, version: number): Promise<void> {
    const trace = await this.#session.ask('trace', { address });
    if (this.#kept.get(key)?.version !== version) return;
    this.#kept.set(key, { trace, version });
    this.#topics.tell('traces');
  }
}
