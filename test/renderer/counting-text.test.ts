import { describe, expect, test } from 'vitest';
import { countingText } from '../../renderer/grid/fill/counting-text.ts';

/** The text that follows, in a language. */
function after(text: string, language: string): string | undefined {
  const counted = countingText(text, language);
  return counted?.write(counted.value + 1);
}

describe('what follows a text', () => {
  test.each([
    ['de-DE', '4. Quartal', '1. Quartal'],
    ['de-DE', '4. Quartal 2026', '1. Quartal 2027'],
    ['de-AT', 'Quartal 4 2026', 'Quartal 1 2027'],
    ['de-DE', 'Qrtl 4', 'Qrtl 1'],
    ['de-DE', 'Q4 26', 'Q1 27'],
    ['de-DE', 'Mrz', 'Apr'],
    ['de-DE', 'Feb', 'Mrz'],
    ['de-DE', 'Mär', 'Apr'],
    ['de-DE', 'März', 'April'],
    ['de-DE', 'Dez 26', 'Jan 27'],
    ['de-DE', 'Montag', 'Dienstag'],
    ['de-DE', 'So', 'Mo'],
    ['de-DE', 'Sunday', 'Monday'],
    ['de-DE', 'Dec 2026', 'Jan 2027'],
    ['fr-FR', 'T4 2026', 'T1 2027'],
    ['fr-FR', '4e trimestre', '1er trimestre'],
    ['fr-FR', '1er trimestre 2026', '2e trimestre 2026'],
    ['fr-FR', 'janv', 'févr'],
    ['fr-FR', 'lundi', 'mardi'],
    ['es-ES', '4º trimestre 2026', '1º trimestre 2027'],
    ['nl-NL', 'K4 2026', 'K1 2027'],
    ['en-GB', 'Q4 2026', 'Q1 2027'],
    ['en-GB', '4th Quarter', '1st Quarter'],
    ['en-GB', '2nd quarter 2026', '3rd quarter 2026'],
    ['en-GB', 'Qtr 4', 'Qtr 1'],
    ['en-GB', 'H2 2026', 'H1 2027'],
    ['en-GB', '4Q26', '1Q27'],
    ['en-GB', 'T4', 'T5'],
    ['en-GB', 'Sat', 'Sun'],
  ])('%s: %s, %s', (language, text, next) => {
    expect(after(text, language)).toBe(next);
  });

  test('words of another language are only texts', () => {
    expect(after('Montag', 'fr-FR')).toBeUndefined();
    expect(after('Mrz', 'en-GB')).toBeUndefined();
  });

  test('a series of the months in German goes round the year as it is written', () => {
    const counted = countingText('Jan', 'de-DE');
    const year = Array.from({ length: 12 }, (_, place) => counted?.write(place));
    expect(year).toEqual('Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez'.split(' '));
  });
});
