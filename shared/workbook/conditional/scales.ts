import type { CellValue } from '../document.ts';
import type { ConditionalRule, ScalePoint } from './conditional-format.ts';
import type { Icon } from './icons.ts';
import { numbersOf } from './range-tests.ts';

/** A bar behind a number: where it begins and ends, in parts of the cell's width, from its left edge. */
export interface Bar {
  readonly colour: string;
  readonly from: number;
  readonly to: number;
}

/** The icon beside a number, or in its place; null where the number has none. */
export interface CellIcon {
  readonly name: Icon | null;
  readonly only: boolean;
}

/** What a colour scale, a data bar or an icon set gives a number of its range. */
export interface Scale {
  /** The same text for scales that give every number the same. */
  readonly key: string;
  readonly of: (
    value: number,
  ) => { readonly fillColour: string } | { readonly bar: Bar } | { readonly icon: CellIcon };
}

type ScaleRule = Extract<ConditionalRule, { kind: 'colourScale' | 'dataBar' | 'iconSet' }>;

/**
 * The scale that a rule comes to over these values; null where there are no numbers, or where a point
 * of it is no number. `valueOf` calculates the formula of a point.
 */
export function scaleOf(
  rule: ScaleRule,
  values: readonly CellValue[],
  valueOf: (formula: string) => CellValue,
): Scale | null {
  const numbers = numbersOf(values).toSorted((one, other) => one - other);
  const place = (at: ScalePoint, end: 'low' | 'high') => placeOf(at, end, numbers, valueOf);
  if (rule.kind === 'dataBar') {
    const [low, high] = [place(rule.low, 'low'), place(rule.high, 'high')];
    return low === null || high === null ? null : barScale(rule.colour, low, high);
  }
  if (rule.kind === 'iconSet') {
    const starts = rule.from.flatMap(({ at, above = false }) => {
      const value = place(at, 'low');
      return value === null ? [] : [{ at: value, above }];
    });
    return starts.length < rule.from.length ? null : iconScale(rule, starts);
  }
  const stops: Stop[] = [];
  for (const [index, { at, colour }] of rule.stops.entries()) {
    const value = place(at, index === 0 ? 'low' : 'high');
    if (value === null) return null;
    stops.push({ at: value, colour });
  }
  return colourScale(stops.toSorted((one, other) => one.at - other.at));
}

interface Stop {
  readonly at: number;
  readonly colour: string;
}

function placeOf(
  at: ScalePoint,
  end: 'low' | 'high',
  numbers: readonly number[],
  valueOf: (formula: string) => CellValue,
): number | null {
  const [lowest, highest] = [numbers[0], numbers.at(-1)];
  if (lowest === undefined || highest === undefined) return null;
  if (at.kind === 'lowest') return lowest;
  if (at.kind === 'highest') return highest;
  if (at.kind === 'automatic') return end === 'low' ? Math.min(0, lowest) : Math.max(0, highest);
  const value = valueOf(at.value);
  if (typeof value !== 'number') return null;
  if (at.kind === 'percent') return lowest + ((highest - lowest) * value) / 100;
  return at.kind === 'percentile' ? percentile(numbers, value) : value;
}

/** As PERCENTILE.INC; null beyond 0 to 100. */
function percentile(ordered: readonly number[], percent: number): number | null {
  if (percent < 0 || percent > 100) return null;
  const place = ((ordered.length - 1) * percent) / 100;
  const below = ordered[Math.floor(place)] ?? 0;
  const above = ordered[Math.ceil(place)] ?? 0;
  return below + (above - below) * (place - Math.floor(place));
}

function colourScale(stops: readonly Stop[]): Scale {
  return {
    key: JSON.stringify(stops),
    of: (value) => {
      const next = stops.findIndex(({ at }) => value <= at);
      const [below, above] = [stops[next - 1], stops[next]];
      if (above === undefined) return { fillColour: stops.at(-1)?.colour ?? '' };
      if (below === undefined) return { fillColour: above.colour };
      return { fillColour: mixed(below.colour, above.colour, (value - below.at) / (above.at - below.at)) };
    },
  };
}

/** The colour at a part, 0 to 1, of the way from one to another. */
function mixed(one: string, other: string, part: number): string {
  const channel = (at: number) => {
    const [from, to] = [one, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    const value = Math.round((from ?? 0) + ((to ?? 0) - (from ?? 0)) * part);
    return value.toString(16).padStart(2, '0').toUpperCase();
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** Bars grow from 0, or from the end of the scale nearest to it. */
function barScale(colour: string, low: number, high: number): Scale {
  const part = (value: number) =>
    high > low ? (Math.min(high, Math.max(low, value)) - low) / (high - low) : value >= high ? 1 : 0;
  const zero = part(0);
  return {
    key: `${colour} ${low} ${high}`,
    of: (value) => {
      const end = part(value);
      return { bar: { colour, from: Math.min(zero, end), to: Math.max(zero, end) } };
    },
  };
}

/** The icon of a number is the highest whose beginning it reaches, in whatever order they stand. */
function iconScale(
  { icons, iconOnly }: Extract<ScaleRule, { kind: 'iconSet' }>,
  starts: readonly { readonly at: number; readonly above: boolean }[],
): Scale {
  const only = iconOnly ?? false;
  return {
    key: JSON.stringify([icons, only, starts]),
    of: (value) => {
      const reached = starts.findLastIndex(({ at, above }) => (above ? value > at : value >= at));
      return { icon: { name: icons[reached + 1] ?? null, only } };
    },
  };
}
