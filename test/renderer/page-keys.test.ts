import { describe, expect, test } from 'vitest';
import { pageKey, pageStep } from '../../renderer/grid/page-keys.ts';
import { press } from './key-press.ts';

const page = { inView: { first: 0, last: 9 }, hidden: [], frozen: 0, count: 100 };

test('Page Down and Page Up lead along the rows, with Alt along the columns', () => {
  expect(pageKey(press('PageDown'))).toEqual({ axis: 'rows', step: 1 });
  expect(pageKey(press('PageUp', { altKey: true }))).toEqual({ axis: 'columns', step: -1 });
  expect(pageKey(press('ArrowDown'))).toBeUndefined();
});

describe('a page', () => {
  test('is as many lines as are in full view, for the sheet and for the cell', () => {
    expect(pageStep(3, 1, page)).toEqual({ line: 13, first: 10 });
    expect(pageStep(13, -1, { ...page, inView: { first: 10, last: 19 } })).toEqual({ line: 3, first: 0 });
  });

  test('goes no further than the sheet does', () => {
    expect(pageStep(3, -1, page)).toEqual({ line: 0, first: 0 });
    expect(pageStep(95, 1, { ...page, inView: { first: 90, last: 99 } })).toEqual({ line: 99, first: 99 });
  });

  test('passes over hidden lines, and leaves frozen ones where they are', () => {
    const hidden = [{ first: 12, last: 21 }];
    expect(pageStep(3, 1, { ...page, hidden })).toEqual({ line: 23, first: 10 });
    expect(pageStep(23, -1, { ...page, hidden, inView: { first: 10, last: 29 } })).toEqual({
      line: 3,
      first: 0,
    });
    expect(pageStep(14, -1, { ...page, frozen: 5, inView: { first: 12, last: 21 } })).toEqual({
      line: 4,
      first: 5,
    });
  });
});
