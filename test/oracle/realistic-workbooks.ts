import type { CellContent, WorkbookDocument } from '../../shared/workbook/document.ts';
import { plainDocument, type Rows, type Targets } from '../fixtures/plain-document.ts';

/*
 * Workbooks as people in finance write them, each of a kind of its own. They say nothing of OpenAI:
 * what counts is the formulas.
 */

/** As many rows, the first with this number. */
function filled(
  first: number,
  count: number,
  row: (number: number) => readonly (CellContent | null)[],
): (CellContent | null)[][] {
  return Array.from({ length: count }, (_, index) => [...row(first + index)]);
}

function book(title: string, sheets: Readonly<Record<string, Rows>>, names: Targets = {}): WorkbookDocument {
  return plainDocument(sheets, names, title);
}

/** A number that looks like data: the same for the same place. */
const noise = (seed: number, size: number) =>
  Math.round(((Math.sin(seed * 12.9898) * 43758.5453) % 1) * size);

const loan = book(
  'Mortgage with monthly payments',
  {
    Loan: [
      ['Amount', 350_000],
      ['Rate', 0.0475],
      ['Years', 5],
      ['First payment', '=DATE(2024,1,31)'],
      ['Payment', '=-PMT(rate/12,years*12,amount)'],
      ['Rate once more', '=RATE(years*12,-B5,amount)*12'],
      ['Periods once more', '=NPER(rate/12,-B5,amount)'],
      ['Effective', '=EFFECT(rate,12)'],
      ['Interest, year 1', '=-CUMIPMT(rate/12,years*12,amount,1,12,0)'],
      ['No.', 'Due', 'Opening', 'Interest', 'Repayment', 'Closing', 'Paid in all'],
      ...filled(11, 60, (row) => [
        `=ROWS(A$11:A${row})`,
        `=EOMONTH($B$4,A${row}-1)`,
        row === 11 ? '=amount' : `=F${row - 1}`,
        `=-IPMT(rate/12,A${row},years*12,amount)`,
        `=-PPMT(rate/12,A${row},years*12,amount)`,
        `=IF(A${row}=years*12,ROUND(C${row}-E${row},6),C${row}-E${row})`,
        `=SUM(D$11:E${row})`,
      ]),
      [
        'Check',
        '=IF(ABS(SUM(E11:E70)-amount)<0.01,"balances","off by "&TEXT(SUM(E11:E70)-amount,"#,##0.00"))',
      ],
      [
        'By year',
        '=SUMPRODUCT((YEAR(B11:B70)=2026)*D11:D70)',
        '=SUMIFS(D11:D70,B11:B70,">="&DATE(2026,1,1),B11:B70,"<"&DATE(2027,1,1))',
      ],
    ],
  },
  { amount: 'Loan!B1', rate: 'Loan!B2', years: 'Loan!B3' },
);

const dcf = book(
  'Discounted cash flows',
  {
    Inputs: [
      ['Case', 2, 'Low', 'Middle', 'High'],
      ['Growth', '=CHOOSE($B$1,C2,D2,E2)', 0.02, 0.05, 0.09],
      ['Margin', '=INDEX(C3:E3,case)', 0.18, 0.22, 0.25],
      ['Tax', '=OFFSET(B4,0,case)', 0.25, 0.25, 0.21],
      ['WACC', '=HLOOKUP(INDEX(C1:E1,case),C1:E5,5,FALSE)', 0.11, 0.095, 0.085],
      ['Terminal growth', 0.02],
      ['Revenue', 1_250],
      ['Valuation date', '=DATE(2025,12,31)'],
    ],
    Flows: [
      ['', 'Start', 1, 2, 3, 4, 5, 6, 7, 8],
      ['Date', '=Inputs!B8', ...'CDEFGHIJ'.split('').map((column) => `=EDATE($B$2,12*${column}1)`)],
      [
        'Revenue',
        '=Inputs!B7',
        ...'CDEFGHIJ'.split('').map((_, index) => `=${'BCDEFGHI'[index]}3*(1+Inputs!$B$2)`),
      ],
      ['EBIT', null, ...'CDEFGHIJ'.split('').map((column) => `=${column}3*Inputs!$B$3`)],
      ['Tax', null, ...'CDEFGHIJ'.split('').map((column) => `=-MAX(0,${column}4)*Inputs!$B$4`)],
      [
        'Capital',
        -900,
        ...'CDEFGHIJ'.split('').map((column, index) => `=-(${column}3-${'BCDEFGHI'[index]}3)*40%`),
      ],
      ['Free cash', '=SUM(B4:B6)', ...'CDEFGHIJ'.split('').map((column) => `=SUM(${column}4:${column}6)`)],
      ['Terminal', null, null, null, null, null, null, null, null, '=J7*(1+Inputs!B6)/(wacc-Inputs!B6)'],
      ['All', ...'BCDEFGHIJ'.split('').map((column) => `=SUM(${column}7:${column}8)`)],
      ['Factor', 1, ...'CDEFGHIJ'.split('').map((column) => `=1/(1+wacc)^${column}1`)],
      ['NPV', '=NPV(wacc,C9:J9)+B9', '=SUMPRODUCT(B9:J9,B10:J10)', '=ROUND(B11-C11,6)=0'],
      ['IRR', '=IRR(B9:J9)', '=MIRR(B9:J9,wacc,8%)'],
      ['XNPV', '=XNPV(wacc,B9:J9,B2:J2)', '=XIRR(B9:J9,B2:J2)'],
      [
        'Years to pay back',
        '=SUMPRODUCT(--(SUBTOTAL(9,OFFSET(B9,0,0,1,3))<0))',
        '=MATCH(TRUE,INDEX(MMULT(B9:J9,--(TRANSPOSE(COLUMN(B9:J9))<=COLUMN(B9:J9)))>0,0),0)',
      ],
      ['Share of the terminal value', '=TEXT(J8*J10/B11,"0.0%")&" of "&TEXT(B11,"#,##0.0")'],
    ],
  },
  { case: 'Inputs!B1', wacc: 'Inputs!B5' },
);

const debt = book('Debt with a cash sweep', {
  Debt: [
    ['Rate', 0.08, 'Minimum cash', 25, 'Sweep', 0.75],
    ['Year', 'EBITDA', 'Interest', 'Tax', 'Capex', 'Free', 'Sweep', 'Debt', 'Cash', 'Leverage', 'Covenant'],
    [0, null, null, null, null, null, null, 500, 40],
    ...filled(4, 7, (row) => [
      `=A${row - 1}+1`,
      `=ROUND(95*1.06^A${row},1)`,
      `=H${row - 1}*$B$1`,
      `=MAX(0,(B${row}-C${row}-20)*25%)`,
      `=IF(MOD(A${row},3)=0,30,22)`,
      `=B${row}-C${row}-D${row}-E${row}`,
      `=MIN(H${row - 1},MAX(0,F${row}+I${row - 1}-$D$1)*$F$1)`,
      `=H${row - 1}-G${row}`,
      `=I${row - 1}+F${row}-G${row}`,
      `=IFERROR(H${row}/B${row},"n/a")`,
      `=IF(J${row}<=LOOKUP(A${row},{1,3,5},{5,4.5,4}),"ok","breach")`,
    ]),
    [
      'Most',
      '=MAX(J4:J10)',
      '=INDEX(A4:A10,MATCH(MAX(J4:J10),J4:J10,0))',
      '=COUNTIF(K4:K10,"breach")',
      '=AVERAGE(I4:I10)',
    ],
    ['Average cost', '=SUMPRODUCT(H3:H9,C4:C10)/SUMPRODUCT(H3:H9,H3:H9)', '=SUM(C4:C10)/SUM(H3:H9)'],
  ],
});

const bonds = book('Bond portfolio', {
  Bonds: [
    ['Settlement', '=DATE(2025,3,17)'],
    [
      'Maturity',
      'Coupon',
      'Yield',
      'Frequency',
      'Basis',
      'Face',
      'Clean',
      'Accrued',
      'Years',
      'Days to coupon',
      'Back',
      'Coupons',
      'Next',
    ],
    ...filled(3, 8, (row) => [
      `=DATE(${2026 + row},${((row * 5) % 12) + 1},${row % 2 === 0 ? 15 : 27})`,
      (row * 0.75) / 100,
      0.02 + row / 250,
      [1, 2, 4][row % 3] ?? 2,
      [0, 1, 4][row % 3] ?? 0,
      1000 * row,
      `=PRICE($B$1,A${row},B${row},C${row},100,D${row},E${row})`,
      `=B${row}*100/D${row}*COUPDAYBS($B$1,A${row},D${row},E${row})/COUPDAYS($B$1,A${row},D${row},E${row})`,
      `=YEARFRAC($B$1,A${row},E${row})`,
      `=COUPDAYSNC($B$1,A${row},D${row},E${row})`,
      `=YIELD($B$1,A${row},B${row},G${row},100,D${row},E${row})-C${row}`,
      `=COUPNUM($B$1,A${row},D${row},E${row})`,
      `=COUPNCD($B$1,A${row},D${row},E${row})`,
    ]),
    ['Value', '=SUMPRODUCT(F3:F10,G3:G10+H3:H10)/100'],
    ['Weighted years', '=SUMPRODUCT(F3:F10,G3:G10+H3:H10,I3:I10)/SUMPRODUCT(F3:F10,G3:G10+H3:H10)'],
    ['Largest error of the yields', '=MAX(ABS(MAX(K3:K10)),ABS(MIN(K3:K10)))<0.0000001'],
  ],
});

const regions = ['North', 'South', 'East', 'West'];
const products = ['Pump', 'Valve', 'Pipe'];
const ledger = book('Sales ledger', {
  Data: [
    ['Date', 'Region', 'Product', 'Units', 'Price', 'Amount', 'Month'],
    ...filled(2, 80, (row) => [
      45_292 + Math.abs(noise(row, 360)),
      regions[Math.abs(noise(row + 100, 97)) % 4] ?? '',
      products[Math.abs(noise(row + 200, 89)) % 3] ?? '',
      row % 17 === 0 ? null : 1 + Math.abs(noise(row + 300, 40)),
      row % 23 === 0 ? 'open' : 10 + Math.abs(noise(row + 400, 90)) / 2,
      `=IFERROR(D${row}*E${row},0)`,
      `=TEXT(A${row},"yyyy-mm")`,
    ]),
  ],
  Report: [
    ['Region', ...products, 'All', 'Rank', 'Share'],
    ...regions.map((region, index) => {
      const row = index + 2;
      return [
        region,
        ...'BCD'.split('').map((column) => `=SUMIFS(Data!$F:$F,Data!$B:$B,$A${row},Data!$C:$C,${column}$1)`),
        `=SUM(B${row}:D${row})`,
        `=RANK(E${row},$E$2:$E$5)`,
        `=E${row}/SUM($E$2:$E$5)`,
      ];
    }),
    ['All', ...'BCDE'.split('').map((column) => `=SUM(${column}2:${column}5)`), '=SUM(Data!F2:F81)=E6'],
    [
      'Sales of pumps in the north',
      '=COUNTIFS(Data!B:B,"North",Data!C:C,"Pump")',
      '=SUMPRODUCT((Data!B2:B81="North")*(Data!C2:C81="Pump"))',
    ],
    [
      'Average price of the p words',
      '=AVERAGEIFS(Data!E:E,Data!C:C,"p*")',
      '=AVERAGEIF(Data!C2:C81,"P*",Data!E2:E81)',
    ],
    [
      'Largest sale',
      '=MAX(Data!F2:F81)',
      '=INDEX(Data!B2:B81,MATCH(B9,Data!F2:F81,0))',
      '=LARGE(Data!F2:F81,2)',
      '=MAXIFS(Data!F:F,Data!B:B,"<>North")',
    ],
    [
      'First quarter',
      '=SUMIFS(Data!F:F,Data!A:A,">="&DATE(2024,1,1),Data!A:A,"<="&EOMONTH(DATE(2024,1,1),2))',
      '=SUMPRODUCT((MONTH(Data!A2:A81)<=3)*(YEAR(Data!A2:A81)=2024)*Data!F2:F81)',
    ],
    [
      'Of March',
      '=SUMIF(Data!G:G,"2024-03",Data!F:F)',
      '=COUNTIF(Data!G:G,"2024-0?")',
      '=COUNTBLANK(Data!D2:D81)',
      '=COUNTA(Data!E2:E81)-COUNT(Data!E2:E81)',
    ],
    [
      'Different products',
      '=SUMPRODUCT(1/COUNTIF(Data!C2:C81,Data!C2:C81))',
      '=MEDIAN(Data!D2:D81)',
      '=PERCENTILE(Data!F2:F81,0.9)',
      '=STDEV(Data!D2:D81)',
    ],
    [
      'Sizes',
      '=SUM(FREQUENCY(Data!D2:D81,{10;20;30}))',
      '=INDEX(FREQUENCY(Data!D2:D81,{10;20;30}),2)',
      '=COUNTIF(Data!D2:D81,">"&AVERAGE(Data!D2:D81))',
    ],
    [
      'By two keys',
      '=INDEX(B2:D5,MATCH("East",A2:A5,0),MATCH("Pipe",B1:D1,0))',
      '=SUMPRODUCT((A2:A5="East")*(B1:D1="Pipe")*B2:D5)',
      '=VLOOKUP("West",A2:E5,5,FALSE)',
      '=IFNA(VLOOKUP("Centre",A2:E5,5,FALSE),"none")',
    ],
  ],
});

const people = book(
  'People and days',
  {
    Holidays: [['=DATE(2024,1,1)'], ['=DATE(2024,3,29)'], ['=DATE(2024,12,25)'], ['=DATE(2025,1,1)']],
    People: [
      [
        'Born',
        'Joined',
        'Left',
        'Age',
        'Service',
        'Months',
        'Days',
        'Working days',
        'Year',
        'Week',
        'Quarter',
        'Notice ends',
        'Says',
      ],
      ...filled(2, 12, (row) => [
        `=DATE(${1960 + row * 3},${row},${row + 15})`,
        `=DATE(${2010 + (row % 9)},12,31)`,
        row % 3 === 0 ? '=DATE(2024,2,29)' : '=DATE(2025,6,30)',
        `=DATEDIF(A${row},C${row},"y")`,
        `=YEARFRAC(B${row},C${row},1)`,
        `=DATEDIF(B${row},C${row},"m")`,
        `=DAYS(C${row},B${row})`,
        `=NETWORKDAYS(B${row},C${row},holidays)`,
        `=YEAR(B${row})`,
        `=WEEKNUM(C${row},2)&"/"&ISOWEEKNUM(B${row})`,
        `="Q"&ROUNDUP(MONTH(B${row})/3,0)`,
        `=WORKDAY(EDATE(C${row},3),-1,holidays)`,
        `=TEXT(C${row},"ddd d mmm yyyy")&IF(WEEKDAY(C${row},2)>5," (weekend)","")`,
      ]),
      [
        'Average',
        '=AVERAGE(D2:D13)',
        '=ROUND(AVERAGE(E2:E13),2)',
        '=SUMPRODUCT(--(YEAR(B2:B13)=2012))',
        '=DAYS360(B2,C2)',
        '=YEARFRAC(B2,C2)',
        '=YEARFRAC(B2,C2,3)',
      ],
    ],
  },
  { holidays: 'Holidays!A1:A4' },
);

const regression = book('Regression and tests', {
  Data: [
    ['x1', 'x2', 'y', 'Fitted', 'Rest'],
    ...filled(2, 24, (row) => [
      row,
      Math.abs(noise(row, 30)),
      `=ROUND(3+2.5*A${row}-0.4*B${row}+${noise(row + 50, 6)},2)`,
      `=TREND($C$2:$C$25,$A$2:$B$25,A${row}:B${row})`,
      `=C${row}-D${row}`,
    ]),
  ],
  Results: [
    [
      '=INDEX(LINEST(Data!C2:C25,Data!A2:B25,TRUE,TRUE),1,1)',
      '=INDEX(LINEST(Data!C2:C25,Data!A2:B25,TRUE,TRUE),1,2)',
      '=INDEX(LINEST(Data!C2:C25,Data!A2:B25,TRUE,TRUE),1,3)',
    ],
    [
      '=INDEX(LINEST(Data!C2:C25,Data!A2:B25,TRUE,TRUE),3,1)',
      '=INDEX(LINEST(Data!C2:C25,Data!A2:B25,TRUE,TRUE),4,1)',
      '=INDEX(LINEST(Data!C2:C25,Data!A2:B25,TRUE,TRUE),2,1)',
    ],
    [
      '=SLOPE(Data!C2:C25,Data!A2:A25)',
      '=INTERCEPT(Data!C2:C25,Data!A2:A25)',
      '=RSQ(Data!C2:C25,Data!A2:A25)',
      '=STEYX(Data!C2:C25,Data!A2:A25)',
      '=FORECAST(30,Data!C2:C25,Data!A2:A25)',
    ],
    [
      '=CORREL(Data!A2:A25,Data!B2:B25)',
      '=COVAR(Data!A2:A25,Data!C2:C25)',
      '=VAR(Data!E2:E25)',
      '=SKEW(Data!C2:C25)',
      '=KURT(Data!C2:C25)',
    ],
    [
      '=TTEST(Data!A2:A25,Data!B2:B25,2,1)',
      '=TTEST(Data!A2:A25,Data!B2:B25,2,3)',
      '=FTEST(Data!A2:A25,Data!B2:B25)',
      '=CONFIDENCE(0.05,STDEV(Data!C2:C25),24)',
      '=ZTEST(Data!C2:C25,30)',
    ],
    [
      '=QUARTILE(Data!C2:C25,1)',
      '=PERCENTRANK(Data!C2:C25,40)',
      '=TRIMMEAN(Data!C2:C25,0.2)',
      '=GEOMEAN(Data!A2:A25)',
      '=HARMEAN(Data!A2:A25)',
    ],
    [
      '=NORMSDIST(1.96)',
      '=NORMSINV(0.975)',
      '=TINV(0.05,22)',
      '=CHIINV(0.05,10)',
      '=FINV(0.05,2,21)',
      '=BINOMDIST(3,10,0.3,TRUE)',
      '=POISSON(4,3.2,FALSE)',
    ],
  ],
});

const letters = (index: number) =>
  index < 26 ? String.fromCharCode(65 + index) : `A${String.fromCharCode(39 + index)}`;
const industries = 30;
const inputOutput = book('Input and output of 30 industries', {
  A: filled(1, industries, (row) =>
    [...Array(industries).keys()].map((column) => Math.abs(noise(row * 31 + column, 30)) / 1000),
  ),
  Demand: filled(1, industries, (row) => [100 + Math.abs(noise(row, 50))]),
  Inverse: [['=MINVERSE(MUNIT(30)-A!A1:AD30)'], ...filled(2, industries - 1, () => [])],
  Results: [
    [
      '=MMULT(Inverse!A1:AD30,Demand!A1:A30)',
      null,
      '=SUM(A1:A30)',
      '=MAX(A1:A30)',
      '=MATCH(MAX(A1:A30),A1:A30,0)',
    ],
    ...filled(2, industries - 1, (row) => [
      null,
      null,
      `=SUM(INDEX(Inverse!$A$1:$AD$30,0,${row}))`,
      `=ROUND(SUM(INDEX(Inverse!$A$1:$AD$30,${row},0)*TRANSPOSE(Demand!$A$1:$A$30))-A${row},6)`,
    ]),
  ],
  Determinant: [['=MDETERM(MUNIT(30)-A!A1:AD30)', `=SUM(A!A1:${letters(industries - 1)}${industries})`]],
});

const waterfall = book('Waterfall of an exit', {
  Terms: [
    ['Class', 'Invested', 'Multiple', 'Owns'],
    ['Series C', 120, 1, 0.2],
    ['Series B', 60, 1.5, 0.25],
    ['Series A', 20, 1, 0.2],
    ['Common', 0, 0, 0.35],
    ['Running', '=SUM($B$2:INDEX($B:$B,ROW()-1))', '=SUMPRODUCT(B2:B5,C2:C5)', '=SUM(D2:D5)'],
  ],
  Exit: [
    ['Exit', 'Preferred', 'C', 'B', 'A', 'Left', 'Common', 'Says', 'Rolling'],
    ...filled(2, 16, (row) => [
      (row - 1) * 35,
      `=MIN(A${row},Terms!$C$6)`,
      `=MIN(A${row},Terms!$B$2*Terms!$C$2)`,
      `=MAX(0,MIN(A${row}-C${row},Terms!$B$3*Terms!$C$3))`,
      `=MAX(0,MIN(A${row}-C${row}-D${row},Terms!$B$4*Terms!$C$4))`,
      `=A${row}-SUM(C${row}:E${row})`,
      `=F${row}*Terms!$D$5`,
      `=TEXT(A${row},"$#,##0.0")&IF(F${row}>0," pays common "&FIXED(G${row},2)," stops at "&CHOOSE(1+(D${row}>0)+(E${row}>0),"C","B","A"))`,
      row < 5 ? null : `=AVERAGE(OFFSET(G${row},-3,0,4,1))`,
    ]),
    [
      'First that pays common',
      '=INDEX(A2:A17,MATCH(TRUE,INDEX(F2:F17>0,0),0))',
      '=SUMPRODUCT(MAX((F2:F17>0)*A2:A17))',
      '=SUM(A2:INDEX(A2:A17,MATCH(200,A2:A17,1)))',
      '=COUNT(INDEX(A2:G17,3,0))',
      '=SUM(INDIRECT("G"&2&":G"&17))',
    ],
    [
      '=REPT("█",ROUND(G17/20,0))',
      '=CONCATENATE("Exit ",DOLLAR(A17,0))',
      '=PROPER("series c preferred")',
      '=SUBSTITUTE(ADDRESS(1,28,4),"1","")',
      '=MID("Series C",FIND(" ","Series C")+1,9)',
      '=TRIM("  a   b ")',
      '=UPPER(LEFT("common",3))&LEN("common")',
    ],
  ],
});

const depreciation = book('Depreciation and tax losses', {
  Plan: [
    ['Cost', 2400, 'Salvage', 300, 'Life', 8],
    ['Year', 'SLN', 'SYD', 'DB', 'DDB', 'VDB', 'Profit', 'Loss carried', 'Taxable', 'Bracket', 'Tax', 'Kind'],
    ...filled(3, 8, (row) => [
      row - 2,
      '=SLN($B$1,$D$1,$F$1)',
      `=SYD($B$1,$D$1,$F$1,A${row})`,
      `=DB($B$1,$D$1,$F$1,A${row},7)`,
      `=DDB($B$1,$D$1,$F$1,A${row})`,
      `=VDB($B$1,$D$1,$F$1,A${row}-1,A${row})`,
      `=${noise(row, 400)}+150*A${row}-300-F${row}`,
      row === 3 ? `=MAX(0,-G${row})` : `=MAX(0,H${row - 1}-G${row})`,
      row === 3 ? `=MAX(0,G${row})` : `=MAX(0,G${row}-H${row - 1})`,
      `=VLOOKUP(I${row},{0,0.1;100,0.2;400,0.3},2)`,
      `=ROUNDUP(I${row}*J${row},-1)`,
      `=IFS(G${row}<0,"loss",I${row}=0,"uses losses",TRUE,"pays "&SWITCH(J${row},0.1,"low",0.2,"middle","high"))`,
    ]),
    [
      'Sums',
      '=SUM(B3:B10)',
      '=SUM(C3:C10)',
      '=SUM(D3:D10)',
      '=SUM(E3:E10)',
      '=SUM(F3:F10)=B1-D1',
      '=SUMIF(G3:G10,">0")',
      '=MROUND(SUM(K3:K10),25)',
      '=CEILING(SUM(I3:I10),50)',
      '=INT(-SUM(K3:K10)/7)',
      '=MOD(-SUM(K3:K10),7)',
      '=COUNTIF(L3:L10,"pays*")',
    ],
  ],
});

const options = book(
  'Options',
  {
    Options: [
      [
        'Spot',
        100,
        'Rate',
        0.03,
        'Volatility',
        0.25,
        'Years',
        '=YEARFRAC(DATE(2025,1,15),DATE(2026,3,31),3)',
      ],
      ['Strike', 80, 90, 100, 110, 120],
      ...['d1', 'd2', 'Call', 'Put', 'Parity', 'Delta', 'Gamma'].map((label, index) => [
        label,
        ...'BCDEF'
          .split('')
          .map(
            (column) =>
              [
                `=(LN(spot/${column}2)+(rate+vol^2/2)*years)/(vol*SQRT(years))`,
                `=${column}3-vol*SQRT(years)`,
                `=spot*NORM.S.DIST(${column}3,TRUE)-${column}2*EXP(-rate*years)*NORM.S.DIST(${column}4,TRUE)`,
                `=${column}2*EXP(-rate*years)*NORMSDIST(-${column}4)-spot*NORMSDIST(-${column}3)`,
                `=ROUND(${column}5-${column}6-spot+${column}2*EXP(-rate*years),9)`,
                `=NORM.S.DIST(${column}3,TRUE)`,
                `=NORM.S.DIST(${column}3,FALSE)/(spot*vol*SQRT(years))`,
              ][index] ?? '',
          ),
      ]),
      ['Table', 0.1, 0.2, 0.3, 0.4],
      ...filled(11, 5, (row) => [
        60 + (row - 10) * 15,
        ...'BCDE'
          .split('')
          .map(
            (column) =>
              `=MAX(0,$A${row}-100)+${column}$10*SQRT($H$1)*$A${row}*NORMDIST(($A${row}-100)/(${column}$10*$A${row}),0,1,FALSE)`,
          ),
      ]),
    ],
  },
  { spot: 'Options!B1', rate: 'Options!D1', vol: 'Options!F1', years: 'Options!H1' },
);

/** Workbooks by what they are about. */
export const realisticWorkbooks: readonly WorkbookDocument[] = [
  loan,
  dcf,
  debt,
  bonds,
  ledger,
  people,
  regression,
  inputOutput,
  waterfall,
  depreciation,
  options,
];
