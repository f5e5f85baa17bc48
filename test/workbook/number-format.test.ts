import { describe, expect, test } from 'vitest';
import type { CellValue } from '../../shared/workbook/document.ts';
import {
  formatValue,
  isDateFormat,
  isElapsedTimeFormat,
  isNumberFormat,
  isPercentFormat,
  isTextFormat,
  readTextNumber,
} from '../../shared/workbook/number-format.ts';

const shown = (value: CellValue, format?: string) => formatValue(value, format).text;

describe('General shows numbers as Excel does', () => {
  test.each<[number, string]>([
    [0, '0'],
    [0.1 + 0.2, '0.3'],
    [1 / 3, '0.333333333'],
    [-1 / 3, '-0.333333333'],
    [1234567.8, '1234567.8'],
    [123456.789012345, '123456.789'],
    [12345678901, '12345678901'],
    [12345678901.5, '12345678902'],
    [123456789012, '1.23457E+11'],
    [99999999999.9, '1E+11'],
    [1e21, '1E+21'],
    [0.0001, '0.0001'],
    [-0.00001234567, '-1.23457E-05'],
    [1e100, '1E+100'],
    [-0, '0'],
  ])('%d shows as %s', (value, text) => {
    expect(shown(value)).toBe(text);
    expect(shown(value, 'General')).toBe(text);
  });
});

describe('number format codes', () => {
  test.each<[CellValue, string, string]>([
    [1234567.25, '#,##0.0', '1,234,567.3'],
    [-1234567.25, '#,##0.0', '-1,234,567.3'],
    [-5, '#,##0_);(#,##0)', '(5)'],
    [5, '#,##0_);(#,##0)', '5 '],
    [0, '#,##0;(#,##0);"–"', '–'],
    [0.1234, '0.0%', '12.3%'],
    [0.285, '0%', '29%'],
    [12345678, '0.0,,"M"', '12.3M'],
    [2.675, '0.00', '2.68'],
    [1.005, '0.00', '1.01'],
    [-5, '$#,##0.00', '-$5.00'],
    [12345, '0.00E+00', '1.23E+04'],
    [1.25, '# ?/?', '1 1/4'],
    [101, '[>100]"big";0', 'big'],
    [1.99, '# ??/??', '1 98/99'],
    [0.96, '# ??/??', ' 24/25'],
    [1.99, '# ?/8', '2    '],
    [-0.75, '# ?/2', '-1    '],
    [5.05, '?/?', '5/1'],
    [0, '#/8', '0/8'],
    [-5e-324, '# ?/?', '-0    '],
    [1234.5, '[$€-407] #,##0.00', '€ 1,234.50'],
    [0.6, 'h:mm a/p', '2:24 p'],
    [0.6, 'h:mm Am/Pm', '2:24 PM'],
    [-1, '[h]', '-24'],
    ['text', '0;-0;0;"<"@">"', '<text>'],
    ['text', '0.0', 'text'],
    ['text', ';;;', ''],
    ['text', '@', 'text'],
  ])('%j under %s shows as %s', (value, format, text) => {
    expect(shown(value, format)).toBe(text);
  });

  test('the minus is a hyphen only where the code or Excel puts one', () => {
    expect(shown(-1, '0')).toBe('-1');
    expect(shown(-1, '0;0')).toBe('1');
    expect(shown(-1, '0;−0')).toBe('−1');
    expect(formatValue(-1, '0;0').negative).toBe(true);
    expect(formatValue(1, '0;0').negative).toBeUndefined();
  });

  test('a colour in the code is given with the text', () => {
    expect(formatValue(-1, '0;[Red]-0')).toEqual({ text: '-1', negative: true, colour: '#FF0000' });
    expect(formatValue(1, '0;[Red]-0')).toEqual({ text: '1' });
    expect(formatValue(1, '[Color10]0')).toEqual({ text: '1', colour: '#008000' });
    expect(formatValue('a', '[Blue]0;[RED]0;[green]0;[Cyan]@')).toEqual({ text: 'a', colour: '#00FFFF' });
  });

  test('the character that fills the cell is given with its place, and is no part of the text', () => {
    const accounting = '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)';
    expect(formatValue(1234.5, accounting)).toEqual({
      text: ' $1,234.50 ',
      fill: { at: 2, character: ' ' },
    });
    expect(formatValue(5, '0*-')).toEqual({ text: '5', fill: { at: 1, character: '-' } });
    expect(formatValue(5, '0"*"\\*_*')).toEqual({ text: '5** ' });
  });
});

describe('values that are not numbers', () => {
  test.each<[CellValue, string | undefined, string]>([
    [true, undefined, 'TRUE'],
    [false, '0.00', 'FALSE'],
    [{ error: '#DIV/0!' }, '0.00', '#DIV/0!'],
    [{ error: '#CYCLE!' }, undefined, '#CYCLE!'],
    [null, '0.00', ''],
    ['', undefined, ''],
  ])('%j under %s shows as %s', (value, format, text) => {
    expect(shown(value, format)).toBe(text);
  });
});

describe('dates in the 1900 system', () => {
  test.each<[number, string, string]>([
    [0, 'yyyy-mm-dd', '1900-01-00'],
    [1, 'yyyy-mm-dd', '1900-01-01'],
    [59, 'yyyy-mm-dd', '1900-02-28'],
    [60, 'yyyy-mm-dd', '1900-02-29'],
    [61, 'yyyy-mm-dd', '1900-03-01'],
    [1, 'ddd', 'Sun'],
    [46204, 'mmm yyyy', 'Jul 2026'],
    [46204, 'dddd', 'Wednesday'],
    [2958465, 'yyyy-mm-dd', '9999-12-31'],
    [0.5, 'hh:mm AM/PM', '12:00 PM'],
    [1.5, '[h]:mm', '36:00'],
    [-1, 'yyyy-mm-dd', '########'],
    [-1, 'h:mm', '########'],
    [-1, '[h]:mm', '########'],
    [2958466, 'yyyy-mm-dd', '########'],
  ])('%d under %s shows as %s', (value, format, text) => {
    expect(shown(value, format)).toBe(text);
  });

  test('a date that is none is told from a text of the same look', () => {
    expect(formatValue(-1, 'yyyy').notShowable).toBe(true);
    expect(formatValue(3, '[<1]0;[>5]0').notShowable).toBe(true);
    expect(formatValue(1, '"########"')).toEqual({ text: '########' });
  });
});

describe('codes that are no number format', () => {
  test.each(['"', '0.0"', 'y0', '[h', '0;0;0;0;0'])('%s is shown as General and does not throw', (code) => {
    expect(isNumberFormat(code)).toBe(false);
    expect(shown(1.5, code)).toBe('1.5');
    expect(shown('text', code)).toBe('text');
  });
});

test('the kind of a format is known from its code', () => {
  expect(isDateFormat('yyyy-mm')).toBe(true);
  expect(isDateFormat('[h]:mm')).toBe(true);
  expect(isDateFormat('0.0')).toBe(false);
  expect(isDateFormat('"day" 0')).toBe(false);
  expect(isDateFormat('General')).toBe(false);
  expect(isPercentFormat('0.0%')).toBe(true);
  expect(isPercentFormat('0"%"')).toBe(false);
  expect(isTextFormat('@')).toBe(true);
  expect(isTextFormat('0;0;0;@')).toBe(false);
  expect(isElapsedTimeFormat('[h]:mm')).toBe(true);
  expect(isElapsedTimeFormat('h:mm')).toBe(false);
});

test.each<[string, number | undefined]>([
  ['0.333333333333333', 0.333333333333333],
  ['0.00012345678901234567', 0.000123456789012345],
  ['12345678901234567', 12_345_678_901_234_500],
  ['-$1,234,567,890,123.45', -1_234_567_890_123.45],
  ['12.3456789012345678%', 0.123456789012345],
  ['1.23456789012345678e-5', 0.0000123456789012345],
  ['30 November 2026', 46_356],
  ['            Nov 2026', 46_327],
  ['12:30:45.1234567', (12 * 3600 + 30 * 60 + 45.123) / 86_400],
  ['100:30', 100.5 / 24],
  ['9999:59:59', (9999 * 3600 + 3599) / 86_400],
  ['100:60', undefined],
  ['10000:00', undefined],
])('the text %j is read as %s', (text, value) => {
  expect(readTextNumber(text)).toBe(value);
});
