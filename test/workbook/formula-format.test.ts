import { expect, test } from 'vitest';
import { formulaFormat } from '../../shared/workbook/formula-format.ts';

const formats: Readonly<Record<string, string>> = {
  M1: '$#,##0.00',
  M2: '"$"#,##0',
  P1: '0.0%',
  P2: '0%',
  D1: 'd-mmm-yy',
  D2: 'yyyy-mm',
  T1: '@',
  G1: 'General',
  'Deals!$M$1:$M$9': '$#,##0.00',
  rate: '0.00%',
};
const formatOf = (reference: string) => formats[reference];
const gives = (formula: string) => formulaFormat(formula, formatOf);

const money = '$#,##0.00_);[Red]($#,##0.00)';

test.each([
  // A reference, and sums and the like of references: the first format counts.
  ['=M1', '$#,##0.00'],
  ['=M1+3', '$#,##0.00'],
  ['=3+M1', '$#,##0.00'],
  ['=G1+M1', '$#,##0.00'],
  ['=M2-M1', '"$"#,##0'],
  ['=-(M1+M2)', '$#,##0.00'],
  ['=SUM(Deals!$M$1:$M$9)', '$#,##0.00'],
  ['=ROUND(M1/3,2)', '$#,##0.00'],
  ['=IF(G1>0,M1,0)', '$#,##0.00'],
  ['=SUMIF(G1,">0",M1)', '$#,##0.00'],
  ['=SUMIF(M1,">0")', '$#,##0.00'],
  ['=rate', '0.00%'],
  ['=G1', undefined],
  ['=T1', undefined],
  // Products: money times a share is money, money for money a ratio.
  ['=M1*P1', '$#,##0.00'],
  ['=P1*M1', '$#,##0.00'],
  ['=M1*5%', '$#,##0.00'],
  ['=M1*G1', '$#,##0.00'],
  ['=M1/4', '$#,##0.00'],
  ['=M1/M2', undefined],
  ['=G1/M1', undefined],
  ['=G1*P1', undefined],
  ['=100*5%', undefined],
  ['=P1*2', '0.0%'],
  ['=1/P1', undefined],
  ['=P1/P2', undefined],
  ['=P1-P2', '0.0%'],
  // Days: days between two are a number.
  ['=D1+30', 'd-mmm-yy'],
  ['=D1-30', 'd-mmm-yy'],
  ['=D1-D2', undefined],
  ['=(D1-D2)/365', undefined],
  ['=D1*2', undefined],
  ['=MAX(D1,D2)', 'd-mmm-yy'],
  // Functions.
  ['=TODAY()', 'yyyy-mm-dd'],
  ['=today()+1', 'yyyy-mm-dd'],
  ['=DATE(2026,1,1)', 'yyyy-mm-dd'],
  ['=EDATE(D2,3)', 'yyyy-mm'],
  ['=EOMONTH(G1,0)', 'yyyy-mm-dd'],
  ['=DATE(2027,1,1)-TODAY()', undefined],
  ['=NOW()', 'yyyy-mm-dd h:mm'],
  ['=TIME(9,30,0)', 'h:mm'],
  ['=PMT(P1/12,360,M1)', money],
  ['=-PMT(0.05/12,360,200000)*12', money],
  ['=NPV(P1,M1)', money],
  ['=IRR(G1)', '0%'],
  ['=RATE(10,-100,800)', '0%'],
  ['=YEAR(D1)', undefined],
  ['=COUNT(M1)', undefined],
  ['=INDEX(Deals!$M$1:$M$9,2)', undefined],
  ['=CHOOSE(2,M1,P1)', undefined],
  // What is no amount.
  ['=M1&" a year"', undefined],
  ['=M1>M2', undefined],
  ['=M1^2', undefined],
  ['=M1+', undefined],
] as const)('%s is shown as %s', (formula, format) => {
  expect(gives(formula)).toBe(format);
});
