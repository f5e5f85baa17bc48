import { describe, expect, test } from 'vitest';
import { ChoiceLetters } from '../../renderer/grid/choice-letters.ts';
import { choicePlace } from '../../renderer/grid/choice-place.ts';

const words = ['Base', 'Bull', 'Bear', 'Power-constrained', 'Vendor pull-back'];

describe('letters typed into a list of choices', () => {
  test('lead to the choice that begins with them, whatever their case', () => {
    const letters = new ChoiceLetters();
    expect(letters.type('b', 0, words, 0)).toBe(1);
    expect(letters.type('E', 200, words, 1)).toBe(2);
    expect(letters.type('x', 400, words, 2)).toBeUndefined();
  });

  test('begin anew after a pause', () => {
    const letters = new ChoiceLetters();
    expect(letters.type('v', 0, words, 0)).toBe(4);
    expect(letters.type('p', 1500, words, 4)).toBe(3);
  });

  test('that are the same lead from one to the next, and around', () => {
    const letters = new ChoiceLetters();
    let chosen = 0;
    const places = [0, 1, 2].map((at) => (chosen = letters.type('b', at, words, chosen) ?? -1));
    expect(places).toEqual([1, 2, 0]);
  });
});

describe('where choices open', () => {
  const stage = { left: 10, top: 100, right: 810, bottom: 700 };
  const cellAt = (left: number, top: number) => ({ left, top, right: left + 80, bottom: top + 24 });

  test('below the cell, with the button beside it', () => {
    const { button, list } = choicePlace({ cell: cellAt(110, 200), stage }, 5, 100);
    expect(button).toEqual({ left: 184, top: 104, height: 20 });
    expect(list).toMatchObject({ left: 100, top: 125, minWidth: 120 });
    expect(list.bottom).toBeUndefined();
  });

  test('above it at the bottom of the grid', () => {
    const { list } = choicePlace({ cell: cellAt(110, 660), stage }, 5, 100);
    expect(list.top).toBeUndefined();
    expect(list).toMatchObject({ bottom: 41, maxHeight: 320 });
  });

  test('inside the grid at its right edge', () => {
    const { button, list } = choicePlace({ cell: cellAt(725, 200), stage }, 5, 100);
    expect(button.left + 18).toBeLessThanOrEqual(stage.right - stage.left);
    expect(list.left + list.minWidth).toBeLessThanOrEqual(stage.right - stage.left);
  });

  test('no higher than there is room', () => {
    const low = { ...stage, bottom: 400 };
    const { list } = choicePlace({ cell: cellAt(110, 220), stage: low }, 40, 100);
    expect(list).toMatchObject({ top: 145, maxHeight: 148 });
  });
});
