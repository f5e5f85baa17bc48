import { expect, test } from 'vitest';
import type { WorkbookDocument } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { plainDocument } from '../fixtures/plain-document.ts';

const range = { top: 0, left: 0, bottom: 1, right: 0 };

function document(): WorkbookDocument {
  const plain = plainDocument(
    {
      Deals: [
        [10, '=A1*2', '=Deals!A1+Other!A1', '=base+rate'],
        [20, '=SUM(both)', '=own', '=Other!B1'],
      ],
      Other: [[1, '=SUM(Deals!A1:A2)', '=base']],
    },
    { base: 'Deals!A1', far: 'Other!A1' },
  );
  const [deals, other] = plain.sheets;
  if (!deals || !other) throw new Error('A sheet is missing');
  return {
    ...plain,
    namedFormulas: [
      { name: 'rate', formula: '=5' },
      { name: 'both', formula: '=Deals!$A$1,Deals!$A$2' },
      { name: 'own', scope: 'Deals', formula: '=Deals!$A$2' },
    ],
    sheets: [
      {
        ...deals,
        columnWidths: [100, 50],
        frozenRows: 1,
        hiddenColumns: [{ first: 3, last: 3 }],
        tabColour: '#00B050',
        rowGroups: [{ first: 0, last: 0, level: 1 }],
      },
      { ...other, visibility: 'hidden' },
    ],
    validations: [
      {
        sheet: 'Deals',
        ranges: [range],
        rule: { kind: 'custom', formula: '=Deals!A1<base*100' },
        ignoreBlank: true,
        alert: { style: 'stop' },
      },
    ],
    conditionalFormats: [
      {
        sheet: 'Deals',
        ranges: [range],
        rule: { kind: 'formula', formula: '=A1>Deals!$A$1' },
        look: { strong: true },
      },
    ],
    bounds: [
      { sheet: 'Deals', range, low: { ...range, left: 1, right: 1 }, high: { ...range, left: 2, right: 2 } },
    ],
  };
}

const copy = { kind: 'copySheet', label: 'Copy', sheet: 'DEALS', name: 'Deals (2)', at: 1 } as const;

test('a copy has all that the sheet has, and refers to itself where that refers to itself', () => {
  const workbook = Workbook.open(document());
  const before = workbook.document;
  expect(workbook.apply(copy).ok).toBe(true);
  const { sheets, namedFormulas, names, validations, conditionalFormats, bounds } = workbook.document;
  const [deals, copied] = sheets;
  expect(sheets.map(({ name }) => name)).toEqual(['Deals', 'Deals (2)', 'Other']);
  expect({ ...copied, name: 'Deals', rows: deals?.rows }).toEqual(deals);
  expect(copied?.rows.map((row) => row.map((cell) => cell?.content))).toEqual([
    [10, '=A1*2', "='Deals (2)'!A1+Other!A1", '=base+rate'],
    [20, '=SUM(both)', '=own', '=Other!B1'],
  ]);
  expect(names).toBe(before.names);
  expect(namedFormulas?.slice(3)).toEqual([
    { name: 'own', scope: 'Deals (2)', formula: "='Deals (2)'!$A$2" },
    { name: 'base', scope: 'Deals (2)', formula: "='Deals (2)'!$A$1", label: 'base' },
    { name: 'both', scope: 'Deals (2)', formula: "='Deals (2)'!$A$1,'Deals (2)'!$A$2" },
  ]);
  expect(validations?.[1]).toMatchObject({
    sheet: 'Deals (2)',
    rule: { formula: "='Deals (2)'!A1<base*100" },
  });
  expect(conditionalFormats?.[1]).toMatchObject({
    sheet: 'Deals (2)',
    rule: { formula: "=A1>'Deals (2)'!$A$1" },
  });
  expect(bounds?.[1]).toMatchObject({ sheet: 'Deals (2)', range });
  expect(workbook.sheetValues('Deals (2)')).toEqual(workbook.sheetValues('Deals'));

  const typed = { sheet: 'Deals (2)', row: 0, column: 0, content: 11 };
  expect(workbook.apply({ kind: 'setCells', label: 'Type', cells: [typed] }).ok).toBe(true);
  expect(workbook.sheetValues('Deals (2)')).toEqual([
    [11, 22, 12, 16],
    [20, 31, 20, 30],
  ]);
  expect([workbook.sheetValues('Deals')[0], workbook.sheetValues('Other')[0]]).toEqual([
    [10, 20, 11, 15],
    [1, 30, 10],
  ]);
  expect(workbook.apply({ kind: 'setCells', label: 'Type', cells: [{ ...typed, content: 2000 }] }).ok).toBe(
    true,
  );
  workbook.undo();
  workbook.undo();
  workbook.undo();
  expect(workbook.document).toBe(before);
  workbook.close();
});

test('a copy of a hidden sheet is shown; a name that is taken or none is refused', () => {
  const workbook = Workbook.open(document());
  const refused = (name: string) => {
    const applied = workbook.apply({ ...copy, name });
    return applied.ok ? '' : applied.problem.code;
  };
  expect([refused('other'), refused('a/b'), refused('x'.repeat(32))]).toEqual([
    'sheet-name-taken',
    'sheet-name-not-allowed',
    'sheet-name-not-allowed',
  ]);
  expect(workbook.apply({ ...copy, sheet: 'Other', name: 'Shown' }).ok).toBe(true);
  expect(workbook.document.sheets[1]).not.toHaveProperty('visibility');
  expect(workbook.apply({ kind: 'deleteSheet', label: 'Delete', sheet: 'Shown' }).ok).toBe(true);
  workbook.close();
});
