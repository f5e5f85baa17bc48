import { describe, expect, test } from 'vitest';
import { areaText } from '../../shared/workbook/areas.ts';
import { AuditDesk } from '../../renderer/audit/audit-desk.ts';
import { referenceColours } from '../../renderer/audit/reference-colours.ts';
import { traceNodes, type Direction } from '../../renderer/audit/trace-nodes.ts';
import { Session } from '../../renderer/session.ts';
import { SheetView } from '../../renderer/sheet-view.ts';
import { addressText } from '../../shared/workbook/address.ts';
import { plainDocument } from '../fixtures/plain-document.ts';
import { at } from '../workbook/small-workbook.ts';
import { engineOf } from './engine-of.ts';

async function opened() {
  const document = plainDocument({
    In: [[1, 2], [3]],
    Out: [['=SUM(In!A1:B1)'], ['=A1*In!A2'], ['=A2+A1']],
  });
  const session = await Session.open(
    engineOf(document),
    { source: { kind: 'seeds' }, hyperformulaKey: '' },
    null,
  );
  if (!session.ok) throw new Error(session.problem.message);
  const view = new SheetView(session.value);
  return { session: session.value, view, desk: new AuditDesk(session.value, view) };
}

const one = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column });

describe('which cell is looked into', () => {
  test('the chosen one, but not one that the panel itself led to', async () => {
    const { view, desk } = await opened();
    view.select(at('Out', 1, 0));
    expect(addressText(desk.state.inspected)).toBe('Out!A2');
    desk.lead('In', one(0, 1));
    expect([addressText(view.selection), addressText(desk.state.inspected)]).toEqual(['In!B1', 'Out!A2']);
    view.select(at('In', 1, 0));
    expect(addressText(desk.state.inspected)).toBe('In!A2');
  });
});

describe('the watch list', () => {
  test('holds a cell once', async () => {
    const { desk } = await opened();
    desk.watch(at('Out', 0, 0));
    desk.watch(at('In', 0, 0));
    desk.watch(at('Out', 0, 0));
    expect(desk.state.watched.map(addressText)).toEqual(['Out!A1', 'In!A1']);
    desk.unwatch(at('Out', 0, 0));
    expect(desk.state.watched.map(addressText)).toEqual(['In!A1']);
  });

  test('follows its cells when lines and sheets move, and lets go of those that are deleted', async () => {
    const { session, desk } = await opened();
    desk.watch(at('Out', 1, 0));
    desk.watch(at('Out', 2, 0));
    await session.dispatch({
      kind: 'insertLines',
      label: 'Insert',
      sheet: 'Out',
      axis: 'rows',
      at: 2,
      count: 3,
    });
    expect(desk.state.watched.map(addressText)).toEqual(['Out!A2', 'Out!A6']);
    await session.dispatch({ kind: 'renameSheet', label: 'Rename', sheet: 'Out', name: 'Result' });
    await session.dispatch({
      kind: 'deleteLines',
      label: 'Delete',
      sheet: 'Result',
      axis: 'rows',
      at: 1,
      count: 1,
    });
    expect(desk.state.watched.map(addressText)).toEqual(['Result!A5']);
  });

  test('has its cells again when their lines or sheet come back, but none that was taken out', async () => {
    const { session, desk } = await opened();
    const watched = () => desk.state.watched.map(addressText);
    const lines = { label: 'Delete', sheet: 'Out', axis: 'rows', at: 1, count: 2 } as const;
    for (const row of [0, 1, 2]) desk.watch(at('Out', row, 0));
    await session.dispatch({ kind: 'deleteLines', ...lines });
    await session.dispatch({ kind: 'deleteSheet', label: 'Delete', sheet: 'Out' });
    expect(watched()).toEqual([]);
    await session.undo();
    expect(watched()).toEqual(['Out!A1']);
    desk.unwatch(at('Out', 0, 0));
    await session.undo();
    expect(watched()).toEqual(['Out!A2', 'Out!A3']);
    await session.goTo(2);
    expect(watched()).toEqual([]);
    await session.goTo(0);
    expect(watched()).toEqual(['Out!A2', 'Out!A3']);
  });
});

describe('findings', () => {
  test('are made when asked for and grow old with a change', async () => {
    const { session, desk } = await opened();
    expect(desk.state.findings).toBeNull();
    await desk.audit();
    expect([desk.state.findings, desk.state.auditing, desk.state.findingsAreOld]).toEqual([[], false, false]);
    const cells = [{ ...at('Out', 2, 0), content: '=A2*1.5' }];
    await session.dispatch({ kind: 'setCells', label: 'Type', cells });
    expect(desk.state.findingsAreOld).toBe(true);
    await desk.audit();
    expect(desk.state.findings?.map(({ kind }) => kind)).toEqual(['typed-number']);
  });
});

describe('the tree', () => {
  /** The lines in sight below Out!A3, once the engine has answered. */
  async function lines(direction: Direction, ...expanded: string[]) {
    const { session, desk } = await opened();
    const source = { session, traceOf: desk.traces.of.bind(desk.traces) };
    const root = direction === 'precedents' ? at('Out', 2, 0) : at('In', 0, 0);
    const layOut = () => traceNodes(source, root, direction, new Set(expanded));
    // Each level is asked for when the one above is there.
    for (let level = 0; level <= expanded.length; level++) {
      layOut();
      await session.ask('exampleResult', { formula: '=1' });
    }
    return layOut().map(({ area, level, expanded: open }) => [areaText(area), level, open]);
  }

  test('unfolds what a cell reads step by step; typed cells end it', async () => {
    expect(await lines('precedents')).toEqual([
      ['Out!A2', 1, false],
      ['Out!A1', 1, false],
    ]);
    const toInputs = ['precedents/Out!A2', 'precedents/Out!A2/Out!A1', 'precedents/Out!A2/Out!A1/In!A1:B1'];
    expect(await lines('precedents', ...toInputs)).toEqual([
      ['Out!A2', 1, true],
      ['Out!A1', 2, true],
      ['In!A1:B1', 3, true],
      ['In!A1', 4, undefined],
      ['In!B1', 4, undefined],
      ['In!A2', 2, undefined],
      ['Out!A1', 1, false],
    ]);
  });

  test('unfolds what reads a cell; a line without readers is found out when it is unfolded', async () => {
    const ways = ['dependents/Out!A1', 'dependents/Out!A1/Out!A2:A3', 'dependents/Out!A1/Out!A2:A3/Out!A3'];
    expect(await lines('dependents', ...ways)).toEqual([
      ['Out!A1', 1, true],
      ['Out!A2:A3', 2, true],
      ['Out!A2', 3, false],
      ['Out!A3', 3, undefined],
    ]);
  });
});

test('precedents have the colours of the references in the formula', async () => {
  const { session } = await opened();
  const colourOf = referenceColours(session, at('Out', 1, 0));
  const area = (sheet: string, row: number) => ({ sheet, range: one(row, 0) });
  expect([colourOf(area('Out', 0)), colourOf(area('In', 1)), colourOf(area('In', 0))]).toEqual([
    1,
    2,
    undefined,
  ]);
});
