import { SheetPlan } from '../language/sheet-plan.ts';
import type { Seeds } from '../seeds/rows.ts';
import { announced } from './deals/announced.ts';
import { dealTable } from './deals/deal-table.ts';
import { nestedPairs } from './deals/nested-pairs.ts';
import { statusTable } from './deals/statuses.ts';
import { totals } from './deals/totals.ts';

/** One row per deal; every term on three bases, and the live one that the switch chooses. */
export function dealsSheet(seeds: Seeds): SheetPlan {
  const sheet = new SheetPlan('Deals');
  sheet.heading(
    'Deals',
    'One row per deal. A party named without a figure keeps its row. Warrants are not cash and stand apart. Nothing here is added to the market’s total.',
  );
  dealTable(sheet, seeds);
  announced(sheet);
  nestedPairs(sheet, seeds);
  totals(sheet, seeds);
  statusTable(sheet);
  return sheet;
}
