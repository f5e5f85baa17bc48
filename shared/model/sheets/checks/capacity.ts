import { sumTolerance, type Check } from './check.ts';

/** No GW is lost or counted twice on the way from announced to delivered. */
export const capacityChecks: readonly Check[] = [
  {
    id: 'capacity_complete',
    sheet: 'Capacity',
    rule: 'Delivered, not energised, counted twice and not probable add up to the announced GW of every deal',
    difference:
      '=SUMPRODUCT(ABS([Capacity.delivered:all@total]+[Capacity.not_energised:all@total]+([Capacity.gross:all@total]-[Capacity.net:all@total])+[Capacity.uncertain:all@total]-[Capacity.announced:all@total]))+ABS(SUM([Capacity.announced:all@total])-SUM([Deals.facility:deals]))',
    unit: 'GW',
    tolerance: sumTolerance,
  },
  {
    id: 'capacity_periods',
    sheet: 'Capacity',
    rule: 'What is delivered before, in and after the window adds up to the last level',
    difference: '=[Capacity.delivered_total@total]-[Capacity.delivered_level@after]',
    unit: 'GW',
    tolerance: sumTolerance,
  },
  {
    id: 'capacity_largest',
    sheet: 'Capacity',
    rule: 'The GW of the largest deal are at most net, in every period',
    difference: '=MAX([Capacity.below_largest@periods])',
    unit: 'GW',
    tolerance: sumTolerance,
  },
  {
    id: 'capacity_gross',
    sheet: 'Capacity',
    rule: 'Net GW are at most gross, in every period',
    difference: '=MAX([Capacity.above_gross@periods])',
    unit: 'GW',
    tolerance: sumTolerance,
  },
  {
    id: 'capacity_rises',
    sheet: 'Capacity',
    rule: 'Delivered capacity never falls',
    difference: '=MAX(0,-MIN([Capacity.delivered_total@periods]))',
    unit: 'GW',
    tolerance: sumTolerance,
  },
  {
    id: 'capacity_bridge',
    sheet: 'Capacity',
    rule: 'The bridge from announced to delivered GW closes',
    difference:
      '=gw_announced-[Capacity.uncertain_total@total]-[Capacity.overlap_total@total]-[Capacity.not_energised_total@total]-[Capacity.delivered_total@after]-gw_delivered_2028',
    unit: 'GW',
    tolerance: sumTolerance,
  },
  {
    id: 'capital_weights',
    sheet: 'Capacity',
    rule: 'The capital of every deal is spent once: its weights add up to 1, and none is negative',
    difference:
      '=SUMPRODUCT(ABS([Capacity.capital_weight:all@total]-1))+MAX(0,-MIN([Capacity.capital_weight:all@periods]))',
    unit: 'weight',
    tolerance: sumTolerance,
  },
];
