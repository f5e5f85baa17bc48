import { expect, test } from 'vitest';
import { whenWords } from '../../renderer/session/when-words.ts';

const now = new Date(2026, 10, 12, 14, 5);
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

test.each([
  [at(2026, 10, 12, 14, 5), 'Today, 14:05'],
  [at(2026, 10, 12, 0, 0), 'Today, 00:00'],
  [at(2026, 10, 11, 23, 59), 'Yesterday, 23:59'],
  [at(2026, 10, 10, 9, 30), '10 Nov 2026, 09:30'],
  [at(2025, 10, 12, 14, 5), '12 Nov 2025, 14:05'],
  // A clock that is ahead.
  [at(2026, 10, 13, 8, 0), '13 Nov 2026, 08:00'],
])('%s is %s', (instant, words) => {
  expect(whenWords(instant, now)).toBe(words);
});

test('the day before the first of a month is yesterday', () => {
  expect(whenWords(at(2026, 1, 28, 8, 0), new Date(2026, 2, 1, 8, 0))).toBe('Yesterday, 08:00');
});
