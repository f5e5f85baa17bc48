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
    ['=INDEX(LINEST({1,9,5,7},{0,4,2,3}),1)', 2, excel('LINEST function')],
    ['=INDEX(LINEST({1,9,5,7},{0,4,2,3}),2)', 1, excel('LINEST function')],
    ['=INDEX(LINEST({1;9;5;7},{0;4;2;3},,FALSE),2)', 1, excel('LINEST function')],
    ['=SUM(LINEST({3100;4500;4400;5400;7500;8100},{1;2;3;4;5;6})*{9,1})', 11_000, excel('LINEST function')],
    [
      '=ROUND(INDEX(LINEST(Offices!E1:E11,Offices!A1:D11,TRUE,TRUE),1,1),7)',
      -234.2371645,
      excel('LINEST function'),
    ],
    [
      '=ROUND(INDEX(LINEST(Offices!E1:E11,Offices!A1:D11,TRUE,TRUE),1,2),5)',
      2553.21066,
      excel('LINEST function'),
    ],
    [
      '=ROUND(INDEX(LINEST(Offices!E1:E11,Offices!A1:D11,TRUE,TRUE),1,3),5)',
      12_529.76817,
      excel('LINEST function'),
    ],
    [
      '=ROUND(INDEX(LINEST(Offices!E1:E11,Offices!A1:D11,TRUE,TRUE),1,4),8)',
      27.64138737,
      excel('LINEST function'),
    ],
    [
      '=ROUND(INDEX(LINEST(Offices!E1:E11,Offices!A1:D11,TRUE,TRUE),1,5),5)',
      52_317.83051,
      excel('LINEST function'),
    ],
    [
      '=ROUND(INDEX(LINEST(Offices!E1:E11,Offices!A1:D11,TRUE,TRUE),2,1),8)',
      13.26801148,
      excel('LINEST function'),
    ],
    [
      '=ROUND(INDEX(LINEST(Offices!E1:E11,Offices!A1:D11,TRUE,TRUE),3,1),9)',
      0.996747993,
      excel('LINEST function'),
    ],
    [
      '=ROUND(INDEX(LINEST(Offices!E1:E11,Offices!A1:D11,TRUE,TRUE),4,1),7)',
      459.7536742,
      excel('LINEST function'),
    ],
    ['=ROUND(INDEX(LINEST(Offices!E1:E11,Offices!A1:D11,TRUE,TRUE),4,2),0)', 6, excel('LINEST function')],
    [
      '=ROUND(INDEX(LINEST(Offices!E1:E11,Offices!A1:D11,TRUE,TRUE),5,1),0)',
      1_732_393_319,
      excel('LINEST function'),
    ],
    [
      '=ROUND(ABS(INDEX(LINEST(Offices!E1:E11,Offices!A1:D11,TRUE,TRUE),1,1)/INDEX(LINEST(Offices!E1:E11,Offices!A1:D11,TRUE,TRUE),2,1)),1)',
      17.7,
      excel('LINEST function'),
    ],
    [
      '=ROUND(ABS(INDEX(LINEST(Offices!E1:E11,Offices!A1:D11,TRUE,TRUE),1,2)/INDEX(LINEST(Offices!E1:E11,Offices!A1:D11,TRUE,TRUE),2,2)),1)',
      4.8,
      excel('LINEST function'),
    ],
    [
      '=ROUND(ABS(INDEX(LINEST(Offices!E1:E11,Offices!A1:D11,TRUE,TRUE),1,3)/INDEX(LINEST(Offices!E1:E11,Offices!A1:D11,TRUE,TRUE),2,3)),1)',
      31.3,
      excel('LINEST function'),
    ],
    [
      '=ROUND(ABS(INDEX(LINEST(Offices!E1:E11,Offices!A1:D11,TRUE,TRUE),1,4)/INDEX(LINEST(Offices!E1:E11,Offices!A1:D11,TRUE,TRUE),2,4)),1)',
      5.1,
      excel('LINEST function'),
    ],
    ['=INDEX(LINEST({0;0;0},{1;1;1}),1)', 0, excel('LINEST function'), gaveUp],
    ['=SLOPE({0;0;0},{1;1;1})', error('#DIV/0!'), excel('LINEST function')],
    ['=INTERCEPT({0;0;0},{1;1;1})', error('#DIV/0!'), excel('LINEST function')],
    ['=ROUND(INDEX(LINEST({2;9;28;65},{1;2;3;4}^COLUMN($A:$C)),1),9)', 1, excel('LINEST function')],
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
    [
      '=ROUND(INDEX(LOGEST({33100;47300;69000;102000;150000;220000},{11;12;13;14;15;16},TRUE,FALSE),1),4)',
      1.4633,
      excel('LOGEST function'),
    ],
    [
      '=ROUND(INDEX(LOGEST({33100;47300;69000;102000;150000;220000},{11;12;13;14;15;16},TRUE,FALSE),2),4)',
      495.3048,
      excel('LOGEST function'),
    ],
    [
      '=ROUND(INDEX(LOGEST({33100;47300;69000;102000;150000;220000},{11;12;13;14;15;16},TRUE,TRUE),1,1),4)',
      1.4633,
      excel('LOGEST function'),
    ],
    ['=LOGEST({1;0;2})', error('#NUM!'), recalculated],
    ['=TREND({1,9,5,7},{0,4,2,3},6)', 13, closed],
    ['=SUM(TREND({1,9,5,7},{0,4,2,3},{5,6}))', 24, closed],
    ['=SUM(TREND({1;9;5;7},{0;4;2;3}))', 22, closed],
    [
      '=ROUND(INDEX(TREND({133890;135000;135790;137300;138130;139100;139900;141120;141890;143230;144000;145290},{1;2;3;4;5;6;7;8;9;10;11;12}),1),0)',
      133953,
      excel('TREND function'),
    ],
    [
      '=ROUND(INDEX(TREND({133890;135000;135790;137300;138130;139100;139900;141120;141890;143230;144000;145290},{1;2;3;4;5;6;7;8;9;10;11;12}),2),0)',
      134972,
      excel('TREND function'),
    ],
    [
      '=ROUND(INDEX(TREND({133890;135000;135790;137300;138130;139100;139900;141120;141890;143230;144000;145290},{1;2;3;4;5;6;7;8;9;10;11;12}),8),0)',
      141081,
      excel('TREND function'),
    ],
    [
      '=ROUND(INDEX(TREND({133890;135000;135790;137300;138130;139100;139900;141120;141890;143230;144000;145290},{1;2;3;4;5;6;7;8;9;10;11;12}),12),0)',
      145153,
      excel('TREND function'),
    ],
    [
      '=ROUND(INDEX(TREND({133890;135000;135790;137300;138130;139100;139900;141120;141890;143230;144000;145290},{1;2;3;4;5;6;7;8;9;10;11;12},{13;14;15;16;17}),1),0)',
      146172,
      excel('TREND function'),
    ],
    [
      '=ROUND(INDEX(TREND({133890;135000;135790;137300;138130;139100;139900;141120;141890;143230;144000;145290},{1;2;3;4;5;6;7;8;9;10;11;12},{13;14;15;16;17}),2),0)',
      147190,
      excel('TREND function'),
    ],
    [
      '=ROUND(INDEX(TREND({133890;135000;135790;137300;138130;139100;139900;141120;141890;143230;144000;145290},{1;2;3;4;5;6;7;8;9;10;11;12},{13;14;15;16;17}),3),0)',
      148208,
      excel('TREND function'),
    ],
    [
      '=ROUND(INDEX(TREND({133890;135000;135790;137300;138130;139100;139900;141120;141890;143230;144000;145290},{1;2;3;4;5;6;7;8;9;10;11;12},{13;14;15;16;17}),4),0)',
      149226,
      excel('TREND function'),
    ],
    [
      '=ROUND(INDEX(TREND({133890;135000;135790;137300;138130;139100;139900;141120;141890;143230;144000;145290},{1;2;3;4;5;6;7;8;9;10;11;12},{13;14;15;16;17}),5),0)',
      150244,
      excel('TREND function'),
    ],
    ['=TREND({3;5;7},,4)', 9, closed],
    ['=TREND({3;5;7},{1;2;3},4,FALSE)', 4 * (34 / 14), closed],
    ['=INDEX(TREND({1;4;2;7},{1,1;2,3;3,1;4,4},{5,5;6,6}),2)', 468 / 43, closed],
    ['=TREND({1;4;2;7},{1,1;2,3;3,1;4,4},{5;6})', error('#REF!'), linest],
    ['=GROWTH({6,12,24},{1,2,3},5)', 96, closed],
    [
      '=ROUND(INDEX(GROWTH({33100;47300;69000;102000;150000;220000},{11;12;13;14;15;16}),1),0)',
      32618,
      excel('GROWTH function'),
    ],
    [
      '=ROUND(INDEX(GROWTH({33100;47300;69000;102000;150000;220000},{11;12;13;14;15;16}),2),0)',
      47729,
      excel('GROWTH function'),
    ],
    [
      '=ROUND(INDEX(GROWTH({33100;47300;69000;102000;150000;220000},{11;12;13;14;15;16}),3),0)',
      69841,
      excel('GROWTH function'),
    ],
    [
      '=ROUND(INDEX(GROWTH({33100;47300;69000;102000;150000;220000},{11;12;13;14;15;16}),4),0)',
      102197,
      excel('GROWTH function'),
    ],
    [
      '=ROUND(INDEX(GROWTH({33100;47300;69000;102000;150000;220000},{11;12;13;14;15;16}),5),0)',
      149542,
      excel('GROWTH function'),
    ],
    [
      '=ROUND(INDEX(GROWTH({33100;47300;69000;102000;150000;220000},{11;12;13;14;15;16}),6),0)',
      218822,
      excel('GROWTH function'),
    ],
    [
      '=ROUND(INDEX(GROWTH({33100;47300;69000;102000;150000;220000},{11;12;13;14;15;16},{17;18}),1),0)',
      320197,
      excel('GROWTH function'),
    ],
    [
      '=ROUND(INDEX(GROWTH({33100;47300;69000;102000;150000;220000},{11;12;13;14;15;16},{17;18}),2),0)',
      468536,
      excel('GROWTH function'),
    ],
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
    // Floor space, offices, entrances, age and value of buildings, the example of Microsoft's page of LINEST.
    Offices: [
      [2310, 2, 2, 20, 142_000],
      [2333, 2, 2, 12, 144_000],
      [2356, 3, 1.5, 33, 151_000],
      [2379, 3, 2, 43, 150_000],
      [2402, 2, 3, 53, 139_000],
      [2425, 4, 2, 23, 169_000],
      [2448, 2, 1.5, 99, 126_000],
      [2471, 2, 2, 34, 142_900],
      [2494, 3, 3, 23, 163_000],
      [2517, 4, 4, 55, 169_000],
      [2540, 2, 3, 22, 149_000],
    ],
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
