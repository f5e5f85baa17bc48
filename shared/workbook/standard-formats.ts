/**
 * The number formats that keys, entries and formulas give. Excel's keys for dates and times give
 * `d-mmm-yy` and `h:mm AM/PM`; here they are the ISO date and the 24 hours in which entries are shown
 * and edited everywhere: they read the same in every country, sort as texts, and leave no doubt about
 * the century.
 */
export const standardFormats = {
  number: '#,##0.00',
  /** Excel's own: negative amounts red and in brackets. */
  currency: '$#,##0.00_);[Red]($#,##0.00)',
  percent: '0%',
  scientific: '0.00E+00',
  date: 'yyyy-mm-dd',
  dateAndTime: 'yyyy-mm-dd h:mm',
  time: 'h:mm',
} as const;
