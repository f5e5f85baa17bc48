/*
 * One precision and one number format for each unit, so that a column of figures lines up and a
 * unit never has two looks. A true minus, a dash for exactly zero, percent after a space.
 */

/** Signed figures with a fixed number of decimals: 1,234.5, a true minus, and a dash for exactly zero. */
function signed(digits: string): string {
  return `#,##0${digits};"−"#,##0${digits};"–"`;
}

/** Percent after a space, with a true minus, and a dash for exactly zero. */
function percent(digits: string): string {
  return `0${digits} %;"−"0${digits} %;"–"`;
}

const formats: Readonly<Record<string, string>> = {
  'US$ bn': signed('.0'),
  'US$ bn per year': signed('.0'),
  'US$ bn per GW': signed('.0'),
  'US$ bn per GW-year': signed('.0'),
  'US$ m per GPU': signed('.0'),
  'US$ per share': '0.00',
  'million shares': '0.0',
  'US$ per MWh': '0',
  'US$ per US$': '0.000',
  GW: signed('.00'),
  TWh: signed('.0'),
  'US$ per million tokens': '0.000',
  'tokens per second per MW': '#,##0',
  GPU: '#,##0',
  share: percent('.0'),
  'share of revenue': percent('.0'),
  'share of payments': percent('.0'),
  'rate a year': percent('.00'),
  'share a year': percent('.0'),
  probability: signed('.00'),
  correlation: signed('.00'),
  ratio: signed('.00'),
  number: '0.00',
  x: signed('.00'),
  'x revenue': '0.0',
  quarters: signed(''),
  'quarters held': '0.0',
  'of what is paid in': '0.0000',
  'quarters from 2025': signed('.00'),
  years: signed('.00'),
  year: '0',
  'basis points': signed(''),
  points: '#,##0',
  count: '0',
  weight: '0.0000;"−"0.0000;"–"',
  flag: '0',
  switch: '0',
  deals: '0',
  position: '0',
  'chosen figure': signed('.000'),
  'chosen driver': signed('.000'),
  month: 'yyyy-mm',
  date: 'yyyy-mm-dd',
};

/** The Excel number format of a unit; undefined for words and for units that are read as typed. */
export function formatOfUnit(unit: string | undefined): string | undefined {
  return unit === undefined ? undefined : formats[unit];
}
