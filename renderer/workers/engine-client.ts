import type { Stamp } from '../../shared/workbook/change-log/log-entry.ts';
import type { EngineMessage, EngineMethod, EngineNews, EngineRequest, EngineRequests } from './protocol.ts';

/** The engine as the screen asks it. A promise that rejects is a bug in the worker, not a refusal. */
export interface Engine {
  ask<Method extends EngineMethod>(
    method: Method,
    input: EngineRequests[Method]['input'],
  ): Promise<EngineRequests[Method]['output']>;
  /** Calls back with what the engine says without being asked; a new listener takes the last one's place. */
  listen(listener: (news: EngineNews) => void): void;
}

interface Waiting {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Starts the worker that owns the workbook. `stamp` says who asks, and when. */
export function startEngine(stamp: () => Stamp): Engine {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), {
    type: 'module',
    name: 'engine',
  });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let tell: (news: EngineNews) => void = () => {};

  worker.addEventListener('message', ({ data }: MessageEvent<EngineMessage>) => {
    if ('news' in data) {
      tell(data.news);
      return;
    }
    const asked = waiting.get(data.id);
    if (!asked) throw new Error(`The engine answered ${data.id}, which was not asked`);
    waiting.delete(data.id);
    if (data.ok) asked.resolve(data.output);
    else asked.reject(new Error(data.error));
  });
  worker.addEventListener('error', (event) => {
    const error = new Error(`The engine stopped: ${event.message}`);
    for (const asked of waiting.values()) asked.reject(error);
    waiting.clear();
  });

  return {
    ask(method, input) {
      const id = ++lastId;
      const request: EngineRequest = { id, method, input, stamp: stamp() };
      const answer = new Promise<unknown>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage(request);
      });
      // The worker answers each method with its own output; both ends are this program's.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return answer as Promise<EngineRequests[typeof method]['output']>;
    },
    listen(listener) {
      tell = listener;
    },
  };
}
