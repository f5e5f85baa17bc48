import { describe, expect, test } from 'vitest';
import { buildModel } from '../../shared/model/build.ts';
import { readSeeds } from '../../shared/model/seeds/seeds.ts';
import { cellReference } from '../../shared/workbook/address.ts';
import { isFormula } from '../../shared/workbook/document.ts';
import { relocateFormula } from '../../shared/workbook/relocate.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { locate } from './locate.ts';

const document = buildModel();

function formulas(): { sheet: string; row: number; column: number; formula: string }[] {
  return document.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) =>
        isFormula(cell?.content) ? [{ sheet: sheet.name, row, column, formula: cell.content }] : [],
      ),
    ),
  );
}

describe('the rules of the model', () => {
  test('no number but 0 and 1 is typed into a formula', () => {
    for (const { sheet, row, column, formula } of formulas()) {
      const bare = formula
        .replaceAll(/"[^"]*"/g, '')
        .replaceAll(/\$?[A-Z]{1,3}\$?\d+/g, '')
        .replaceAll(/[a-z_][a-z0-9_]*/gi, '');
      const numbers = bare.match(/\d+(\.\d+)?/g) ?? [];
      expect(
        numbers.filter((number) => number !== '0' && number !== '1'),
        `${sheet}!${cellReference(row, column)} ${formula}`,
      ).toEqual([]);
    }
  });

  test('on time sheets one formula a row is filled right unchanged', () => {
    const periods = new Set(['Timing', 'Capacity', 'Spending', 'Funding', 'Payments', 'Valuation']);
    const firstQuarter = 10;
    for (const { sheet, row, column, formula } of formulas()) {
      if (!periods.has(sheet) || column <= firstQuarter || column > firstQuarter + 15) continue;
      const first = document.sheets.find((candidate) => candidate.name === sheet)?.rows[row]?.[firstQuarter]
        ?.content;
      const filled = relocateFormula(String(first), { row, column: firstQuarter }, { row, column });
      expect(formula, `${sheet}!${cellReference(row, column)}`).toBe(filled);
    }
  });

  test('in a matrix one formula is filled right and down unchanged', () => {
    const parties = readSeeds().parties.length;
    const flows = document.sheets.find(({ name }) => name === 'Flows')?.rows ?? [];
    const heads = flows.flatMap((row, index) => (row[0]?.content === 'Payer' ? [index] : []));
    expect(heads).toHaveLength(5);
    for (const head of heads) {
      const corner = { row: head + 2, column: 2 };
      const first = String(flows[corner.row]?.[corner.column]?.content);
      for (let row = corner.row; row < corner.row + parties; row++) {
        for (let column = corner.column; column < corner.column + parties; column++) {
          expect(flows[row]?.[column]?.content, `Flows!${cellReference(row, column)}`).toBe(
            relocateFormula(first, corner, { row, column }),
          );
        }
      }
    }
  });

  test('only functions of Excel 2010 and later are used, none that is volatile or needs a new Excel', () => {
    const used = new Set(formulas().flatMap(({ formula }) => formula.match(/[A-Z][A-Z0-9.]*(?=\()/g) ?? []));
    const allowed = [
      'ABS',
      'AND',
      'AVERAGE',
      'COLUMN',
      'COLUMNS',
      'COUNT',
      'COUNTA',
      'COUNTIF',
      'EXP',
      'IF',
      'IFERROR',
      'INDEX',
      'IRR',
      'ISERROR',
      'ISNUMBER',
      'LN',
      'MATCH',
      'MAX',
      'MIN',
      'MINVERSE',
      'MONTH',
      'N',
      'NPV',
      'OR',
      'PMT',
      'ROWS',
      'SQRT',
      'SUM',
      'SUMIF',
      'SUMIFS',
      'SUMPRODUCT',
      'SUMSQ',
      'YEAR',
    ];
    expect([...used].filter((name) => !allowed.includes(name))).toEqual([]);
  });

  test('every input figure says where it is from', () => {
    for (const sheet of document.sheets.filter(({ name }) => name !== 'Cover')) {
      sheet.rows.forEach((cells, row) => {
        cells.forEach((cell, column) => {
          if (typeof cell?.content !== 'number' || !cell.style?.startsWith('input')) return;
          expect(cell.provenance, `${sheet.name}!${cellReference(row, column)}`).toBeDefined();
          const { kind, sources = [], reason = '' } = cell.provenance ?? {};
          expect(kind === 'assumption' ? reason.length > 0 : sources.length > 0).toBe(true);
        });
      });
    }
  });

  test('every fact and every benchmark figure stands on Sources', () => {
    const seeds = readSeeds();
    const sources = document.sheets.find((sheet) => sheet.name === 'Sources');
    const cells =
      sources?.rows
        .map((row) => row[0])
        .filter((cell) => cell?.style === 'identifier')
        .map((cell) => cell?.content) ?? [];
    for (const fact of seeds.facts) expect(cells).toContain(fact.id);
    for (const benchmark of seeds.benchmarks)
      expect(cells.filter((cell) => cell === benchmark.item)).toHaveLength(benchmark.figures.length);
  });
});

describe('the three bases', () => {
  const live = (workbook: Workbook, row: string) =>
    workbook.value(locate(document, 'Deals', { row, column: 'Live', group: 'Value, US$ bn' }));
  const set = (
    workbook: Workbook,
    row: string,
    column: string,
    content: string | number | null,
    group = 'Value, US$ bn',
  ) => {
    const at = locate(document, 'Deals', { row, column, ...(column === 'Basis' ? {} : { group }) });
    expect(workbook.apply({ kind: 'setCells', label: 'Type', cells: [{ ...at, content }] }).ok).toBe(true);
  };

  test('an empty User falls back to Benchmark, an empty Benchmark to Seed, and "not given" does not', () => {
    const workbook = Workbook.open(buildModel());
    expect(live(workbook, 'Oracle')).toBe('not given');
    set(workbook, 'Oracle', 'Basis', 'User');
    expect(live(workbook, 'Oracle')).toBe(300);
    set(workbook, 'Oracle', 'User', 250);
    expect(live(workbook, 'Oracle')).toBe(250);
    set(workbook, 'Stargate', 'Basis', 'Benchmark');
    expect(live(workbook, 'Stargate')).toBe(500);
    set(workbook, 'Google Cloud', 'Basis', 'Benchmark');
    expect(live(workbook, 'Google Cloud')).toBe('not given');
    workbook.close();
  });

  test('a typed 0 is a figure; a missing one is counted as nothing but never shown as 0', () => {
    const workbook = Workbook.open(buildModel());
    const withValue = workbook.namedValue('deals_with_value');
    set(workbook, 'Oracle', 'Basis', 'User');
    set(workbook, 'Oracle', 'User', 0);
    expect(live(workbook, 'Oracle')).toBe(0);
    expect(workbook.namedValue('deals_with_value')).toBe(Number(withValue) + 1);
    workbook.close();
  });
});
