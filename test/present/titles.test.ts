import { describe, expect, test } from 'vitest';
import type { PartnerFlow } from '../../renderer/charts/money-flows.ts';
import { bridgeSubtitle, bridgeTitle } from '../../renderer/present/bridge-words.ts';
import { flowsSubtitle, flowsTitle } from '../../renderer/present/flow-words.ts';
import { asOfWords, checkWords } from '../../renderer/present/footer-words.ts';
import { countWords, listWords, moneyWords } from '../../renderer/present/money-words.ts';
import { scenariosSubtitle, scenariosTitle } from '../../renderer/present/scenario-words.ts';
import { spendingSubtitle, spendingTitle } from '../../renderer/present/spending-words.ts';

/** Titles keep a number and its word on one line; a reader sees plain spaces. */
const plain = (text: string) => text.replaceAll('\u00A0', ' ');

describe('amounts in words', () => {
  test.each([
    [301.2, '$301 billion'],
    [99.96, '$100 billion'],
    [46.74, '$46.7 billion'],
    [30, '$30 billion'],
    [1, '$1 billion'],
    [0.05, '$0.1 billion'],
    [0.04, 'less than $0.1 billion'],
    [0, '$0'],
    [999.4, '$999 billion'],
    [999.5, '$1 trillion'],
    [1000, '$1 trillion'],
    [1454, '$1.45 trillion'],
    [2900, '$2.9 trillion'],
    [-12.3, '−$12.3 billion'],
  ])('%d is %s', (value, words) => expect(plain(moneyWords(value))).toBe(words));

  test('counts up to ten are words', () =>
    expect([0, 1, 6, 11].map(countWords)).toEqual(['no', 'one', 'six', '11']));
  test('lists read as a sentence', () =>
    expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(listWords)).toEqual([
      '',
      'A',
      'A and B',
      'A, B and C',
    ]));
});

describe('the bridge', () => {
  const seed = { qualifier: 'over', headline: 1000, itemised: 713, probable: 314.0 };
  test.each([
    [seed, 'Of the more than $1 trillion announced, $314 billion is probable cash by the end of 2028'],
    [
      { ...seed, qualifier: 'about', headline: 1400, probable: 482.9 },
      'Of about $1.4 trillion announced, $483 billion is probable cash by the end of 2028',
    ],
    [
      { ...seed, qualifier: '', headline: 713 },
      'Of the $713 billion announced, $314 billion is probable cash by the end of 2028',
    ],
    [
      { ...seed, probable: 0 },
      'Of the more than $1 trillion announced, nothing is probable cash by the end of 2028',
    ],
    [
      { ...seed, probable: null },
      'How much of the more than $1 trillion announced is probable cash by the end of 2028 cannot be worked out',
    ],
    [
      { ...seed, headline: null },
      '$314 billion is probable cash by the end of 2028; the announced total is not given',
    ],
    [
      { ...seed, headline: null, probable: null },
      'Neither the announced total nor the cash probable by the end of 2028 is given',
    ],
    [{ ...seed, headline: 0 }, 'Nothing is announced; $314 billion is probable cash by the end of 2028'],
    [
      { ...seed, headline: 200 },
      '$314 billion is probable cash by the end of 2028, beyond the more than $200 billion announced',
    ],
  ])('title %#', (amounts, words) => expect(plain(bridgeTitle(amounts))).toBe(words));

  test.each([
    [
      seed,
      'The itemised deals add up to 713.0. The rest, at least 287, has no deal behind it and adds nothing here.',
    ],
    [
      { ...seed, qualifier: 'about', headline: 1400 },
      'The itemised deals add up to 713.0. The rest, about 687, has no deal behind it and adds nothing here.',
    ],
    [
      { ...seed, qualifier: 'about', headline: 1400, itemised: 1612.3 },
      'The itemised deals add up to 1,612.3, about 212.3 more than the headline.',
    ],
    [
      { ...seed, itemised: 1100 },
      'The itemised deals add up to 1,100.0, at most 100 more than the headline.',
    ],
    [
      { ...seed, itemised: 1000 },
      'The itemised deals add up to 1,000.0; what the headline has beyond that is not said.',
    ],
    [{ ...seed, qualifier: '', itemised: 1000 }, 'The itemised deals add up to 1,000.0, the whole headline.'],
    [
      { ...seed, itemised: 0 },
      'No deal is itemised. The rest, at least 1,000, has no deal behind it and adds nothing here.',
    ],
    [{ ...seed, itemised: null }, 'What the itemised deals add up to is not given.'],
    [{ ...seed, headline: null }, 'The itemised deals add up to 713.0.'],
  ])('line under it %#', (amounts, words) => expect(plain(bridgeSubtitle(amounts))).toBe(words));
});

describe('spending', () => {
  const years = ['2025', '2026', '2027', '2028'];
  const base = { years, totals: [46.7, 94.9, 102.2, 70.2], beforeWindow: 2.9, afterWindow: 61.6 };
  test.each([
    [base, 'Probable spending peaks at $102 billion in 2027; $61.6 billion more falls after 2028'],
    [
      { ...base, totals: [10, 20, 30, 40] },
      'Probable spending grows every year and reaches $40 billion in 2028; $61.6 billion more falls after 2028',
    ],
    [
      { ...base, totals: [40, 30, 20, 10] },
      'Probable spending falls every year, from $40 billion in 2025 to $10 billion in 2028; $61.6 billion more falls after 2028',
    ],
    [
      { ...base, totals: [5, 9, 9, 2], afterWindow: 0 },
      'Probable spending peaks at $9 billion in 2026 and 2027; none falls after 2028',
    ],
    [
      { ...base, totals: [5, 5, 5, 5], afterWindow: null },
      'Probable spending stays at $5 billion a year from 2025 to 2028',
    ],
    [
      { ...base, totals: [0, 0, 0, 0] },
      'No spending is probable from 2025 to 2028; $61.6 billion falls after 2028',
    ],
    [
      { ...base, totals: [46.7, null, 102.2, null] },
      'Probable spending cannot be worked out for 2026 and 2028',
    ],
    [{ ...base, years: [], totals: [] }, 'Spending by year is not given'],
  ])('title %#', (amounts, words) => expect(plain(spendingTitle(amounts))).toBe(words));

  test.each([
    [
      base,
      'Net of what is counted twice, 2025 to 2028 come to 314.0. Not in the columns: 2.9 before 2025 and 61.6 after 2028.',
    ],
    [
      { ...base, beforeWindow: 0 },
      'Net of what is counted twice, 2025 to 2028 come to 314.0. Not in the columns: 61.6 after 2028.',
    ],
    [
      { ...base, beforeWindow: null },
      'Net of what is counted twice, 2025 to 2028 come to 314.0. Not in the columns: 61.6 after 2028.',
    ],
    [
      { ...base, beforeWindow: null, afterWindow: null, totals: [1, null, 2, 3] },
      'Net of what is counted twice.',
    ],
  ])('line under it %#', (amounts, words) => expect(plain(spendingSubtitle(amounts))).toBe(words));
});

describe('money flows', () => {
  const flow = (partner: string, fundsOpenAi: number, openAiPays: number, othersPay = 0): PartnerFlow => ({
    partner,
    fundsOpenAi,
    openAiPays,
    othersPay,
    returned: Math.min(fundsOpenAi, openAiPays),
  });
  test.each([
    [
      [flow('NVIDIA', 27, 20), flow('AWS', 30, 32.2)],
      'Of the $57 billion that partners put into OpenAI, $50 billion comes back to them as payments',
    ],
    [
      [flow('NVIDIA', 27, 20), flow('AMD', 0, 5)],
      'Of the $27 billion that NVIDIA puts into OpenAI, $20 billion comes back to it as payments',
    ],
    [
      [flow('NVIDIA', 27, 40)],
      'All of the $27 billion that NVIDIA puts into OpenAI comes back to it as payments',
    ],
    [
      [flow('SoftBank', 60, 0)],
      'None of the $60 billion that SoftBank puts into OpenAI comes back to it as payments',
    ],
    [
      [flow('NVIDIA', 27, 27), flow('AWS', 200.3, 200.1)],
      'Of the $227.3 billion that partners put into OpenAI, $227.1 billion comes back to them as payments',
    ],
    [
      [flow('NVIDIA', 27, 27), flow('AWS', 30, 29.999)],
      'Of the $57 billion that partners put into OpenAI, nearly all comes back to them as payments',
    ],
    [
      [flow('AMD', 0, 5)],
      'No partner puts money into OpenAI, so none of the $5 billion it pays them is circular',
    ],
    [[], 'No money passes between OpenAI and its partners'],
  ])('title %#', (flows, words) => expect(plain(flowsTitle(flows))).toBe(words));

  test.each([
    [
      [flow('NVIDIA', 27, 20), flow('Stargate', 0, 80, 61.2)],
      'OpenAI pays its partners 100.0 in 2025 to 2028; 20.0 % of it is money that the payee had put in. Others pay them 61.2 more.',
    ],
    [[flow('AMD', 0, 5)], 'OpenAI pays its partners 5.0 in 2025 to 2028; none of it is circular.'],
    [
      [flow('Stargate', 0, 0, 61.2)],
      'OpenAI pays its partners nothing in 2025 to 2028. Others pay them 61.2.',
    ],
  ])('line under it %#', (flows, words) =>
    expect(plain(flowsSubtitle(flows, '2025 to 2028', null))).toBe(words),
  );
  test('what comes back through several parties is said where it is another amount', () => {
    const line = (recycled: number) => plain(flowsSubtitle([flow('NVIDIA', 27, 20)], '', recycled));
    expect(line(20.01)).not.toContain('detours');
    expect(line(15)).toContain('that the payee had put in, 75.0 % counting detours.');
  });
});

describe('scenarios', () => {
  const compare = (values: (number | null)[], unit = 'US$ bn', format = '#,##0.0') => ({
    scenarios: values.map(
      (_, index) =>
        ['Base', 'Upside', 'Downside', 'Credit crunch', 'Vendor pull-back', 'Power-constrained'][index] ?? '',
    ),
    figures: [
      { name: 'other', label: 'Other', unit: '%', values: values.map(() => 0) },
      { name: 'probable_by_2028', label: 'Probable cash by 2028', unit, format, values },
    ],
  });
  test.each([
    [
      compare([301.2, 392.6, 174, 205.7]),
      'Probable cash by 2028 runs from $174 billion in Downside to $393 billion in Upside',
    ],
    [
      compare([301.2, 392.6, 301.3]),
      'Probable cash by 2028 runs from $301 billion in Base and Downside to $393 billion in Upside',
    ],
    [compare([5, 5, 5, 5, 5, 5]), 'Probable cash by 2028 is $5 billion in all six scenarios'],
    [compare([5, 5]), 'Probable cash by 2028 is $5 billion in both scenarios'],
    [compare([null, 5]), 'Probable cash by 2028 is $5 billion in Upside'],
    [compare([null, null]), 'Probable cash by 2028 cannot be worked out in any scenario'],
    [
      compare([0.1, 0.267], 'share', '0.0 %'),
      'Probable cash by 2028 runs from 10.0 % in Base to 26.7 % in Upside',
    ],
    [{ scenarios: [], figures: [] }, 'This workbook has no scenarios to compare'],
  ])('title %#', (comparison, words) => expect(plain(scenariosTitle(comparison))).toBe(words));

  test('the small figures are explained only where there are some', () => {
    expect(scenariosSubtitle({ ...compare([1, 2]), figures: compare([1, 2]).figures.slice(1) })).toBe(
      'Small figures are differences from Base, the largest of a row in bold; blank means the same.',
    );
    expect(scenariosSubtitle(compare([1, 2]))).toMatch(/ One figure that no scenario moves is left out\.$/);
    expect(scenariosSubtitle(compare([1]))).toBe('');
  });
});

describe('the foot', () => {
  test('the date is written out', () => {
    expect(asOfWords(46204)).toBe('As of 1 July 2026');
    expect(asOfWords(null)).toBe('As-of date not given');
  });
  test.each([
    [0, 41, { hold: true, words: 'All 41 checks hold' }],
    [0, 1, { hold: true, words: 'The one check holds' }],
    [1, 41, { hold: false, words: '1 of 41 checks fails' }],
    [2, 41, { hold: false, words: '2 of 41 checks fail' }],
    [1, null, { hold: false, words: '1 check fails' }],
    [0, null, { hold: true, words: 'All checks hold' }],
    [{ error: '#REF!' } as const, 41, { hold: false, words: 'The checks cannot be calculated' }],
    [null, null, { hold: null, words: 'No checks' }],
  ])('checks %#', (failed, count, words) => expect(checkWords(failed, count)).toEqual(words));
});
