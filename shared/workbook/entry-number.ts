/** A number and the format it was written in. */
export interface ReadNumber {
  readonly value: number;
  /** Unset for plain digits. */
  readonly format?: string;
}

/**
 * Digits with or without thousands separators; a dollar or euro sign before or behind them, a sign or
 * brackets, an exponent and a percent sign around them. Excel's thousands separators stand before groups of three.
 */
const numberPattern =
  /^(?<outer>[+-] *(?=\())?(?<open>\()?(?<sign>[+-] *)?(?<before>[$€] *)?(?<inner>[+-] *)?(?<digits>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]*)?|\.[0-9]+)(?<exponent>[eE][+-]?[0-9]+)?(?<percent> *%)?(?<behind> *[$€])?(?<close>\))?$/;

/** A whole number and a fraction behind it, such as `1 1/2`; without the whole number it is a date in Excel. */
const fractionPattern =
  /^(?<sign>[+-] *)?(?<whole>[0-9]+) +(?<numerator>[0-9]+)\/(?<denominator>[1-9][0-9]*)$/;

/**
 * The number that a typed text stands for, and its format; undefined for other texts. In a percent
 * cell, numbers of 1 and above are percentages and smaller ones shares.
 */
export function readNumber(text: string, percentCell: boolean): ReadNumber | undefined {
  const parts = numberPattern.exec(text)?.groups;
  if (!parts) return readFraction(text, percentCell);
  const { outer, open, sign, before, inner, digits = '', exponent = '', percent, behind, close } = parts;
  const currency = (before ?? behind)?.trim();
  // Brackets are the minus, or stand around the number of a sign before them.
  const signs = [outer ?? open, sign, inner].filter((part) => part !== undefined);
  if (
    (open === undefined) !== (close === undefined) ||
    signs.length > 1 ||
    (inner && !before) ||
    (before && behind) ||
    (currency && percent)
  )
    return undefined;

  const plain = digits.replaceAll(',', '');
  const asWritten = Number(plain + exponent);
  const hundredth = percent !== undefined || (percentCell && !currency && asWritten >= 1);
  const size = hundredth ? movePoint(plain + exponent, -2) : asWritten;
  if (!Number.isFinite(size)) return undefined;
  const negative = signs.some((part) => part.startsWith('-') || part === '(');
  const value = negative && size !== 0 ? -size : size;

  const decimals = digits.includes('.') ? '.00' : '';
  if (percent !== undefined) return { value, format: exponent ? '0.00%' : `0${decimals}%` };
  if (exponent) return { value, format: '0.00E+00' };
  if (currency === '€' && behind) return { value, format: `#,##0${decimals} €` };
  if (currency) return { value, format: `${currency}#,##0${decimals}` };
  if (digits.includes(',')) return { value, format: `#,##0${decimals}` };
  return { value };
}

/** The number of a decimal text with its point moved: no rounding but that of reading the decimal. */
export function movePoint(decimal: string, places: number): number {
  const [mantissa = '', exponent = '0'] = decimal.toLowerCase().split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

function readFraction(text: string, percentCell: boolean): ReadNumber | undefined {
  const parts = fractionPattern.exec(text)?.groups;
  if (!parts) return undefined;
  const { sign = '', whole, numerator, denominator = '' } = parts;
  const size = Number(whole) + Number(numerator) / Number(denominator);
  if (!Number.isFinite(size)) return undefined;
  const value = percentCell && size >= 1 ? size / 100 : size;
  return {
    value: sign.startsWith('-') && value !== 0 ? -value : value,
    format: denominator.length === 1 ? '# ?/?' : '# ??/??',
  };
}
