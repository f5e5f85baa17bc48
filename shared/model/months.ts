import { dateSerial } from '../workbook/excel-date.ts';

/** Excel's serial number of the first day of a month written as `2026-07`. Throws on other text. */
export function monthSerial(month: string): number {
  const match = /^(\d{4})-(\d\d)$/.exec(month);
  if (!match) throw new Error(`"${month}" is not a month such as 2026-07`);
  return dateSerial(Number(match[1]), Number(match[2]), 1);
}
