import { namedCells } from './named-cells.ts';
import { expect, test, vi } from 'vitest';
import { Editing } from '../../renderer/editing.ts';
import { mostNamed, type CellsOfSheet } from '../../renderer/session/changed-cells.ts';
import { Session } from '../../renderer/session.ts';
import { displayOf, figureOf } from '../../renderer/session/figures.ts';
import { SheetView } from '../../renderer/sheet-view.ts';
import type { Command } from '../../shared/workbook/command.ts';
import type { Range } from '../../shared/workbook/address.ts';
import type { WorkbookDocument } from '../../shared/workbook/document.ts';
import { engineOf, testTime } from './engine-of.ts';

const model = (): WorkbookDocument => ({
  title: 'Trial',
  styles: { input: { role: 'input', format: '0.0' }, total: { role: 'total', format: '0.0' } },
  names: [
    {
      name: 'total',
      sheet: 'Sheet',
      range: { top: 2, left: 0, bottom: 2, right: 0 },
      label: 'Total',
      unit: 'US$ bn',
      stripCaption: 'of all',
    },
    { name: 'both', sheet: 'Sheet', range: { top: 0, left: 0, bottom: 1, right: 0 } },
  ],
  sheets: [
    {
      name: 'Sheet',
      rows: [
        [{ content: 1, style: 'input' }],
        [{ content: 2, style: 'input' }],
        [{ content: '=A1+A2', style: 'total' }],
      ],
      columnWidths: [],
      frozenRows: 0,
      frozenColumns: 0,
      gridLines: true,
    },
    {
      name: 'Other',
      rows: [[{ content: '=total*2' }]],
      columnWidths: [],
      frozenRows: 0,
      frozenColumns: 0,
      gridLines: true,
    },
  ],
});

async function open(): Promise<Session> {
  const opened = await Session.open(
    engineOf(model()),
    { source: { kind: 'seeds' }, hyperformulaKey: '' },
    null,
  );
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.value;
}

const a1 = { sheet: 'Sheet', row: 0, column: 0 };
const type = (session: Session, content: number | string) =>
  session.dispatch({ kind: 'setCells', label: 'Type', cells: [{ ...a1, content }] });

test('a number shows before the engine has answered, a formula and what reads them after it', async () => {
  const session = await open();
  const sheet = session.sheet('Sheet');
  const told: number[] = [];
  session.subscribeCells('Sheet', (cells) => told.push(cells.length));
  const answer = type(session, 7);
  expect([sheet.shown(0, 0), sheet.value(0, 0), sheet.shown(2, 0), told]).toEqual([7, 1, 3, [1]]);
  await answer;
  expect([sheet.shown(0, 0), sheet.shown(2, 0)]).toEqual([7, 9]);
  const formula = type(session, '=2*3');
  expect(sheet.shown(0, 0)).toBe(7);
  await formula;
  expect(sheet.shown(0, 0)).toBe(6);
});

test('a refusal puts back what was there', async () => {
  const session = await open();
  const sheet = session.sheet('Sheet');
  const answer = session.dispatch({
    kind: 'setCells',
    label: 'Two',
    cells: [
      { ...a1, content: 7 },
      { ...a1, row: 1, content: '=A3' },
    ],
  });
  expect(sheet.shown(0, 0)).toBe(7);
  const told: number[] = [];
  session.subscribeCells('Sheet', (cells) => told.push(cells.length));
  expect((await answer).ok).toBe(false);
  expect([sheet.shown(0, 0), told]).toEqual([1, [1]]);
});

test('it says that the engine calculates once an answer is late, and only then', async () => {
  vi.useFakeTimers();
  let letGo = () => {};
  let held: Promise<void> = Promise.resolve();
  const opened = await Session.open(
    engineOf(model(), () => held),
    { source: { kind: 'seeds' }, hyperformulaKey: '' },
    null,
  );
  if (!opened.ok) throw new Error(opened.problem.message);
  const session = opened.value;
  const told: boolean[] = [];
  session.subscribe('calculating', () => told.push(session.isCalculating));
  await type(session, 5);
  expect(told).toEqual([]);
  held = new Promise((resolve) => {
    letGo = resolve;
  });
  const answer = session.undo();
  await vi.advanceTimersByTimeAsync(149);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toEqual([true]);
  letGo();
  await answer;
  expect(told).toEqual([true, false]);
  vi.useRealTimers();
});

test('what was entered counts as filled before the engine has answered', async () => {
  const session = await open();
  const sheet = session.sheet('Sheet');
  const enter = (row: number, content: number | null) =>
    session.dispatch({
      kind: 'setCells',
      label: 'Type',
      cells: [{ sheet: 'Sheet', row, column: 1, content }],
    });
  const answers = [enter(4, 7), enter(4, null), enter(4, 8), enter(5, 9), enter(5, null)];
  expect([sheet.isFilled(4, 1), sheet.isFilled(5, 1)]).toEqual([true, false]);
  expect(sheet.value(4, 1)).toBe(null);
  await Promise.all(answers);
  expect([sheet.isFilled(4, 1), sheet.isFilled(5, 1)]).toEqual([true, false]);
  const emptied = enter(4, null);
  expect(sheet.isFilled(4, 1)).toBe(false);
  await emptied;
  expect(sheet.isFilled(4, 1)).toBe(false);
});

test('a command changes the mirror on every sheet, and tells exactly the cells that changed', async () => {
  const session = await open();
  const told: string[] = [];
  for (const sheet of session.sheetNames)
    session.subscribeCells(sheet, (cells) =>
      told.push(...namedCells(cells).map(({ row, column }) => `${sheet} ${row},${column}`)),
    );
  expect(await type(session, 5)).toEqual({ ok: true, value: null });
  expect(session.namedValue('TOTAL')).toBe(7);
  expect(session.value({ sheet: 'Other', row: 0, column: 0 })).toBe(14);
  expect([...new Set(told)].toSorted()).toEqual(['Other 0,0', 'Sheet 0,0', 'Sheet 2,0']);
});

test('what comes after a change of very many cells waits for it, and their sheet is looked at as a whole', async () => {
  const session = await open();
  const sheet = session.sheet('Sheet');
  const [told, held]: [CellsOfSheet[], Promise<boolean>[]] = [[], []];
  session.subscribeCells('Sheet', (cells) => told.push(cells));
  session.holdInputWith(async (change) => held.push(change));
  const cells = Array.from({ length: mostNamed + 1 }, (_, row) => ({ ...a1, row, column: 3, content: row }));
  const answer = session.dispatch({ kind: 'setCells', label: 'Paste', cells });
  expect([sheet.isFilled(9, 3), told, held.length]).toEqual([false, [], 1]);
  expect(await answer).toEqual({ ok: true, value: null });
  expect(await held[0]).toBe(true);
  expect([sheet.value(9, 3), told, session.file.typed]).toEqual([9, ['many'], mostNamed + 1]);
  expect(await session.undo()).toEqual({
    cells: { sheet: 'Sheet', range: { top: 0, left: 3, bottom: mostNamed, right: 3 } },
  });
  expect([sheet.isFilled(9, 3), session.file.typed, session.file.moved]).toEqual([false, 0, 0]);
});

test('a name of several cells is a range from its first to its last', async () => {
  const session = await open();
  expect(figureOf(session, 'both')).toMatchObject({ text: '1.0 to 2.0', difference: null });
  await type(session, 2);
  expect(figureOf(session, 'both')).toMatchObject({ text: '2.0', difference: '+1.0' });
});

test('a figure says by how much it moved since saved', async () => {
  const session = await open();
  expect(figureOf(session, 'total')).toMatchObject({
    label: 'Total',
    caption: 'of all',
    unit: 'US$ bn',
    text: '3.0',
    difference: null,
  });
  await type(session, 5);
  expect(figureOf(session, 'total')).toMatchObject({ text: '7.0', difference: '+4.0' });
  await session.serialize();
  session.markSaved('/tmp/trial.roundtrip');
  expect(figureOf(session, 'total')).toMatchObject({ text: '7.0', difference: null });
  expect(session.file).toEqual({ path: '/tmp/trial.roundtrip', unsaved: false, typed: 0, moved: 0 });
});

test('undo brings back values, marks and the unsaved state; redo does it again', async () => {
  const session = await open();
  await type(session, 5);
  expect(session.file).toMatchObject({ unsaved: true, typed: 1, moved: 2 });
  expect(session.history).toMatchObject({ undoLabel: 'Type', redoLabel: null });
  await session.undo();
  expect(session.namedValue('total')).toBe(3);
  expect(session.file).toMatchObject({ unsaved: false, typed: 0, moved: 0 });
  await session.redo();
  expect(displayOf(session, 'total')).toBe('7.0');
});

test('a refused command changes nothing', async () => {
  const session = await open();
  const answer = await type(session, '=A3');
  expect(answer.ok).toBe(false);
  expect(session.cell(a1)?.content).toBe(1);
  expect(session.file.unsaved).toBe(false);
});

test('names that the workbook does not have give nothing', async () => {
  const session = await open();
  expect([
    session.namedValue('nothing'),
    session.namedValues('nothing'),
    displayOf(session, 'nothing'),
    figureOf(session, 'nothing'),
  ]).toEqual([null, [], '', undefined]);
});

test('an entry that is refused stays in the editor with its text', async () => {
  const session = await open();
  const editing = new Editing(session);
  editing.begin(a1, 'cell', '=A3+1');
  expect(await editing.commit()).toBe(false);
  expect(editing.state).toMatchObject({ text: '=A3+1', problem: { code: 'circular-reference' } });
  editing.type('=A2+1');
  expect(editing.state?.problem).toBeNull();
  expect(await editing.commit()).toBe(true);
  expect(editing.state).toBeNull();
  expect(session.value(a1)).toBe(3);
  expect(session.history.undoLabel).toBe('Type =A2+1 in Sheet!A1');
});

test('an entry that changes nothing is no step of undo', async () => {
  const session = await open();
  const editing = new Editing(session);
  editing.begin(a1, 'cell');
  expect(editing.state?.text).toBe('1');
  expect(await editing.commit()).toBe(true);
  expect(session.history.undoLabel).toBeNull();
});

test('one entry fills a range, formulas moved along', async () => {
  const session = await open();
  const editing = new Editing(session);
  editing.begin({ sheet: 'Sheet', row: 0, column: 2 }, 'cell', '=A1*10');
  await editing.commit({ ranges: [{ top: 0, left: 2, bottom: 2, right: 2 }] });
  expect([0, 1, 2].map((row) => session.value({ sheet: 'Sheet', row, column: 2 }))).toEqual([10, 20, 30]);
  await session.undo();
  expect(session.value({ sheet: 'Sheet', row: 2, column: 2 })).toBeNull();
});

test('as an array a formula stands in the first cell and fills the range exactly', async () => {
  const session = await open();
  const editing = new Editing(session);
  const value = (row: number, column: number) => session.value({ sheet: 'Sheet', row, column });
  const enter = async (text: string, range: Range) => {
    editing.begin({ sheet: 'Sheet', row: range.top, column: range.left }, 'cell', text);
    expect(await editing.commit({ ranges: [range], asArray: true })).toBe(true);
    await session.settled();
  };
  await enter('=A1:A3*10', { top: 0, left: 2, bottom: 2, right: 2 });
  expect(session.cell({ sheet: 'Sheet', row: 0, column: 2 })?.content).toBe('=A1:A3*10');
  expect([value(0, 2), value(1, 2), value(2, 2)]).toEqual([10, 20, 30]);
  // Beyond the result there is nothing available, and what does not fit is left out.
  await enter('=A1:A2*10', { top: 0, left: 3, bottom: 2, right: 3 });
  expect([value(0, 3), value(1, 3), value(2, 3)]).toEqual([10, 20, { error: '#N/A' }]);
  await enter('=A1:A3*10', { top: 0, left: 4, bottom: 0, right: 4 });
  expect([value(0, 4), value(1, 4)]).toEqual([10, null]);
  await session.undo();
  await session.undo();
  await session.undo();
  expect([value(0, 2), value(1, 2)]).toEqual([null, null]);
});

test('a formula gives a General cell the format of what it reads, as one step; other cells keep theirs', async () => {
  const session = await open();
  const editing = new Editing(session);
  const enter = async (column: number, text: string) => {
    editing.begin({ sheet: 'Sheet', row: 0, column }, 'cell', text);
    await editing.commit();
    return session.styleOf(session.cell({ sheet: 'Sheet', row: 0, column }))?.format;
  };
  expect(await enter(1, '=A1*2')).toBe('0.0');
  expect(await enter(2, '=total')).toBe('0.0');
  expect(await enter(3, '=TODAY()')).toBe('yyyy-mm-dd');
  expect(await enter(4, '=Other!A1')).toBeUndefined();
  expect(await enter(0, '=DATE(2026,1,1)')).toBe('0.0');
  expect((await session.ask('historySteps', {})).done).toHaveLength(5);
});

test('a text with a line break wraps in its cell, as one step', async () => {
  const session = await open();
  const editing = new Editing(session);
  const below = { sheet: 'Sheet', row: 4, column: 1 };
  editing.begin(below, 'cell', 'one\ntwo');
  await editing.commit();
  await session.settled();
  expect(session.styleOf(session.cell(below))?.wrap).toBe(true);
  await session.undo();
  expect(session.cell(below)?.content ?? null).toBeNull();
});

test('after lines came or went the mirror is that of the document, with its marks, and undo brings both back', async () => {
  const session = await open();
  await type(session, 5);
  const told: unknown[] = [];
  session.onReshaped((reshaping) => told.push(...reshaping.lines.map(({ axis }) => axis)));
  const insert = {
    kind: 'insertLines',
    label: 'Insert',
    sheet: 'Sheet',
    axis: 'rows',
    at: 0,
    count: 2,
  } as const;
  expect((await session.dispatch(insert)).ok).toBe(true);
  const sheet = session.sheet('Sheet');
  expect(told).toEqual(['rows']);
  expect(sheet.cell(4, 0)?.content).toBe('=A3+A4');
  expect([sheet.value(4, 0), session.namedValue('total')]).toEqual([7, 7]);
  expect([sheet.moved(2, 0), sheet.moved(4, 0), sheet.moved(0, 0)]).toEqual([true, true, false]);
  expect(sheet.savedValue(2, 0)).toBe(1);
  expect(session.file).toMatchObject({ unsaved: true, typed: 1 });
  expect(await session.undo()).toEqual({ cells: null });
  expect(session.sheet('Sheet').cell(2, 0)?.content).toBe('=A1+A2');
  expect(session.sheet('Sheet').moved(0, 0)).toBe(true);
  const range = { top: 0, left: 0, bottom: 0, right: 0 };
  expect(await session.undo()).toEqual({ cells: { sheet: 'Sheet', range } });
  expect(session.file).toMatchObject({ unsaved: false, typed: 0, moved: 0 });
  const { done, undone } = await session.ask('historySteps', {});
  expect([done, undone.map(({ label }) => label)]).toEqual([[], ['Type', 'Insert']]);
  expect(undone[0]?.stamp).toEqual({ at: testTime, who: 'Ana' });
  await session.goTo(2);
  expect(session.sheet('Sheet').cell(4, 0)?.content).toBe('=A3+A4');
  await session.goTo(0);
  expect(session.history).toMatchObject({ undoLabel: null, redoLabel: 'Type' });
});

test('a place of the history far away is gone to at once, and what differs from the file is marked', async () => {
  const session = await open();
  const told: string[][] = [];
  session.onReshaped(({ sheets }) => told.push(sheets.map(([now, before]) => `${before} ${now}`)));
  const commands: Command[] = [
    { kind: 'addSheet', label: 'New', name: 'New', at: 1 },
    { kind: 'setCells', label: 'Type', cells: [{ sheet: 'New', row: 0, column: 0, content: 5 }] },
    { kind: 'renameSheet', label: 'Rename', sheet: 'New', name: 'Newer' },
    { kind: 'insertLines', label: 'Insert', sheet: 'Newer', axis: 'rows', at: 0, count: 2 },
    { kind: 'setCells', label: 'Type', cells: [{ sheet: 'Newer', row: 0, column: 0, content: 6 }] },
  ];
  for (const command of commands) expect((await session.dispatch(command)).ok).toBe(true);
  const { sheetNames } = session;
  told.length = 0;
  await session.goTo(0);
  expect(told).toEqual([session.sheetNames.map((name) => `${name} ${name}`)]);
  expect(session.file).toMatchObject({ unsaved: false, typed: 0 });
  // Asked twice at once, as by two clicks: places are places of the list, not so many steps from here.
  const [, step] = await Promise.all([session.goTo(5), session.goTo(4), session.goTo(5)]);
  expect(step).not.toBeNull();
  expect(session.sheetNames).toEqual(sheetNames);
  expect(session.file).toMatchObject({ unsaved: true, typed: 2 });
  expect([session.value({ sheet: 'Newer', row: 0, column: 0 }), session.sheet('Newer').value(2, 0)]).toEqual([
    6, 5,
  ]);
  expect(await session.goTo(5)).toBeNull();
  // A sheet that was deleted comes back with its marks, and without them where they are taken back.
  expect((await session.dispatch({ kind: 'deleteSheet', label: 'Delete', sheet: 'Newer' })).ok).toBe(true);
  await session.undo();
  expect(session.file).toMatchObject({ unsaved: true, typed: 2 });
  await session.goTo(1);
  expect(session.file).toMatchObject({ unsaved: true, typed: 0 });
});

test('cells that are typed, deleted and brought back are marked as before, also where a sheet is renamed and deleted in one jump', async () => {
  const session = await open();
  await type(session, 7);
  const deleteRow: Command = {
    kind: 'deleteLines',
    label: 'Delete',
    sheet: 'Sheet',
    axis: 'rows',
    at: 0,
    count: 1,
  };
  await session.dispatch(deleteRow);
  expect(session.file).toMatchObject({ unsaved: true, typed: 0 });
  await session.undo();
  expect(session.file).toMatchObject({ unsaved: true, typed: 1 });
  expect([session.sheet('Sheet').moved(0, 0), session.sheet('Sheet').savedValue(0, 0)]).toEqual([true, 1]);

  const commands: Command[] = [
    { kind: 'setCells', label: 'Type', cells: [{ sheet: 'Other', row: 1, column: 0, content: 3 }] },
    { kind: 'renameSheet', label: 'Rename', sheet: 'Other', name: 'Rest' },
    deleteRow,
    { kind: 'deleteSheet', label: 'Delete', sheet: 'Rest' },
  ];
  for (const command of commands) expect((await session.dispatch(command)).ok).toBe(true);
  for (const done of [2, 5, 3, 4, 1, 5, 2]) await session.goTo(done);
  expect(session.sheet('Other').cell(1, 0)?.content).toBe(3);
  expect(session.sheet('Other').moved(1, 0)).toBe(true);
  expect(session.file).toMatchObject({ unsaved: true, typed: 2 });
  await session.goTo(0);
  expect(session.file).toMatchObject({ unsaved: false, typed: 0, moved: 0 });
});

test('what was being written when its cells were deleted counts as saved when they come back', async () => {
  const session = await open();
  await type(session, 7);
  const writing = session.serialize();
  await type(session, 8);
  await writing;
  await session.dispatch({
    kind: 'deleteLines',
    label: 'Delete',
    sheet: 'Sheet',
    axis: 'rows',
    at: 0,
    count: 1,
  });
  session.markSaved('a.roundtrip');
  await session.goTo(2);
  expect(session.file).toMatchObject({ unsaved: true, typed: 1 });
  await session.undo();
  expect(session.file).toMatchObject({ unsaved: false, typed: 0 });
});

test('a change of looks alone is unsaved until it is saved or taken back', async () => {
  const session = await open();
  const range = { top: 0, left: 0, bottom: 1, right: 0 };
  await session.dispatch({
    kind: 'setLooks',
    label: 'Bold',
    areas: [{ sheet: 'Sheet', range, look: { strong: true } }],
  });
  const style = () => session.styleOf(session.cell({ sheet: 'Sheet', row: 1, column: 0 }));
  expect(style()).toEqual({ role: 'input', format: '0.0', strong: true });
  expect(session.file).toMatchObject({ unsaved: true, typed: 0 });
  await session.serialize();
  session.markSaved('a.roundtrip');
  expect(session.file.unsaved).toBe(false);
  await session.undo();
  expect(style()).toEqual({ role: 'input', format: '0.0' });
  expect(session.file.unsaved).toBe(true);
});

test('a sheet under another name keeps what is chosen on it, and a new one comes and goes', async () => {
  const session = await open();
  const view = new SheetView(session);
  view.select({ sheet: 'Other', row: 3, column: 1 });
  await session.dispatch({ kind: 'renameSheet', label: 'Rename', sheet: 'Other', name: 'Rest' });
  expect([session.sheetNames, view.sheet, view.selection.row]).toEqual([['Sheet', 'Rest'], 'Rest', 3]);
  await session.dispatch({ kind: 'addSheet', label: 'New', name: 'New', at: 2 });
  view.show('New');
  await session.undo();
  expect([session.sheetNames, view.sheet]).toEqual([['Sheet', 'Rest'], 'Rest']);
});

test('cells that are chosen later are not, where others were chosen meanwhile; chosen again they are the same', async () => {
  const session = await open();
  const view = new SheetView(session);
  const range = { top: 1, left: 0, bottom: 4, right: 0 };
  view.select({ sheet: 'Other', row: 1, column: 0 });
  view.chooserForLater()(range);
  expect(view.selection.range).toEqual(range);
  const choose = view.chooserForLater();
  view.select({ sheet: 'Other', row: 2, column: 0 });
  choose(range);
  const { selection } = view;
  view.select({ sheet: 'Other', row: 2, column: 0 });
  expect(view.selection).toBe(selection);
  expect(view.selection).toMatchObject({ row: 2, range: { top: 2, bottom: 2 } });
});

test('what was done to a cell comes newest first, as much of it as is asked for', async () => {
  const session = await open();
  for (const content of [5, 6, 7]) await type(session, content);
  await session.undo();
  const { events, older } = await session.ask('changes', { of: a1, most: 2 });
  expect([older, events.map(({ kind, who, what }) => [kind, who, what])]).toEqual([
    2,
    [
      ['undo', 'Ana', [{ kind: 'content', was: 7, is: 6 }]],
      ['step', 'Ana', [{ kind: 'content', was: 6, is: 7 }]],
    ],
  ]);
  expect(await session.ask('changes', { of: { ...a1, row: 1 }, most: 2 })).toEqual({ events: [], older: 0 });
  expect((await session.ask('changes', { of: null, most: 9 })).events.map(({ kind }) => kind)).toEqual([
    'undo',
    'step',
    'step',
    'step',
  ]);
  expect((await session.ask('stepPlaces', { entry: 0 }))?.cells).toEqual([{ ...a1, was: 1, is: 5, now: a1 }]);
});

test('an entry widens the column of its number in the same step, and stays marked as typed', async () => {
  const session = await open();
  const editing = new Editing(session);
  editing.widenBy(({ content }) => (content === 1_234_567 ? 120 : null));
  const cell = { sheet: 'Sheet', row: 7, column: 1 };
  editing.begin(cell, 'cell', '$1,234,567');
  await editing.settled();
  expect(session.sheet('Sheet').columnWidths[1]).toBe(120);
  expect(session.cell(cell)?.content).toBe(1_234_567);
  expect(session.file).toMatchObject({ unsaved: true, typed: 1, moved: 0 });
  await session.undo();
  expect(session.sheet('Sheet').columnWidths[1]).not.toBe(120);
  expect(session.file).toMatchObject({ typed: 0, moved: 0 });
  await session.redo();
  expect(session.file).toMatchObject({ typed: 1, moved: 0 });
});
