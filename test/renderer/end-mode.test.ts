import { expect, test } from 'vitest';
import { inEndMode } from '../../renderer/grid/end-mode.ts';
import { Session } from '../../renderer/session.ts';
import { SheetView } from '../../renderer/sheet-view.ts';
import { plainDocument } from '../fixtures/plain-document.ts';
import { engineOf } from './engine-of.ts';
import { press } from './key-press.ts';

async function opened() {
  const start = { source: { kind: 'seeds' }, hyperformulaKey: '' } as const;
  const session = await Session.open(engineOf(plainDocument({ Sheet: [[1, 2]] })), start, null);
  if (!session.ok) throw new Error(session.problem.message);
  return new SheetView(session.value);
}

test('End turns the mode on for one key, and off again', async () => {
  const view = await opened();
  expect(inEndMode(press('End'), view)).toBeNull();
  expect(view.isEndMode).toBe(true);
  expect(inEndMode(press('End'), view)).toBeNull();
  expect(view.isEndMode).toBe(false);
  const plain = press('ArrowDown');
  expect(inEndMode(plain, view)).toBe(plain);
});

test('the next arrow leads to the edge of the data, Home to the last cell, Enter to the end of the row', async () => {
  const view = await opened();
  const after = (key: string, held = {}) => {
    inEndMode(press('End'), view);
    const stands = inEndMode(press(key, held), view);
    expect(view.isEndMode).toBe(false);
    return stands;
  };
  expect(after('ArrowDown')).toEqual(press('ArrowDown', { ctrlKey: true }));
  expect(after('ArrowLeft', { shiftKey: true })).toEqual(
    press('ArrowLeft', { ctrlKey: true, shiftKey: true }),
  );
  expect(after('Home')).toEqual(press('End', { ctrlKey: true }));
  expect(after('Enter')).toEqual(press('End'));
  expect(after('x')).toEqual(press('x'));
});

test('Shift held for the next key does not end the mode', async () => {
  const view = await opened();
  inEndMode(press('End'), view);
  inEndMode(press('Shift', { shiftKey: true }), view);
  expect(view.isEndMode).toBe(true);
});
