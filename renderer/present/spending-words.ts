import { bnText } from '../charts/figure-text.ts';
import { listWords, moneyWords } from './money-words.ts';
import type { SpendingFigures } from './presentation-figures.ts';

type SpendingAmounts = Pick<SpendingFigures, 'years' | 'totals' | 'beforeWindow' | 'afterWindow'>;

const window = (years: readonly string[]) =>
  years.length > 1 ? `${years[0]} to ${years.at(-1)}` : (years[0] ?? '');

/** Yearly totals that differ by less read the same with one decimal. */
const readsTheSame = 0.05;
const same = (one: number, other: number) => Math.abs(one - other) < readsTheSame;

/** How spending goes through the years of the window. */
function courseWords(years: readonly string[], totals: readonly number[]): string {
  const [first = 0, last = 0] = [totals[0], totals.at(-1)];
  const [firstYear = '', lastYear = ''] = [years[0], years.at(-1)];
  const peak = Math.max(...totals);
  if (totals.every((total) => total === 0)) return `No spending is probable from ${window(years)}`;
  if (totals.every((total) => same(total, first))) {
    return `Probable spending stays at ${moneyWords(first)} a year from ${window(years)}`;
  }
  const steps = totals.slice(1).map((total, index) => total - (totals[index] ?? 0));
  if (steps.every((step) => step >= readsTheSame)) {
    return `Probable spending grows every year and reaches ${moneyWords(last)} in\u00A0${lastYear}`;
  }
  if (steps.every((step) => step <= -readsTheSame)) {
    return `Probable spending falls every year, from ${moneyWords(first)} in\u00A0${firstYear} to ${moneyWords(last)} in\u00A0${lastYear}`;
  }
  const peakYears = years.filter((_, index) => same(totals[index] ?? 0, peak));
  return `Probable spending peaks at ${moneyWords(peak)} in\u00A0${listWords(peakYears)}`;
}

/** The title of spending by layer and year. */
export function spendingTitle({ years, totals, afterWindow }: SpendingAmounts): string {
  if (years.length === 0) return 'Spending by year is not given';
  const given = totals.filter((total) => total !== null);
  if (given.length < years.length) {
    const missing = years.filter((_, index) => typeof totals[index] !== 'number');
    return `Probable spending cannot be worked out for ${listWords(missing)}`;
  }
  const course = courseWords(years, given);
  const lastYear = years.at(-1) ?? '';
  if (afterWindow === null) return course;
  if (afterWindow === 0) return `${course}; none falls after\u00A0${lastYear}`;
  const more = given.every((total) => total === 0) ? '' : ' more';
  return `${course}; ${moneyWords(afterWindow)}${more} falls after\u00A0${lastYear}`;
}

/** The line under it: what the columns add up to, and what lies outside them. */
export function spendingSubtitle({ years, totals, beforeWindow, afterWindow }: SpendingAmounts): string {
  const given = totals.filter((total) => total !== null);
  const sum = given.reduce((total, value) => total + value, 0);
  const columns =
    years.length > 0 && given.length === years.length
      ? `Net of what is counted twice, ${window(years)} ${years.length === 1 ? 'comes' : 'come'} to ${bnText(sum)}.`
      : 'Net of what is counted twice.';
  const outside = [
    ...(beforeWindow ? [`${bnText(beforeWindow)} before ${years[0]}`] : []),
    ...(afterWindow ? [`${bnText(afterWindow)} after ${years.at(-1)}`] : []),
  ];
  return outside.length === 0 || years.length === 0
    ? columns
    : `${columns} Not in the columns: ${listWords(outside)}.`;
}
