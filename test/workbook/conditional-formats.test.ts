import { afterEach, describe, expect, it, vi } from 'vitest';
import { cellReference, parseReference } from '../../shared/workbook/address.ts';
import type { Command } from '../../shared/workbook/command.ts';
import { withCarriedFormats } from '../../shared/workbook/conditional/carry-formats.ts';
import type {
  ConditionalFormat,
  ConditionalRule,
} from '../../shared/workbook/conditional/conditional-format.ts';
import type { Icon } from '../../shared/workbook/conditional/icons.ts';
import type { CellContent } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { plainDocument } from '../fixtures/plain-document.ts';

type Rows = readonly (readonly (CellContent | null)[])[];

const red = { fillColour: '#FFC7CE' } as const;
const opened: Workbook[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const workbook of opened.splice(0)) workbook.close();
});

function cells(text: string) {
  const range = parseReference(text)?.range;
  if (!range) throw new Error(`${text} is no range`);
  return range;
}

function open(rows: Rows, formats: readonly ConditionalFormat[] = [], names: Record<string, string> = {}) {
  const document = plainDocument({ Data: rows, Other: [[1]] }, names);
  const workbook = Workbook.open({ ...document, conditionalFormats: formats });
  opened.push(workbook);
  return workbook;
}

function format(
  range: string,
  rule: ConditionalRule,
  more: Partial<ConditionalFormat> = {},
): ConditionalFormat {
  return { sheet: 'Data', ranges: range.split(' ').map(cells), rule, look: red, ...more };
}

/** The cells that have a look, in the order of reading. */
function lookedAt(workbook: Workbook, sheet = 'Data'): string {
  return workbook
    .conditionalLooks(sheet)
    .toSorted((one, other) => one.row - other.row || one.column - other.column)
    .map(({ row, column }) => cellReference(row, column))
    .join(' ');
}

function met(rows: Rows, range: string, rule: ConditionalRule, names?: Record<string, string>): string {
  return lookedAt(open(rows, [format(range, rule)], names));
}

const mixed: Rows = [
  [-1, 0, 2.5],
  ['abc', 'ABC', null],
  [true, '=1/0', "'7"],
];

describe('rules about one cell', () => {
  it.each([
    ['greaterThan', '=2', undefined, 'C1 A2 B2 A3 C3'],
    ['lessThan', '=0', undefined, 'A1'],
    ['equal', '=0', undefined, 'B1 C2'],
    ['equal', '="Abc"', undefined, 'A2 B2'],
    ['notEqual', '="abc"', undefined, 'A1 B1 C1 C2 A3 C3'],
    ['greaterThanOrEqual', '=TRUE', undefined, 'A3'],
    ['lessThanOrEqual', '=$A$1', undefined, 'A1'],
    ['between', '=-1', '=0', 'A1 B1 C2'],
    ['between', '=0', '=-1', 'A1 B1 C2'],
    ['notBetween', '=-1', '=0', 'C1 A2 B2 A3 C3'],
    ['equal', '=1/0', undefined, ''],
  ] as const)('%s %s %s', (comparison, operand, second, expected) => {
    const rule = { kind: 'cellValue', comparison, operand, ...(second && { second }) } as const;
    expect(met(mixed, 'A1:C3', rule)).toBe(expected);
  });

  it.each([
    ['contains', '="b"', 'A2 B2'],
    ['notContains', '="b"', 'A1 B1 C1 C2 A3 B3 C3'],
    ['beginsWith', '="aB"', 'A2 B2'],
    ['endsWith', '="5"', 'C1'],
    ['contains', '="a?c"', 'A2 B2'],
  ] as const)('text %s %s', (match, operand, expected) => {
    expect(met(mixed, 'A1:C3', { kind: 'text', match, operand })).toBe(expected);
  });

  it.each([
    ['blanks', 'C2'],
    ['noBlanks', 'A1 B1 C1 A2 B2 A3 C3'],
    ['errors', 'B3'],
    ['noErrors', 'A1 B1 C1 A2 B2 C2 A3 C3'],
  ] as const)('%s', (state, expected) => {
    expect(met(mixed, 'A1:C3', { kind: 'state', state })).toBe(expected);
  });

  it('a formula is that of the first cell, filled over the others', () => {
    const rows = [
      [1, 5],
      [6, 5],
      [7, 5],
    ];
    expect(met(rows, 'A1:A3', { kind: 'formula', formula: '=A1>B1' })).toBe('A2 A3');
    expect(met(rows, 'A1:B3', { kind: 'formula', formula: '=$A1>$B$1' })).toBe('A2 B2 A3 B3');
    expect(met(rows, 'A2:A3', { kind: 'formula', formula: '=A2=MAX(all)' }, { all: 'Data!A1:A3' })).toBe(
      'A3',
    );
    expect(met(rows, 'A1:A3', { kind: 'formula', formula: '="yes"' })).toBe('');
    expect(met(rows, 'A1:A3', { kind: 'formula', formula: '=A1-1' })).toBe('A2 A3');
  });

  // 22 November 2026 is a Sunday, with which a week begins.
  it.each([
    ['today', 'A4'],
    ['yesterday', 'A3'],
    ['tomorrow', 'A5'],
    ['last7Days', 'A2 A3 A4'],
    ['thisWeek', 'A4 A5'],
    ['lastWeek', 'A2 A3'],
    ['nextWeek', 'A6 A7'],
    ['thisMonth', 'A2 A3 A4 A5 A6'],
    ['lastMonth', 'A1'],
    ['nextMonth', 'A7'],
  ] as const)('dates of %s', (period, expected) => {
    vi.useFakeTimers({ now: new Date(2026, 10, 22, 15) });
    const days = ['10,3', '11,16', '11,21', '11,22', '11,23', '11,29', '12,1'];
    const rows = [...days.map((day) => [`=DATE(2026,${day})+0.5`]), ['text'], [null]];
    expect(met(rows, 'A1:A9', { kind: 'date', period })).toBe(expected);
  });
});

describe('rules about all cells of a range', () => {
  const ten: Rows = [
    [1, 2, 3, 4, 5],
    [6, 7, 8, 9, 9],
    ['text', null, true, '=1/0', '9'],
  ];

  it.each([
    [{ kind: 'rank', end: 'top', count: 1 }, 'D2 E2'],
    [{ kind: 'rank', end: 'top', count: 3 }, 'C2 D2 E2'],
    [{ kind: 'rank', end: 'bottom', count: 2 }, 'A1 B1'],
    [{ kind: 'rank', end: 'top', count: 25, percent: true }, 'D2 E2'],
    [{ kind: 'rank', end: 'bottom', count: 1, percent: true }, 'A1'],
    [{ kind: 'average', side: 'above' }, 'A2 B2 C2 D2 E2'],
    [{ kind: 'average', side: 'below' }, 'A1 B1 C1 D1 E1'],
    [{ kind: 'average', side: 'below', deviations: 1 }, 'A1 B1'],
    [{ kind: 'average', side: 'above', deviations: 3 }, ''],
    [{ kind: 'repeated', values: 'duplicate' }, 'D2 E2 E3'],
    [{ kind: 'repeated', values: 'unique' }, 'A1 B1 C1 D1 E1 A2 B2 C2 A3 C3 D3'],
  ] as const)('%o', (rule, expected) => {
    expect(met(ten, 'A1:E3', rule)).toBe(expected);
  });

  it('exactly the average counts where the rule says so', () => {
    expect(met([[1, 2, 3]], 'A1:C1', { kind: 'average', side: 'above' })).toBe('C1');
    expect(met([[1, 2, 3]], 'A1:C1', { kind: 'average', side: 'above', orEqual: true })).toBe('B1 C1');
  });

  it('colour scales mix the colours around a number', () => {
    const stops = [
      { at: { kind: 'lowest' }, colour: '#FF0000' },
      { at: { kind: 'percentile', value: '=50' }, colour: '#FFFFFF' },
      { at: { kind: 'highest' }, colour: '#0000FF' },
    ] as const;
    const workbook = open([[0, 10, 20, 100, 'text']], [format('A1:E1', { kind: 'colourScale', stops })]);
    const fills = workbook.conditionalLooks('Data').map(({ look }) => look?.fillColour);
    expect(fills).toEqual(['#FF0000', '#FFAAAA', '#F0F0FF', '#0000FF']);
  });

  it('data bars grow from 0', () => {
    const ends = { low: { kind: 'automatic' }, high: { kind: 'automatic' } } as const;
    const rule = { kind: 'dataBar', colour: '#638EC6', ...ends } as const;
    const bars = (rows: Rows) =>
      open(rows, [format('A1:C1', rule)])
        .conditionalLooks('Data')
        .map(({ look }) => [look?.bar?.from, look?.bar?.to]);
    expect(bars([[5, 10, 20]])).toEqual([
      [0, 0.25],
      [0, 0.5],
      [0, 1],
    ]);
    expect(bars([[-10, 0, 30]])).toEqual([
      [0, 0.25],
      [0.25, 0.25],
      [0.25, 1],
    ]);
  });

  describe('icon sets', () => {
    type Start = Extract<ConditionalRule, { kind: 'iconSet' }>['from'][number];
    const start = (kind: Start['at']['kind'], value: number | string, above = false): Start => ({
      at: { kind, value: `=${value}` },
      ...(above && { above }),
    });
    const icons = (rows: Rows, range: string, first: Start, second: Start) =>
      open(rows, [
        format(range, { kind: 'iconSet', icons: ['redFlag', null, 'greenFlag'], from: [first, second] }),
      ])
        .conditionalLooks('Data')
        .map(({ look }) => look?.icon?.name ?? 'none')
        .join(' ');

    it.each([
      [start('percent', 33), start('percent', 67), 'redFlag none none greenFlag'],
      [start('number', 40), start('number', 60), 'redFlag none greenFlag greenFlag'],
      [start('number', 40, true), start('number', 60, true), 'redFlag redFlag none greenFlag'],
      [start('percentile', 50), start('percentile', 100), 'redFlag redFlag none greenFlag'],
      [start('formula', '$A$1+1'), start('formula', 'MAX($A$1:$D$1)'), 'redFlag none none greenFlag'],
      // Whichever stands higher in the list counts, also where it begins lower.
      [start('number', 60), start('number', 0), 'greenFlag greenFlag greenFlag greenFlag'],
      [start('formula', '"?"'), start('number', 0), ''],
    ])('%o and %o', (first, second, wanted) => {
      expect(icons([[0, 40, 60, 100]], 'A1:D1', first, second)).toBe(wanted);
    });

    it('are of numbers alone, and equal ones have the highest icon', () => {
      expect(
        icons([[7, 'text', true, '=1/0', null, 7]], 'A1:F1', start('percent', 33), start('percent', 67)),
      ).toBe('greenFlag greenFlag');
    });

    it('stand beside the looks of other formats, and the first of them counts', () => {
      const set = (icon: Icon, iconOnly?: true) =>
        format(
          'A1:A2',
          {
            kind: 'iconSet',
            icons: [icon, icon, icon],
            from: [start('percent', 33), start('percent', 67)],
            ...(iconOnly && { iconOnly }),
          },
          { look: {} },
        );
      const above = format('A1:A2', { kind: 'cellValue', comparison: 'greaterThan', operand: '=1' });
      const looks = open([[1], [2]], [{ ...above, stopIfTrue: true }, set('goldStar', true), set('redFlag')])
        .conditionalLooks('Data')
        .map(({ look }) => look);
      expect(looks).toEqual([{ icon: { name: 'goldStar', only: true } }, red]);
    });
  });
});

describe('several formats', () => {
  const positive = { kind: 'cellValue', comparison: 'greaterThan', operand: '=0' } as const;
  const look = (formats: readonly ConditionalFormat[]) =>
    open([[5]], formats).conditionalLooks('Data')[0]?.look;

  it('each part of a look is that of the first format that has it', () => {
    const first = format('A1', positive, { look: { fillColour: '#FF0000' } });
    const second = format('A1', positive, { look: { fillColour: '#00FF00', strong: true } });
    expect(look([first, second])).toEqual({ fillColour: '#FF0000', strong: true });
  });

  it('one that stops keeps the later ones away', () => {
    const first = format('A1', positive, { look: { italic: true }, stopIfTrue: true });
    expect(look([first, format('A1', positive)])).toEqual({ italic: true });
  });
});

describe('after a change', () => {
  const set = (row: number, column: number, content: CellContent | null): Command => ({
    kind: 'setCells',
    label: 'Set',
    cells: [{ sheet: 'Data', row, column, content }],
  });
  const changed = (workbook: Workbook, command: Command) => {
    const applied = workbook.apply(command);
    if (!applied.ok) throw new Error(applied.problem.message);
    return applied.value.conditionalLooks
      .map(({ row, column, look }) => `${cellReference(row, column)} ${look ? 'on' : 'off'}`)
      .join(', ');
  };

  it('exactly the cells that look otherwise are told', () => {
    const above = { kind: 'cellValue', comparison: 'greaterThan', operand: '=$C$1' } as const;
    const workbook = open(
      [
        [1, 2, 3],
        [4, 5, null],
      ],
      [format('A1:B2', above)],
    );
    expect(changed(workbook, set(0, 0, 9))).toBe('A1 on');
    expect(changed(workbook, set(0, 0, 8))).toBe('');
    expect(changed(workbook, set(0, 2, 4))).toBe('A2 off');
    expect(changed(workbook, set(5, 5, 4))).toBe('');
    expect(workbook.undo()?.conditionalLooks).toEqual([]);
    expect(workbook.undo()?.conditionalLooks).toEqual([{ sheet: 'Data', row: 1, column: 0, look: red }]);
  });

  it('cells that read the changed one by a relative reference are judged again', () => {
    const rise = { kind: 'formula', formula: '=A2>A1' } as const;
    const workbook = open([[1], [2], [3]], [format('A2:A3', rise)]);
    expect(lookedAt(workbook)).toBe('A2 A3');
    expect(changed(workbook, set(1, 0, 5))).toBe('A3 off');
  });

  it('a rank is worked out again where another number is the last of it', () => {
    const workbook = open([[1, 2, 3]], [format('A1:C1', { kind: 'rank', end: 'top', count: 1 })]);
    expect(changed(workbook, set(0, 0, 7))).toBe('A1 on, C1 off');
  });

  it('what is the same for all cells is worked out once, and again where it changes', () => {
    const above = { kind: 'formula', formula: '=AND(A1>AVERAGE($A$1:$A$4),A1<MAX(most))' } as const;
    const workbook = open([[1, 9], [2], [3], [4]], [format('A1:A4', above)], { most: 'Data!B1' });
    expect(lookedAt(workbook)).toBe('A3 A4');
    expect(changed(workbook, set(3, 0, 8))).toBe('A3 off');
    expect(changed(workbook, set(0, 1, 5))).toBe('A4 off');
    expect(changed(workbook, set(0, 1, '=1/0'))).toBe('');
    expect(changed(workbook, set(0, 1, 10))).toBe('A4 on');
  });

  it('another day brings other dates', () => {
    vi.useFakeTimers({ now: new Date(2026, 10, 22, 15) });
    const today = { kind: 'date', period: 'today' } as const;
    const workbook = open([['=DATE(2026,11,23)', 1]], [format('A1', today)]);
    expect(lookedAt(workbook)).toBe('');
    vi.setSystemTime(new Date(2026, 10, 23, 0, 1));
    expect(changed(workbook, set(0, 1, 2))).toBe('A1 on');
  });

  it('new formats, changed ones and none are steps of undo', () => {
    const workbook = open([[1, 2]]);
    const rule = { kind: 'cellValue', comparison: 'greaterThan', operand: '=1' } as const;
    const command = (formats: readonly ConditionalFormat[]): Command => ({
      kind: 'setConditionalFormats',
      label: 'Rules',
      formats,
    });
    expect(changed(workbook, command([format('A1:B1', rule)]))).toBe('B1 on');
    expect(changed(workbook, command([format('A1:B1', { ...rule, operand: '=0' })]))).toBe('A1 on');
    expect(changed(workbook, command([]))).toBe('A1 off, B1 off');
    expect(workbook.document.conditionalFormats).toBeUndefined();
    workbook.undo();
    expect(lookedAt(workbook)).toBe('A1 B1');
    workbook.undo();
    workbook.undo();
    expect(lookedAt(workbook)).toBe('');
  });

  it('a formula that does not read is refused, and named', () => {
    const workbook = open([[1]]);
    const before = workbook.document;
    const rule = { kind: 'formula', formula: '=SUM(' } as const;
    const applied = workbook.apply({
      kind: 'setConditionalFormats',
      label: 'Rules',
      formats: [format('A1', rule)],
    });
    expect(applied.ok ? null : applied.problem.subject).toBe('=SUM(');
    expect(workbook.document).toBe(before);
  });
});

describe('formats follow their cells', () => {
  it('the beginnings of icons as well, filled, copied and where lines are inserted', () => {
    const icons = ['redFlag', 'yellowFlag', 'greenFlag'] as const;
    const from = ['=$B$2', '=B2*2'].map((value) => ({ at: { kind: 'formula', value } as const }));
    const own = format('A2:A5', { kind: 'iconSet', icons, from }, { look: {} });
    const workbook = open([[1], [2, 3]], [own]);
    const startsIn = (formats: readonly ConditionalFormat[] = []) =>
      formats.map(({ rule: now }) =>
        now.kind === 'iconSet' ? now.from.map(({ at }) => at.value).join(' ') : now.kind,
      );
    const inserted = workbook.apply({
      kind: 'insertLines',
      label: 'Lines',
      sheet: 'Data',
      axis: 'rows',
      at: 0,
      count: 2,
    });
    expect(inserted.ok && startsIn(workbook.document.conditionalFormats)).toEqual(['=$B$4 =B4*2']);
    const area = (sheet: string, range: string) => ({ sheet, range: cells(range) });
    expect(startsIn(withCarriedFormats([own], area('Data', 'A2:A3'), area('Other', 'C7:C8')))).toEqual([
      '=$B$2 =B2*2',
      '=$B$2 =D7*2',
    ]);
  });

  const rule = { kind: 'formula', formula: '=$A2>Other!$A$1' } as const;
  const after = (...commands: readonly Command[]) => {
    const workbook = open([[1], [2], [3], [4], [5], [6]], [format('A2:B5', rule)]);
    for (const command of commands) {
      const applied = workbook.apply(command);
      if (!applied.ok) throw new Error(applied.problem.message);
    }
    return (workbook.document.conditionalFormats ?? []).map(({ sheet, ranges, rule: now }) => {
      const texts = ranges.map(
        ({ top, left, bottom, right }) => `${cellReference(top, left)}:${cellReference(bottom, right)}`,
      );
      return `${sheet}!${texts.join(' ')} ${now.kind === 'formula' ? now.formula : ''}`;
    });
  };
  const lines = { label: 'Lines', sheet: 'Data', axis: 'rows' } as const;
  const cut = (range: string, sheet: string, row: number, column: number): Command => ({
    kind: 'moveCells',
    label: 'Cut',
    from: { sheet: 'Data', range: cells(range) },
    to: { sheet, row, column },
  });

  it.each([
    ['above', { kind: 'insertLines', ...lines, at: 0, count: 2 }, 'Data!A4:B7 =$A4>Other!$A$1'],
    ['between', { kind: 'insertLines', ...lines, at: 3, count: 1 }, 'Data!A2:B6 =$A2>Other!$A$1'],
    ['right below', { kind: 'insertLines', ...lines, at: 5, count: 1 }, 'Data!A2:B6 =$A2>Other!$A$1'],
    ['further below', { kind: 'insertLines', ...lines, at: 6, count: 1 }, 'Data!A2:B5 =$A2>Other!$A$1'],
    ['the first gone', { kind: 'deleteLines', ...lines, at: 0, count: 3 }, 'Data!A1:B2 =$A1>Other!$A$1'],
    ['all gone', { kind: 'deleteLines', ...lines, at: 1, count: 4 }, ''],
    [
      'moved out',
      { kind: 'moveLines', ...lines, at: 1, count: 1, to: 8 },
      'Data!A2:B4 A8:B8 =$A2>Other!$A$1',
    ],
    [
      'sheet renamed',
      { kind: 'renameSheet', label: 'Name', sheet: 'Other', name: 'My limits' },
      "Data!A2:B5 =$A2>'My limits'!$A$1",
    ],
    ['own sheet gone', { kind: 'deleteSheet', label: 'Delete', sheet: 'Data' }, ''],
    ['all cut', cut('A1:B6', 'Data', 10, 3), 'Data!D12:E15 =$D12>Other!$A$1'],
    ['put upon', cut('F1:F2', 'Data', 1, 0), 'Data!B2:B3 A4:B5 =$A2>Other!$A$1'],
  ] as const)('%s', (_, command, expected) => {
    expect(after(command).join('; ')).toBe(expected);
  });

  it('cells cut from among others take a format of their own along', () => {
    expect(after(cut('A2:B2', 'Other', 4, 0))).toEqual([
      'Data!A3:B5 =$A3>Other!$A$1',
      'Other!A5:B5 =$A5>Other!$A$1',
    ]);
  });
});

describe('formats go along with copied cells', () => {
  const rule = { kind: 'formula', formula: '=$B1>A1' } as const;
  const text = (formats: readonly ConditionalFormat[]) =>
    formats.map(({ sheet, ranges, rule: now }) => {
      const places = ranges.map(
        ({ top, left, bottom, right }) => `${cellReference(top, left)}:${cellReference(bottom, right)}`,
      );
      return `${sheet}!${places.join(' ')} ${now.kind === 'formula' ? now.formula : now.kind}`;
    });
  const carried = (from: string, sheet: string, to: string, formats = [format('A1:A4', rule)]) =>
    withCarriedFormats(formats, { sheet: 'Data', range: cells(from) }, { sheet, range: cells(to) });

  it.each([
    ['beside', 'A1:A4', 'Data', 'B1:B4', ['Data!A1:B4 =$B1>A1']],
    ['further down', 'A2', 'Data', 'A9:A10', ['Data!A1:A4 A9:A10 =$B1>A1']],
    ['upon some that have it', 'A1:A2', 'Data', 'A3:A4', ['Data!A1:A4 =$B1>A1']],
    ['over cells without it', 'C1', 'Data', 'A2', ['Data!A1:A1 A3:A4 =$B1>A1']],
    ['onto another sheet', 'A2:A3', 'Other', 'C5:C8', ['Data!A1:A4 =$B1>A1', 'Other!C5:C8 =$B5>C5']],
    ['in every second row', 'A4:A5', 'Data', 'A6:A9', ['Data!A1:A4 A6:A6 A8:A8 =$B1>A1']],
  ] as const)('%s', (_, from, sheet, to, expected) => {
    expect(text(carried(from, sheet, to))).toEqual(expected);
  });

  it('nothing changes where there is nothing to carry or to replace', () => {
    const formats = [format('A1:A4', rule)];
    expect(carried('D1', 'Data', 'E5', formats)).toBe(formats);
  });
});

describe('a rule that passes hidden rows over', () => {
  it('is judged again when rows are hidden, shown and filtered, both ways', () => {
    const rule: ConditionalRule = { kind: 'formula', formula: '=SUBTOTAL(109,$A$2:$A$4)<6' };
    const workbook = open([['Sum'], [1], [2], [3]], [format('B1', rule)]);
    const label = 'Step';
    const told = (changes: ReturnType<Workbook['undo']>) =>
      changes?.conditionalLooks.map(({ look }) => look !== null);
    const done = (command: Command) => {
      const applied = workbook.apply(command);
      return told(applied.ok ? applied.value : null);
    };
    expect(lookedAt(workbook)).toBe('');
    expect(
      done({ kind: 'setLinesHidden', label, sheet: 'Data', axis: 'rows', at: 1, count: 1, hidden: true }),
    ).toEqual([true]);
    expect(told(workbook.undo())).toEqual([false]);
    expect(told(workbook.redo())).toEqual([true]);
    workbook.undo();
    const criterion = { kind: 'top', from: 'largest', count: 1, isPercent: false } as const;
    const filter = { range: cells('A1:A4'), columns: [{ column: 0, criterion }] };
    expect(done({ kind: 'setFilter', label, sheet: 'Data', filter })).toEqual([true]);
    expect(done({ kind: 'setFilter', label, sheet: 'Data', filter: null })).toEqual([false]);
  });
});
