import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellMetrics } from '../../renderer/grid/cell-metrics.ts';
import { fitText, widthFor, type FittedLook } from '../../renderer/grid/text-fit.ts';

/** Every character is seven pixels wide. */
const measure = (text: string) => text.length * 7;
const font = { size: 13, weight: 400, family: 'sans' } as const;
const number = (text: string, more: Partial<FittedLook> = {}): FittedLook => ({
  text,
  font,
  numeric: true,
  words: [],
  indent: 0,
  ...more,
});
const metrics = cellMetrics('regular', 100);
const shown = (look: FittedLook, width: number) => fitText(look, width, metrics, measure);

describe('a number in a column', () => {
  test('is shown whole, with less space at its sides if need be', () => {
    expect(shown(number('1,234'), 51)).toEqual({ text: '1,234', tight: false, narrow: false });
    expect(shown(number('1,234'), 50)).toEqual({ text: '1,234', tight: true, narrow: false });
    expect(shown(number('1,234'), 41)).toMatchObject({ text: '1,234', tight: true });
  });

  test('that is too wide for it is as many # as the cell has room for, and says what it is', () => {
    expect(shown(number('1,234,567'), 60)).toMatchObject({ text: '#######', instead: '1,234,567' });
    expect(shown(number('1,234,567 '), 40)).toMatchObject({ text: '####', instead: '1,234,567' });
    expect(shown(number('1,234,567'), 5)).toMatchObject({ text: '#' });
  });

  test('without a format shows fewer digits first', () => {
    expect(shown(number('1.23456789', { general: 1.23456789 }), 50)).toMatchObject({ text: '1.2346' });
    expect(shown(number('123456789', { general: 123456789 }), 20)).toMatchObject({ text: '##' });
  });

  test('that is no date is shown as # in a wide column, too', () => {
    const look = number('########', { notShowable: true });
    expect(shown(look, 216)).toMatchObject({ text: '#'.repeat(30) });
    expect(shown(look, 216).instead).toMatch(/^Dates and times/);
  });

  test('is never cut: what is shown fits, and its #s leave no room for another', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 12, max: 400 }),
        fc.stringMatching(/^[0-9,.]{1,40}$/),
        fc.integer({ min: 10, max: 400 }),
        (width, text, zoom) => {
          const at = cellMetrics('regular', zoom);
          const scaled = (letters: string) => measure(letters) * at.scale;
          const room = width - 6 * at.scale;
          const fit = fitText(number(text), width, at, scaled);
          if (fit.instead === undefined) expect(scaled(fit.text)).toBeLessThanOrEqual(room);
          else if (fit.text !== '#') {
            expect(scaled(fit.text)).toBeLessThanOrEqual(room);
            expect(scaled(`${fit.text}#`)).toBeGreaterThan(room);
          }
        },
      ),
    );
  });

  test('fits into the width that is asked for it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{1,40}$/), (text) => {
        const look = number(text, { broken: 'too large', indent: 9 });
        expect(shown(look, Math.ceil(widthFor(look, metrics, measure)))).toMatchObject({
          text,
          tight: false,
        });
      }),
    );
  });
});
