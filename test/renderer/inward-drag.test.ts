import { describe, expect, test } from 'vitest';
import { clearedPart } from '../../renderer/grid/fill/inward-drag.ts';

/* Cells of 80 by 20 pixels; the handle is at the corner of B2:D6. */
const range = { top: 1, left: 1, bottom: 5, right: 3 };
const from = { clientX: 320, clientY: 120 };
const at = (clientX: number, clientY: number) => {
  const [row, column] = [Math.floor(clientY / 20), Math.floor(clientX / 80)];
  const box = { top: row * 20, bottom: row * 20 + 20, left: column * 80, right: column * 80 + 80 };
  return clearedPart(range, { row, column }, box, from, { clientX, clientY });
};

describe('the handle dragged back over the chosen cells', () => {
  test('empties nothing where it began, and beside the cells', () => {
    expect(at(318, 118)).toBeNull();
    expect(at(318, 130)).toBeNull();
    expect(at(40, 60)).toBeNull();
  });

  test('empties the rows below the edge that is nearest to the mouse', () => {
    expect(at(318, 108)).toEqual({ ...range, top: 5 });
    expect(at(318, 92)).toEqual({ ...range, top: 5 });
    expect(at(318, 62)).toEqual({ ...range, top: 3 });
    expect(at(318, 22)).toEqual(range);
  });

  test('empties columns where it went further to the left', () => {
    expect(at(250, 118)).toEqual({ ...range, left: 3 });
    expect(at(85, 100)).toEqual(range);
    expect(at(250, 40)).toEqual({ ...range, top: 2 });
  });
});
