import { expect, test } from 'vitest';
import { selectionKey } from '../../renderer/grid/selection-keys.ts';
import { Session } from '../../renderer/session.ts';
import { SheetView } from '../../renderer/sheet-view.ts';
import { cellReference } from '../../shared/workbook/address.ts';
import { plainDocument } from '../fixtures/plain-document.ts';
import { engineOf } from './engine-of.ts';

const extent = { rows: 100, columns: 26 };

/** As a keyboard event has them: no properties of its own. */
class Press {
  readonly #shift: boolean;
  readonly #key: string;
  constructor(keys: string) {
    this.#shift = keys.startsWith('Shift+');
    this.#key = keys.replace('Shift+', '');
  }
  get key() {
    return this.#key;
  }
  get shiftKey() {
    return this.#shift;
  }
  get ctrlKey() {
    return false;
  }
  get metaKey() {
    return false;
  }
  get altKey() {
    return false;
  }
}

/** A view of a sheet, and what presses of keys choose in it: `A1:B2, C3` and whether the last was taken. */
async function keyboard() {
  const document = plainDocument({ Sheet: [[1, 2]] });
  const opened = await Session.open(
    engineOf(document),
    { source: { kind: 'seeds' }, hyperformulaKey: '' },
    null,
  );
  if (!opened.ok) throw new Error(opened.problem.message);
  const view = new SheetView(opened.value);
  const press = (...keys: readonly string[]) => {
    let isTaken = false;
    for (const one of keys)
      isTaken = selectionKey(
        new Press(one),
        view,
        opened.value.sheet('Sheet'),
        extent,
        ({ address, range, others }) => view.select(address, range, others),
      );
    return isTaken;
  };
  const chosen = () =>
    [...view.selection.others, view.selection.range]
      .map(({ top, left, bottom, right }) => [cellReference(top, left), cellReference(bottom, right)])
      .map(([first, last]) => (first === last ? first : `${first}:${last}`))
      .join(', ');
  return { view, press, chosen };
}

test('F8 draws the range on until it is pressed again, or Escape', async () => {
  const { view, press, chosen } = await keyboard();
  expect(press('ArrowDown')).toBe(false);
  expect(press('F8', 'ArrowDown', 'ArrowRight')).toBe(true);
  expect([chosen(), view.mode]).toEqual(['A1:B2', 'extend']);
  press('F8');
  expect(view.mode).toBeNull();
  press('F8', 'ArrowUp', 'Escape');
  expect([chosen(), view.mode]).toEqual(['A1:B1', null]);
});

test('Shift+F8 leaves what is chosen and lets arrows choose another range', async () => {
  const { view, press, chosen } = await keyboard();
  press('F8', 'ArrowDown', 'Shift+F8', 'ArrowRight', 'ArrowRight', 'Shift+ArrowDown');
  expect([chosen(), view.mode]).toEqual(['A1:A2, C1:C2', 'add']);
  press('Shift+F8', 'Shift+F8', 'ArrowDown');
  expect(chosen()).toBe('A1:A2, C1:C2, C2');
});

test('what is typed ends it', async () => {
  const { view, press } = await keyboard();
  expect(press('F8', 'x')).toBe(false);
  expect(view.mode).toBeNull();
});
