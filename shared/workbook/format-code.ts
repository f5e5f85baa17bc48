/*
 * Number format codes as the formatting library has to be given them to show what Excel shows.
 * Sources: ECMA-376 part 1, 18.8.31, and the test tables of the library, conformed to Excel.
 */

/** Stands before the A or P of a clock that Excel shows in small letters. */
const smallLetterMark = '\uE000';

/** What a code shows as it is, its brackets, its half-day signs: everything but placeholders. */
const literalPattern = /"[^"]*"|\\.|[_*](?:\\.|.)|\[[^\]]*\]/g;
const pieces = /"[^"]*"|\\.|[_*](?:\\.|.)|\[[^\]]*\]|am\/pm|a\/p/gi;

/** True for a code that shows names of months, weekdays or half-days, or the system's own date or time. */
function showsNames(code: string): boolean {
  return (
    /m{3}|d{3}|a{3}|am\/pm/i.test(code.replace(literalPattern, '')) ||
    /\[\$-(?:f[48]00|x-sys(?:date|time))/i.test(code)
  );
}

/**
 * The code for the library. A language in it, such as `[$€-407]`, gives names and the sign of money,
 * not the separators, which are those of the program; `AM/PM` is known in any letters, and `a/p`
 * in small ones.
 */
export function libraryCode(code: string): string {
  const names = showsNames(code);
  return code.replace(pieces, (piece) => {
    if (/^am\/pm$/i.test(piece)) return 'AM/PM';
    if (/^a\/p$/i.test(piece)) return piece === 'a/p' ? `\\${smallLetterMark}A/P` : 'A/P';
    return names ? piece : piece.replace(/^\[\$([^\]]*)-[0-9a-z][^\]]*\]$/i, '[$$$1-409]');
  });
}

/** The text that the library gave for its code. */
export function shownText(text: string): string {
  return text.includes(smallLetterMark)
    ? text.replace(/\uE000([AP])/g, (_, letter: string) => letter.toLowerCase())
    : text;
}

/** A number shown as a fraction, such as `# ?/?` or, without a whole part, `#/8`. */
export interface FractionCode {
  /** True where whole numbers stand before the fraction. */
  readonly mixed: boolean;
  /** How many digits its denominator may have; 0 where the denominator is given. */
  readonly digits: number;
  readonly denominator?: number;
}

const fractionPattern = /^(?<whole>[#?0]+ +)?[#?0]+ *\/ *(?<denominator>[#?0]+|[1-9][0-9]*)$/;

/** The fraction that all sections of a code show; undefined for other codes. */
export function fractionCode(code: string): FractionCode | undefined {
  const [first, ...others] = code
    .replace(literalPattern, ' ')
    .split(';')
    .map((section) => fractionPattern.exec(section.replace(/[()]/g, '').trim())?.groups);
  const denominator = first?.['denominator'];
  if (!first || denominator === undefined) return undefined;
  if (others.some((other) => other?.['denominator'] !== denominator)) return undefined;
  const mixed = first['whole'] !== undefined;
  return /[1-9]/.test(denominator)
    ? { mixed, digits: 0, denominator: Number(denominator) }
    : { mixed, digits: denominator.length };
}

/** What the library has to be given to show a value as a fraction. */
export interface ShownFraction {
  readonly code: string;
  readonly value: number;
}

/** The code with its whole numbers as for 0, whatever the value. */
function withoutWhole(code: string): string {
  return code.replace(/([#?0]+)(?: +|" +"|\\ )(?=[#?0]+ *\/)/g, (_, places: string) => {
    const shown = places.replaceAll('#', '').replaceAll('?', ' ');
    // The library leaves out a text right before the numerator where no whole number stands.
    return shown.includes('0') ? `"${shown}"_0` : `"${shown}"" "`;
  });
}

/** Shown as 0 whatever the digits. */
const leastFraction = 1e-12;

/**
 * What to give the library instead of a value and its code, where it is at fault: for fractions that
 * come to 0 or 1, such as `0/8` and `8/8`, and for those from 0.95 on, to which it adds 1.
 * Excel's fractions are those of the continued fraction whose denominators have few enough digits.
 */
export function shownFraction(
  { mixed, digits, denominator }: FractionCode,
  code: string,
  value: number,
): ShownFraction {
  const size = Math.abs(value);
  const sign = Math.sign(value);
  if (!mixed && denominator !== undefined && Math.round(size * denominator) === 0)
    return { code: `"0/${denominator}"`, value };
  // The library takes the smallest numbers for 1.
  if (size > 0 && size < leastFraction) return { code, value: sign * leastFraction };
  const whole = Math.floor(size);
  const rest = size - whole;
  const limit = 10 ** digits;
  if (!mixed) {
    const comesToZero = denominator === undefined && rest > 0 && Math.floor(1 / rest) >= limit;
    return { code, value: comesToZero && whole > 0 ? sign * whole : value };
  }
  const comesToOne =
    denominator === undefined
      ? rest > 0.5 && Math.floor(rest / (1 - rest)) + 1 >= limit
      : rest > 0 && Math.round(rest * denominator) === denominator;
  if (comesToOne) return { code, value: sign * (whole + 1) };
  const libraryWhole = Math.floor(Math.round(size * 10) / 10);
  if (libraryWhole === whole) return { code, value };
  return whole > 0 ? { code, value: sign * (size - 1) } : { code: withoutWhole(code), value };
}
