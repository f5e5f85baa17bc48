import { sumTolerance, type Check } from './check.ts';

/** The live terms of the deals are usable. */
export const dealChecks: readonly Check[] = [
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
    rule: 'Every live status, profile and measure of power is one of its list',
    difference:
      '=SUMPRODUCT(1-ISNUMBER(MATCH([Deals.status:all],status_names,0)))+SUMPRODUCT(1-ISNUMBER(MATCH([Deals.profile:all],profile_names,0)))+SUMPRODUCT(1-ISNUMBER(MATCH([Deals.power_measure:deals],power_measures,0)))',
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
    id: 'totals',
    sheet: 'Deals',
    rule: 'Every live total is a number',
    difference: '=SUMPRODUCT(1-ISNUMBER([Deals.total:all]))',
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
];
