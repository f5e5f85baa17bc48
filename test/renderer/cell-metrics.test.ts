import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellMetrics, onScreen, roomForText, rowHeightFor } from '../../renderer/grid/cell-metrics.ts';

const zooms = fc.integer({ min: 10, max: 400 });

describe('sizes of cells on the screen', () => {
  test('are those of the style sheet at 100 %', () => {
    expect(cellMetrics('regular', 100)).toEqual({ scale: 1, row: 24, text: 13, leading: 21, pad: 8 });
    expect(cellMetrics('compact', 100)).toMatchObject({ row: 20, text: 12, pad: 6 });
    expect(cellMetrics('relaxed', 100)).toMatchObject({ row: 30, text: 14, pad: 10 });
  });

  test('of lines are whole pixels at every zoom, half a pixel from the exact size at most', () => {
    fc.assert(
      fc.property(fc.double({ min: 5, max: 546, noNaN: true }), zooms, (size, zoom) => {
        const shown = onScreen(size, zoom / 100);
        expect(Number.isInteger(shown)).toBe(true);
        expect(Math.abs(shown - Math.max(1, (size * zoom) / 100))).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  test('a line that is there is seen, and one without a size is not', () => {
    expect(onScreen(1, 0.1)).toBe(1);
    expect(onScreen(0, 4)).toBe(0);
  });

  test('text of an ordinary row has room in it at every zoom', () => {
    fc.assert(
      fc.property(zooms, fc.constantFrom('compact', 'regular', 'relaxed'), (zoom, density) => {
        const { row, leading } = cellMetrics(density, zoom);
        expect(leading).toBe(roomForText(row));
        expect(roomForText(rowHeightFor(leading))).toBe(leading);
      }),
    );
  });
});
