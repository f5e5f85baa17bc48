import { describe, expect, test } from 'vitest';
import { columnTexts, goneOn } from '../../renderer/column-texts.ts';
import { Editing } from '../../renderer/editing.ts';
import { Session } from '../../renderer/session.ts';
import { plainDocument } from '../fixtures/plain-document.ts';
import { engineOf } from './engine-of.ts';

async function opened(column: readonly (string | number | null)[]) {
  const document = plainDocument({ Sheet: column.map((content) => [content]) });
  const session = await Session.open(
    engineOf(document),
    { source: { kind: 'seeds' }, hyperformulaKey: '' },
    null,
  );
  if (!session.ok) throw new Error(session.problem.message);
  return session.value;
}

describe('the texts of a column', () => {
  test('are those above and below a cell without a gap, the nearest first and each once', async () => {
    const session = await opened([
      'Far',
      null,
      'North',
      'South',
      'north',
      null,
      'East',
      7,
      'West',
      null,
      'Off',
    ]);
    const texts = columnTexts(session.sheet('Sheet'), { row: 5, column: 0 });
    expect(texts).toEqual(['north', 'South', 'East', 'West']);
  });

  test('are none that formulas give, and none that are numbers', async () => {
    const session = await opened(['="Sum"', 12, 'Total', null]);
    expect(columnTexts(session.sheet('Sheet'), { row: 3, column: 0 })).toEqual(['Total']);
  });

  test('count from when they are typed, before the engine has answered', async () => {
    const session = await opened(['Alpha', null, null]);
    void session.dispatch({
      kind: 'setCells',
      label: 'Type',
      cells: [{ sheet: 'Sheet', row: 1, column: 0, content: 'Beta' }],
    });
    expect(columnTexts(session.sheet('Sheet'), { row: 2, column: 0 })).toEqual(['Beta', 'Alpha']);
  });
});

describe('what goes on where the typed text ends', () => {
  test('is the one text that begins so, whatever its capitals', () => {
    expect(goneOn('so', ['North', 'South'])).toBe('South');
  });

  test('is nothing where several begin so, where it is all there, and for spaces', () => {
    expect(goneOn('N', ['North', 'Northeast'])).toBeUndefined();
    expect(goneOn('North', ['North', 'Northeast'])).toBeUndefined();
    expect(goneOn('south', ['South'])).toBeUndefined();
    expect(goneOn(' ', [' x'])).toBeUndefined();
  });
});

describe('a proposed text', () => {
  const cell = { sheet: 'Sheet', row: 1, column: 0 };

  test('is entered with its own capitals', async () => {
    const session = await opened(['South', null]);
    const editing = new Editing(session);
    editing.begin(cell, 'cell', '');
    editing.type('s', 'South');
    expect(editing.state?.text).toBe('south');
    await editing.settled();
    expect(session.cell(cell)?.content).toBe('South');
  });

  test('is gone with the next change, and no step of the entry', async () => {
    const session = await opened(['South', null]);
    const editing = new Editing(session);
    editing.begin(cell, 'cell', '');
    editing.type('S', 'South');
    editing.type('So', 'South');
    editing.type('So');
    expect(editing.state?.text).toBe('So');
    editing.type('So ');
    editing.step(true);
    expect(editing.state?.text).toBe('So');
    editing.step(true);
    expect(editing.state?.text).toBe('');
  });
});
