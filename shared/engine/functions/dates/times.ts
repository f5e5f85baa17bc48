import { lastDateSerial } from '../../../workbook/excel-date.ts';
import { readDateTimeText } from '../../../workbook/date-text.ts';
import { excelFunctions, number, text } from '../excel-function.ts';
import { notANumber, wrongValue } from '../excel-values.ts';
import type { EngineValue } from '../../internals/interpreter.ts';

const secondsPerDay = 86_400;
/** The most hours, minutes or seconds that TIME takes. */
const mostOfUnit = 32_767;

/** Part of a day shown by a clock, to the second, as Excel shows it. */
function clockPart(part: (seconds: number) => number) {
  return (serial: number): EngineValue => {
    if (serial < 0 || serial >= lastDateSerial + 1)
      return notANumber('serial_number must be a time or a date from 1900 to 9999');
    return part(Math.round((serial - Math.floor(serial)) * secondsPerDay) % secondsPerDay);
  };
}

/** Minutes and seconds beyond 59 and hours beyond 23 run over; whole days are left out. */
function time(hours: number, minutes: number, seconds: number): EngineValue {
  if (Math.max(hours, minutes, seconds) >= mostOfUnit + 1)
    return notANumber(`hour, minute and second must be at most ${mostOfUnit}`);
  const total = Math.trunc(hours) * 3600 + Math.trunc(minutes) * 60 + Math.trunc(seconds);
  return total < 0 ? notANumber('the time must not be below 0') : (total % secondsPerDay) / secondsPerDay;
}

function readText(part: (serial: number) => number, argument: string) {
  return (written: string): EngineValue => {
    const serial = readDateTimeText(written);
    return serial === undefined
      ? wrongValue(`${argument} must be the text of a date or a time that Excel reads`)
      : part(serial);
  };
}

/** Times of day as parts of a day, and dates and times in texts. */
export const timeFunctions = excelFunctions({
  DATEVALUE: { parameters: [text], calculate: readText(Math.floor, 'date_text') },
  HOUR: { parameters: [number], calculate: clockPart((seconds) => Math.floor(seconds / 3600)) },
  MINUTE: { parameters: [number], calculate: clockPart((seconds) => Math.floor(seconds / 60) % 60) },
  SECOND: { parameters: [number], calculate: clockPart((seconds) => seconds % 60) },
  TIME: { parameters: [number, number, number], calculate: time },
  TIMEVALUE: {
    parameters: [text],
    calculate: readText((serial) => serial - Math.floor(serial), 'time_text'),
  },
});
