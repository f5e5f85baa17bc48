import type { BoundedFigure } from '../rows.ts';

/** What is wrong with a figure and its bounds, or null; `where` tells which of several figures it is. */
export function boundsFault(
  { value, low, high }: Pick<BoundedFigure, 'value' | 'low' | 'high'>,
  where = '',
): string | null {
  return low <= value && value <= high ? null : `${value}${where} is outside its bounds ${low} to ${high}`;
}

/** Room for rounding when shares are added. */
const tolerance = 1e-9;

/** What is wrong with shares of one whole, or null; `of` tells whose shares they are. */
export function sharesFault(shares: readonly number[], of = ''): string | null {
  const sum = shares.reduce((total, share) => total + share, 0);
  return sum <= 1 + tolerance ? null : `the shares${of} add up to ${Number(sum.toFixed(6))}, more than 1`;
}
