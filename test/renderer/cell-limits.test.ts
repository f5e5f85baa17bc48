import { namedCells } from './named-cells.ts';
import { expect, test } from 'vitest';
import { Editing } from '../../renderer/editing.ts';
import { Session } from '../../renderer/session.ts';
import { parseReference } from '../../shared/workbook/address.ts';
import type { CellContent } from '../../shared/workbook/document.ts';
import { bounded } from '../fixtures/bounded-workbook.ts';
import { engineOf } from './engine-of.ts';

async function open(): Promise<Session> {
  const engine = engineOf(structuredClone(bounded));
  const opened = await Session.open(engine, { source: { kind: 'seeds' }, hyperformulaKey: '' }, null);
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.value;
}

function at(reference: string) {
  const range = parseReference(reference)?.range;
  if (!range) throw new Error(`${reference} is no cell`);
  return { sheet: 'Inputs', row: range.top, column: range.left };
}

async function type(session: Session, reference: string, content: CellContent | null): Promise<void> {
  const cells = [{ ...at(reference), content }];
  expect(await session.dispatch({ kind: 'setCells', label: 'Type', cells })).toEqual({
    ok: true,
    value: null,
  });
}

const words = (session: Session, reference: string) => session.brokenLimit(at(reference));

test('cells that keep their limits, and cells without any, have no words', async () => {
  const session = await open();
  for (const reference of ['A1', 'B2', 'C2', 'D2', 'E2', 'B3', 'C3', 'C5', 'D5', 'C6', 'B8', 'Z99'])
    expect(words(session, reference), reference).toBeNull();
});

test.each<[reference: string, content: CellContent | null, expected: string]>([
  ['C2', 1.31, 'Outside its bounds, 0 to 1.30'],
  ['C2', -0.01, 'Outside its bounds, 0 to 1.30'],
  ['C4', 0.2, 'Outside its bounds, 0.25 to 0.75'],
  ['C2', 'none', 'Not a number; its bounds are 0 to 1.30'],
  ['C2', null, 'Not a number; its bounds are 0 to 1.30'],
  ['C2', '=1/0', 'Not a number; its bounds are 0 to 1.30'],
  ['C5', 16, 'Outside its bounds, 5.00 to 15.00'],
  ['D5', 14, 'Outside its bounds, 15.00 to 25.00'],
])('%s with %j', async (reference, content, expected) => {
  const session = await open();
  await type(session, reference, content);
  expect(words(session, reference)).toBe(expected);
  await session.undo();
  expect(words(session, reference)).toBeNull();
});

test('a bound keeps what equals it, and a choice may be typed in any case or be missing', async () => {
  const session = await open();
  await type(session, 'C2', 1.3);
  expect(words(session, 'C2')).toBeNull();
  await type(session, 'C2', 0);
  expect(words(session, 'C2')).toBeNull();
  await type(session, 'B8', 'HIGH CASE');
  expect(words(session, 'B8')).toBeNull();
  await type(session, 'B8', null);
  expect(words(session, 'B8')).toBeNull();
});

test('choices are offered in their order, each once, without empty cells and errors', async () => {
  const session = await open();
  const choices = () => session.ask('allowedAt', { address: at('B8') });
  expect(await choices()).toMatchObject({ choices: ['Base', 'High case'] });
  expect([session.offersChoices(at('B8')), session.offersChoices(at('B7'))]).toEqual([true, false]);
  expect(await session.ask('allowedAt', { address: at('B7') })).toBeNull();
  await type(session, 'C1', '=1/0');
  expect(await choices()).toMatchObject({ choices: ['High case'] });
  await type(session, 'C1', 'High case');
  expect(await choices()).toMatchObject({ choices: ['High case'] });
});

test('a cell is marked as soon as its list has lost what it holds, and not when marks are off', async () => {
  const session = await open();
  await type(session, 'C1', 'First');
  await expect.poll(() => words(session, 'B8')).toBe('Not one of its choices: First, High case');
  session.setMarksLimits(false);
  expect(words(session, 'B8')).toBeNull();
  session.setMarksLimits(true);
  await session.undo();
  await expect.poll(() => words(session, 'B8')).toBeNull();
});

test('an entry that is none of the choices stays open until it is one or is given up', async () => {
  const session = await open();
  const editing = new Editing(session);
  editing.begin(at('B8'), 'cell', 'Boom');
  const answer = editing.commit();
  expect(editing.state?.committing).toBe(true);
  expect(await answer).toBe(false);
  expect(editing.state).toMatchObject({ text: 'Boom', problem: { code: 'not-a-choice' } });
  editing.type('high case');
  expect(editing.state?.problem).toBeNull();
  expect(await editing.commit()).toBe(true);
  expect(session.value(at('B8'))).toBe('high case');
});

test('the live figure is out of its bounds with the scenario it follows', async () => {
  const session = await open();
  await type(session, 'C4', 2);
  expect(words(session, 'B4')).toBe('Outside its bounds, 0.25 to 0.75');
});

test('a low over the high, or a bound that is no number, marks every cell it limits', async () => {
  const session = await open();
  await type(session, 'E4', 0.8);
  for (const reference of ['B4', 'C4', 'D4'])
    expect(words(session, reference)).toMatch(/^Outside its bounds, 0\.80? to 0\.75$/);
  await type(session, 'E4', 'low');
  for (const reference of ['B4', 'C4', 'D4'])
    expect(words(session, reference)).toBe('Its low or its high is not a number');
  await type(session, 'E4', null);
  await type(session, 'F4', null);
  expect(words(session, 'C4')).toBeNull();
});

test('cells are told when what limits them changes', async () => {
  const session = await open();
  const told = new Set<string>();
  session.subscribeCells('Inputs', (cells) => {
    for (const { row, column } of namedCells(cells)) told.add(`${row},${column}`);
  });
  const toldAfter = async (reference: string, content: CellContent) => {
    told.clear();
    await type(session, reference, content);
    return [...told].toSorted();
  };
  const { row, column } = at('F4');
  expect(await toldAfter('F4', 0.55)).toEqual(
    ['1,1', '1,2', '1,3', '2,1', '2,2', '2,3', '3,1', '3,2', '3,3', `${row},${column}`].toSorted(),
  );
  expect(words(session, 'D4')).toBe('Outside its bounds, 0.25 to 0.55');
  expect(await toldAfter('C7', 9)).toEqual(['4,2', '4,3', '6,2']);
  expect(words(session, 'C5')).toBe('Outside its bounds, 5.00 to 9.00');
  expect(await toldAfter('A1', 'Name')).toEqual(['0,0']);
});
