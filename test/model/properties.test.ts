import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { checksOf } from '../../shared/analysis/report.ts';
import { buildModel } from '../../shared/model/build.ts';
import { monthSerial } from '../../shared/model/months.ts';
import { readSeeds } from '../../shared/model/seeds/seeds.ts';
import type { Address } from '../../shared/workbook/address.ts';
import type { SetCells } from '../../shared/workbook/command.ts';
import type { CellContent } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { locate, named } from './locate.ts';

/*
 * Whatever is typed within bounds, in any scenario and on any basis, every check holds and no cell
 * shows an error. The identities are the rows of the sheet Checks.
 */

const seeds = readSeeds();
const workbook = Workbook.open(buildModel());
afterAll(() => workbook.close());

const find = (section: string, row: string, column: string): Address =>
  locate(workbook.document, 'Assumptions', { section, row, column });
const dealCell = (row: string, group: string, column = 'User'): Address =>
  locate(workbook.document, 'Deals', { row, group, column });
const right = (at: Address, columns: number): Address => ({ ...at, column: at.column + columns });

/** Where an input stands, and what may be typed there. */
interface Input {
  readonly at: Address;
  readonly content: fc.Arbitrary<CellContent | null>;
}

/** Both bounds and a million steps between them: amounts that a person could type, no 1e-320. */
const steps = 1_000_000;
const between = (low: number, high: number) =>
  fc.integer({ min: 0, max: steps }).map((step) => low + ((high - low) * step) / steps);
const mostly = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 3, nil: null });

const series = seeds.series.flatMap((row) =>
  row.name === 'revenue_pattern'
    ? []
    : row.values.map((_, index): Input => ({
        at: right(named(workbook, row.name), index),
        content: between(row.low[index] ?? 0, row.high[index] ?? 0),
      })),
);

const parties = seeds.parties.flatMap(({ name, revenueBn, equityBn }) => {
  const section = 'Parties: the nodes of the network of money, in the order of every matrix';
  const figures: [typeof revenueBn, number][] = [
    [revenueBn, 0],
    [equityBn, 3],
  ];
  return figures.flatMap(([figure, columns]): Input[] =>
    figure
      ? [{ at: right(find(section, name, 'Value'), columns), content: between(figure.low, figure.high) }]
      : [],
  );
});

const deals = seeds.deals.flatMap(({ name, layer }): Input[] => [
  {
    at: locate(workbook.document, 'Deals', { row: name, column: 'Basis' }),
    content: fc.constantFrom('global', 'Seed', 'Benchmark', 'User'),
  },
  {
    at: dealCell(name, 'Value, US$ bn'),
    content: mostly(fc.oneof(between(0, 600), fc.constantFrom<CellContent>(0, 'not given'))),
  },
  ...(layer === 'equity'
    ? []
    : [
        {
          at: dealCell(name, 'Capacity, GW'),
          content: mostly(fc.oneof(between(0, 12), fc.constant<CellContent>('not given'))),
        },
      ]),
  {
    at: dealCell(name, 'Status'),
    content: mostly(fc.constantFrom('completed', 'executed', 'announced', 'potential', 'superseded')),
  },
  { at: dealCell(name, 'Profile'), content: mostly(fc.constantFrom('flat', 'S-curve')) },
  { at: dealCell(name, 'Paid by OpenAI'), content: mostly(between(0, 1)) },
  { at: dealCell(name, 'Vendor equity per dollar bought'), content: mostly(between(0, 0.5)) },
]);

/** Start and end of a deal go together: one comes before the other. */
const dates = seeds.deals.map(({ name }) => ({
  start: dealCell(name, 'Start'),
  end: dealCell(name, 'End, exclusive'),
  months: mostly(fc.tuple(fc.integer({ min: 0, max: 143 }), fc.integer({ min: 1, max: 120 }))),
}));

const month = (index: number): CellContent =>
  monthSerial(`${2018 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`);

const drivers = seeds.drivers.map(({ label, low, high }) => ({
  base: locate(workbook.document, 'Assumptions', { row: label, column: 'Base' }),
  content: between(low, high),
}));

const inputs = [...series, ...parties, ...deals];
const changes = fc.record({
  scenario: fc.integer({ min: 0, max: seeds.scenarios.length - 1 }),
  basis: fc.constantFrom('Seed', 'Benchmark', 'User'),
  asOf: fc.integer({ min: 84, max: 129 }).map(month),
  drivers: fc.tuple(...drivers.map(({ content }) => content)),
  inputs: fc.tuple(...inputs.map(({ content }) => content)),
  dates: fc.tuple(...dates.map(({ months }) => months)),
});

function cells(change: typeof changes extends fc.Arbitrary<infer Value> ? Value : never): SetCells['cells'] {
  return [
    { ...named(workbook, 'scenario_name'), content: seeds.scenarios[change.scenario]?.name ?? '' },
    { ...named(workbook, 'basis_name'), content: change.basis },
    { ...named(workbook, 'as_of'), content: change.asOf },
    ...drivers.map(({ base }, index) => ({
      ...right(base, change.scenario),
      content: change.drivers[index] ?? null,
    })),
    ...inputs.map(({ at }, index) => ({ ...at, content: change.inputs[index] ?? null })),
    ...dates.flatMap(({ start, end }, index) => {
      const months = change.dates[index] ?? null;
      return [
        { ...start, content: months && month(months[0]) },
        { ...end, content: months && month(months[0] + months[1]) },
      ];
    }),
  ];
}

/** Five hundred sets of inputs, in parts so that a failure is found early and told apart. */
test.each([1, 2, 3, 4, 5])('every check holds for a hundred random inputs, part %i', (seed) => {
  fc.assert(
    fc.property(changes, (change) => {
      const applied = workbook.apply({ kind: 'setCells', label: 'Random inputs', cells: cells(change) });
      expect(applied.ok).toBe(true);
      expect(checksOf(workbook).filter((check) => !check.pass)).toEqual([]);
      const errors = workbook.document.sheets.flatMap(({ name }) =>
        workbook
          .sheetValues(name)
          .flatMap((row, at) =>
            row.flatMap((value, column) =>
              typeof value === 'object' && value !== null
                ? [`${name} row ${at + 1}, column ${column + 1}: ${value.error}`]
                : [],
            ),
          ),
      );
      expect(errors.slice(0, 5)).toEqual([]);
    }),
    { numRuns: 100, seed, endOnFailure: true },
  );
});
