import { formula, input, label } from '../language/plan.ts';
import { SheetPlan } from '../language/sheet-plan.ts';
import type { Seeds } from '../seeds/rows.ts';

interface Check {
  readonly id: string;
  readonly sheet: string;
  /** What must hold, as a sentence. */
  readonly rule: string;
  /** By how much it fails: 0 when it holds. */
  readonly difference: string;
  readonly unit: string;
  readonly tolerance: number;
}

/** Rounding of sums of some hundred figures of the order of a thousand. */
const sumTolerance = 1e-9;

function checks(seeds: Seeds): Check[] {
  const scenarioCount = seeds.scenarios.length;
  return [
    {
      id: 'itemised',
      sheet: 'Sources',
      rule: 'The seed column of Deals adds up to what document B itemises',
      difference: '=SUM([Deals.value_seed:deals])-seed_itemised',
      unit: 'US$ bn',
      tolerance: sumTolerance,
    },
    {
      id: 'headline',
      sheet: 'Sources',
      rule: 'Itemised and unexplained add up to the headline of document B',
      difference: '=seed_itemised+seed_unexplained-[Deals.total_seed:headline_total]',
      unit: 'US$ bn',
      tolerance: sumTolerance,
    },
    {
      id: 'scenario',
      sheet: 'Cover',
      rule: 'The scenario switch names a scenario',
      difference: `=IF(ISNUMBER(scenario),0,1)`,
      unit: 'count',
      tolerance: 0,
    },
    {
      id: 'basis',
      sheet: 'Cover',
      rule: 'The basis switch names a basis',
      difference: '=IF(ISNUMBER(MATCH(basis_name,basis_names,0)),0,1)',
      unit: 'count',
      tolerance: 0,
    },
    {
      id: 'scenarios_distinct',
      sheet: 'Assumptions',
      rule: 'No two scenarios share a name',
      difference: `=${scenarioCount === 1 ? '0' : 'SUMPRODUCT(COUNTIF(scenario_names,scenario_names))-COUNTA(scenario_names)'}`,
      unit: 'count',
      tolerance: 0,
    },
    {
      id: 'bounds',
      sheet: 'Assumptions',
      rule: 'Every live driver lies between its low and its high',
      difference: '=SUM([Assumptions.outside:all])',
      unit: 'count',
      tolerance: 0,
    },
    {
      id: 'pattern',
      sheet: 'Assumptions',
      rule: 'The quarterly revenue pattern adds up to 1',
      difference: '=SUM(revenue_pattern)-1',
      unit: 'share',
      tolerance: sumTolerance,
    },
    {
      id: 'deal_basis',
      sheet: 'Deals',
      rule: 'Every deal’s own basis is global, Seed, Benchmark or User',
      difference: '=SUMPRODUCT(1-ISNUMBER(MATCH([Deals.own_basis:all],deal_basis_choices,0)))',
      unit: 'count',
      tolerance: 0,
    },
    {
      id: 'words',
      sheet: 'Deals',
      rule: 'Every live status and profile is one of its list',
      difference:
        '=SUMPRODUCT(1-ISNUMBER(MATCH([Deals.status:all],status_names,0)))+SUMPRODUCT(1-ISNUMBER(MATCH([Deals.profile:all],profile_names,0)))',
      unit: 'count',
      tolerance: 0,
    },
    {
      id: 'figures',
      sheet: 'Deals',
      rule: 'Every live value and capacity is a number that is not negative, or “not given”',
      difference:
        '=SUMPRODUCT((ISNUMBER([Deals.value:all])=FALSE)*([Deals.value:all]<>"not given"))+SUMPRODUCT((ISNUMBER([Deals.capacity:deals])=FALSE)*([Deals.capacity:deals]<>"not given"))+MAX(0,-MIN([Deals.value:all]))+MAX(0,-MIN([Deals.capacity:deals]))',
      unit: 'count',
      tolerance: 0,
    },
    {
      id: 'order',
      sheet: 'Deals',
      rule: 'Every deal ends after it starts',
      difference: '=SUMPRODUCT(([Deals.end_quarter:all]<=[Deals.start_quarter:all])*1)',
      unit: 'count',
      tolerance: 0,
    },
    {
      id: 'probability',
      sheet: 'Deals',
      rule: 'Every probability lies between 0 and 1',
      difference: '=MAX(0,MAX([Deals.probability:all])-1)+MAX(0,-MIN([Deals.probability:all]))',
      unit: 'probability',
      tolerance: 0,
    },
    {
      id: 'paid_share',
      sheet: 'Deals',
      rule: 'Every share paid by OpenAI lies between 0 and 1',
      difference: '=MAX(0,MAX([Deals.paid_share:all])-1)+MAX(0,-MIN([Deals.paid_share:all]))',
      unit: 'share',
      tolerance: 0,
    },
    {
      id: 'nested',
      sheet: 'Deals',
      rule: 'The shares of an inner deal add up to at most 1, and none is negative',
      difference: '=MAX(0,MAX([Deals.pair_share_sum:all])-1)+MAX(0,-MIN([Deals.pair_share:all]))',
      unit: 'share',
      tolerance: sumTolerance,
    },
    {
      id: 'weights',
      sheet: 'Timing',
      rule: 'The weights of every deal add up to 1 over all periods',
      difference: '=SUMPRODUCT(ABS([Timing.weight:all@total]-1))',
      unit: 'weight',
      tolerance: sumTolerance,
    },
    {
      id: 'weights_sign',
      sheet: 'Timing',
      rule: 'No weight is negative',
      difference: '=MAX(0,-MIN([Timing.weight:all@periods]))',
      unit: 'weight',
      tolerance: sumTolerance,
    },
    {
      id: 'complete',
      sheet: 'Spending',
      rule: 'Before, window and after add up to the value of every deal: gross and not certain together',
      difference:
        '=SUMPRODUCT(ABS([Spending.gross:all@total]+[Spending.uncertain:all@total]-[Deals.base:deals]))',
      unit: 'US$ bn',
      tolerance: sumTolerance,
    },
    {
      id: 'largest',
      sheet: 'Spending',
      rule: 'The largest deal is at most net, in every period',
      difference: '=MAX([Spending.below_largest@periods])',
      unit: 'US$ bn',
      tolerance: sumTolerance,
    },
    {
      id: 'gross',
      sheet: 'Spending',
      rule: 'Net is at most gross, in every period',
      difference: '=MAX([Spending.above_gross@periods])',
      unit: 'US$ bn',
      tolerance: sumTolerance,
    },
    {
      id: 'layers',
      sheet: 'Spending',
      rule: 'The layers add up to net',
      difference: '=[Spending.layer_total@total]-[Spending.net_total@total]',
      unit: 'US$ bn',
      tolerance: sumTolerance,
    },
    {
      id: 'years',
      sheet: 'Spending',
      rule: 'The four years add up to the sixteen quarters',
      difference: '=SUM([Spending.net_total@years])-SUM([Spending.net_total@quarters])',
      unit: 'US$ bn',
      tolerance: sumTolerance,
    },
    {
      id: 'bridge',
      sheet: 'Spending',
      rule: 'The bridge from itemised to probable closes',
      difference:
        '=announced_itemised+SUM([Deals.derived:deals])-[Spending.uncertain_total@total]-[Spending.overlap_total@total]-[Spending.net_total@before]-[Spending.net_total@after]-probable_by_2028',
      unit: 'US$ bn',
      tolerance: sumTolerance,
    },
    {
      id: 'market',
      sheet: 'Spending',
      rule: 'The market’s quarters add up to its total',
      difference: '=[Spending.market@window]-market_total',
      unit: 'US$ bn',
      tolerance: sumTolerance,
    },
    {
      id: 'credit',
      sheet: 'Spending',
      rule: 'Private credit’s quarters add up to its total, which is at most the market',
      difference:
        '=ABS([Spending.market_credit@window]-private_credit_total)+MAX(0,private_credit_total-market_total)',
      unit: 'US$ bn',
      tolerance: sumTolerance,
    },
    {
      id: 'parties',
      sheet: 'Spending',
      rule: 'The parties together are paid what the deals cost',
      difference:
        '=SUM([Spending.party_paid:all@window])+SUM([Spending.party_paid_by_others:all@window])-[Spending.gross_total@window]',
      unit: 'US$ bn',
      tolerance: sumTolerance,
    },
    {
      id: 'party_funds',
      sheet: 'Spending',
      rule: 'The parties together put in what OpenAI receives from counterparties',
      difference: '=SUM([Spending.party_funds:all@window])-vendor_funding',
      unit: 'US$ bn',
      tolerance: sumTolerance,
    },
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
      { key: 'check_rule', header: 'What must hold', width: 560, cell: (check) => label(check.rule) },
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
