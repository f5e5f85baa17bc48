import { isDateFormat, isTextFormat } from './number-format.ts';

/** The most decimal places that a number format shows. */
const mostPlaces = 30;

const literal = /"[^"]*"|\\.|[_*](?:\\.|.)|\[[^\]]*\]/g;
const placeholders = /[0#?](?:[0#?,]*[0#?])?(?:\.[0#?]*)?|\.[0#?]+/;

/** How many digits a number shows after its point without a format. */
function shownPlaces(value: number): number {
  const [, decimals = ''] = /^-?\d*\.?(\d*)$/.exec(String(Number(value.toPrecision(10)))) ?? [];
  return decimals.length;
}

function places(count: number): string {
  return count > 0 ? `0.${'0'.repeat(count)}` : '0';
}

/** One section of a code with one decimal place more or fewer; a section without digits stays. */
function sectionWith(section: string, step: 1 | -1): string {
  // Literals are put out of sight, place for place.
  const bare = section.replace(literal, (text) => '\u0000'.repeat(text.length));
  const found = placeholders.exec(bare);
  if (!found) return section;
  const [digits] = found;
  const point = digits.indexOf('.');
  const decimals = point < 0 ? '' : digits.slice(point + 1);
  const whole = point < 0 ? digits : digits.slice(0, point);
  const now = step === 1 ? decimals + '0' : decimals.slice(0, -1);
  if (now.length > mostPlaces) return section;
  const written = now === '' ? whole || '0' : `${whole}.${now}`;
  return section.slice(0, found.index) + written + section.slice(found.index + digits.length);
}

/** The sections of a code, at semicolons that are no part of a text. */
function sectionsOf(code: string): string[] {
  const bare = code.replace(literal, (text) => '\u0000'.repeat(text.length));
  const sections: string[] = [];
  let start = 0;
  for (let place = bare.indexOf(';'); place >= 0; place = bare.indexOf(';', place + 1)) {
    sections.push(code.slice(start, place));
    start = place + 1;
  }
  return [...sections, code.slice(start)];
}

/**
 * A number format with one decimal place more (`1`) or fewer (`-1`), as Excel's buttons give it. Without a
 * format the digits that the value shows count. Dates and texts keep theirs.
 */
export function withDecimalPlaces(
  format: string | undefined,
  value: unknown,
  step: 1 | -1,
): string | undefined {
  if (format === undefined || /^general$/i.test(format)) {
    const shown = typeof value === 'number' ? shownPlaces(value) : 0;
    return places(Math.min(mostPlaces, Math.max(0, shown + step)));
  }
  if (isDateFormat(format) || isTextFormat(format)) return format;
  return sectionsOf(format)
    .map((section) => sectionWith(section, step))
    .join(';');
}
