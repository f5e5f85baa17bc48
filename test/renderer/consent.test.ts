import { expect, test } from 'vitest';
import { Editing } from '../../renderer/editing.ts';
import type { Consent } from '../../renderer/session/consent.ts';
import { Session } from '../../renderer/session.ts';
import type { AlertStyle } from '../../renderer/validation/validation-draft.ts';
import { WaitingInput } from '../../renderer/waiting-input.ts';
import { plainDocument } from '../fixtures/plain-document.ts';
import { engineOf } from './engine-of.ts';

const at = { sheet: 'S', row: 0, column: 0 };

/** A session whose cell A1 should be less than 3; the person gives these answers. Asked, it tells the questions. */
async function open(style: AlertStyle, ...answers: Consent[]) {
  const engine = engineOf({
    ...plainDocument({ S: [[1]] }),
    validations: [
      {
        sheet: 'S',
        ranges: [{ top: 0, left: 0, bottom: 3, right: 0 }],
        rule: { kind: 'whole', operator: 'lessThan', first: 3 },
        ignoreBlank: true,
        alert: { style },
      },
    ],
  });
  const opened = await Session.open(engine, { source: { kind: 'seeds' }, hyperformulaKey: '' }, null);
  if (!opened.ok) throw new Error(opened.problem.message);
  const asked: string[] = [];
  opened.value.askForConsent(async ({ code }) => {
    asked.push(code);
    return answers.shift() ?? 'cancel';
  });
  return { session: opened.value, asked };
}

async function type(session: Session, text: string) {
  const editing = new Editing(session);
  editing.begin(at, 'cell', text);
  const taken = await editing.commit();
  return { taken, state: editing.state };
}

test('a stop is not asked about', async () => {
  const { session, asked } = await open('stop', 'take');
  const { taken, state } = await type(session, '7');
  expect(taken).toBe(false);
  expect(state?.problem?.code).toBe('not-allowed');
  expect(asked).toEqual([]);
});

test.each(['warning', 'information'] as const)(
  'what a %s is about is written once it is wanted',
  async (style) => {
    const { session, asked } = await open(style, 'take');
    expect((await type(session, '7')).taken).toBe(true);
    expect(session.value(at)).toBe(7);
    expect(asked).toEqual([`validation-${style}`]);
    expect((await type(session, '2')).taken).toBe(true);
    expect(asked).toHaveLength(1);
  },
);

test('an entry that is reconsidered stays open without a message, and one given up is gone', async () => {
  const { session } = await open('warning', 'edit', 'cancel');
  const again = await type(session, '7');
  expect(again).toMatchObject({ taken: false, state: { text: '7', problem: null, committing: false } });
  const gone = await type(session, '7');
  expect(gone).toEqual({ taken: false, state: null });
  expect(session.value(at)).toBe(1);
  expect(session.history.undoLabel).toBeNull();
});

test('what was to follow an entry that is given up is not done', async () => {
  const { session } = await open('warning', 'cancel', 'take');
  const editing = new Editing(session);
  const waiting = new WaitingInput(editing);
  for (const [text, expected] of [
    ['7', 0],
    ['8', 1],
  ] as const) {
    let moved = 0;
    editing.begin(at, 'cell', text);
    const taken = editing.commit();
    waiting.do(() => moved++);
    await taken;
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
    expect(moved, text).toBe(expected);
  }
});

test('of several cells one question is asked', async () => {
  const { session, asked } = await open('information', 'cancel');
  const cells = [0, 1, 2].map((row) => ({ ...at, row, content: 7 + row }));
  const answer = await session.dispatch({ kind: 'setCells', label: 'Paste', cells });
  expect(answer).toMatchObject({ ok: false, problem: { code: 'entry-given-up' } });
  expect(asked).toHaveLength(1);
});
