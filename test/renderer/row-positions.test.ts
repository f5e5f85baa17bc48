import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowPositions } from '../../renderer/grid/row-positions.ts';

const ordinary = 24;

function positionsOf(heights: readonly number[], count: number): RowPositions {
  const positions = new RowPositions({
    count: () => count,
    firstOrdinary: () => heights.length,
    height: (row) => heights[row] ?? ordinary,
    ordinaryHeight: () => ordinary,
  });
  positions.ensureBuilt();
  return positions;
}

describe('RowPositions', () => {
  it('places the last row of the longest sheet', () => {
    const positions = positionsOf([44, 24, 66], 1_048_576);
    expect(positions.getOffset(3)).toBe(134);
    expect(positions.getOffset(1_048_575)).toBe(134 + 1_048_572 * ordinary);
    expect(positions.getTotalSize()).toBe(134 + 1_048_573 * ordinary);
    expect(positions.findIndexAtOffset(positions.getTotalSize() + 1000)).toBe(1_048_575);
  });

  it('gives what adding up all heights gives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 600 }),
        (heights, count, place) => {
          const positions = positionsOf(heights, count);
          const begins = [0];
          for (let row = 0; row < count; row++) begins.push((begins[row] ?? 0) + (heights[row] ?? ordinary));
          for (const [row, begin] of begins.entries()) expect(positions.getOffset(row)).toBe(begin);
          expect(positions.getTotalSize()).toBe(begins[count]);
          const above = begins.slice(1).filter((end) => end <= place).length;
          expect(positions.findIndexAtOffset(place)).toBe(Math.min(above, count - 1));
        },
      ),
    );
  });

  it('works them out anew once there are more rows or it is told to', () => {
    let [count, height] = [3, 30];
    const positions = new RowPositions({
      count: () => count,
      firstOrdinary: () => 1,
      height: () => height,
      ordinaryHeight: () => ordinary,
    });
    positions.ensureBuilt();
    expect(positions.getTotalSize()).toBe(78);
    count = 5;
    expect(positions.isCurrent()).toBe(false);
    positions.ensureBuilt();
    expect(positions.getTotalSize()).toBe(126);
    height = 50;
    positions.invalidate();
    positions.ensureBuilt();
    expect(positions.getTotalSize()).toBe(146);
    expect(positions.getSizeAt(0)).toBe(50);
    expect(positions.getSizeAt(5)).toBe(0);
  });
});
