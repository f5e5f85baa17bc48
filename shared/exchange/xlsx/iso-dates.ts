import { dateSerial } from '../../workbook/excel-date.ts';
import { bytesOf, textOf, type ZipParts } from './zip.ts';

/** A cell that holds a date as text of ISO 8601, as the strict form of the format allows. */
const dateCell =
  /(<(?:\w+:)?c\s[^>]*?)\bt="d"([^>]*>(?:(?!<\/(?:\w+:)?c>)[\s\S])*?<(?:\w+:)?v>)([^<]*)(?=<)/g;

const isoDate =
  /^(?:([0-9]{4})-([0-9]{2})-([0-9]{2}))?(?:T?([0-9]{2}):([0-9]{2})(?::([0-9]{2}(?:\.[0-9]+)?))?)?Z?$/;

/** The parts of an xlsx file with such dates as the serial numbers that all other cells have. */
export function withSerialDates(parts: ZipParts): ZipParts {
  const changed = new Map(parts);
  for (const [name, bytes] of parts) {
    if (!/(?:^|\/)worksheets\/[^/]+\.xml$/i.test(name)) continue;
    const text = textOf(bytes);
    if (!text.includes('t="d"')) continue;
    const withNumbers = text.replaceAll(dateCell, (cell, start: string, middle: string, iso: string) => {
      const serial = serialNumber(iso.trim());
      return serial === null ? cell : `${start}${middle}${serial}`;
    });
    changed.set(name, bytesOf(withNumbers));
  }
  return changed;
}

/** Days, and parts of a day, of a date, a time or both; null for any other text. */
function serialNumber(iso: string): number | null {
  const [whole, year, month, day, hours = '0', minutes = '0', seconds = '0'] = isoDate.exec(iso) ?? [];
  if (!whole || whole === 'Z') return null;
  const days = year === undefined ? 0 : dateSerial(Number(year), Number(month), Number(day));
  return days + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}
