/** Formulas at Excel's limits of length and depth, and beyond what the engine calculates. */

const nested = (levels: number, before: string, middle: string, after: string): string =>
  `=${before.repeat(levels)}${middle}${after.repeat(levels)}`;

/** Each reads 1 in the cell C1, of which `one` is the name. */
export const longFormulas: readonly (readonly [name: string, formula: string, value: number | string])[] = [
  ['1500 terms', `=${Array(1500).fill('C1').join('+')}`, 1500],
  ['4000 terms', `=${Array(4000).fill('1').join('+')}`, 4000],
  ['a chain of differences', `=${Array(1001).fill('C1').join('-')}`, -999],
  ['2000 joined texts', `=${Array(2000).fill('"a"').join('&')}`, 'a'.repeat(2000)],
  ['1500 terms of a name', `=${Array(1500).fill('one').join('+')}`, 1500],
  ['120 functions of a name', nested(120, 'IF(one>5,0,', 'one', ')'), 1],
  ['1500 powers', `=C1${'^1'.repeat(1500)}`, 1],
  [
    'long chains in brackets',
    `=SUM(2*(${Array(500).fill('C1').join('+')}),${Array(100).fill('C1').join('*')})`,
    1001,
  ],
  ['200 brackets', nested(200, '(', 'C1', ')'), 1],
  ['64 functions', nested(64, 'ABS(', 'C1', ')'), 1],
  ['64 functions of ranges', nested(32, 'SUM(0,IFERROR(', 'C1:C1', ',0))'), 1],
  ['64 functions with brackets', nested(64, 'IF((C1>5),0,(', 'C1', '))'), 1],
  ['64 functions in sums', nested(64, 'IF(C1>5,0,1+', 'C1', ')'), 65],
  ['120 functions', nested(120, 'IF(C1>5,0,', 'C1', ')'), 1],
  ['signs in brackets', nested(19, '-'.repeat(12) + '(', 'C1', ')'), 1],
];

export const refusedFormulas: readonly (readonly [name: string, formula: string])[] = [
  ['1300 functions', nested(1300, 'IF(C1>5,0,', 'C1', ')')],
  ['1000 brackets', nested(1000, '(', 'C1', ')')],
  ['3000 open brackets', `=${'('.repeat(3000)}1`],
  ['500 signs', `=${'-'.repeat(500)}C1`],
];
