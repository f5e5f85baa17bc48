import type { Seeds } from '../../seeds/rows.ts';
import { sumTolerance, type Check } from './check.ts';

/** The drivers and series are usable. */
export function assumptionChecks(seeds: Seeds): readonly Check[] {
  return [
    {
      id: 'scenarios_distinct',
      sheet: 'Assumptions',
      rule: 'No two scenarios share a name',
      difference: `=${seeds.scenarios.length === 1 ? '0' : 'SUMPRODUCT(COUNTIF(scenario_names,scenario_names))-COUNTA(scenario_names)'}`,
      unit: 'count',
      tolerance: 0,
    },
    {
      id: 'bounds',
      sheet: 'Assumptions',
      rule: 'Every driver lies between its low and its high, in every scenario, and so do the series',
      difference:
        '=SUM([Assumptions.outside:all])+SUM([Assumptions.series_outside_year:all])+SUM([Assumptions.series_outside_quarter:all])',
      unit: 'count',
      tolerance: 0,
    },
    {
      id: 'other_bounds',
      sheet: 'Assumptions',
      rule: 'The sizes of parties, the shares of chips and the nested shares lie between their low and their high',
      difference:
        '=SUM([Assumptions.party_outside:all])+SUM([Assumptions.chip_outside:all])+SUM([Deals.pair_outside:all])',
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
  ];
}
