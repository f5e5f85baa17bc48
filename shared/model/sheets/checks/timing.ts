import { sumTolerance, type Check } from './check.ts';

/** Every deal is spread over time exactly once. */
export const timingChecks: readonly Check[] = [
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
];
