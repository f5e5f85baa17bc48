import { standardFormats } from '../../shared/workbook/standard-formats.ts';

/** A number format by the name that Excel's list has for its kind. */
export interface NamedNumberFormat {
  readonly name: string;
  /** Empty for General. */
  readonly code: string;
}

/** The formats that the dialog offers; any other code can be typed. */
export const numberFormats: readonly NamedNumberFormat[] = [
  { name: 'General', code: '' },
  { name: 'Whole number', code: '#,##0' },
  { name: 'Number', code: standardFormats.number },
  { name: 'Negative in brackets', code: '#,##0.0_);(#,##0.0)' },
  { name: 'Currency', code: standardFormats.currency },
  { name: 'Percentage', code: standardFormats.percent },
  { name: 'Percentage with decimal', code: '0.0%' },
  { name: 'Multiple', code: '0.0"x"' },
  { name: 'Scientific', code: standardFormats.scientific },
  { name: 'Fraction', code: '# ?/?' },
  { name: 'Date', code: standardFormats.date },
  { name: 'Date in words', code: 'd mmm yyyy' },
  { name: 'Time', code: standardFormats.time },
  { name: 'Text', code: '@' },
];
