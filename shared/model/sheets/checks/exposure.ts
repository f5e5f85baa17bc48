import { shocks } from '../exposure/stress.ts';
import { sumTolerance, type Check } from './check.ts';

const runs = shocks.map(({ id }) => id);
const over = (template: (run: string) => string) => runs.map(template).join('+');
const missing = (run: string) => `SUM([Exposure.${run}_shortfall:all])`;

/** Clearing, losses and concentration keep to what their methods promise. */
export const exposureChecks: readonly Check[] = [
  {
    id: 'clearing_bounds',
    sheet: 'Exposure',
    rule: 'Nobody pays less than nothing or more than it owes, in any stress',
    difference: `=${over((run) => `MAX(0,-MIN([Exposure.${run}_paid:all]))+MAX(0,-MIN([Exposure.${run}_shortfall:all]))`)}`,
    unit: 'US$ bn',
    tolerance: sumTolerance,
  },
  {
    id: 'clearing_equity',
    sheet: 'Exposure',
    rule: 'What a party has and receives is what it pays and keeps, and it keeps nothing while it owes',
    difference: `=${over(
      (run) =>
        `SUMPRODUCT(ABS([Exposure.${run}_assets:all]+[Exposure.${run}_received:all]-[Exposure.${run}_paid:all]-[Exposure.${run}_equity:all]))+SUMPRODUCT([Exposure.${run}_equity:all],[Exposure.${run}_default:all])`,
    )}`,
    unit: 'US$ bn',
    // A default is a shortfall of more than a millionth; below it something may be kept.
    tolerance: 1e-6,
  },
  {
    id: 'clearing_none',
    sheet: 'Exposure',
    rule: 'No shock, no loss',
    difference: `=${missing('none')}`,
    unit: 'US$ bn',
    tolerance: sumTolerance,
  },
  {
    id: 'clearing_order',
    sheet: 'Exposure',
    rule: 'A larger shock never loses less',
    difference: `=MAX(0,${missing('none')}-${missing('scenario')})+MAX(0,${missing('scenario')}-${missing('double')})`,
    unit: 'US$ bn',
    tolerance: sumTolerance,
  },
  {
    id: 'clearing_residual',
    sheet: 'Exposure',
    rule: 'One more round of clearing would change nothing',
    difference: `=${over((run) => `SUMPRODUCT(ABS([Exposure.${run}_residual:all]))`)}`,
    unit: 'US$ bn',
    tolerance: sumTolerance,
  },
  {
    id: 'credit_parts',
    sheet: 'Exposure',
    rule: 'What private credit lends to OpenAI and the project is at most what it lends to all',
    difference: '=MAX(0,[Exposure.credit_openai@value]-private_credit_exposure)',
    unit: 'US$ bn',
    tolerance: 0,
  },
  {
    id: 'concentration',
    sheet: 'Exposure',
    rule: 'The shares of every layer add up to 1',
    difference: `=${['cloud', 'silicon', 'data_center']
      .flatMap((layer) =>
        ['value', 'power'].map((measure) => `ABS(SUM([Exposure.${layer}_${measure}_share:all])-1)`),
      )
      .join('+')}`,
    unit: 'share',
    tolerance: sumTolerance,
  },
  {
    id: 'distress',
    sheet: 'Exposure',
    rule: 'Distress lies between 0 and 1',
    difference:
      '=MAX(0,MAX([Exposure.failure_distress:all@all])-1)+MAX(0,-MIN([Exposure.failure_distress:all@all]))',
    unit: 'share',
    tolerance: sumTolerance,
  },
];
