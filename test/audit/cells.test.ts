import { describe, expect, test } from 'vitest';
import { areasOf, areaText, areasText } from '../../shared/workbook/areas.ts';
import { cellLabels } from '../../shared/audit/cell-labels.ts';
import { readerOf } from '../../shared/audit/cell-reader.ts';
import { unitOfFormat } from '../../shared/audit/format-unit.ts';
import { traceOf } from '../../shared/audit/trace.ts';
import { buildModel } from '../../shared/model/build.ts';
import { parseReference, type Address } from '../../shared/workbook/address.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { plainDocument } from '../fixtures/plain-document.ts';
import { workbookOf } from '../workbook/small-workbook.ts';

function cellAt(text: string): Address {
  const read = parseReference(text);
  if (read?.sheet === undefined) throw new Error(`${text} is no cell with its sheet`);
  return { sheet: read.sheet, row: read.range.top, column: read.range.left };
}

describe('what a cell is called', () => {
  const model = readerOf(Workbook.open(buildModel()));

  test.each([
    ['Capacity!K15', 'CoreWeave', 'Q1 2025', 'GW'],
    ['Assumptions!E15', 'Probability, executed', 'Base', 'probability'],
    ['Flows!H12', 'Microsoft', 'Microsoft', 'US$ bn'],
    ['Payments!A5', '', '', ''],
  ])('on the sheets of the model: %s', (cell, row, column, unit) => {
    expect(cellLabels(model, cellAt(cell))).toMatchObject({ row, column, unit });
  });

  test('on a plain sheet: the nearest texts and a row of years, numbers skipped', () => {
    const reader = readerOf(
      workbookOf({
        S: [
          ['Item', 'Unit', 2025, 2026],
          ['Sales', 'US$ m', 5, 6],
          ['Costs', 'US$ m', 3, 4],
        ],
      }),
    );
    expect(cellLabels(reader, cellAt('S!D3'))).toEqual({ row: 'Costs', column: '2026', unit: 'US$ m' });
    expect(cellLabels(reader, cellAt('S!F9'))).toEqual({ row: '', column: '', unit: '' });
  });

  test('a row of dates heads the columns, years of something else do not', () => {
    const plain = plainDocument({
      S: [
        [null, 45_658, '=EDATE(B1,1)'],
        ['Built', 2001, 2011],
        ['Sold', 2005, 2020],
      ],
    });
    const sheets = plain.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((cells, row) =>
        cells.map((cell) => (row === 0 && cell ? { ...cell, style: 'month' } : cell)),
      ),
    }));
    const styles = { month: { role: 'calculation', format: 'mmm yyyy' } } as const;
    const reader = readerOf(Workbook.open({ ...plain, styles, sheets }));
    expect(cellLabels(reader, cellAt('S!C3'))).toMatchObject({ row: 'Sold', column: 'Feb 2025' });
  });

  test.each([
    ['0.0 %', '%'],
    ['yyyy-mm-dd', 'date'],
    ['[$€-407] #,##0', '€'],
    ['$#,##0.00', '$'],
    ['0.0 "GWh"', 'GWh'],
    ['0.0"x"', 'x'],
    ['#,##0.0;"−"#,##0.0', ''],
    [undefined, ''],
  ])('the unit of the format %s is “%s”', (format, unit) => {
    expect(unitOfFormat(format)).toBe(unit);
  });
});

describe('tracing', () => {
  const workbook = workbookOf(
    {
      In: [[1, 2, 3]],
      Out: [['=In!B1*2'], ['=SUM(In!A1:C1)+rate+rate'], ['=In!B1'], [null], ['=A1']],
    },
    { rate: 'In!C1' },
  );
  const traced = (cell: string) => {
    const { precedents, dependents } = traceOf(workbook, cellAt(cell));
    return [precedents.map(areaText), dependents.map(areaText)];
  };

  test('finds both directions across sheets, names as their cells, neighbours together', () => {
    expect(traced('In!B1')).toEqual([[], ['Out!A1:A3']]);
    expect(traced('Out!A2')).toEqual([['In!A1:C1', 'In!C1'], []]);
    expect(traced('Out!A1')).toEqual([['In!B1'], ['Out!A5']]);
    expect(traced('Out!Z99')).toEqual([[], []]);
  });

  test('a cell filled by the formula of another reads what that reads', () => {
    const spilled = workbookOf({
      S: [
        [1, 2],
        ['=TRANSPOSE(A1:B1)', null, '=A2', '=A3'],
      ],
    });
    expect(traceOf(spilled, cellAt('S!A3')).precedents.map(areaText)).toEqual(['S!A1:B1']);
    expect(traceOf(spilled, cellAt('S!A3')).dependents.map(areaText)).toEqual(['S!D2']);
    expect(traceOf(spilled, cellAt('S!A2')).dependents.map(areaText)).toEqual(['S!C2']);
  });
});

describe('cells as areas', () => {
  const cells = (...texts: string[]) => texts.map((text) => cellAt(`S!${text}`));

  test('neighbours become rectangles', () => {
    expect(areasOf(cells('A1', 'B1', 'A2', 'B2', 'D2', 'A4'), ['S']).map(areaText)).toEqual([
      'S!A1:B2',
      'S!D2',
      'S!A4',
    ]);
  });

  test('in words, the sheet once and the rest counted', () => {
    const areas = areasOf(cells('A1', 'C1', 'E1', 'G1', 'I1', 'K1'), ['S']);
    expect(areasText(areas)).toBe('S!A1, C1, E1, G1 and 2 more places');
    expect(areasText(areas.slice(0, 2))).toBe('S!A1 and C1');
  });
});
