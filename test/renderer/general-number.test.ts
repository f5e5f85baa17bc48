import { expect, test } from 'vitest';
import { generalNumber } from '../../renderer/grid/general-number.ts';

const within = (characters: number) => (text: string) => text.length <= characters;

test('a number without a format loses digits, not size', () => {
  expect(generalNumber(1.23456789012345, within(6))).toBe('1.2346');
  expect(generalNumber(-1.7763568394002505e-15, within(9))).toBe('−1.78E−15');
});

test('a number whose size does not fit is not shown as another', () => {
  expect(generalNumber(123456789, within(4))).toBeUndefined();
});
