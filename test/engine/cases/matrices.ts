import { error, excel, recalculated, type CaseFamily } from './excel-case.ts';

const sequence = 'MESCIUS documentation of SEQUENCE, which follows that of Excel';
const noSuchFunction = 'has no such function';

const squares = [
  '{1,2;3,4}',
  '{4,-1;2,0}',
  '{0,1;1,0}',
  '{2,1,1;1,3,2;1,0,0}',
  '{1,2,3;0,1,4;5,6,0}',
  '{1,0.5,0.25;0.5,0.33,0.2;0.25,0.2,0.17}',
  '{0.001,1000;1,-7}',
  '{1,2;2,4}',
  '{1,2,3;4,5,6}',
  '{1,"a";2,3}',
  'Data!A1:B2',
  '{1E-10,2;3,1E10}',
];
const factors = [
  '{1,2;3,4}',
  '{1,2}',
  '{1;2}',
  '{1,2,3;4,5,6}',
  '{1;2;3}',
  '5',
  'Data!A1:A2',
  'Data!A1:B2',
  'Data!F1:F2',
];

export const matrices: CaseFamily = {
  cases: [
    ['=INDEX(MMULT({1,3;7,2},{2,0;0,2}),2,1)', 14, recalculated],
    ['=MMULT({1,2},{1,2})', error('#VALUE!'), recalculated],
    ['=MMULT({1,2},{1;2})', 5, recalculated],
    ['=MMULT({1,"a"},{1;2})', error('#VALUE!'), recalculated],
    ['=MMULT(Data!F1:F2,Data!A1:B1)', error('#VALUE!'), recalculated],
    ['=MMULT(2,3)', 6, recalculated],
    ['=INDEX(TRANSPOSE({1,2;3,4}),1,2)', 3, recalculated],
    ['=INDEX(TRANSPOSE(Data!A1:B3),2,3)', 'c', recalculated],
    ['=MDETERM({1,2,3;4,5,6;7,8,9})', 0, recalculated],
    ['=MDETERM(5)', 5, recalculated],
    ['=MDETERM({1,3,8,5;1,3,6,1;1,1,1,0;7,3,10,2})', 88, excel('MDETERM function')],
    ['=MDETERM({3,6,1;1,1,0;3,10,2})', 1, excel('MDETERM function')],
    ['=MDETERM({3,6;1,1})', -3, excel('MDETERM function')],
    ['=MDETERM({1,3,8,5;1,3,6,1})', error('#VALUE!'), excel('MDETERM function')],
    ['=MDETERM({1,2})', error('#VALUE!'), recalculated],
    ['=MDETERM({1E-20,0;0,1})', 1e-20, recalculated],
    ['=MDETERM({1E150,0;0,1E-160})', 9.999999999999999e-11, recalculated],
    ['=INDEX(MINVERSE({1E-20,0;0,1}),1,1)', 100000000000000000000, recalculated],
    ['=INDEX(MINVERSE({1E-200,0;0,1E-200}),1,1)', 1e200, 'closed form', 'takes its determinant for 0'],
    ['=INDEX(MINVERSE({1E9,1;1,1E-8}),1,1)', 1.111111111111111e-9, recalculated],
    ['=INDEX(MINVERSE({0,1;1,0}),1,2)', 1, recalculated],
    ['=MINVERSE({1,2,3;4,5,6;7,8,9})', error('#NUM!'), recalculated],
    ['=MINVERSE({1,2,3;4,5,6})', error('#VALUE!'), recalculated],
    ['=SUM(MUNIT(3))', 3, recalculated],
    ['=INDEX(MUNIT(3),2,2)', 1, recalculated],
    ['=INDEX(MUNIT(3),2,3)', 0, recalculated],
    ['=MUNIT(0)', error('#VALUE!'), excel('MUNIT function')],
    ['=SUM(SEQUENCE(4,5))', 210, sequence, noSuchFunction],
    ['=INDEX(SEQUENCE(2,2,10,-3),2,2)', 1, sequence, noSuchFunction],
    ['=SUM(SEQUENCE(,3))', 6, sequence, noSuchFunction],
    ['=SUM(SEQUENCE(2.9,2.9))', 10, sequence, noSuchFunction],
    ['=SEQUENCE()', 1, sequence, noSuchFunction],
    ['=SEQUENCE(-1)', error('#VALUE!'), recalculated],
    ['=SEQUENCE(0)', error('#CALC!'), recalculated],
    ['=SUM(RANDARRAY(3,2,1,1))', 6, 'as RANDBETWEEN of equal limits', noSuchFunction],
    [
      '=AND(RANDARRAY(5,3,1,6,TRUE)>=1,RANDARRAY(5,3,1,6,TRUE)<=6)',
      true,
      excel('RANDARRAY function'),
      noSuchFunction,
    ],
    ['=RANDARRAY(1,1,2,1)', error('#VALUE!'), excel('RANDARRAY function')],
    ['=RANDARRAY(1,1,0.5,3,TRUE)', error('#VALUE!'), 'the limits of whole numbers are whole'],
  ],
  grids: [
    { call: 'MDETERM(#)', arguments: [squares] },
    { call: 'INDEX(MINVERSE(#),#,#)', arguments: [squares, ['1', '2'], ['1', '2']] },
    {
      call: 'SUM(MMULT(#,MINVERSE(#)))',
      arguments: [
        ['{1,2;3,4}', '{2,0;0,5}'],
        ['{1,2;3,4}', '{7,3;2,5}'],
      ],
    },
    { call: 'SUM(MMULT(#,#))', arguments: [factors, factors] },
    {
      call: 'INDEX(MUNIT(#),#,#)',
      arguments: [
        ['2', '3', '5.9'],
        ['1', '2'],
        ['1', '2'],
      ],
    },
    {
      call: 'INDEX(TRANSPOSE(#),#,#)',
      arguments: [
        ['{1,2;3,4}', 'Data!A1:C2', 'Data!A1:B2'],
        ['1', '2'],
        ['1', '2'],
      ],
    },
  ],
};
