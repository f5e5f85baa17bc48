import { identityOf, layout, rowLabel, type List } from '../lists.ts';
import type { SeedProblem } from '../problems.ts';
import type { Driver, Series } from '../rows.ts';
import { boundsFault } from './bounds.ts';
import { unknownItems, type Known } from './references.ts';

/** Drivers have a value for each scenario, Base first, within their bounds. */
export function checkDrivers(
  drivers: readonly Driver[],
  list: List,
  known: Known,
  problems: SeedProblem[],
): void {
  const scenarios = list.rows.map((row) => identityOf(row) ?? '');
  if (scenarios.length > 0 && scenarios[0] !== 'Base') {
    const row = rowLabel(list, list.rows[0]);
    problems.push({ file: list.file, row, field: 'name', problem: 'the first scenario must be Base' });
  }
  for (const driver of drivers) {
    const add = (field: string, problem: string) =>
      problems.push({ file: layout.drivers.file, row: driver.name, field, problem });
    if (driver.values.length !== scenarios.length) {
      add('values', `expected ${scenarios.length} values, one per scenario, found ${driver.values.length}`);
    }
    driver.values.forEach((value, index) => {
      const scenario = scenarios[index] ?? `#${index + 1}`;
      const fault = boundsFault({ ...driver, value }, ` in scenario ${scenario}`);
      if (fault !== null) add('values', fault);
    });
    for (const problem of unknownItems(driver.benchmarkItems, known)) add('benchmarkItems', problem);
  }
}

/** Series keep their bounds. */
export function checkSeries(series: readonly Series[], known: Known, problems: SeedProblem[]): void {
  for (const row of series) {
    const add = (field: string, problem: string) =>
      problems.push({ file: layout.series.file, row: row.name, field, problem });
    row.values.forEach((value, index) => {
      const bounds = { low: row.low[index] ?? value, high: row.high[index] ?? value };
      const fault = boundsFault({ value, ...bounds }, ` at #${index + 1}`);
      if (fault !== null) add('values', fault);
    });
    for (const problem of unknownItems(row.benchmarkItems, known)) add('benchmarkItems', problem);
  }
}
