import { formula, input, label } from '../language/plan.ts';
import { SheetPlan } from '../language/sheet-plan.ts';
import type { Seeds } from '../seeds/rows.ts';
import { assumptionChecks } from './checks/assumptions.ts';
import { capacityChecks } from './checks/capacity.ts';
import type { Check } from './checks/check.ts';
import { circularityChecks } from './checks/circularity.ts';
import { coverChecks } from './checks/cover.ts';
import { dealChecks } from './checks/deals.ts';
import { exposureChecks } from './checks/exposure.ts';
import { flowChecks } from './checks/flows.ts';
import { fundingChecks } from './checks/funding.ts';
import { sourceChecks } from './checks/sources.ts';
import { spendingChecks } from './checks/spending.ts';
import { timingChecks } from './checks/timing.ts';
import { valuationChecks } from './checks/valuation.ts';

/** In the order of the sheets. */
function checks(seeds: Seeds): Check[] {
  return [
    ...sourceChecks,
    ...coverChecks,
    ...assumptionChecks(seeds),
    ...dealChecks,
    ...timingChecks,
    ...capacityChecks,
    ...spendingChecks,
    ...fundingChecks,
    ...flowChecks(seeds),
    ...circularityChecks,
    ...exposureChecks,
    ...valuationChecks(seeds),
  ];
}

/** Every check as a row: what must hold, by how much it does not, and one cell for all. */
export function checksSheet(seeds: Seeds): SheetPlan {
  const sheet = new SheetPlan('Checks');
  const rows = checks(seeds);
  sheet.heading(
    'Checks',
    'What must hold whatever is typed. A failing check turns the light on every screen and in every export.',
  );
  const at = sheet.nextRow;
  sheet
    .place(at, 0, { ...label('Checks that fail'), strong: true })
    .place(at, 2, {
      ...formula('=COUNTA([check_rule:all])-COUNTIF([passes:all],TRUE)', 'count'),
      strong: true,
      named: { name: 'checks_failed', label: 'Checks that fail' },
    })
    .skip();
  sheet
    .place(at + 1, 0, label('Checks'))
    .place(at + 1, 2, {
      ...formula('=COUNTA([check_rule:all])', 'count'),
      named: { name: 'checks_count', label: 'Checks' },
    })
    .skip(2);
  sheet.table<Check>({
    records: rows,
    id: (check) => check.id,
    columns: [
      { key: 'check_rule', header: 'What must hold', width: 620, cell: (check) => label(check.rule) },
      { key: 'check_sheet', header: 'Sheet', width: 96, cell: (check) => label(check.sheet) },
      {
        key: 'difference',
        header: 'Difference',
        unit: 'see unit',
        width: 96,
        cell: (check) => ({ ...formula(check.difference, 'difference') }),
      },
      { key: 'check_unit', header: 'Unit', width: 96, cell: (check) => label(check.unit, 'unit') },
      {
        key: 'tolerance',
        header: 'Tolerance',
        unit: 'see unit',
        width: 96,
        cell: (check) =>
          input(check.tolerance, 'difference', {
            kind: 'assumption',
            sources: [],
            reason:
              check.tolerance === 0
                ? 'A count, a bound or a switch: no rounding is involved.'
                : 'Rounding of binary numbers in sums of figures of this size.',
          }),
      },
      {
        key: 'passes',
        header: 'Holds',
        unit: 'TRUE or FALSE',
        words: true,
        width: 104,
        cell: () => ({
          content: { formula: '=IF(ISNUMBER([difference]),ABS([difference])<=[tolerance],FALSE)' },
          role: 'check',
        }),
      },
    ],
  });
  const bottom = sheet.nextRow - 1;
  const top = bottom - rows.length + 1;
  sheet.nameRange({ top, left: 0, bottom, right: 0 }, { name: 'check_names', label: 'What must hold' });
  sheet.nameRange({ top, left: 2, bottom, right: 2 }, { name: 'check_differences', label: 'Differences' });
  sheet.nameRange({ top, left: 4, bottom, right: 4 }, { name: 'check_tolerances', label: 'Tolerances' });
  sheet.nameRange(
    { top, left: 5, bottom, right: 5 },
    { name: 'check_passes', label: 'Whether each check holds' },
  );
  sheet.frozenRows = top;
  sheet.frozenColumns = 1;
  return sheet;
}
