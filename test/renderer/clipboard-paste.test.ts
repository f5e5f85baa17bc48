import { describe, expect, test } from 'vitest';
import type { Block, CellBlock } from '../../renderer/clipboard/block.ts';
import { atOnce } from '../../renderer/clipboard/in-slices.ts';
import { pasteSteps, type PastedCells, type PasteTarget } from '../../renderer/clipboard/paste.ts';
import { combined } from '../../renderer/clipboard/paste-arithmetic.ts';
import { formulasOf } from '../../shared/workbook/validation/validation.ts';
import { plainPaste, type PasteOptions } from '../../renderer/clipboard/paste-options.ts';
import { pasteRange } from '../../renderer/clipboard/paste-range.ts';
import { plainLook } from '../../renderer/looks/whole-looks.ts';
import { cellReference, maximumColumns, maximumRows, parseReference } from '../../shared/workbook/address.ts';
import type { LookChange } from '../../shared/workbook/command.ts';
import type { Cell, CellContent, CellStyle, CellValue } from '../../shared/workbook/document.ts';

const chosen = (text: string) => {
  const reference = parseReference(text);
  if (!reference) throw new Error(`${text} is no reference`);
  return reference.range;
};

function block(
  at: string,
  contents: readonly (readonly (CellContent | null)[])[],
  values: readonly (readonly CellValue[])[] = contents,
  { looks = { kind: 'styles', rows: [] }, notes = [] }: Partial<Pick<CellBlock, 'looks' | 'notes'>> = {},
): CellBlock {
  const { top: row, left: column } = chosen(at);
  return {
    kind: 'cells',
    origin: { row, column },
    columns: contents[0]?.length ?? 0,
    contents,
    values,
    looks,
    notes,
  };
}

const bold: CellStyle = { role: 'input', format: '0.0', strong: true };
const percent: CellStyle = { role: 'calculation', format: '0%' };
const styles: Readonly<Record<string, CellStyle>> = { bold, percent };

function target(into: string, before: Readonly<Record<string, Cell>>, names: readonly string[]): PasteTarget {
  return {
    sheet: 'S',
    chosen: chosen(into),
    cellAt: (row, column) => before[cellReference(row, column)] ?? null,
    styleOf: (cell) => (cell?.style === undefined ? undefined : styles[cell.style]),
    ruleAt: () => undefined,
    mayCarry: (settings) => formulasOf(settings).every((formula) => names.includes(formula.slice(1))),
    locale: undefined,
  };
}

/** All that a paste changes. */
function changed(
  what: Block,
  into: string,
  options: Partial<PasteOptions> = {},
  before: Readonly<Record<string, Cell>> = {},
  names: readonly string[] = ['rates'],
): PastedCells {
  const made = atOnce(pasteSteps(what, target(into, before, names), { ...plainPaste, ...options }));
  if (!made.ok) throw new Error(made.problem.code);
  return made.value;
}

/** What a paste writes, by cell. */
function pasted(
  what: Block,
  into: string,
  options: Partial<PasteOptions> = {},
  before: Readonly<Record<string, Cell>> = {},
): Record<string, CellContent | null> {
  const { cells } = changed(what, into, options, before);
  return Object.fromEntries(cells.map(({ row, column, content }) => [cellReference(row, column), content]));
}

/** The looks that a paste changes, by range. */
function pastedLooks(...paste: Parameters<typeof changed>): Record<string, LookChange> {
  const areas = changed(...paste).looks;
  return Object.fromEntries(
    areas.map(({ range: { top, left, bottom, right }, look }) => [
      `${cellReference(top, left)}:${cellReference(bottom, right)}`,
      look,
    ]),
  );
}

describe('cells', () => {
  test('relative references move along, absolute ones stay', () => {
    expect(pasted(block('B2', [['=A2*$A$1']]), 'C5')).toEqual({ C5: '=B5*$A$1' });
  });

  test('one cell fills all that are chosen', () => {
    expect(pasted(block('A1', [['=B1']]), 'A2:B3')).toEqual({ A2: '=B2', B2: '=C2', A3: '=B3', B3: '=C3' });
  });

  test('a row fills the rows that are chosen, a block repeats itself where it goes in evenly', () => {
    expect(pasted(block('A1', [[1, 2]]), 'A2:A3')).toEqual({ A2: 1, B2: 2, A3: 1, B3: 2 });
    expect(pasted(block('A1', [[1], [2]]), 'C1:C4')).toEqual({ C1: 1, C2: 2, C3: 1, C4: 2 });
    expect(pasted(block('A1', [[1], [2]]), 'C1:C3')).toEqual({ C1: 1, C2: 2 });
  });

  test('values come without their formulas, texts and errors as themselves', () => {
    const cells = block(
      'A1',
      [['=B1', '=C1', '=D1', '=1/0', '="="']],
      [[0.5, '', true, { error: '#DIV/0!' }, '=']],
    );
    expect(pasted(cells, 'A2', { what: 'values' })).toEqual({
      A2: 0.5,
      B2: "'",
      C2: true,
      D2: '=#DIV/0!',
      E2: "'=",
    });
  });

  test('transposed, rows become columns and references turn with them', () => {
    const cells = block('A1', [
      [1, 2],
      [3, '=SUM(A1:B1)+A2+$A$1'],
    ]);
    expect(pasted(cells, 'E5', { transpose: true })).toEqual({
      E5: 1,
      F5: 3,
      E6: 2,
      F6: '=SUM(E5:E6)+F5+$A$1',
    });
  });

  test('empty cells are skipped where that is asked for, and empty otherwise', () => {
    const cells = block('A1', [[1, null]]);
    expect(pasted(cells, 'A2', { skipBlanks: true })).toEqual({ A2: 1 });
    expect(pasted(cells, 'A2')).toEqual({ A2: 1, B2: null });
  });

  test('an operation works on what stands there', () => {
    const before = { A2: { content: 10 }, B2: { content: '=A1' }, C2: { content: 'word' } };
    expect(pasted(block('A1', [[4, 4, 4, 4]]), 'A2', { operation: 'subtract' }, before)).toEqual({
      A2: 6,
      B2: '=(A1)-4',
      D2: -4,
    });
  });
});

test('texts are read as if they were typed into their cells', () => {
  const texts: Block = { kind: 'texts', columns: 3, rows: [['1,234.5', '12%', '2026-07-31'], ['word']] };
  expect(pasted(texts, 'A1')).toEqual({ A1: 1234.5, B1: 0.12, C1: 46234, A2: 'word', B2: null, C2: null });
  const percentage = { A1: { content: null, style: 'percent' } };
  expect(pasted({ kind: 'texts', columns: 1, rows: [['12']] }, 'A1', {}, percentage)).toEqual({ A1: 0.12 });
});

describe('looks', () => {
  const plain: LookChange = plainLook;
  const ofBold: LookChange = { ...plain, role: 'input', format: '0.0', strong: true };
  const styled = (rows: readonly (readonly (CellStyle | undefined)[])[], notes: CellBlock['notes'] = []) =>
    block(
      'A1',
      rows.map((row) => row.map(() => 1)),
      undefined,
      { looks: { kind: 'styles', rows }, notes },
    );

  test('go along whole, one area for all cells of one look', () => {
    expect(pastedLooks(styled([[bold]]), 'B2:D9')).toEqual({ 'B2:D9': ofBold });
    const striped = styled([
      [bold, bold],
      [undefined, undefined],
    ]);
    expect(pastedLooks(striped, 'B1:C4')).toEqual({ 'B1:C1': ofBold, 'B3:C3': ofBold });
    expect(pastedLooks(styled([[bold, undefined]]), 'B1:C4')).toEqual({ 'B1:B4': ofBold });
    expect(pastedLooks(styled([[bold, undefined]]), 'B1:B2', { transpose: true })).toEqual({
      'B1:B1': ofBold,
    });
  });

  test('of plain cells take those away that stand there', () => {
    const before = { A5: { content: 1, style: 'bold' }, C5: { content: 1, style: 'percent' } };
    expect(pastedLooks(styled([[undefined, undefined, percent]]), 'A5', {}, before)).toEqual({
      'A5:A5': plain,
    });
  });

  test('of empty cells go along, unless blanks are skipped', () => {
    const cells = block('A1', [[1, null]], undefined, { looks: { kind: 'styles', rows: [[bold, bold]] } });
    expect(pastedLooks(cells, 'A5')).toEqual({ 'A5:B5': ofBold });
    expect(pastedLooks(cells, 'A5', { skipBlanks: true })).toEqual({ 'A5:A5': ofBold });
  });

  test('formats come without contents, choices and notes; formulas and values without looks', () => {
    const cells = styled([[bold]], [['why']]);
    expect(changed(cells, 'A5', { what: 'formats' })).toMatchObject({ cells: [], notes: [] });
    expect(pastedLooks(cells, 'A5', { what: 'formats' })).toEqual({ 'A5:A5': ofBold });
    for (const what of ['formulas', 'values'] as const)
      expect(changed(cells, 'A5', { what })).toMatchObject({ cells: [{ content: 1 }], looks: [], notes: [] });
  });

  test('rules go along to all cells, formulas as seen from the first, and stay behind where they mean nothing', () => {
    const rule = {
      settings: { rule: { kind: 'custom', formula: '=B1>rates' }, ignoreBlank: true },
      from: { row: 0, column: 0 },
    } as const;
    const cells = { ...styled([[bold, undefined]]), rules: [[rule]] };
    const rulesOf = (formula: string) => [
      {
        kind: 'setValidation',
        label: 'Paste',
        sheet: 'S',
        ranges: [chosen('B3:B4')],
        settings: { ...rule.settings, rule: { kind: 'custom', formula } },
      },
    ];
    const found = (settings: Partial<PasteOptions> = {}, text = '=rates') => {
      const carried = {
        ...rule,
        settings: { ...rule.settings, rule: { kind: 'custom' as const, formula: text } },
      };
      return changed({ ...cells, rules: [[carried]] }, 'B3:C4', settings).rules.on('S', 'Paste');
    };
    expect(found()).toEqual(rulesOf('=rates'));
    expect(found({ what: 'formats' })).toEqual([]);
    expect(found({}, '=other')).toEqual([]);
  });

  test('notes replace those that stand there', () => {
    const before = { A5: { content: 1, note: 'old' }, B5: { content: 1, note: 'same' } };
    const { notes } = changed(
      styled([[undefined, undefined, undefined]], [[undefined, 'same', 'new']]),
      'A5',
      {},
      before,
    );
    expect(notes).toEqual([
      { sheet: 'S', row: 4, column: 0, note: null },
      { sheet: 'S', row: 4, column: 2, note: 'new' },
    ]);
  });

  test('of other programs are number formats, for cells that have none', () => {
    const cells = block('A1', [[1]], undefined, { looks: { kind: 'formats', rows: [['0%']] } });
    const before = { A5: { content: 1, style: 'bold', note: 'kept' } };
    expect(changed(cells, 'A5', {}, before)).toMatchObject({
      cells: [{ content: 1, format: '0%' }],
      looks: [],
      notes: [],
    });
  });
});

describe('arithmetic', () => {
  test.each([
    [10, 4, 'add', 14],
    [10, 4, 'multiply', 40],
    [10, 4, 'divide', 2.5],
    [10, 0, 'divide', '=#DIV/0!'],
    [1e308, 1e308, 'multiply', '=#NUM!'],
    [10, null, 'multiply', 0],
    [10, null, 'add', undefined],
    [null, 4, 'subtract', -4],
    [5, '=B1', 'add', '=5+(B1)'],
    ['=A1+1', '=B1', 'multiply', '=(A1+1)*(B1)'],
    ['=A1', -2, 'add', '=(A1)+(-2)'],
    ['word', 4, 'add', undefined],
    [10, 'word', 'add', undefined],
    [true, 4, 'add', undefined],
  ] as const)('%s and %s, %s: %s', (into, content, operation, expected) => {
    expect(combined(into, content, operation)).toBe(expected);
  });
});

describe('the edge of the sheet', () => {
  const corner = {
    top: maximumRows - 1,
    left: maximumColumns - 1,
    bottom: maximumRows - 1,
    right: maximumColumns - 1,
  };

  test('the last cell takes one cell', () => {
    expect(pasteRange('S', corner, { rows: 1, columns: 1 })).toEqual({ ok: true, value: corner });
  });

  test.each([
    [{ rows: 2, columns: 1 }, '2 rows and 1 column'],
    [{ rows: 1, columns: 3 }, '1 row and 3 columns'],
  ])('what would go beyond it is refused: %o', (size, words) => {
    const refused = pasteRange('S', corner, size);
    if (refused.ok) throw new Error('It was not refused');
    expect(refused.problem.code).toBe('paste-beyond-sheet');
    expect(refused.problem.message).toContain(words);
  });

  test('more cells than can be pasted at once are refused', () => {
    const whole = { top: 0, left: 0, bottom: maximumRows - 1, right: 9 };
    expect(pasteRange('S', whole, { rows: 1, columns: 1 })).toMatchObject({
      problem: { code: 'too-many-cells' },
    });
  });
});
