import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellContent } from '../../shared/workbook/document.ts';
import { entryLocale, type EntryLocale } from '../../shared/workbook/entry-locale.ts';
import { editText, readEntry, type Entry } from '../../shared/workbook/entry.ts';
import { formatValue, isNumberFormat } from '../../shared/workbook/number-format.ts';

const year = 2026;
const american = entryLocale('en-US', year);
const british = entryLocale('en-GB', year);
const german = entryLocale('de-DE', year);
const japanese = entryLocale('ja-JP', year);
const firstOfJuly = 46204;

const read = (text: string, locale: EntryLocale) => readEntry(text, {}, locale);

/** What a cell shows after an entry. */
function shown(text: string, locale: EntryLocale): string {
  const { content, format } = read(text, locale);
  return typeof content === 'number' ? formatValue(content, format).text : `text ${String(content)}`;
}

test.each<[string, Pick<EntryLocale, 'order' | 'separator' | 'dateFormat'>]>([
  ['en-US', { order: 'month-day-year', separator: '/', dateFormat: 'm/d/yyyy' }],
  ['en-GB', { order: 'day-month-year', separator: '/', dateFormat: 'dd/mm/yyyy' }],
  ['fr-FR', { order: 'day-month-year', separator: '/', dateFormat: 'dd/mm/yyyy' }],
  ['de-DE', { order: 'day-month-year', separator: '.', dateFormat: 'dd.mm.yyyy' }],
  ['cs-CZ', { order: 'day-month-year', separator: '.', dateFormat: 'dd.mm.yyyy' }],
  ['sv-SE', { order: 'year-month-day', separator: '-', dateFormat: 'yyyy-mm-dd' }],
  ['ja-JP', { order: 'year-month-day', separator: '/', dateFormat: 'yyyy/mm/dd' }],
  ['ko-KR', { order: 'year-month-day', separator: '.', dateFormat: 'yyyy.m.d' }],
  ['nl-NL', { order: 'day-month-year', separator: '-', dateFormat: 'dd-mm-yyyy' }],
  ['fa-IR', { order: 'year-month-day', separator: '/', dateFormat: 'yyyy/m/d' }],
])('the people of %s', (language, expected) => {
  const locale = entryLocale(language, year);
  expect(locale).toMatchObject(expected);
  expect(isNumberFormat(locale.dateFormat)).toBe(true);
});

describe('dates in figures', () => {
  test.each<[string, EntryLocale, Entry]>([
    ['7/1/2026', american, { content: firstOfJuly, format: 'm/d/yyyy' }],
    ['07/01/26', american, { content: firstOfJuly, format: 'm/d/yyyy' }],
    ['7-1-2026', american, { content: firstOfJuly, format: 'm/d/yyyy' }],
    ['1/7/2026', british, { content: firstOfJuly, format: 'dd/mm/yyyy' }],
    ['1.7.2026', german, { content: firstOfJuly, format: 'dd.mm.yyyy' }],
    ['1.7.26', german, { content: firstOfJuly, format: 'dd.mm.yyyy' }],
    ['1/7/2026', german, { content: firstOfJuly, format: 'dd.mm.yyyy' }],
    ['2026/7/1', american, { content: firstOfJuly, format: 'm/d/yyyy' }],
    ['2026/07/01', japanese, { content: firstOfJuly, format: 'yyyy/mm/dd' }],
    ['26/7/1', japanese, { content: firstOfJuly, format: 'yyyy/mm/dd' }],
    ['2026-07-01', american, { content: firstOfJuly, format: 'yyyy-mm-dd' }],
    ['7/1', american, { content: firstOfJuly, format: 'd-mmm' }],
    ['1/7', british, { content: firstOfJuly, format: 'd-mmm' }],
    ['1.7.', german, { content: firstOfJuly, format: 'd-mmm' }],
    ['7/1', japanese, { content: firstOfJuly, format: 'd-mmm' }],
    ['7/2026', american, { content: firstOfJuly, format: 'mmm-yy' }],
    ['7/2026', british, { content: firstOfJuly, format: 'mmm-yy' }],
    ['2/29', american, { content: 47_150, format: 'mmm-yy' }],
    ['7/1/2026 12:30', american, { content: firstOfJuly + 45_000 / 86_400, format: 'm/d/yyyy h:mm' }],
    ['7/1/2026 1:30 PM', american, { content: firstOfJuly + 48_600 / 86_400, format: 'm/d/yyyy h:mm AM/PM' }],
  ])('%s', (typed, locale, entry) => {
    expect(read(typed, locale)).toEqual(entry);
  });

  test('two digits of a year are of 1930 to 2029', () => {
    expect(shown('1/1/29', american)).toBe('1/1/2029');
    expect(shown('1/1/30', american)).toBe('1/1/1930');
    expect(shown('1/1/00', american)).toBe('1/1/2000');
  });

  test.each<[string, EntryLocale]>([
    ['13/1/2026', american],
    ['1/13/2026', british],
    ['2/30/2026', american],
    ['1/7.2026', british],
    ['1.7.2026', american],
    ['1.7.2026', british],
    ['1.2.3', german],
    ['1.2.3', american],
    ['3-4-5x', american],
    ['1/1/202', american],
    ['13/45', american],
    ['32/2026', british],
    ['1/1/1899', american],
    ['12 %%', american],
    ['1 1/2/3', american],
    ['555-1234', american],
    ['7/1/2026 25:00', american],
  ])('%s stays text', (typed, locale) => {
    expect(read(typed, locale)).toEqual({ content: typed });
  });

  test('numbers keep their point in every language', () => {
    expect(read('1.7', german)).toEqual({ content: 1.7 });
    expect(read('1,7', german)).toEqual({ content: '1,7' });
    expect(read('1 1/2', british)).toEqual({ content: 1.5, format: '# ?/?' });
  });

  test('a cell with a format of its own keeps it', () => {
    expect(readEntry('7/1/2026', { format: 'd mmm yyyy' }, american)).toEqual({ content: firstOfJuly });
  });
});

describe('months by name', () => {
  test.each<[string, string, Entry]>([
    ['en-US', '1-Jul-26', { content: firstOfJuly, format: 'd-mmm-yy' }],
    ['en-US', '1 July 2026', { content: firstOfJuly, format: 'd-mmm-yy' }],
    ['en-US', 'July 1, 2026', { content: firstOfJuly, format: 'd-mmm-yy' }],
    ['en-US', 'Jul 1 2026', { content: firstOfJuly, format: 'd-mmm-yy' }],
    ['en-US', '1 Jul', { content: firstOfJuly, format: 'd-mmm' }],
    ['en-US', 'jul 1', { content: firstOfJuly, format: 'd-mmm' }],
    ['en-US', 'Jul 2026', { content: firstOfJuly, format: 'mmm-yy' }],
    ['en-US', 'JUL-2026', { content: firstOfJuly, format: 'mmm-yy' }],
    ['en-US', 'Jul-32', { content: 11_871, format: 'mmm-yy' }],
    ['en-US', '1-Jul-2026 9:00', { content: firstOfJuly + 0.375, format: 'm/d/yyyy h:mm' }],
    ['de-DE', '1. Juli 2026', { content: firstOfJuly, format: 'd-mmm-yy' }],
    ['de-DE', '1. März 2026', { content: 46_082, format: 'd-mmm-yy' }],
    ['fr-FR', '1 juillet 2026', { content: firstOfJuly, format: 'd-mmm-yy' }],
    ['pl-PL', '1 lipca 2026', { content: firstOfJuly, format: 'd-mmm-yy' }],
    ['fr-FR', 'Jul 2026', { content: firstOfJuly, format: 'mmm-yy' }],
  ])('%s: %s', (language, typed, entry) => {
    expect(read(typed, entryLocale(language, year))).toEqual(entry);
  });

  test.each([
    'July',
    '31 Jun 2026',
    'Jun 31 2026',
    'Q1 2026',
    'Phase 1',
    '1 Julx 2026',
    'Jul 202',
    'May be 5',
  ])('%s stays text', (typed) => {
    expect(read(typed, american)).toEqual({ content: typed });
  });
});

test('without a locale only ISO dates are read', () => {
  for (const typed of ['7/1/2026', '1.7.2026', '1-Jul-26', 'Jul 2026', '2026/7/1'])
    expect(readEntry(typed)).toEqual({ content: typed });
});

describe('opening and closing the editor changes nothing', () => {
  const locales = fc.constantFrom(american, british, german, japanese);

  test('of a text that looks like a date', () => {
    expect(editText('7/1', undefined, american)).toBe("'7/1");
    const parts = fc.constantFrom(...'0123456789/.-, '.split(''), 'Jul', 'May', ' PM', ':', "'", '=');
    fc.assert(
      fc.property(fc.string({ unit: parts, maxLength: 8 }), locales, (text, locale) => {
        const content: CellContent = text.startsWith('=') || text.startsWith("'") ? `'${text}` : text;
        const again = readEntry(editText(content, undefined, locale), {}, locale).content;
        expect(again ?? '').toEqual(content);
      }),
      { numRuns: 5000 },
    );
  });

  test('of a day, in any locale and its format', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_958_465 }), locales, (serial, locale) => {
        const format = locale.dateFormat;
        expect(readEntry(editText(serial, format, locale), { format }, locale).content).toBe(serial);
      }),
    );
  });
});

test('a date as its format shows it is read as the same day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2_958_465 }),
      fc.constantFrom('en-US', 'en-GB', 'de-DE', 'fr-FR', 'ja-JP', 'sv-SE', 'nl-NL', 'ko-KR'),
      (serial, language) => {
        const locale = entryLocale(language, year);
        const text = formatValue(serial, locale.dateFormat).text;
        expect(read(text, locale).content).toBe(serial);
      },
    ),
  );
});
