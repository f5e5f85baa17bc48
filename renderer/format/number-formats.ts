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
  { name: 'Number', code: '#,##0.00' },
  { name: 'Negative in brackets', code: '#,##0.0_);(#,##0.0)' },
  { name: 'Currency', code: '$#,##0.00' },
  { name: 'Percentage', code: '0%' },
  { name: 'Percentage with decimal', code: '0.0%' },
  { name: 'Multiple', code: '0.0"x"' },
  { name: 'Scientific', code: '0.00E+00' },
  { name: 'Fraction', code: '# ?/?' },
  { name: 'Date', code: 'yyyy-mm-dd' },
  { name: 'Date in words', code: 'd mmm yyyy' },
  { name: 'Time', code: 'h:mm' },
  { name: 'Text', code: '@' },
];
