import { expect, test } from 'vitest';
import { setSwitch } from '../../shared/analysis/switches.ts';
import { buildModel } from '../../shared/model/build.ts';
import type { Deal, Party, Seeds } from '../../shared/model/seeds/rows.ts';
import { readSeeds } from '../../shared/model/seeds/seeds.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { locate } from './locate.ts';

const seeds = readSeeds();

function deal(id: string): Deal {
  const found = seeds.deals.find((row) => row.id === id);
  if (!found) throw new Error(`No deal ${id}`);
  return found;
}

/** One more chip vendor, which sells to OpenAI and to Oracle, and puts money into OpenAI. */
function withAnotherVendor(): Seeds {
  const figure = { value: 50, low: 40, high: 60, benchmarkItems: [], reason: 'A test.' };
  const vendor: Party = {
    name: 'Other Chips',
    role: 'chip vendor',
    layer: 'silicon',
    revenueBn: figure,
    equityBn: figure,
  };
  const purchase: Deal = {
    ...deal('D04'),
    id: 'D14',
    name: 'Other accelerators',
    node: 'Other Chips',
    valueBn: { ...deal('D04').valueBn, seed: null, benchmark: 40 },
  };
  const equity: Deal = {
    ...deal('E02'),
    id: 'E06',
    name: 'Other equity',
    node: 'Other Chips',
    valueBn: { ...deal('E02').valueBn, seed: null, benchmark: 10 },
  };
  const afterVendors = seeds.parties.findIndex(({ role }) => role === 'cloud');
  const afterDeals = seeds.deals.findIndex(({ layer }) => layer === 'equity');
  return {
    ...seeds,
    parties: seeds.parties.toSpliced(afterVendors, 0, vendor),
    deals: [...seeds.deals.toSpliced(afterDeals, 0, purchase), equity],
    chipShares: seeds.chipShares.map((row) => ({
      ...row,
      shares: {
        ...row.shares,
        'Other Chips':
          row.buyer === 'Oracle' ? { value: 0, low: 0, high: 0.1 } : { value: 0, low: 0, high: 0 },
      },
    })),
  };
}

test('one more vendor with a deal and equity grows every table and matrix, and every check holds', () => {
  const before = Workbook.open(buildModel());
  const after = Workbook.open(buildModel(withAnotherVendor()));
  for (const workbook of [before, after]) setSwitch(workbook, 'basis', 'Benchmark');
  const grown = (name: string) => Number(after.namedValue(name)) - Number(before.namedValue(name));
  expect(grown('announced_itemised')).toBeCloseTo(40, 9);
  expect(grown('vendor_funding')).toBeGreaterThan(0);
  expect(after.namedValue('checks_failed')).toBe(0);
  const errors = after.document.sheets.flatMap(({ name }) =>
    after
      .sheetValues(name)
      .flatMap((row) => row.filter((value) => typeof value === 'object' && value !== null)),
  );
  expect(errors).toEqual([]);

  const flow = (section: string, row: string, column: string) =>
    after.value(locate(after.document, 'Flows', { section, row, column }));
  const paid = Number(flow('Payer in the row, payee in the column: 2025 to 2028', 'OpenAI', 'Other Chips'));
  const funded = Number(flow('Payer in the row, payee in the column: 2025 to 2028', 'Other Chips', 'OpenAI'));
  expect(Math.min(paid, funded)).toBeGreaterThan(0);
  const roundTrip = after.value(
    locate(after.document, 'Circularity', {
      section: 'Round trips: which share of what is bought from a party is its own money',
      row: 'Other Chips',
      column: 'Round trip',
    }),
  );
  expect(roundTrip).toBeCloseTo(Math.min(paid, funded) / paid, 12);
  before.close();
  after.close();
});
