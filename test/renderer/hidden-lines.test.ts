import { expect, test } from 'vitest';
import { Finding } from '../../renderer/find/finding.ts';
import { Session } from '../../renderer/session.ts';
import { SheetView } from '../../renderer/sheet-view.ts';
import { addressText } from '../../shared/workbook/address.ts';
import { plainDocument } from '../fixtures/plain-document.ts';
import { engineOf } from './engine-of.ts';

async function open() {
  const engine = engineOf(plainDocument({ One: [['word'], ['word'], ['word']], Two: [['word']] }));
  const opened = await Session.open(engine, { source: { kind: 'seeds' }, hyperformulaKey: '' }, null);
  if (!opened.ok) throw new Error(opened.problem.message);
  const session = opened.value;
  return { session, view: new SheetView(session) };
}

const hideRow = {
  kind: 'setLinesHidden',
  label: 'Hide',
  sheet: 'One',
  axis: 'rows',
  at: 1,
  count: 1,
  hidden: true,
} as const;
const hideSheet = { kind: 'setSheetHidden', label: 'Hide', sheet: 'One', hidden: true } as const;

test('what is shown is not found in hidden rows and sheets, and what cells hold is found in hidden rows', async () => {
  const { session, view } = await open();
  const finding = new Finding(session, view);
  finding.open({ replacing: false });
  const found = async (lookIn: 'values' | 'formulas') => {
    finding.change({ text: 'word', lookIn, within: 'workbook' });
    await expect.poll(() => finding.state.isSearching).toBe(false);
    return finding.state.matches.map(addressText);
  };
  await session.dispatch(hideRow);
  expect(session.sheet('One').isRowHidden(1)).toBe(true);
  expect(await found('values')).toEqual(['One!A1', 'One!A3', 'Two!A1']);
  expect(await found('formulas')).toEqual(['One!A1', 'One!A2', 'One!A3', 'Two!A1']);
  await session.dispatch({ ...hideSheet, sheet: 'Two' });
  expect(await found('formulas')).toEqual(['One!A1', 'One!A2', 'One!A3']);
});

test('another sheet comes into view when the one in view is hidden, and nothing leads there', async () => {
  const { session, view } = await open();
  await session.dispatch(hideSheet);
  expect(view.sheet).toBe('Two');
  view.show('One');
  view.select({ sheet: 'One', row: 0, column: 0 });
  expect(view.sheet).toBe('Two');
  expect([session.shownSheetNames, session.hiddenSheetNames]).toEqual([['Two'], ['One']]);
  const refused = await session.dispatch({ ...hideSheet, sheet: 'Two' });
  expect(refused).toMatchObject({ ok: false, problem: { code: 'last-shown-sheet' } });
});

test('zoom is no reason to save', async () => {
  const { session } = await open();
  session.setZoom('One', 1000);
  expect(session.sheet('One').zoom).toBe(400);
  expect(session.file.unsaved).toBe(false);
});
