import { expect, test } from 'vitest';
import { displayed, displayedDifference } from '../../renderer/session/displayed.ts';

test('negative numbers have a true minus', () => {
  expect(displayed(-1.5, '0.0')).toBe('−1.5');
  expect(displayed(-0.25, '0.0 %')).toBe('−25.0 %');
});

test('text keeps its hyphens', () => {
  expect(displayed('data-center', undefined)).toBe('data-center');
});

test('differences are always signed, and by the figure’s own format', () => {
  expect(displayedDifference(301.2, 293.5, '#,##0.0')).toBe('+7.7');
  expect(displayedDifference(231, 314, '#,##0.0')).toBe('−83.0');
});

test('differences of shares are in points', () => {
  expect(displayedDifference(0.695, 0.715, '0.0 %')).toBe('−2.0 pt');
});

test('a difference that the format does not show is none', () => {
  expect(displayedDifference(1.001, 1, '0.0')).toBeNull();
  expect(displayedDifference(0, 0, '#,##0.0;"−"#,##0.0;"–"')).toBeNull();
});

test('of what is no number, that it changed is all there is to say', () => {
  expect(displayedDifference('not given', 3, '0.0')).toBe('changed');
  expect(displayedDifference({ error: '#DIV/0!' }, 3, '0.0')).toBe('changed');
  expect(displayedDifference({ error: '#DIV/0!' }, { error: '#DIV/0!' }, '0.0')).toBeNull();
  expect(displayedDifference('none', 'none', undefined)).toBeNull();
});
