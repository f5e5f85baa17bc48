import type { CellContent } from '../../../shared/workbook/document.ts';
import { error, excel, recalculated, type CaseFamily } from './excel-case.ts';

const names = 'DAVERAGE DCOUNT DCOUNTA DGET DMAX DMIN DPRODUCT DSTDEV DSTDEVP DSUM DVAR DVARP'.split(' ');
/** The data of the documentation's examples, worked out by hand. */
const documentedData = 'closed form, from the records in Excel documentation, DSUM function';
const blankRow = 'a blank row of criteria is met by every record in Excel, and by none there';
const beginsWith =
  'a text without a comparison is met by what begins with it in Excel, and there only by what is equal';
const textsOfBooleans = 'the text TRUE is the boolean there';
const emptyRecord = 'it passes over records without a value in the tested column';

/** A label and a condition for the cell below it; the last two are also met together. */
const asked: readonly (readonly [label: string, condition: CellContent])[] = [
  ['Item', 'App'],
  ['Item', '="=apple"'],
  ['Item', '*pie'],
  ['Item', '~*'],
  ['Item', '="="'],
  ['Item', '="<>*pie"'],
  ['Item', '?ear'],
  ['Item', '<>apple'],
  ['Item', '>b'],
  ['Item', '<b'],
  ['Item', 'a*e'],
  ['Item', 5],
  ['Item', '="=a*"'],
  ['Count', 5],
  ['Count', '>6'],
  ['Count', '<>'],
  ['Count', '="=none"'],
  ['Count', 0],
  ['Count', '="=0"'],
  ['Count', '-3'],
  ['Count', '="="'],
  ['Count', '>=-3'],
  ['Count', 'no'],
  ['Day', '>=2026-02-01'],
  ['Day', '=46023'],
  ['Day', '1/31/2026'],
  ['Day', '<2/1/2026'],
  ['Day', '<>'],
  ['Day', 46024],
  ['Paid', true],
  ['Paid', false],
  ['Paid', 'TRUE'],
  ['Paid', '<>TRUE'],
  ['Paid', '="=TRUE"'],
  ['Paid', 'y'],
  ['item', 'pea'],
  ['ITEM', 'p'],
  ['Other', '>5'],
  ['Count', '>0'],
  ['Count', '<6'],
];

export const database: CaseFamily = {
  sheets: {
    Trees: [
      ['Tree', 'Height', 'Age', 'Yield', 'Profit', 'Height'],
      ['="=Apple"', '>10', null, null, null, '<16'],
      ['="=Pear"'],
      ['Tree', 'Height', 'Age', 'Yield', 'Profit'],
      ['Apple', 18, 20, 14, 105],
      ['Pear', 12, 12, 10, 96],
      ['Cherry', 13, 14, 9, 105],
      ['Apple', 14, 15, 10, 75],
      ['Pear', 9, 8, 8, 77],
      ['Apple', 8, 9, 6, 45],
    ],
    Orders: [
      ['Item', 'Count', 'Day', 'Paid'],
      ['Apple', 5, 46023, true],
      ['apple pie', 7, 46054, false],
      ['Pear', null, 46082, true],
      ['*', 'none', null, null],
      ['Pineapple', 0, 46113, true],
      [null, -3, 46023, false],
      ['Plum', '=1/0', 46024, true],
      ["'5", "'5", 46024, 'TRUE'],
      ['=""', '=""', 46025, 'yes'],
    ],
    Asked: [asked.map(([label]) => label), asked.map(([, condition]) => condition)],
  },
  cases: [
    ['=DAVERAGE(Trees!A4:E10,"Yield",Trees!A1:B2)', 12, excel('DAVERAGE function')],
    ['=DAVERAGE(Trees!A4:E10,3,Trees!A4:E10)', 13, excel('DAVERAGE function')],
    ['=DAVERAGE(Trees!A4:E10,"Tree",Trees!A1:A3)', error('#DIV/0!'), recalculated],
    ['=DCOUNT(Trees!A4:E10,"Age",Trees!A1:F2)', 1, documentedData],
    ['=DCOUNT(Trees!A4:E10,,Trees!A1:A3)', 5, recalculated],
    ['=DCOUNT(Trees!A4:E10,"Tree",Trees!A1:A3)', 0, recalculated],
    [
      '=DCOUNT(Orders!A1:D10,"Count",Asked!AB1:AB2)',
      4,
      'errors are no numbers, as for COUNT',
      'it gives the error',
    ],
    ['=DCOUNTA(Trees!A4:E10,"Profit",Trees!A1:F2)', 1, documentedData],
    [
      '=DCOUNTA(Orders!A1:D10,"Count",Asked!AB1:AB2)',
      7,
      'errors and the empty text count, as for COUNTA',
      'it gives the error',
    ],
    ['=DGET(Trees!A4:E10,"Yield",Trees!A1:A3)', error('#NUM!'), excel('DGET function')],
    ['=DGET(Trees!A4:E10,"Yield",Trees!A1:F2)', 10, documentedData],
    ['=DGET(Orders!A1:D10,"Count",Asked!C1:C2)', 7, recalculated],
    ['=DGET(Orders!A1:D10,"Count",Asked!Z1:Z2)', error('#VALUE!'), excel('DGET function')],
    ['=DMAX(Trees!A4:E10,"Profit",Trees!A1:F3)', 96, excel('DMAX function')],
    ['=DMIN(Trees!A4:E10,"Profit",Trees!A1:F3)', 75, documentedData],
    ['=DMAX(Orders!A1:D10,"Count",Asked!Z1:Z2)', 0, recalculated],
    ['=DMIN(Orders!A1:D10,"Count",Asked!Z1:Z2)', 0, recalculated],
    ['=DPRODUCT(Trees!A4:E10,"Yield",Trees!A1:F3)', 800, documentedData],
    ['=DPRODUCT(Orders!A1:D10,"Count",Asked!Z1:Z2)', 0, recalculated],
    ['=DSTDEV(Trees!A4:E10,"Yield",Trees!A1:A3)', Math.sqrt(8.8), documentedData],
    ['=DSTDEVP(Trees!A4:E10,"Yield",Trees!A1:A3)', Math.sqrt(7.04), documentedData],
    ['=DSTDEV(Trees!A4:E10,"Yield",Trees!A1:F2)', error('#DIV/0!'), recalculated],
    ['=DSTDEVP(Trees!A4:E10,"Yield",Trees!A1:F2)', 0, recalculated],
    ['=DSUM(Trees!A4:E10,"Profit",Trees!A1:A2)', 225, excel('DSUM function')],
    ['=DSUM(Trees!A4:E10,"Profit",Trees!A1:F3)', 248, excel('DSUM function')],
    ['=DSUM(Trees!A4:E10,"Profit",Trees!F1:F3)', 503, excel('DSUM function'), blankRow],
    ['=DSUM(Trees!A4:E10,"profit",Trees!A1:A2)', 225, recalculated],
    ['=DSUM(Trees!A4:E10,5.9,Trees!A1:A2)', 225, recalculated],
    ['=DSUM(Trees!A4:E10,"Price",Trees!A1:A2)', error('#VALUE!'), recalculated],
    ['=DSUM(Trees!A4:E10,6,Trees!A1:A2)', error('#VALUE!'), recalculated],
    ['=DSUM(Trees!A4:E10,,Trees!A1:A2)', error('#VALUE!'), recalculated],
    ['=DSUM(Trees!A4:E10,1/0,Trees!A1:A2)', error('#DIV/0!'), recalculated],
    [
      '=DSUM(Trees!A4:E10,5,Trees!A1:A1)',
      error('#VALUE!'),
      excel('DSUM function'),
      'it takes criteria without conditions',
    ],
    ['=DSUM(Orders!A1:D10,"Count",Asked!I1:I2)', error('#DIV/0!'), recalculated],
    ['=DSUM(Orders!A1:D10,"Count",Asked!AM1:AN2)', 5, recalculated],
    ['=DSUM(Orders!A1:D10,"Count",Asked!AL1:AL2)', error('#VALUE!'), recalculated],
    ['=DSUM(Orders!A1:D10,"Count",Asked!A1:A2)', 12, excel('DSUM function'), beginsWith],
    ['=DSUM(Orders!A:D,"Count",Asked!X1:X2)', 7, recalculated],
    ['=DVAR(Trees!A4:E10,"Yield",Trees!A1:A3)', 8.8, excel('DVAR function')],
    ['=DVARP(Trees!A4:E10,"Yield",Trees!A1:A3)', 7.04, excel('DVARP function')],
  ],
  grids: [
    ...names.map((name) => ({
      call: `${name}(Trees!A4:E10,#,#)`,
      arguments: [
        ['"Yield"', '"profit"', '5', '2.9', '6', '""', '"2"', '"Tree"'],
        [
          'Trees!A1:A2',
          'Trees!A1:F3',
          'Trees!B1:B2',
          'Trees!A1:F2',
          'Trees!A1:B2',
          'Trees!A4:E10',
          'Trees!A4:A6',
        ],
      ],
      except: [[/^=(?:DSTDEV|DVAR)\(Trees!A4:E10,"Tree"/, 'no numbers vary by 0 there']] as const,
    })),
    {
      call: 'DCOUNTA(Orders!A1:D10,#,Asked!#)',
      arguments: [
        ['"Day"', ''],
        Array.from({ length: 40 }, (_, index) => {
          const column = `${index < 26 ? '' : 'A'}${String.fromCharCode(65 + (index % 26))}`;
          return `${column}1:${column}2`;
        }),
      ],
      except: [
        [/Asked!(?:A|AI|AJ|AK)1|,,Asked!W1/, beginsWith],
        [/"Day",Asked!(?:E|U)1/, 'the empty text is an empty cell there'],
        [/,,Asked!(?:F|H)1/, emptyRecord],
        [/Asked!P1/, 'errors and the empty text are empty cells there'],
        [/Asked!(?:AD|AF|AG|AH)1/, textsOfBooleans],
      ],
    },
  ],
};
