import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checksOf } from '../../shared/analysis/report.ts';
import { setSwitch } from '../../shared/analysis/switches.ts';
import { buildModel } from '../../shared/model/build.ts';
import { readSeeds } from '../../shared/model/seeds/seeds.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { locate } from './locate.ts';

test('every check holds for any drivers within their bounds, any scenario and any basis', () => {
  const seeds = readSeeds();
  const workbook = Workbook.open(buildModel());
  const drivers = seeds.drivers.map((driver) => ({
    driver,
    at: locate(workbook.document, 'Assumptions', { row: driver.label, column: 'Base' }),
  }));
  const positions = fc.tuple(...drivers.map(() => fc.double({ min: 0, max: 1, noNaN: true })));
  const scenario = fc.integer({ min: 0, max: seeds.scenarios.length - 1 });
  const basis = fc.constantFrom('Seed', 'Benchmark', 'User');
  fc.assert(
    fc.property(positions, scenario, basis, (places, scenarioIndex, basisName) => {
      const cells = drivers.map(({ driver, at }, index) => ({
        ...at,
        column: at.column + scenarioIndex,
        content: driver.low + (driver.high - driver.low) * (places[index] ?? 0),
      }));
      expect(workbook.apply({ kind: 'setCells', label: 'Random drivers', cells }).ok).toBe(true);
      setSwitch(workbook, 'scenario', seeds.scenarios[scenarioIndex]?.name ?? '');
      setSwitch(workbook, 'basis', basisName);
      expect(checksOf(workbook).filter((check) => !check.pass)).toEqual([]);
    }),
    { numRuns: 40 },
  );
  workbook.close();
});
