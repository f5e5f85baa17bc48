import { shownRounds } from '../../methods/input-output.ts';
import { peelOrders } from '../circularity/cycles.ts';
import { sumTolerance, type Check } from './check.ts';

/** Each order of peeling takes nothing that is not there and leaves no listed cycle. */
const peeling = peelOrders.flatMap(({ prefix, heading }): Check[] => {
  const own = { sheet: 'Circularity', unit: 'US$ bn', tolerance: sumTolerance };
  const block = (key: string) => `[Circularity.${prefix}${key}]`;
  return [
    {
      ...own,
      id: `${prefix}net`,
      rule: `${heading}peeling leaves what each party pays less what it receives`,
      difference: `=SUMPRODUCT(ABS(${block('net_residual:all')}-${block('net:all')}))`,
    },
    {
      ...own,
      id: `${prefix}residual`,
      rule: `${heading}no cycle takes more than there is`,
      difference: `=MAX(0,-MIN(${block('residual:all@all')}))`,
    },
    {
      ...own,
      id: `${prefix}left`,
      rule: `${heading}nothing is left to peel in any listed cycle`,
      difference: `=MAX(${block('left_over:all')})`,
    },
  ];
});

/** What each party gets in the last round that is shown. */
const lastRound = `[Circularity.round:all@round_${shownRounds}]`;

/** Circles take only what flows, and the inverse, the rounds and the flows agree. */
export const circularityChecks: readonly Check[] = [
  ...peeling,
  {
    id: 'cycling',
    sheet: 'Circularity',
    rule: 'Finn’s cycling index lies between 0 and 1',
    difference: '=MAX(0,finn_index-1)+MAX(0,-finn_index)',
    unit: 'share',
    tolerance: sumTolerance,
  },
  {
    id: 'inverse',
    sheet: 'Circularity',
    rule: 'The inverse gives what flows through each party',
    difference: '=SUMPRODUCT(ABS([Circularity.unsolved:all]))',
    unit: 'US$ bn',
    tolerance: sumTolerance,
  },
  {
    id: 'rounds',
    sheet: 'Circularity',
    rule: 'The rounds, and what the inverse says of later ones, are all that flows through the parties',
    difference: `=SUM([Circularity.later_rounds:all])-(SUMPRODUCT(${lastRound}*[Circularity.inverse:all@all])-SUM(${lastRound}))`,
    unit: 'US$ bn',
    tolerance: sumTolerance,
  },
];
