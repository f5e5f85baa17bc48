import { afterEach, describe, expect, it } from 'vitest';
import type { Command } from '../../shared/workbook/command.ts';
import type { CellValue, WorkbookDocument } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { plainDocument } from '../fixtures/plain-document.ts';

/* The order of the sheets is that of the document, whatever they are called and however they came there. */

const opened: Workbook[] = [];
afterEach(() => {
  for (const workbook of opened.splice(0)) workbook.close();
});

function open(document: WorkbookDocument): Workbook {
  const workbook = Workbook.open(document);
  opened.push(workbook);
  return workbook;
}

describe('sheets whose names are whole numbers', () => {
  it('hide their own rows and tell their own formulas', () => {
    const total = '=SUBTOTAL(109,A1:A3)';
    const rows = [[1], [2], [4], [total, '=FORMULATEXT(A4)']];
    const plain = plainDocument({ Zeta: rows, 2025: rows, 7: rows });
    const hidden: Record<string, number> = { Zeta: 0, 2025: 1, 7: 2 };
    const workbook = open({
      ...plain,
      sheets: ['Zeta', '2025', '7'].flatMap((name) =>
        plain.sheets
          .filter((sheet) => sheet.name === name)
          .map((sheet) => ({
            ...sheet,
            hiddenRows: [{ first: hidden[name] ?? 0, last: hidden[name] ?? 0 }],
          })),
      ),
    });
    expect(workbook.sheetValues('Zeta')[3]).toEqual([6, total]);
    expect(workbook.sheetValues('2025')[3]).toEqual([5, total]);
    expect(workbook.sheetValues('7')[3]).toEqual([3, total]);
  });

  it('have the number of their place', () => {
    const plain = plainDocument({ Zeta: [['=SHEET()']], 2025: [['=SHEET()']], 7: [["=SHEET('2025'!A1)"]] });
    const sheets = ['Zeta', '2025', '7'].flatMap((name) => plain.sheets.filter((one) => one.name === name));
    const workbook = open({ ...plain, sheets });
    expect(sheets.map(({ name }) => workbook.value({ sheet: name, row: 0, column: 0 }))).toEqual([1, 2, 2]);
  });
});

describe('a sheet with the name of what every object has', () => {
  it('is a sheet like others', () => {
    const [sheet] = plainDocument({ S: [[5]] }).sheets;
    if (!sheet) throw new Error('There is no sheet');
    const plain = plainDocument({ A: [['=SUM(__proto__!A1:A3)']] });
    const workbook = open({ ...plain, sheets: [...plain.sheets, { ...sheet, name: '__proto__' }] });
    expect(workbook.value({ sheet: 'A', row: 0, column: 0 })).toBe(5);
  });
});

describe('SHEET', () => {
  const label = 'Step';
  const formulas = [
    '=SHEET()',
    '=SHEET(Two!A1)',
    '=SHEET("two")',
    '=SHEET(INDIRECT("One!A1"))',
    '=SHEET(Nope!A1)',
  ];
  const write: Command = {
    kind: 'setCells',
    label,
    cells: formulas.map((content, row) => ({ sheet: 'One', row, column: 0, content })),
  };
  const told = (workbook: Workbook): CellValue[] =>
    formulas.map((_, row) => workbook.value({ sheet: 'One', row, column: 0 }));

  it.each<[string, Command, number, number]>([
    ['came before others', { kind: 'addSheet', label, name: 'New', at: 0 }, 2, 3],
    ['went behind others', { kind: 'moveSheet', label, sheet: 'One', to: 1 }, 2, 1],
  ])('counts in the order of the document where a sheet %s', (_, command, one, two) => {
    const workbook = open(plainDocument({ One: [[null]], Two: [[1]], Three: [[1]] }));
    for (const each of [command, write]) expect(workbook.apply(each).ok).toBe(true);
    const missing = { error: '#REF!' };
    expect(told(workbook)).toEqual([one, two, two, one, missing]);
    workbook.undo();
    workbook.undo();
    expect(workbook.apply(write).ok).toBe(true);
    expect(told(workbook)).toEqual([1, 2, 2, 1, missing]);
  });
});
