import { numberText } from '../charts/figure-text.ts';

const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A count in words up to ten, then in digits; "no" for none. */
export function countWords(count: number): string {
  return smallNumbers[count] ?? numberText(count, 0);
}

const withoutTrailingZeros = (digits: string) =>
  digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;

/**
 * An amount in US$ bn as a title says it: three digits or so, in billions or trillions
 * ("$301 billion", "$46.7 billion", "$1.4 trillion"). `decimals` asks for more digits of billions.
 */
export function moneyWords(valueBn: number, decimals?: number): string {
  const sign = valueBn < 0 ? '\u2212' : '';
  const size = Math.abs(valueBn);
  if (size === 0) return '$0';
  if (decimals === undefined && size < 0.05) return 'less than $0.1\u00A0billion';
  if (size >= 999.5) return `${sign}$${withoutTrailingZeros(numberText(size / 1000, 2))}\u00A0trillion`;
  const digits = numberText(size, decimals ?? (size >= 99.95 ? 0 : 1));
  return `${sign}$${withoutTrailingZeros(digits)}\u00A0billion`;
}

/** Words in a row: "A", "A and B", "A, B and C". */
export function listWords(words: readonly string[]): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
