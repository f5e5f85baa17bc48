import { parseDate, parseTime } from 'numfmt';
import { dateSerial } from './excel-date.ts';

const locale = 'en-US';

/** Of hours that make more than four days; the library reads two digits of hours. */
const longTimePattern = /^([0-9]{3,4}):([0-5]?[0-9])(?::([0-5]?[0-9](?:\.[0-9]*)?))?$/;
const yearAndMonthPattern = /^(19[0-9]{2}|[2-9][0-9]{3})[-/](0?[1-9]|1[0-2])$/;
const secondsPerDay = 86_400;

function longTime(text: string): number | undefined {
  const parts = longTimePattern.exec(text);
  if (!parts) return undefined;
  const [hours, minutes, seconds] = [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0)];
  return (hours * 3600 + minutes * 60 + seconds) / secondsPerDay;
}

function firstOfMonth(text: string): number | undefined {
  const parts = yearAndMonthPattern.exec(text);
  return parts ? dateSerial(Number(parts[1]), Number(parts[2]), 1) : undefined;
}

/**
 * The serial number of a date, a time of day or both, as Excel's DATEVALUE and TIMEVALUE read them in
 * the American setting: `7/1/2026`, `1-Jul-26`, `Jul 1, 2026`, `2026-07-01`, `2026/7`, `12:30 PM`. A
 * year of two digits is of 2000 to 2029 or of 1930 to 1999, a date without a year of this one; a time
 * may have up to 9999 hours. Undefined for other texts, numbers among them.
 */
export function readDateTimeText(text: string): number | undefined {
  const bare = text.replace(/^ +| +$/g, '');
  const read = parseDate(bare, { locale }) ?? parseTime(bare, { locale });
  return read?.value ?? longTime(bare) ?? firstOfMonth(bare);
}
