import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { Engine } from '../../shared/engine/engine.ts';

const engine = Engine.build([{ name: 'S', rows: [] }], []);
afterAll(() => engine.destroy());

/** The numbers that formulas give. */
function values(...formulas: readonly string[]): number[] {
  engine.setCells(formulas.map((formula, row) => ({ sheet: 'S', row, column: 0, content: `=${formula}` })));
  return formulas.map((formula, row) => {
    const value = engine.value({ sheet: 'S', row, column: 0 });
    if (typeof value !== 'number') throw new Error(`${formula} gives ${JSON.stringify(value)}`);
    return value;
  });
}

/** Equal beside a size, which is that of the second number unless it is given. */
function expectNear(actual = NaN, expected = NaN, size = Math.abs(expected), part = 1e-9): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(part * Math.max(1, size));
}

const runs = { numRuns: 150, seed: 7 };

const rate = fc.double({ min: -0.3, max: 0.6, noNaN: true });
const positiveRate = fc.double({ min: 0.0001, max: 0.6, noNaN: true });
const money = fc.integer({ min: -10_000, max: 10_000 });
const debt = fc.integer({ min: 1, max: 1_000_000 });
const periods = fc.integer({ min: 1, max: 120 });
const type = fc.constantFrom(0, 1);

describe('payments', () => {
  test('a plan with its payment ends with its final amount, and starts with its first', () => {
    fc.assert(
      fc.property(rate, periods, money, money, type, (r, n, pv, fv, t) => {
        const [pmt = NaN] = values(`PMT(${r},${n},${pv},${fv},${t})`);
        const [end, start] = values(`FV(${r},${n},${pmt},${pv},${t})`, `PV(${r},${n},${pmt},${fv},${t})`);
        const growth = (1 + r) ** n;
        expectNear(end, fv, Math.abs(pv) * growth + Math.abs(pmt) * n * Math.max(1, growth));
        expectNear(start, pv, Math.abs(fv) / growth + Math.abs(pmt) * n * Math.max(1, 1 / growth));
      }),
      runs,
    );
  });

  test('interest and principal are the payment, and their sums are cumulative', () => {
    fc.assert(
      fc.property(positiveRate, periods, debt, type, fc.nat(), fc.nat(), (r, n, pv, t, first, last) => {
        const [a, b] = [(first % n) + 1, (last % n) + 1];
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const plan = `${r},${n},${pv}`;
        const [pmt = NaN, interest = NaN, principal = NaN] = values(
          `PMT(${plan},0,${t})`,
          `CUMIPMT(${plan},${start},${end},${t})`,
          `CUMPRINC(${plan},${start},${end},${t})`,
        );
        const parts = values(
          ...Array.from(
            { length: end - start + 1 },
            (_, index) => `IPMT(${r},${start + index},${n},${pv},0,${t})`,
          ),
        );
        const size = Math.abs(pmt) * n;
        expectNear(
          parts.reduce((sum, part) => sum + part, 0),
          interest,
          size,
        );
        expectNear(interest + principal, pmt * (end - start + 1), size);
        const [ipmt = NaN, ppmt = NaN] = values(
          `IPMT(${r},${end},${n},${pv},0,${t})`,
          `PPMT(${r},${end},${n},${pv},0,${t})`,
        );
        expectNear(ipmt + ppmt, pmt, size);
      }),
      runs,
    );
  });

  test('NPER and RATE find what the payment was calculated from', () => {
    fc.assert(
      fc.property(positiveRate, periods, debt, type, (r, n, pv, t) => {
        const [pmt] = values(`PMT(${r},${n},${pv},0,${t})`);
        // Of a loan that is hardly repaid the last payments cannot be told from its interest.
        fc.pre(n * Math.log1p(r) < 12);
        expectNear(values(`NPER(${r},${pmt},${pv},0,${t})`)[0], n, n, 1e-7);
        fc.pre(t === 0 || n > 1);
        // From further away Excel's search need not find it.
        expectNear(values(`RATE(${n},${pmt},${pv},0,${t},${r * 1.02})`)[0], r, 1, 1e-8);
      }),
      runs,
    );
  });
});

/** The rate of flows that are paid first and then received, near enough for a guess. */
function rateOf(flows: readonly number[]): number {
  let [low, high] = [-0.9999999, 1e7];
  const isWorth = (tried: number) => flows.reduceRight((worth, flow) => worth / (1 + tried) + flow, 0) > 0;
  for (let step = 0; step < 40; step++) {
    const middle = Math.sqrt((1 + low) * (1 + high)) - 1;
    if (isWorth(middle)) low = middle;
    else high = middle;
  }
  return low;
}

describe('flows', () => {
  const flows = fc.tuple(
    fc.array(fc.integer({ min: -1000, max: -1 }), { minLength: 1, maxLength: 6 }),
    fc.array(fc.integer({ min: 1, max: 1500 }), { minLength: 1, maxLength: 12 }),
  );

  test('NPV at IRR is 0', () => {
    fc.assert(
      fc.property(flows, fc.nat(8), ([paid, received], wait) => {
        const list = [...Array.from({ length: wait }, () => 0), ...paid, ...received];
        const [irr = NaN] = values(`IRR({${list.join(',')}},${rateOf([...paid, ...received])})`);
        const [npv, size] = values(
          `NPV(${irr},{${list.join(',')}})`,
          `NPV(${irr},{${list.map(Math.abs).join(',')}})`,
        );
        expectNear(npv, 0, size);
      }),
      runs,
    );
  });

  test('XNPV at XIRR is 0, whatever the order of the days and with a first flow of 0', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 18, maxLength: 18 });
    fc.assert(
      fc.property(flows, steps, fc.boolean(), ([paid, received], waits, leadingZero) => {
        const list = [...(leadingZero ? [0] : []), ...paid, ...received];
        let day = 43_831;
        const schedule = list.map((flow, index): [number, number] => [flow, (day += waits[index] ?? 1)]);
        const [first, ...rest] = schedule;
        const shuffled = [...(first ? [first] : []), ...rest.toReversed()];
        const dates = `{${shuffled.map(([, date]) => date).join(',')}}`;
        const [xirr = NaN] = values(`XIRR({${shuffled.map(([flow]) => flow).join(',')}},${dates})`);
        // Near -100 % a rate has few digits left of what 1 + rate is.
        fc.pre(xirr > -0.999 && xirr < 1e6);
        const [npv, size] = values(
          `XNPV(${xirr},{${shuffled.map(([flow]) => flow).join(',')}},${dates})`,
          `XNPV(${xirr},{${shuffled.map(([flow]) => Math.abs(flow)).join(',')}},${dates})`,
        );
        expectNear(npv, 0, size);
      }),
      runs,
    );
  });

  test('MIRR with one rate: what is received has grown from what is paid', () => {
    fc.assert(
      fc.property(flows, positiveRate, ([paid, received], r) => {
        const list = [...paid, ...received];
        const at = (sign: number) => list.map((flow) => (Math.sign(flow) === sign ? flow : 0)).join(',');
        const [mirr = NaN, gained = NaN, spent = NaN] = values(
          `MIRR({${list.join(',')}},${r},${r})`,
          `NPV(${r},{${at(1)}})`,
          `NPV(${r},{${at(-1)}})`,
        );
        expectNear(-spent * ((1 + mirr) / (1 + r)) ** (list.length - 1), gained);
      }),
      runs,
    );
  });
});

describe('bonds', () => {
  const settlement = fc.integer({ min: 36_526, max: 47_482 });
  const life = fc.integer({ min: 1, max: 12_000 });
  const frequency = fc.constantFrom(1, 2, 4);
  const basis = fc.constantFrom(0, 1, 2, 3, 4);
  const coupon = fc.double({ min: 0, max: 0.15, noNaN: true });
  const bondYield = fc.double({ min: 0.001, max: 0.25, noNaN: true });

  test('the price at the yield is the price, and the yield at the price is the yield', () => {
    fc.assert(
      fc.property(settlement, life, coupon, bondYield, frequency, basis, (from, days, c, y, f, b) => {
        const dates = `${from},${from + days}`;
        // Months of 30 days may leave no day until maturity.
        fc.pre(days > 3);
        const [price = NaN] = values(`PRICE(${dates},${c},${y},100,${f},${b})`);
        fc.pre(price > 0);
        const [found] = values(`YIELD(${dates},${c},${price},100,${f},${b})`);
        // Just before maturity a price says little about the yield.
        fc.pre(days > 40);
        expectNear(found, y, 1, 1e-8);
        expectNear(values(`PRICE(${dates},${c},${found},100,${f},${b})`)[0], price);
      }),
      runs,
    );
  });

  test('the modified duration is the slope of the price with its interest', () => {
    fc.assert(
      fc.property(settlement, life, coupon, bondYield, frequency, basis, (from, days, c, y, f, b) => {
        const dates = `${from},${from + days}`;
        const [coupons] = values(`COUPNUM(${dates},${f})`);
        // With one coupon left the price is one of simple interest.
        fc.pre((coupons ?? 0) > 1);
        const step = 1e-5;
        const [duration = NaN, modified = NaN, price = NaN, above = NaN, below = NaN] = values(
          `DURATION(${dates},${c},${y},${f},${b})`,
          `MDURATION(${dates},${c},${y},${f},${b})`,
          `PRICE(${dates},${c},${y},100,${f},${b})`,
          `PRICE(${dates},${c},${y + step},100,${f},${b})`,
          `PRICE(${dates},${c},${y - step},100,${f},${b})`,
        );
        expectNear(modified * (1 + y / f), duration);
        const [previous = NaN] = values(`COUPPCD(${dates},${f})`);
        const [elapsed = NaN, whole = NaN] = values(
          `COUPDAYBS(${dates},${f},${b})`,
          b === 1 ? `COUPNCD(${dates},${f})-${previous}` : `COUPDAYS(${dates},${f},${b})`,
        );
        const dirty = price + ((100 * c) / f) * (elapsed / whole);
        expectNear((below - above) / (2 * step) / dirty, modified, modified, 1e-5);
      }),
      runs,
    );
  });

  test('coupons enclose the settlement, a period apart, and end with maturity', () => {
    fc.assert(
      fc.property(settlement, life, frequency, (from, days, f) => {
        const to = from + days;
        const [previous = NaN, next = NaN, count = NaN] = values(
          `COUPPCD(${from},${to},${f})`,
          `COUPNCD(${from},${to},${f})`,
          `COUPNUM(${from},${to},${f})`,
        );
        expect(previous).toBeLessThanOrEqual(from);
        expect(next).toBeGreaterThan(from);
        expect(values(`COUPNUM(${previous},${to},${f})`)).toEqual([count]);
        expect(values(`IF(${next}=${to},0,COUPNUM(${next},${to},${f}))`)).toEqual([count - 1]);
      }),
      runs,
    );
  });

  test('prices and rates of securities without coupons are inverse', () => {
    fc.assert(
      fc.property(settlement, fc.integer({ min: 40, max: 3000 }), positiveRate, basis, (from, days, r, b) => {
        const dates = `${from},${from + days}`;
        const discount = r / 10;
        const [price] = values(`PRICEDISC(${dates},${discount},100,${b})`);
        expectNear(values(`DISC(${dates},${price},100,${b})`)[0], discount);
        const [received] = values(`RECEIVED(${dates},${price},${discount},${b})`);
        expectNear(received, 100);
        const mature = `${dates},${from - 50}`;
        const [atMaturity] = values(`PRICEMAT(${mature},${discount},${r},${b})`);
        expectNear(values(`YIELDMAT(${mature},${discount},${atMaturity},${b})`)[0], r);
      }),
      runs,
    );
  });
});

describe('depreciation', () => {
  const asset = fc.tuple(
    fc.integer({ min: 1000, max: 100_000 }),
    fc.integer({ min: 1, max: 900 }),
    fc.integer({ min: 1, max: 30 }),
  );
  const sumOf = (call: (period: number) => string, life: number) =>
    values(...Array.from({ length: life }, (_, index) => call(index + 1))).reduce(
      (sum, part) => sum + part,
      0,
    );

  test('over the whole life everything but the salvage is depreciated', () => {
    fc.assert(
      fc.property(asset, fc.constantFrom(1, 1.5, 2, 3), ([cost, salvage, life], factor) => {
        const about = `${cost},${salvage},${life}`;
        expectNear(
          sumOf((period) => `SYD(${about},${period})`, life),
          cost - salvage,
        );
        expectNear((values(`SLN(${about})`)[0] ?? NaN) * life, cost - salvage);
        const whole = (period: number) => `VDB(${about},${period - 1},${period},${factor})`;
        expectNear(sumOf(whole, life), cost - salvage);
        expectNear(values(`VDB(${about},0,${life},${factor})`)[0], cost - salvage);
        const declining = sumOf((period) => `DDB(${about},${period},${factor})`, life);
        expect(declining).toBeLessThanOrEqual(cost - salvage + 1e-6);
        expectNear(declining, values(`VDB(${about},0,${life},${factor},TRUE)`)[0]);
      }),
      runs,
    );
  });

  test('French depreciation ends with the salvage', () => {
    fc.assert(
      fc.property(asset, fc.integer({ min: 0, max: 360 }), ([cost, salvage], days) => {
        const call = (period: number) =>
          `AMORLINC(${cost},39448,${39_448 + days},${salvage},${period - 1},0.15)`;
        expectNear(sumOf(call, 8), cost - salvage);
      }),
      runs,
    );
  });
});

test('rates of interest are inverse', () => {
  fc.assert(
    fc.property(positiveRate, fc.integer({ min: 1, max: 365 }), debt, debt, (r, n, pv, fv) => {
      const [effective] = values(`EFFECT(${r},${n})`);
      expectNear(values(`NOMINAL(${effective},${n})`)[0], r, 1, 1e-12);
      const [growth] = values(`RRI(${n},${pv},${fv})`);
      expectNear(values(`FVSCHEDULE(${pv},{${Array.from({ length: n }, () => growth).join(',')}})`)[0], fv);
      fc.pre(fv > pv);
      expectNear(values(`PDURATION(${growth},${pv},${fv})`)[0], n);
    }),
    runs,
  );
});

test('prices in fractions and with decimals are inverse', () => {
  fc.assert(
    fc.property(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 1, max: 200 }), (units, fraction) => {
      const decimal = units + 3 / 8;
      const [written] = values(`DOLLARFR(${decimal},${fraction})`);
      expectNear(values(`DOLLARDE(${written},${fraction})`)[0], decimal);
    }),
    runs,
  );
});
