import { describe, expect, test } from 'vitest';
import { expectsOperand, formulaParts } from '../../renderer/formula-bar/formula-parts.ts';

const rate = { sheet: 'Assumptions', range: { top: 1, left: 3, bottom: 1, right: 3 } };
const context = {
  sheet: 'Deals',
  nameTarget: (name: string) => (name.toLowerCase() === 'rate' ? rate : undefined),
};

const coloured = (text: string) =>
  formulaParts(text, context)
    .filter(({ colour }) => colour !== undefined)
    .map(({ text: piece, colour }) => `${piece} ${colour}`);

test('references and names are coloured in order of first appearance', () => {
  expect(coloured('=J10*MIN(1,K10*rate)')).toEqual(['J10 1', 'K10 2', 'rate 3']);
});

test('the same cell has the same colour however it is written', () => {
  expect(coloured('=A1+$A$1+Deals!A1+B2+a1+Assumptions!D2+Rate')).toEqual([
    'A1 1',
    '$A$1 1',
    'Deals!A1 1',
    'B2 2',
    'a1 1',
    'Assumptions!D2 3',
    'Rate 3',
  ]);
});

test('ranges, quoted sheets, whole columns and rows are one piece each', () => {
  expect(coloured("=SUM('My ''own'' sheet'!A1:$B$2)+SUM(A:A)+SUM($1:$3)")).toEqual([
    "'My ''own'' sheet'!A1:$B$2 1",
    'A:A 2',
    '$1:$3 3',
  ]);
});

test('text, numbers, functions and unknown words are not references', () => {
  expect(coloured('=LOG10(1e5)&"A1"&unknown&TRUE')).toEqual([]);
});

test('the ninth reference takes the first colour again', () => {
  expect(coloured('=A1+A2+A3+A4+A5+A6+A7+A8+A9').at(-1)).toBe('A9 1');
});

describe('while it is typed', () => {
  test.each([
    '',
    '=',
    '=J10*MIN(1,K10*Pro',
    '="open',
    "='open sheet",
    '=A1:',
    '=Deals!',
    '=#',
    '=$',
    '={1,2',
    'plain text',
    '=A1\n+B2',
    '=Ä1+été',
  ])('%j is kept to the letter', (text) => {
    expect(
      formulaParts(text, context)
        .map(({ text: piece }) => piece)
        .join(''),
    ).toBe(text);
  });
});

test('a reference carries the cells it stands for', () => {
  expect(formulaParts('=B2:C3', context)[1]?.target).toEqual({
    sheet: 'Deals',
    range: { top: 1, left: 1, bottom: 2, right: 2 },
  });
});

test('a click on a cell means its reference only where an operand is expected', () => {
  for (const text of ['=', '=A1+', '=SUM(', '=SUM(A1,', '=A1 = '])
    expect(expectsOperand(text, text.length), text).toBe(true);
  for (const text of ['', '12', '=A1', '=SUM(A1)', 'a+'])
    expect(expectsOperand(text, text.length), text).toBe(false);
});
