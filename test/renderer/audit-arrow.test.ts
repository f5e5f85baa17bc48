import { describe, expect, test } from 'vitest';
import { arrowBetween, arrowHead, boxAround, boxBeyond, markBeside } from '../../renderer/audit/arrow.ts';

const box = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 20 });

describe('an arrow between cells', () => {
  test('goes from the middle of one to the edge of the other', () => {
    expect(arrowBetween(box(0, 0), box(200, 0))).toEqual({ from: { x: 50, y: 10 }, to: { x: 200, y: 10 } });
    expect(arrowBetween(box(0, 100), box(0, 0))).toEqual({ from: { x: 50, y: 110 }, to: { x: 50, y: 20 } });
  });

  test('is none within one cell', () => {
    expect(arrowBetween(box(0, 0), box(0, 0))).toBeUndefined();
  });

  test('has a head that points along it', () => {
    expect(arrowHead({ from: { x: 0, y: 0 }, to: { x: 10, y: 0 } })).toBe('10,0 2,3.5 2,-3.5');
  });
});

test('the mark of other sheets stands above a cell, or below the first rows, and within the view', () => {
  const view = { left: 40, top: 22, right: 500, bottom: 400 };
  expect(markBeside(box(200, 100), 'left', view)).toEqual({ left: 170, right: 186, top: 74, bottom: 86 });
  expect(markBeside(box(40, 30), 'left', view)).toEqual({ left: 40, right: 56, top: 64, bottom: 76 });
  expect(markBeside(box(400, 100), 'right', view)).toMatchObject({ left: 484, right: 500 });
});

describe('cells out of view', () => {
  const view = { left: 0, top: 0, right: 500, bottom: 400 };

  test('stand at the edge beyond which they lie', () => {
    expect(boxBeyond(box(400, 0), 0, 3, view)).toEqual({ left: 500, right: 500, top: 0, bottom: 20 });
    expect(boxBeyond(box(0, 40), -2, 0, view)).toEqual({ left: 0, right: 100, top: 40, bottom: 40 });
    expect(boxBeyond(box(0, 40), 0, 0, view)).toEqual(box(0, 40));
  });

  test('have an outline only where a part of it is in view', () => {
    const beyond = boxBeyond(box(400, 0), 0, 3, view);
    expect(boxAround(beyond, beyond)).toBeUndefined();
    expect(boxAround(box(400, 0), beyond)).toEqual({ left: 400, right: 500, top: 0, bottom: 20 });
  });
});
