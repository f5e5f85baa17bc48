import type { NameOfCell } from '../language/plan.ts';
import { SheetPlan } from '../language/sheet-plan.ts';
import type { Seeds } from '../seeds/rows.ts';
import { chosenFigure } from './sensitivity/chosen-figure.ts';
import { driverPairs } from './sensitivity/driver-pairs.ts';
import { everyDriver } from './sensitivity/every-driver.ts';
import { sortedDrivers } from './sensitivity/sorted-drivers.ts';

/** How many drivers the sorted view shows. */
const shownDrivers = 15;

/** Of all columns; the tables of the sheet share them and have the same figures in the same places. */
const widths = [348, 148, 124, 84, 96, 96, 96, 96, 96, 104, 72, 72];

/** One headline figure with each driver at its low and its high, and with two drivers together. */
export function sensitivitySheet(seeds: Seeds, headlines: readonly NameOfCell[]): SheetPlan {
  const drivers = seeds.drivers.filter(({ distribution }) => distribution !== 'none');
  const sheet = new SheetPlan('Sensitivity');
  sheet.heading(
    'Sensitivity',
    'What moves one headline figure: drivers alone, and two together. Choose the figure and the two drivers in the blue cells.',
  );
  sheet.widths(widths).freeze(1);
  const figure = chosenFigure(sheet, headlines);
  sortedDrivers(sheet, Math.min(shownDrivers, drivers.length));
  driverPairs(sheet, drivers, figure);
  everyDriver(sheet, drivers, figure);
  return sheet;
}
