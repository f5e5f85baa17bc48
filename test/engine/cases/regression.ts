import { error, excel, recalculated, type CaseFamily } from './excel-case.ts';

/** Microsoft's notes on how Office calculates what ISO/IEC 29500 leaves open. */
const notes = (section: string) => `[MS-OI29500] ${section}`;
const linest = notes('2.1.985, LINEST');
/** By hand: the numbers are chosen so. */
const computed = 'the definition, with 40 digits';
const closed = 'closed form';
const gaveUp = 'it gives up on collinear variables';

const columns = [
  'Series!A1:A11',
  'Series!B1:B11',
  'Series!C1:C11',
  'Series!D1:D11',
  'Series!B1:C11',
  'Series!B1:D11',
  'Series!A1:A10',
  'Series!B1:B3',
];
const flags = ['TRUE', 'FALSE'];
const known = ['Series!A1:A11', 'Series!B1:B11', 'Series!C1:C11'];

export const regression: CaseFamily = {
  cases: [
    ['=INDEX(LINEST({1,9,5,7},{0,4,2,3}),1)', 2, closed],
    ['=INDEX(LINEST({1,9,5,7},{0,4,2,3}),2)', 1, closed],
    ['=INDEX(LINEST({1,9,5,7},{0,4,2,3},FALSE),1)', 67 / 29, closed],
    ['=INDEX(LINEST({1,9,5,7},{0,4,2,3},FALSE),2)', 0, linest],
    ['=INDEX(LINEST({1,9,5,7},{0,4,2,3.5},FALSE,TRUE),2,2)', error('#N/A'), linest],
    ['=INDEX(LINEST({1,9,5,7},{0,4,2,3.5},,TRUE),3,1)', 0.9823041474654378, computed],
    ['=INDEX(LINEST({1;2;4;3}),1)', 0.8, closed],
    ['=LINEST({1;2;3},{1;2})', error('#REF!'), linest],
    ['=LINEST({1;2;3},{1,2,3})', error('#REF!'), linest],
    ['=LINEST(Data!B1:B5,Data!A1:A5)', error('#VALUE!'), recalculated],
    ['=LINEST(Data!F1:F5,Data!A1:A5)', error('#VALUE!'), recalculated],
    // The second variable is twice the first; it has no coefficient and no error, and takes no degree of freedom.
    ['=INDEX(LINEST({1;9;5;8},{0,0;4,8;2,4;3,6},TRUE,TRUE),1,1)', 0, linest, gaveUp],
    ['=INDEX(LINEST({1;9;5;8},{0,0;4,8;2,4;3,6},TRUE,TRUE),2,1)', 0, linest, gaveUp],
    ['=INDEX(LINEST({1;9;5;8},{0,0;4,8;2,4;3,6},TRUE,TRUE),1,2)', 73 / 35, linest, gaveUp],
    ['=INDEX(LINEST({1;9;5;8},{0,0;4,8;2,4;3,6},TRUE,TRUE),4,2)', 2, linest, gaveUp],
    ['=INDEX(LINEST({1;2;6},{5;5;5}),1)', 0, linest, gaveUp],
    ['=INDEX(LINEST({1;2;6},{5;5;5}),2)', 3, linest, gaveUp],
    ['=INDEX(LINEST({2;5;10;17},{1;2;3;4}^{1,2}),1)', 1, closed],
    ['=INDEX(LINEST({1;2},{1;2},TRUE,TRUE),4,2)', 0, closed],
    ['=INDEX(LOGEST({6,12,24},{1,2,3}),1)', 2, closed],
    ['=INDEX(LOGEST({6,12,24},{1,2,3}),2)', 3, closed],
    ['=LOGEST({1;0;2})', error('#NUM!'), recalculated],
    ['=TREND({1,9,5,7},{0,4,2,3},6)', 13, closed],
    ['=SUM(TREND({1,9,5,7},{0,4,2,3},{5,6}))', 24, closed],
    ['=SUM(TREND({1;9;5;7},{0;4;2;3}))', 22, closed],
    ['=TREND({3;5;7},,4)', 9, closed],
    ['=TREND({3;5;7},{1;2;3},4,FALSE)', 4 * (34 / 14), closed],
    ['=INDEX(TREND({1;4;2;7},{1,1;2,3;3,1;4,4},{5,5;6,6}),2)', 468 / 43, closed],
    ['=TREND({1;4;2;7},{1,1;2,3;3,1;4,4},{5;6})', error('#REF!'), linest],
    ['=GROWTH({6,12,24},{1,2,3},5)', 96, closed],
    ['=SUM(GROWTH({6;12;24}))', 42, closed],
    ['=GROWTH({6,-12,24},{1,2,3},5)', error('#NUM!'), excel('GROWTH function')],
    ['=GROWTH({6,12,0},{1,2,3},5)', error('#NUM!'), excel('GROWTH function')],
  ],
  grids: [
    { call: 'INDEX(LINEST(#,#,#,FALSE),1,#)', arguments: [known, columns, flags, ['1', '2']] },
    {
      call: 'INDEX(LINEST(Series!A1:A11,#,#,TRUE),#,#)',
      arguments: [
        ['Series!B1:B11', 'Series!B1:C11', 'Series!B1:D11'],
        flags,
        ['1', '2', '3', '4', '5'],
        ['1', '2', '3', '4'],
      ],
    },
    {
      call: 'INDEX(LINEST({1,9,5,7},#,#,TRUE),#,#)',
      arguments: [
        ['{0,4,2,3.5}', '{0,4,2,3;1,1,2,5}', ''],
        flags,
        ['1', '2', '3', '4', '5'],
        ['1', '2', '3'],
      ],
      except: [[/1,1,2,5},TRUE,TRUE\),4,1/, 'it divides by what rounding leaves of an exact fit']],
    },
    {
      call: 'INDEX(LOGEST(#,#,#,TRUE),#,#)',
      arguments: [
        known,
        ['Series!B1:B11', 'Series!B1:C11', ''],
        flags,
        ['1', '2', '3', '4', '5'],
        ['1', '2', '3'],
      ],
    },
    {
      call: 'INDEX(TREND(#,#,#,#),#)',
      arguments: [
        known,
        columns,
        ['{1;2.5;30}', '{5,6}', 'Series!B2:C4', 'Series!B1:D3', ''],
        flags,
        ['1', '2'],
      ],
    },
    {
      call: 'INDEX(GROWTH(#,#,#,#),#)',
      arguments: [
        known,
        ['Series!B1:B11', 'Series!C1:D11', ''],
        ['{1;2.5;30}', '{5,6}', 'Series!B2:C4', ''],
        flags,
        ['1', '2'],
      ],
    },
    {
      call: 'SUM(TREND({1,9,5,7},#,#,#))',
      arguments: [['{0,4,2,3}', '{0,4,2,3;1,1,2,5}', ''], ['{1,2,3}', '{1,2;3,4}', '{1;2}', ''], flags],
    },
  ],
  sheets: {
    // Sales, and three things they may depend on.
    Series: [
      [142_000, 2310, 2, 20],
      [144_000, 2333, 2, 12],
      [151_000, 2356, 3, 33],
      [150_000, 2379, 3, 43],
      [139_000, 2402, 2, 53],
      [169_000, 2425, 4, 23],
      [126_000, 2448, 2, 99],
      [142_900, 2471, 2, 34],
      [163_000, 2494, 3, 23],
      [169_000, 2517, 4, 55],
      [149_000, 2540, 2, 22],
    ],
  },
};
