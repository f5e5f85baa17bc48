/**
 * Numbers as Excel reads them, writes them into text and compares them: with 15 significant digits.
 * Sources: Microsoft, "Excel specifications and limits" (number precision 15 digits) and the
 * comparison of Excel's texts in the documentation of Apache POI's NumberToTextConverter.
 */

/** Digits before the exponent is used: a whole number of more, or a fraction longer in all. */
const longestText = 20;

/** The text of a number joined to a text with `&`: 15 significant digits, an exponent from 1E+20 on. */
export function numberText(value: number): string {
  // Whole numbers below 10^15 are their own digits; this is the usual case.
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value);
  const [mantissa = '', exponentText = '0'] = value.toExponential(14).split('e');
  const exponent = Number(exponentText);
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '').replace(/0+$/, '') || '0';
  const fractionLength = 1 - exponent + digits.length;
  if (exponent >= longestText || (exponent < 0 && fractionLength > longestText)) {
    const rest = digits.length > 1 ? `.${digits.slice(1)}` : '';
    return `${sign}${digits[0]}${rest}E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`;
}

/** Digits of a number that is written down; those further on count as 0. */
const digitsRead = 15;

/** A decimal, as a text with whatever signs around it, with a 0 for each significant digit beyond the fifteenth. */
export function withReadDigits(decimal: string): string {
  if (decimal.length <= digitsRead) return decimal;
  let read = 0;
  return decimal.replace(/[0-9]|[eE][^]*/g, (digit) => {
    // All from the letter on is the exponent.
    if (/^e/i.test(digit)) return digit;
    if (read > 0 || digit !== '0') read++;
    return read > digitsRead ? '0' : digit;
  });
}

/** The number nearest to the value's first 15 significant digits. */
export function atFifteenDigits(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(15));
}

/** Below, equal or above (-1, 0, 1) as Excel's comparisons see two numbers: equal when their 15 digits are. */
export function compareNumbers(left: number, right: number): -1 | 0 | 1 {
  if (left === right) return 0;
  const difference = left - right;
  const near = Math.abs(difference) <= 1e-14 * Math.abs(left);
  if (near && left.toPrecision(15) === right.toPrecision(15)) return 0;
  return difference < 0 ? -1 : 1;
}
