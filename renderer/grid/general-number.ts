/** Fewest digits that still say something of a number. */
const leastDigits = 2;

/**
 * A number without a format as Excel shows it in a narrow column: with as many digits as fit.
 * Undefined when not even two do.
 */
export function generalNumber(value: number, fits: (text: string) => boolean): string | undefined {
  for (let digits = 10; digits >= leastDigits; digits--) {
    const [mantissa = '', exponent] = String(Number(value.toPrecision(digits))).split('e');
    const text = (exponent === undefined ? mantissa : `${mantissa}E${exponent}`).replaceAll('-', '−');
    if (fits(text)) return text;
  }
  return undefined;
}
