import type { GuideFunction } from './guide-function.ts';

/** Excel's limit for any function. */
const mostArguments = 255;

/**
 * Whether a function can be given so many arguments: null when it can. Arguments that are repeated
 * come together, such as the ranges and the criteria of SUMIFS: half a pair is too few.
 */
export function argumentCountFault(
  { arguments: named }: GuideFunction,
  count: number,
): 'too-few-arguments' | 'too-many-arguments' | null {
  const needed = named.filter(({ optional }) => !optional).length;
  const group = named.filter(({ repeated }) => repeated).length;
  const spare = named.filter(({ optional, repeated }) => optional && !repeated).length;
  if (count < needed) return 'too-few-arguments';
  if (count > mostArguments) return 'too-many-arguments';
  const beyond = count - needed;
  if (beyond <= spare) return null;
  if (group === 0) return 'too-many-arguments';
  return beyond % group <= spare ? null : 'too-few-arguments';
}

/** How many arguments a function takes, in words: `1 to 3 arguments`, `at least 2 arguments`. */
export function argumentCountWords({ arguments: named }: GuideFunction): string {
  const least = named.filter(({ optional }) => !optional).length;
  const most = named.some(({ repeated }) => repeated) ? Infinity : named.length;
  if (most === 0) return 'no arguments';
  const words = least === most ? `${most}` : most === Infinity ? `at least ${least}` : `${least} to ${most}`;
  return `${words} ${least === 1 && (most === 1 || most === Infinity) ? 'argument' : 'arguments'}`;
}
