import { EngineService } from '../../renderer/workers/engine-service.ts';
import type { Engine } from '../../renderer/workers/engine-client.ts';
import type { EngineMessage, EngineNews } from '../../renderer/workers/protocol.ts';
import { writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import type { WorkbookDocument } from '../../shared/workbook/document.ts';

/** When everything is asked of the engine in tests. */
export const testTime = '2026-11-12T14:05:00.000Z';

/** The real engine without its worker. Opens this document whatever is asked for; `before` runs before each answer. */
export function engineOf(document: WorkbookDocument, before: () => Promise<void> = async () => {}): Engine {
  const source = { kind: 'file', name: 'test', text: writeRoundtripFile(document) };
  const waiting = new Map<number, { resolve: (output: unknown) => void; reject: (error: Error) => void }>();
  let tell: (news: EngineNews) => void = () => {};
  const service = new EngineService((message) => {
    const data: EngineMessage = structuredClone(message);
    if ('news' in data) tell(data.news);
    else if (data.ok) waiting.get(data.id)?.resolve(data.output);
    else waiting.get(data.id)?.reject(new Error(data.error));
  });
  let id = 0;
  let last: Promise<unknown> = Promise.resolve();
  const ask = (method: string, input: object): Promise<unknown> => {
    last = last.then(before).then(
      () =>
        new Promise((resolve, reject) => {
          id++;
          waiting.set(id, { resolve, reject });
          const given = method === 'open' ? { source, hyperformulaKey: '' } : input;
          service.receive(
            structuredClone({ id, method, input: given, stamp: { at: testTime, who: 'Ana' } }) as never,
          );
        }),
    );
    return last;
  };
  return { ask, listen: (listener: typeof tell) => void (tell = listener) } as Engine;
}
