import type { FunctionEntries } from './function-entry.ts';

/** What Microsoft does not say, and published results of Excel show only in part. */
const search =
  'Excel does not document its search; this agrees with every published result that can be recalculated. Flows above 1E+10 with fractions, of which Excel was seen to give #NUM!, have a rate here.';

export const financialFunctions: FunctionEntries = {
  ACCRINT: [
    'issue, first_interest, settlement, rate, par, frequency, [basis], [calc_method]',
    'Interest that has accrued on a bond; calc_method FALSE counts from the last interest date only.',
    '=ACCRINT(DATE(2008,3,1),DATE(2008,8,31),DATE(2008,5,1),10%,1000,2)',
  ],
  ACCRINTM: [
    'issue, settlement, rate, par, [basis]',
    'Interest that has accrued on a security that pays it all at maturity.',
    '=ACCRINTM(DATE(2008,4,1),DATE(2008,6,15),10%,1000,3)',
  ],
  AMORDEGRC: [
    'cost, date_purchased, first_period, salvage, period, rate, [basis]',
    'Degressive depreciation of a period by French rules, in whole units; period 0 is the first part of a year.',
    '=AMORDEGRC(2400,DATE(2008,8,19),DATE(2008,12,31),300,1,15%,1)',
  ],
  AMORLINC: [
    'cost, date_purchased, first_period, salvage, period, rate, [basis]',
    'Linear depreciation of a period by French rules; period 0 is the first part of a year.',
    '=AMORLINC(2400,DATE(2008,8,19),DATE(2008,12,31),300,0,15%,1)',
  ],
  COUPDAYBS: [
    'settlement, maturity, frequency, [basis]',
    'Days from the last coupon to the settlement of a bond.',
    '=COUPDAYBS(DATE(2011,1,25),DATE(2011,11,15),2,1)',
  ],
  COUPDAYS: [
    'settlement, maturity, frequency, [basis]',
    'Days of the coupon period in which a bond is settled.',
    '=COUPDAYS(DATE(2011,1,25),DATE(2011,11,15),2,1)',
  ],
  COUPDAYSNC: [
    'settlement, maturity, frequency, [basis]',
    'Days from the settlement of a bond to its next coupon.',
    '=COUPDAYSNC(DATE(2011,1,25),DATE(2011,11,15),2,1)',
  ],
  COUPNCD: [
    'settlement, maturity, frequency, [basis]',
    'Date of the next coupon after the settlement of a bond.',
    '=TEXT(COUPNCD(DATE(2011,1,25),DATE(2011,11,15),2),"yyyy-mm-dd")',
  ],
  COUPNUM: [
    'settlement, maturity, frequency, [basis]',
    'How many coupons a bond pays from its settlement to its maturity.',
    '=COUPNUM(DATE(2007,1,25),DATE(2008,11,15),2)',
  ],
  COUPPCD: [
    'settlement, maturity, frequency, [basis]',
    'Date of the last coupon on or before the settlement of a bond.',
    '=TEXT(COUPPCD(DATE(2011,1,25),DATE(2011,11,15),2),"yyyy-mm-dd")',
  ],
  CUMIPMT: [
    'rate, nper, pv, start_period, end_period, type',
    'Interest in the payments of a loan from one period to another; negative, because it is paid.',
    '=CUMIPMT(9%/12,30*12,125000,13,24,0)',
  ],
  CUMPRINC: [
    'rate, nper, pv, start_period, end_period, type',
    'Principal in the payments of a loan from one period to another; negative, because it is paid.',
    '=CUMPRINC(9%/12,30*12,125000,13,24,0)',
  ],
  DB: [
    'cost, salvage, life, period, [month]',
    'Depreciation of a period at a fixed part of what is left; month is how many months the first year has.',
    '=DB(1000000,100000,6,2,7)',
  ],
  DDB: [
    'cost, salvage, life, period, [factor]',
    'Depreciation of a period by the double-declining balance, or another factor than 2.',
    '=DDB(2400,300,10,2)',
  ],
  DISC: [
    'settlement, maturity, pr, redemption, [basis]',
    'Discount a year at which a security without coupons is sold, as a part of what it redeems.',
    '=DISC(DATE(2018,7,1),DATE(2048,1,1),97.975,100,1)',
  ],
  DOLLARDE: [
    'fractional_dollar, fraction',
    'A price with decimals from one whose decimals count fractions: 1.02 in sixteenths is 1 and 2/16.',
    '=DOLLARDE(1.02,16)',
  ],
  DOLLARFR: [
    'decimal_dollar, fraction',
    'A price whose decimals count fractions from one with decimals: 1.125 is 1 and 2/16, written 1.02.',
    '=DOLLARFR(1.125,16)',
  ],
  DURATION: [
    'settlement, maturity, coupon, yld, frequency, [basis]',
    'Macaulay duration of a bond in years: the average time to its payments, weighted with their worth.',
    '=DURATION(DATE(2018,7,1),DATE(2048,1,1),8%,9%,2,1)',
  ],
  EFFECT: [
    'nominal_rate, npery',
    'Rate that is earned in a year when a nominal rate is compounded npery times.',
    '=EFFECT(5.25%,4)',
  ],
  FV: [
    'rate, nper, pmt, [pv], [type]',
    'What payments and a starting amount have become after nper periods; money paid is negative.',
    '=FV(6%/12,10,-200,-500,1)',
  ],
  FVSCHEDULE: [
    'principal, schedule',
    'What an amount has become after growing at one rate after another.',
    '=FVSCHEDULE(1,{0.09,0.11,0.1})',
  ],
  INTRATE: [
    'settlement, maturity, investment, redemption, [basis]',
    'Simple interest a year of a fully invested security.',
    '=INTRATE(DATE(2008,2,15),DATE(2008,5,15),1000000,1014420,2)',
  ],
  IPMT: [
    'rate, per, nper, pv, [fv], [type]',
    'Interest in the payment of one period of a loan.',
    '=IPMT(10%/12,1,3*12,8000)',
  ],
  IRR: [
    'values, [guess]',
    'Rate a period at which equally spaced flows of money are worth nothing.',
    '=IRR({-70000,12000,15000,18000,21000,26000})',
    search,
  ],
  ISPMT: [
    'rate, per, nper, pv',
    'Interest of one period, counted from 0, of a loan that is repaid in equal parts of its principal.',
    '=ISPMT(10%,0,4,4000)',
  ],
  MDURATION: [
    'settlement, maturity, coupon, yld, frequency, [basis]',
    'Modified duration of a bond: by how much its price falls when its yield rises.',
    '=MDURATION(DATE(2008,1,1),DATE(2016,1,1),8%,9%,2,1)',
  ],
  MIRR: [
    'values, finance_rate, reinvest_rate',
    'Rate of return of flows that are financed at one rate and reinvested at another.',
    '=MIRR({-120000,39000,30000,21000,37000,46000},10%,12%)',
  ],
  NOMINAL: [
    'effect_rate, npery',
    'Nominal rate that, compounded npery times a year, gives an effective rate.',
    '=NOMINAL(5.3543%,4)',
  ],
  NPER: [
    'rate, pmt, pv, [fv], [type]',
    'How many periods of a payment lead from a starting amount to a final one.',
    '=NPER(1%,-100,-1000,10000,1)',
  ],
  NPV: [
    'rate, value1, [value2]…',
    'The net present value of flows of money, the first of them a period from now.',
    '=NPV(10%,-10000,3000,4200,6800)',
  ],
  ODDFPRICE: [
    'settlement, maturity, issue, first_coupon, rate, yld, redemption, frequency, [basis]',
    'Price per 100 of a bond whose first coupon period is shorter or longer than the others.',
    '=ODDFPRICE(DATE(2008,11,11),DATE(2021,3,1),DATE(2008,10,15),DATE(2009,3,1),7.85%,6.25%,100,2,1)',
  ],
  ODDFYIELD: [
    'settlement, maturity, issue, first_coupon, rate, pr, redemption, frequency, [basis]',
    'Yield of a bond whose first coupon period is shorter or longer than the others.',
    '=ODDFYIELD(DATE(2008,11,11),DATE(2021,3,1),DATE(2008,10,15),DATE(2009,3,1),5.75%,84.5,100,2)',
  ],
  ODDLPRICE: [
    'settlement, maturity, last_interest, rate, yld, redemption, frequency, [basis]',
    'Price per 100 of a bond in its last coupon period, which is shorter or longer than the others.',
    '=ODDLPRICE(DATE(2008,2,7),DATE(2008,6,15),DATE(2007,10,15),3.75%,4.05%,100,2)',
  ],
  ODDLYIELD: [
    'settlement, maturity, last_interest, rate, pr, redemption, frequency, [basis]',
    'Yield of a bond in its last coupon period, which is shorter or longer than the others.',
    '=ODDLYIELD(DATE(2008,4,20),DATE(2008,6,15),DATE(2007,12,24),3.75%,99.875,100,2)',
  ],
  PDURATION: [
    'rate, pv, fv',
    'How many periods an amount needs to grow to another one.',
    '=PDURATION(2.5%,2000,2200)',
  ],
  PMT: [
    'rate, nper, pv, [fv], [type]',
    'Payment of each period of a loan; type 1 means at the start of the period.',
    '=PMT(8%/12,10,10000)',
  ],
  PPMT: [
    'rate, per, nper, pv, [fv], [type]',
    'Principal in the payment of one period of a loan.',
    '=PPMT(8%,10,10,200000)',
  ],
  PRICE: [
    'settlement, maturity, rate, yld, redemption, frequency, [basis]',
    'Price per 100 of a bond at a yield, without accrued interest.',
    '=PRICE(DATE(2008,2,15),DATE(2017,11,15),5.75%,6.5%,100,2)',
  ],
  PRICEDISC: [
    'settlement, maturity, discount, redemption, [basis]',
    'Price per 100 of a security that is sold at a discount.',
    '=PRICEDISC(DATE(2008,2,16),DATE(2008,3,1),5.25%,100,2)',
  ],
  PRICEMAT: [
    'settlement, maturity, issue, rate, yld, [basis]',
    'Price per 100 of a security that pays all interest at maturity.',
    '=PRICEMAT(DATE(2008,2,15),DATE(2008,4,13),DATE(2007,11,11),6.1%,6.1%)',
  ],
  PV: [
    'rate, nper, pmt, [fv], [type]',
    'What payments and a final amount are worth now; money paid is negative.',
    '=PV(8%/12,12*20,500)',
  ],
  RATE: [
    'nper, pmt, pv, [fv], [type], [guess]',
    'Rate a period of a loan or a savings plan.',
    '=RATE(4*12,-200,8000)',
  ],
  RECEIVED: [
    'settlement, maturity, investment, discount, [basis]',
    'What a fully invested security pays at maturity.',
    '=RECEIVED(DATE(2008,2,15),DATE(2008,5,15),1000000,5.75%,2)',
  ],
  RRI: ['nper, pv, fv', 'Rate a period at which an amount grows to another one.', '=RRI(8,10000,11000)'],
  SLN: ['cost, salvage, life', 'Depreciation of each period, the same in all.', '=SLN(30000,7500,10)'],
  SYD: [
    'cost, salvage, life, per',
    'Depreciation of a period by the sum of the digits of the years.',
    '=SYD(30000,7500,10,1)',
  ],
  TBILLEQ: [
    'settlement, maturity, discount',
    'Yield of a bond that is worth as much as a treasury bill with a discount.',
    '=TBILLEQ(DATE(2008,3,31),DATE(2008,6,1),9.14%)',
  ],
  TBILLPRICE: [
    'settlement, maturity, discount',
    'Price per 100 of a treasury bill.',
    '=TBILLPRICE(DATE(2008,3,31),DATE(2008,6,1),9%)',
  ],
  TBILLYIELD: [
    'settlement, maturity, pr',
    'Yield of a treasury bill.',
    '=TBILLYIELD(DATE(2008,3,31),DATE(2008,6,1),98.45)',
  ],
  VDB: [
    'cost, salvage, life, start_period, end_period, [factor], [no_switch]',
    'Depreciation over any periods by the declining balance, then evenly unless no_switch is TRUE.',
    '=VDB(2400,300,10,0,0.875,1.5)',
  ],
  XIRR: [
    'values, dates, [guess]',
    'Rate a year at which flows of money on given days are worth nothing.',
    '=XIRR({-10000,2750,4250,3250,2750},{39448,39508,39751,39859,39904})',
    'Never a false rate near 0, which Excel gives where its search fails, as with a first flow of 0.',
  ],
  XNPV: [
    'rate, values, dates',
    'The net present value of flows of money on given days, on the first of them.',
    '=XNPV(9%,{-10000,2750,4250,3250,2750},{39448,39508,39751,39859,39904})',
    'Takes a rate from above -100 % on; Excel gives #NUM! for one below 0.',
  ],
  YIELD: [
    'settlement, maturity, rate, pr, redemption, frequency, [basis]',
    'Yield of a bond at a price.',
    '=YIELD(DATE(2008,2,15),DATE(2016,11,15),5.75%,95.04287,100,2)',
  ],
  YIELDDISC: [
    'settlement, maturity, pr, redemption, [basis]',
    'Yield of a security that is sold at a discount.',
    '=YIELDDISC(DATE(2008,2,16),DATE(2008,3,1),99.795,100,2)',
  ],
  YIELDMAT: [
    'settlement, maturity, issue, rate, pr, [basis]',
    'Yield of a security that pays all interest at maturity.',
    '=YIELDMAT(DATE(2008,3,15),DATE(2008,11,3),DATE(2007,11,8),6.25%,100.0123)',
  ],
};
