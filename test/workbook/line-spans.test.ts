import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  complementOf,
  countWithin,
  differenceOf,
  intersectionOf,
  movedSpans,
  nearestOutside,
  sameSpans,
  spanAt,
  spansOf,
  unionOf,
  type LineSpans,
} from '../../shared/workbook/line-spans.ts';
import type { LineChange } from '../../shared/workbook/structure/line-change.ts';

/* Sets of lines against sets of numbers. */

const lineCount = 40;
const lineSets = fc.uniqueArray(fc.nat({ max: lineCount - 1 }), { maxLength: 25 });
const spansFrom = (lines: Iterable<number>) => spansOf([...lines].toSorted((one, other) => one - other));
const linesIn = (spans: LineSpans): number[] =>
  spans.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index));

test('spans are in order and apart, whatever sets they are made of', () => {
  fc.assert(
    fc.property(lineSets, lineSets, (some, others) => {
      const [one, other] = [spansFrom(some), spansFrom(others)];
      const [a, b] = [new Set(some), new Set(others)];
      for (const [spans, lines] of [
        [unionOf(one, other), [...new Set([...some, ...others])]],
        [intersectionOf(one, other), some.filter((line) => b.has(line))],
        [differenceOf(one, other), some.filter((line) => !b.has(line))],
        [complementOf(one, lineCount), [...Array(lineCount).keys()].filter((line) => !a.has(line))],
      ] as const) {
        expect(linesIn(spans)).toEqual(lines.toSorted((x, y) => x - y));
        for (const [index, span] of spans.entries())
          expect(span.first).toBeGreaterThan((spans[index - 1]?.last ?? -2) + 1);
      }
      expect(sameSpans(one, other)).toBe(a.size === b.size && some.every((line) => b.has(line)));
      for (let line = 0; line < lineCount; line++) {
        expect(spanAt(one, line) !== undefined).toBe(a.has(line));
        const next = nearestOutside(one, line, 1);
        expect(a.has(next)).toBe(false);
        expect(countWithin(one, { first: line, last: next - 1 })).toBe(next - line);
        expect(a.has(nearestOutside(one, line, -1))).toBe(false);
      }
    }),
  );
});

test('each line goes where the change takes it', () => {
  const change = fc
    .record({
      kind: fc.constantFrom('insert', 'delete', 'move'),
      at: fc.nat({ max: 30 }),
      count: fc.integer({ min: 1, max: 9 }),
      to: fc.nat({ max: lineCount }),
    })
    .map((each): LineChange => ({ ...each, sheet: 'S', axis: 'rows' }));
  fc.assert(
    fc.property(lineSets, change, (some, asked) => {
      const marked = new Set(some);
      const lines = Array.from({ length: lineCount + 20 }, (_, line) => marked.has(line));
      if (asked.kind === 'insert') lines.splice(asked.at, 0, ...Array<boolean>(asked.count).fill(false));
      else {
        const taken = lines.splice(asked.at, asked.count);
        if (asked.kind === 'move')
          lines.splice(
            asked.to > asked.at ? Math.max(asked.at, asked.to - asked.count) : asked.to,
            0,
            ...taken,
          );
      }
      // Lines cannot be moved into themselves.
      fc.pre(asked.kind !== 'move' || asked.to <= asked.at || asked.to >= asked.at + asked.count);
      expect(linesIn(movedSpans(spansFrom(some), asked))).toEqual(
        lines.flatMap((isMarked, line) => (isMarked ? [line] : [])),
      );
    }),
  );
});

test('lines pushed off the sheet are gone', () => {
  const last = { first: 1_048_570, last: 1_048_575 };
  const change = { kind: 'insert', sheet: 'S', axis: 'rows', at: 3, count: 4 } as const;
  expect(movedSpans([last], change)).toEqual([{ first: 1_048_574, last: 1_048_575 }]);
});
