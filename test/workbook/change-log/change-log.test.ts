import { afterEach, describe, expect, test } from 'vitest';
import { readRoundtripFile, writeRoundtripFile } from '../../../shared/exchange/roundtrip/roundtrip-file.ts';
import type { Address } from '../../../shared/workbook/address.ts';
import { cellHistory } from '../../../shared/workbook/change-log/cell-history.ts';
import { ChangeLog } from '../../../shared/workbook/change-log/change-log.ts';
import {
  stepOf,
  type LogEntry,
  type LoggedStep,
  type Stamp,
} from '../../../shared/workbook/change-log/log-entry.ts';
import type { Command } from '../../../shared/workbook/command.ts';
import type { ConditionalFormat } from '../../../shared/workbook/conditional/conditional-format.ts';
import type { CellContent, LoggedDocument } from '../../../shared/workbook/document.ts';
import { Workbook } from '../../../shared/workbook/workbook.ts';
import { plainDocument } from '../../fixtures/plain-document.ts';
import { problemAfter } from '../../exchange/damaged-file.ts';

const opened: Workbook[] = [];
afterEach(() => {
  for (const workbook of opened.splice(0)) workbook.close();
});

/** A workbook in which Ana works by a clock that can be set. */
function open(document: LoggedDocument = plainDocument({ Deals: [[0.4, '=A1*2'], [1]], Other: [[5]] })) {
  const clock: { at: string; who: string } = { at: '2026-11-12T14:05:00.000Z', who: 'Ana' };
  const workbook = Workbook.open(document, '', (): Stamp => ({ ...clock }));
  opened.push(workbook);
  const apply = (command: Command) => {
    const applied = workbook.apply(command);
    if (!applied.ok) throw new Error(applied.problem.message);
  };
  return {
    workbook,
    clock,
    apply,
    write: (content: CellContent | null, at: Partial<Address> = {}) =>
      apply({
        kind: 'setCells',
        label: `A1: ${content}`,
        cells: [{ sheet: 'Deals', row: 0, column: 0, ...at, content }],
      }),
    log: (): readonly LogEntry[] => workbook.loggedDocument.changeLog ?? [],
    history: (at: Partial<Address> = {}) => workbook.changes({ sheet: 'Deals', row: 0, column: 0, ...at }),
  };
}

const step = {
  kind: 'step',
  at: '2026-11-12T14:05:00.000Z',
  who: 'Ana',
  cells: [],
  many: null,
  looks: [],
  notes: [],
  validations: [],
  conditionalFormats: [],
  moves: [],
} as const satisfies Partial<LoggedStep>;

describe('the log', () => {
  test('says who did what when, and what stood there before', () => {
    const { write, log, clock } = open();
    write(0.45);
    clock.who = 'Ben';
    clock.at = '2026-11-13T08:00:00.000Z';
    write('=Other!A1');
    expect(log()).toEqual([
      { ...step, label: 'A1: 0.45', cells: [{ sheet: 'Deals', row: 0, column: 0, was: 0.4, is: 0.45 }] },
      {
        ...step,
        at: '2026-11-13T08:00:00.000Z',
        who: 'Ben',
        label: 'A1: =Other!A1',
        cells: [{ sheet: 'Deals', row: 0, column: 0, was: 0.45, is: '=Other!A1' }],
      },
    ]);
  });

  test('goes on with what was taken back and done again', () => {
    const { workbook, write, log } = open();
    write(1);
    write(2);
    workbook.undo();
    workbook.undo();
    workbook.redo();
    expect(log().slice(2)).toEqual([
      { kind: 'undo', at: step.at, who: 'Ana', label: 'A1: 2', back: 1 },
      { kind: 'undo', at: step.at, who: 'Ana', label: 'A1: 1', back: 3 },
      { kind: 'redo', at: step.at, who: 'Ana', label: 'A1: 1', back: 4 },
    ]);
  });

  test('keeps its order when the clock goes back', () => {
    const { workbook, write, history, clock } = open();
    write(1);
    clock.at = '1999-01-01T00:00:00.000Z';
    write(2);
    expect(workbook.changes(null).map(({ label, what }) => [label, what])).toEqual([
      ['A1: 2', []],
      ['A1: 1', []],
    ]);
    expect(history().map(({ label, at }) => [label, at])).toEqual([
      ['A1: 2', '1999-01-01T00:00:00.000Z'],
      ['A1: 1', step.at],
    ]);
  });

  test('has no entry of what was refused, changed nothing, or was only worked out', () => {
    const { workbook, write, log } = open();
    write(0.4);
    expect(
      workbook.apply({
        kind: 'setCells',
        label: 'Loop',
        cells: [{ sheet: 'Deals', row: 0, column: 0, content: '=B1' }],
      }).ok,
    ).toBe(false);
    workbook.writeResults([{ sheet: 'Other', row: 3, column: 0, content: 9 }]);
    workbook.whatIf([{ sheet: 'Deals', row: 0, column: 0, content: 9 }], () => workbook.document);
    expect(log()).toEqual([]);
    expect(workbook.undo()).toBeNull();
    expect(log()).toEqual([]);
  });

  test('tells looks and notes as such, and neither as contents', () => {
    const { apply, history } = open();
    const range = { top: 0, left: 0, bottom: 1, right: 0 };
    apply({ kind: 'setLooks', label: 'Bold', areas: [{ sheet: 'Deals', range, look: { strong: true } }] });
    apply({ kind: 'setNote', label: 'Note', sheet: 'Deals', row: 0, column: 0, note: 'from the filing' });
    expect(history().map(({ label, what }) => [label, what])).toEqual([
      ['Note', [{ kind: 'note' }]],
      ['Bold', [{ kind: 'look' }]],
    ]);
    expect(history({ row: 1 }).map(({ label }) => label)).toEqual(['Bold']);
    expect(history({ column: 1 })).toEqual([]);
  });

  test('tells where what may be entered was changed', () => {
    const { apply, history } = open();
    const ranges = [{ top: 0, left: 0, bottom: 4, right: 0 }];
    const settings = {
      rule: { kind: 'list' as const, source: ['a', 'b'], dropDown: true },
      ignoreBlank: true,
    };
    apply({ kind: 'setValidation', label: 'Validation', sheet: 'Deals', ranges, settings });
    expect(history().map(({ what }) => what)).toEqual([[{ kind: 'validation' }]]);
    expect(history({ column: 1 })).toEqual([]);
  });

  test('tells where conditional formats were added, changed, put first and taken away', () => {
    const { apply, history } = open();
    const format = (row: number, fillColour: string): ConditionalFormat => ({
      sheet: 'Deals',
      ranges: [{ top: row, left: 0, bottom: row, right: 0 }],
      rule: { kind: 'cellValue', comparison: 'greaterThan', operand: '=1' },
      look: { fillColour },
    });
    const set = (label: string, ...formats: readonly ConditionalFormat[]) =>
      apply({ kind: 'setConditionalFormats', label, formats });
    const [first, second, third] = [format(0, '#FF0000'), format(1, '#00FF00'), format(2, '#0000FF')];
    set('Three', first, second, third);
    set('Change', first, format(1, '#123456'), third);
    set('Order', format(1, '#123456'), first, third);
    set('Away', format(1, '#123456'), third);
    set('Row', third);
    const told = (row: number) => history({ row }).map(({ label, what }) => [label, ...what]);
    const changed = { kind: 'conditionalFormat' };
    expect(told(0)).toEqual([
      ['Away', changed],
      ['Order', changed],
      ['Three', changed],
    ]);
    expect(told(1).map(([label]) => label)).toEqual(['Row', 'Order', 'Change', 'Three']);
    expect(told(2)).toEqual([['Three', changed]]);
    apply({ kind: 'insertLines', label: 'Insert', sheet: 'Deals', axis: 'rows', at: 0, count: 1 });
    expect(told(3)).toEqual([['Three', changed]]);
  });

  test('tells of a large step where it was and how much it changed', () => {
    const { apply, log, history, workbook } = open();
    const cells = Array.from({ length: 300 }, (_, row) => ({
      sheet: 'Deals',
      row,
      column: 3,
      content: row,
    }));
    apply({ kind: 'setCells', label: 'Paste', cells });
    const areas = [{ sheet: 'Deals', range: { top: 0, left: 3, bottom: 299, right: 3 } }];
    expect(log()).toEqual([{ ...step, label: 'Paste', many: { count: 300, areas } }]);
    expect(history({ row: 40, column: 3 })[0]?.what).toEqual([
      { kind: 'oneOfMany', count: 300, certain: true },
    ]);
    expect(history({ row: 300, column: 3 })).toEqual([]);
    expect(workbook.stepPlaces(0)).toMatchObject({ cells: [], count: 300, areas: [{ now: areas[0] }] });
  });

  test('does not claim of a cell what it knows only of the rectangle around many', () => {
    const { apply, history } = open();
    const cells = Array.from({ length: 120 }, (_, index) => ({
      sheet: 'Deals',
      row: 2 * index,
      column: 3,
      content: 'x',
    }));
    apply({ kind: 'setCells', label: 'Fill', cells });
    expect(history({ row: 3, column: 3 })[0]?.what).toEqual([
      { kind: 'oneOfMany', count: 120, certain: false },
    ]);
  });

  test('keeps the beginning of long texts', () => {
    const { write, log } = open();
    write('x'.repeat(1000));
    const [entry] = log();
    expect(entry?.label).toHaveLength(255);
    expect(entry).toMatchObject({ cells: [{ was: 0.4, is: `${'x'.repeat(254)}…` }] });
  });

  test('drops the oldest beyond its limits, and tells nothing of what it no longer holds', () => {
    const many = Array.from({ length: 100_000 }, (_, index): LoggedStep => ({
      ...step,
      label: `Step ${index}`,
    }));
    const log = new ChangeLog(many);
    const stamp = { at: step.at, who: 'Ana' };
    log.addReturn('undo', 0, 'Step 0', stamp);
    log.addReturn('undo', 99_999, 'Step 99999', stamp);
    expect(log.entries).toHaveLength(100_000);
    expect(log.entries[0]?.label).toBe('Step 2');
    expect(log.entries.slice(-2)).toMatchObject([{ back: 100_000 }, { back: 2 }]);
    const last = log.entries.length - 1;
    expect([stepOf(log.entries, last)?.step.label, stepOf(log.entries, last - 1)]).toEqual([
      'Step 99999',
      null,
    ]);
    expect(cellHistory(log.entries, { sheet: 'Deals', row: 0, column: 0 })).toEqual([]);
  });

  test('is in the file, and goes on where it was left by another', () => {
    const first = open();
    first.write(0.45);
    first.workbook.undo();
    first.workbook.redo();
    first.apply({ kind: 'renameSheet', label: 'Rename', sheet: 'Deals', name: "Ben's deals" });
    const text = writeRoundtripFile(first.workbook.loggedDocument);
    const read = readRoundtripFile(text, 'deals.roundtrip');
    if (!read.ok) throw new Error(read.problem.message);
    expect(read.value).toEqual(first.workbook.loggedDocument);
    const second = open(read.value);
    expect(writeRoundtripFile(second.workbook.loggedDocument)).toBe(text);
    second.clock.who = 'Ben';
    second.write(0.5, { sheet: "Ben's deals" });
    expect(second.history({ sheet: "Ben's deals" }).map(({ who, kind }) => [who, kind])).toEqual([
      ['Ben', 'step'],
      ['Ana', 'redo'],
      ['Ana', 'undo'],
      ['Ana', 'step'],
    ]);
    expect(second.workbook.document).not.toHaveProperty('changeLog');
    expect(second.workbook.undo()).not.toBeNull();
    expect(second.workbook.undo()).toBeNull();
  });

  test('is not there where nobody does anything', () => {
    const workbook = Workbook.open(plainDocument({ Deals: [[1]] }));
    opened.push(workbook);
    workbook.apply({
      kind: 'setCells',
      label: 'Set',
      cells: [{ sheet: 'Deals', row: 0, column: 0, content: 2 }],
    });
    expect(workbook.loggedDocument).toBe(workbook.document);
  });
});

describe('the history of a cell', () => {
  test('tells of moves by name and of what was overwritten', () => {
    const { apply, history } = open();
    apply({
      kind: 'moveCells',
      label: 'Move',
      from: { sheet: 'Other', range: { top: 0, left: 0, bottom: 0, right: 0 } },
      to: { sheet: 'Deals', row: 1, column: 0 },
    });
    expect(history({ row: 1 }).map(({ what }) => what)).toEqual([
      [
        { kind: 'content', was: 1, is: 5 },
        { kind: 'moved', from: { sheet: 'Other', row: 0, column: 0 } },
      ],
    ]);
    expect(history({ sheet: 'Other' }).map(({ what }) => what)).toEqual([
      [
        { kind: 'content', was: 5, is: null },
        { kind: 'left', to: { sheet: 'Deals', row: 1, column: 0 } },
      ],
    ]);
  });

  test('knows what names and bounds go along with', () => {
    const cell = (row: number) => ({ top: row, left: 0, bottom: row, right: 0 });
    const document = plainDocument({ Deals: [[1], [0], [2], ['=first']] }, { first: 'Deals!A1' });
    const { apply, history } = open({
      ...document,
      bounds: [{ sheet: 'Deals', range: cell(0), low: cell(1), high: cell(2) }],
    });
    const to = { sheet: 'Deals', row: 0, column: 5 };
    apply({ kind: 'moveCells', label: 'Move', from: { sheet: 'Deals', range: cell(0) }, to });
    expect(history(to)[0]?.what[0]).toEqual({ kind: 'content', was: null, is: 1 });
    expect(history()[0]?.what[0]).toEqual({ kind: 'content', was: 1, is: null });
    apply({ kind: 'renameName', label: 'Rename', from: 'first', to: 'second' });
    expect(history({ row: 3 })[0]?.what).toEqual([{ kind: 'content', was: '=first', is: '=second' }]);
  });

  test('goes along where cells come or go before it, and ends where it is deleted', () => {
    const { apply, write, history } = open();
    write(7);
    const shift = (inserts: boolean) =>
      apply({
        kind: 'shiftCells',
        label: 'Shift',
        sheet: 'Deals',
        range: { top: 0, left: 0, bottom: 0, right: 0 },
        axis: 'rows',
        inserts,
      });
    shift(true);
    expect(history({ row: 1 }).at(-1)?.what).toEqual([{ kind: 'content', was: 0.4, is: 7 }]);
    expect(history().flatMap(({ what }) => what.map((one) => one.kind))).not.toContain('restored');
    shift(false);
    expect(history().at(-1)?.what).toEqual([{ kind: 'content', was: 0.4, is: 7 }]);
  });

  test('comes back with a deleted row that is restored', () => {
    const { workbook, apply, write, history } = open();
    write(7, { row: 1 });
    apply({ kind: 'deleteLines', label: 'Delete row 2', sheet: 'Deals', axis: 'rows', at: 1, count: 1 });
    expect(history({ row: 1 })).toEqual([]);
    workbook.undo();
    expect(history({ row: 1 }).map(({ kind, what }) => [kind, what.map((one) => one.kind)])).toEqual([
      ['undo', ['restored']],
      ['step', ['removed']],
      ['step', ['content']],
    ]);
  });

  test('begins with the insertion of its row', () => {
    const { apply, write, history, workbook } = open();
    apply({ kind: 'insertLines', label: 'Insert', sheet: 'Deals', axis: 'rows', at: 0, count: 1 });
    write(3);
    expect(history().map(({ what }) => what.map(({ kind }) => kind))).toEqual([['content'], ['added']]);
    expect(history({ row: 1 })).toEqual([]);
    expect(workbook.stepPlaces(1)?.cells[0]?.now).toEqual({ sheet: 'Deals', row: 0, column: 0 });
  });
});

describe('a damaged log', () => {
  const good = () => {
    const { workbook, write } = open();
    write(0.45);
    workbook.undo();
    return writeRoundtripFile(workbook.loggedDocument);
  };

  test.each([
    ['a date that is none', '2026-11-12T14:05:00.000Z', 'yesterday', 'change number 1, field "at", is wrong'],
    [
      'a cell that is none',
      '"Deals!A1",0.4',
      '"A1",0.4',
      'change number 1 of the log names "A1", which is no',
    ],
    ['a kind there is not', '"kind":"undo"', '"kind":"gone"', 'change number 2, field "kind", is wrong'],
    ['a return to itself', '"back":1', '"back":0', 'change number 2, field "back", is wrong'],
    ['an amount that is none', '"back":1', '"back":"1"', 'change number 2, field "back", is wrong'],
  ])('is refused by the change and the field: %s', (_, from, to, said) => {
    expect(problemAfter(good(), from, to).message).toContain(said);
  });

  test('with a return to what is no step is refused', () => {
    const { workbook, write } = open();
    write(1);
    workbook.undo();
    workbook.redo();
    const text = writeRoundtripFile(workbook.loggedDocument).replace('"back":2', '"back":1');
    const read = readRoundtripFile(text, 'deals.roundtrip');
    expect(read.ok ? '' : read.problem.message).toContain(
      'change number 3 of the log returns to an entry that is no step',
    );
  });
});
