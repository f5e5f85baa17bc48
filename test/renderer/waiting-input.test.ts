import { describe, expect, test } from 'vitest';
import { Editing } from '../../renderer/editing.ts';
import { Session } from '../../renderer/session.ts';
import { WaitingInput } from '../../renderer/waiting-input.ts';
import { plainDocument } from '../fixtures/plain-document.ts';
import { at } from '../workbook/small-workbook.ts';
import { engineOf } from './engine-of.ts';

async function opened() {
  const session = await Session.open(
    engineOf(plainDocument({ Sheet1: [[1]] })),
    { source: { kind: 'seeds' }, hyperformulaKey: '' },
    null,
  );
  if (!session.ok) throw new Error(session.problem.message);
  const editing = new Editing(session.value);
  return { editing, waiting: new WaitingInput(editing) };
}

describe('what is done while the engine looks at an entry', () => {
  test('a step is done at once after a number, and after a formula when it is taken', async () => {
    const { editing, waiting } = await opened();
    const done: string[] = [];
    editing.begin(at('Sheet1', 1, 0), 'cell', '5');
    const first = editing.commit();
    waiting.do(() => done.push('number'));
    expect(done).toEqual(['number']);
    await first;
    editing.begin(at('Sheet1', 2, 0), 'cell', '=A1+1');
    const taken = editing.commit();
    waiting.do(() => done.push('formula'));
    expect(done).toEqual(['number']);
    await taken;
    await expect.poll(() => done).toEqual(['number', 'formula']);
    expect(waiting.isWaiting).toBe(false);
  });

  test('steps keep their order, also where one of them enters the next formula', async () => {
    const { editing, waiting } = await opened();
    const done: string[] = [];
    editing.begin(at('Sheet1', 1, 0), 'cell', '=A1+1');
    void editing.commit();
    waiting.do(() => {
      editing.begin(at('Sheet1', 2, 0), 'cell', '=A2+1');
      void editing.commit();
      waiting.do(() => done.push('what follows the second'));
    });
    waiting.do(() => done.push('what came next'));
    await expect.poll(() => done).toEqual(['what follows the second', 'what came next']);
  });

  test('a step waits for a command that leads elsewhere', async () => {
    const { waiting } = await opened();
    const done: string[] = [];
    let answer: (isDone: boolean) => void = () => {};
    void waiting.during(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    waiting.do(() => done.push('typed there'));
    expect(done).toEqual([]);
    answer(true);
    await expect.poll(() => done).toEqual(['typed there']);
    const refused = waiting.during(Promise.resolve(false));
    waiting.do(() => done.push('typed nowhere'));
    expect([await refused, waiting.isWaiting]).toEqual([false, false]);
    expect(done).toEqual(['typed there']);
  });

  test('after a refusal nothing is done', async () => {
    const { editing, waiting } = await opened();
    const done: string[] = [];
    editing.begin(at('Sheet1', 1, 0), 'cell', '=1+');
    const taken = editing.commit();
    waiting.do(() => done.push('meant for the next cell'));
    expect(await taken).toBe(false);
    expect(waiting.isWaiting).toBe(false);
    editing.type('=1+1');
    await editing.commit();
    waiting.do(() => done.push('later'));
    await expect.poll(() => done).toEqual(['later']);
  });
});
