import { isCellError, type CellValue } from '../document.ts';
import { readTextNumber } from '../number-format.ts';
import type { ConditionalRule } from './conditional-format.ts';

/** Tells of a value whether it meets a rule that compares it with the others of its range. */
export interface RangeTest {
  /** The same text for tests that tell the same of every value. */
  readonly key: string;
  readonly meets: (value: CellValue) => boolean;
}

type RangeRule = Extract<ConditionalRule, { kind: 'rank' | 'average' | 'repeated' }>;

/** The test that a rule comes to over these values. Ranks and averages are of numbers only. */
export function rangeTest(rule: RangeRule, values: readonly CellValue[]): RangeTest {
  switch (rule.kind) {
    case 'rank':
      return rankTest(rule, numbersOf(values));
    case 'average':
      return averageTest(rule, numbersOf(values));
    case 'repeated':
      return repeatedTest(rule.values, values);
    default:
      return rule satisfies never;
  }
}

/** The numbers among values. */
export function numbersOf(values: readonly CellValue[]): number[] {
  return values.filter((value) => typeof value === 'number');
}

const none: RangeTest = { key: 'none', meets: () => false };

function numberTest(key: string, meets: (value: number) => boolean): RangeTest {
  return { key, meets: (value) => typeof value === 'number' && meets(value) };
}

/** Cells of the same value as the last of the rank count too; a percentage is at least one cell. */
function rankTest(
  { end, count, percent }: Extract<RangeRule, { kind: 'rank' }>,
  numbers: readonly number[],
): RangeTest {
  const wanted = percent ? Math.max(1, Math.floor((numbers.length * count) / 100)) : count;
  const isTop = end === 'top';
  const ordered = numbers.toSorted((one, other) => (isTop ? other - one : one - other));
  const last = ordered[Math.min(wanted, ordered.length) - 1];
  if (last === undefined) return none;
  return numberTest(`${end} ${last}`, (value) => (isTop ? value >= last : value <= last));
}

/** The standard deviation is that of a sample, as STDEV.S has it. */
function averageTest(
  { side, orEqual, deviations = 0 }: Extract<RangeRule, { kind: 'average' }>,
  numbers: readonly number[],
): RangeTest {
  if (numbers.length === 0 || (deviations > 0 && numbers.length < 2)) return none;
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const spread = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = deviations === 0 ? 0 : Math.sqrt(spread / (numbers.length - 1));
  const limit = side === 'above' ? mean + deviations * deviation : mean - deviations * deviation;
  return numberTest(`${side} ${orEqual ?? false} ${limit}`, (value) => {
    if (orEqual && value === limit) return true;
    return side === 'above' ? value > limit : value < limit;
  });
}

/**
 * What values are compared by: letter case does not count, and a text that reads as a number is that
 * number, as COUNTIF has it. Null for an empty cell, which is neither repeated nor alone.
 */
function comparable(value: CellValue): string | null {
  if (value === null || value === '') return null;
  if (isCellError(value)) return value.error;
  if (typeof value === 'number') return `n${value}`;
  if (typeof value === 'boolean') return `b${value}`;
  const number = readTextNumber(value);
  return number === undefined ? `t${value.toLowerCase()}` : `n${number}`;
}

function repeatedTest(wanted: 'duplicate' | 'unique', values: readonly CellValue[]): RangeTest {
  const counts = new Map<string, number>();
  for (const value of values) {
    const key = comparable(value);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const found = [...counts].filter(([, count]) => (wanted === 'unique' ? count === 1 : count > 1));
  const met = new Set(found.map(([key]) => key));
  return {
    key: [...met].toSorted().join('\n'),
    meets: (value) => met.has(comparable(value) ?? ''),
  };
}
