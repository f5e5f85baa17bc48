import type { CellValue } from '../../../shared/workbook/document.ts';
import { error, type CaseFamily, type ExcelCase } from './excel-case.ts';
import { searchGoesOn } from './finance-sources.ts';

/*
 * Results of Excel that people have published because its search for a rate gave none, or one of
 * several: the help does not say how Excel searches, and these are what is known of it. Rates were
 * published rounded, and their further digits are those of the root. Excel 2003 and before said
 * #DIV/0! where the search failed, which Microsoft's KB 30567 calls an error for #NUM!. Not among
 * these is what nobody can recalculate: flows above 1E+10 were seen to give #NUM!, and the rate once
 * their fractions, which were not published, had been rounded away.
 */

const none = error('#NUM!');

/** Formulas, what Excel gives, and whether LibreOffice gives a rate where Excel gives none. */
const published: Readonly<
  Record<string, readonly (readonly [formula: string, value: CellValue, libreOfficeFinds?: true])[]>
> = {
  'excelbanter.com, Default Rate Worksheet Function': [
    ['=RATE(1,-206,0,100000,1)', 484.4368932038833],
    ['=RATE(2,-206,0,100000,1)', 20.53830513455796],
    ['=RATE(3,-206,0,100000,1)', 6.498981698711274],
    ['=RATE(4,-206,0,100000,1)', 3.404114096028835],
    ['=RATE(5,-206,0,100000,1)', 2.198306840651554],
    ...[6, 7, 8, 9, 10, 11, 12, 13].map((nper) => [`=RATE(${nper},-206,0,100000,1)`, none, true] as const),
    ['=RATE(14,-206,0,100000,1)', 0.4278953207793632],
    ['=RATE(15,-206,0,100000,1)', 0.3879798989845675],
    ['=RATE(16,-206,0,100000,1)', 0.3542426770508158],
    ['=RATE(17,-206,0,100000,1)', 0.3253855099583672],
    ['=RATE(6,-206,0,100000,1,0.5)', 1.585437601854967],
  ],
  'Microsoft Community Hub, RATE Formula #NUM Error': [
    ['=RATE(44,0,-1650,15000000)', none, true],
    ['=RATE(44,0,-1650,15000000,0,20%)', 0.230179110523521],
  ],
  'Microsoft Community Hub, #NUM! Error in RATE Formula': [
    ['=RATE(12,2800,-10000)', none, true],
    ['=RATE(12,2800,-10000,0,0,25%)', 0.2630061188573828],
    ['=RATE(18,2400,-10000)', none, true],
    ['=RATE(18,2400,-10000,0,0,25%)', 0.2345953472603001],
  ],
  'Google Answers 441002': [
    ['=RATE(32,222.16,-590)', none, true],
    ['=RATE(32,222.16,-590,0,0,0.34)', 0.3765287369495475],
  ],
  'internationalskeptics.com, 24 November 2019': [
    ['=RATE(50,0,-1000,1000000000)', none, true],
    ['=RATE(50,0,-1000,1000000000,0,0.3)', 0.3182567385564071],
  ],
  'pcreview.co.uk, #NUM! error when using Rate formula': [
    ['=RATE(10,,-62.8,1058.1)', 0.3263456185088462],
    ['=RATE(10,,-22.2,3086)', none, true],
    ['=RATE(10,,-22.2,3086,,0.5)', 0.6379637825391766],
  ],
  'excelbanter.com, 285649': [['=RATE(17,1,-5)', none, true]],
  'thearchivebase.com, rate(60,-6000,120000)': [
    ['=RATE(60,-6000,120000)', 0.046781916422493],
    ['=RATE(60,-1000,120000)', -0.02044295221935651],
  ],
  'Microsoft Q&A, Why does RATE return #NUM?': [['=RATE(50,-84.91,4667.55)', -0.003655218023683653]],
  'excelbanter.com, #NUM errors when calculating IRR': [
    ...[0, 0.1, 0.2].map((guess) => [`=IRR({-504,2862,-6070,5700,-2000},${guess})`, 0.25] as const),
    ['=IRR({-504,2862,-6070,5700,-2000},0.3)', 0.333333333333333],
    ...[0.4, 0.5].map((guess) => [`=IRR({-504,2862,-6070,5700,-2000},${guess})`, 0.428571428571429] as const),
    ...[0.6, 0.7, 0.8, 0.9].map(
      (guess) => [`=IRR({-504,2862,-6070,5700,-2000},${guess})`, 0.666666666666667] as const,
    ),
  ],
  'office-forums.com, IRR problem': [['=IRR({-20000,-20000,43},-0.9)', none]],
  'a forum on IRR, where Excel 2003 gave #DIV/0!, which Microsoft KB 30567 calls an error for #NUM!': [
    ['=IRR({-10687,-44634,-45750,-5249219,1669875,1249913,11050,878220})', none],
    ['=IRR({-10687,-44634,-45750,-5249219,1669875,1249913,11050,878220},-0.1%)', -0.145260917501456],
  ],
  'excelbanter.com, help needed for Internal rate of return': [
    ['=IRR(Savings!A1:X1)', none],
    ['=IRR(Savings!A1:X1,1%)', 0.003530086202427],
  ],
  'mrexcel.com, Excel IRR function': [['=IRR({10000,1000,10000,-100,10000,-10000,100,100,10000})', none]],
  'Microsoft Community Hub, Help with #NUM error in IRR formula, the flows in whole numbers': [
    ['=IRR(Billions!A1:AI1)', -0.00486775222080371],
    ['=IRR(Billions!A1:AI1/1000000)', -0.00486775222080371],
    ['=IRR(Billions!A1:AI1/1000000,-10%)', -0.051703457688],
  ],
  'a forum, Problem with XIRR function returning #NUM!': [
    ['=XIRR({-6138.49,40,4817.98,40,-1741,1712},{36762,36801,36882,36894,38507,38508})', none, true],
    ['=ISNUMBER(XIRR({-6138.49,40,4817.98,40,-1741,1712},{36762,36801,36882,36894,38507,38509}))', true],
  ],
  'a forum on IRR and zeros between flows': [
    ['=IRR({-2.4,5.9},0.1)', 1.458333333333333],
    ['=IRR({-2.4,0,0,0,0,0,0,0,5.9},0.1)', 0.119000025026361],
  ],
};

export const publishedRates: CaseFamily = {
  sheets: {
    Savings: [[...Array.from({ length: 23 }, () => -1000), 24_000]],
    Billions: [
      [
        1372000000000, 0, -77777777778, -73009451097, -68241124416, -63472797735, -58704471055, -53936144374,
        -49167817693, -1416399491012, -39631164332, 42914940127, 42914940127, 42914940127, 42914940127,
        40076609987, 37238279847, 34399949707, 31561619568, 28723289428, 25884959288, 23046629148,
        20208299008, 17369968868, 17369968868, 17369968868, 17369968868, 15439972327, 13509975786,
        11579979246, 9649982705, 7719986164, 5789989623, 3859993082, 1929996541,
      ],
    ],
  },
  cases: Object.entries(published).flatMap(([place, results]) =>
    results.map(([formula, value, libreOfficeFinds]): ExcelCase =>
      libreOfficeFinds
        ? [formula, value, `results of Excel: ${place}`, searchGoesOn]
        : [formula, value, `results of Excel: ${place}`],
    ),
  ),
};
