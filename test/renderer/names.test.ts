import { expect, test } from 'vitest';
import { copiedSheetName } from '../../renderer/commands/sheets.ts';
import { createdNames, likelySides, nameOfWord, type LabelSide } from '../../renderer/names/created-names.ts';
import { typedMeaning } from '../../renderer/names/refers-to.ts';
import { rangeText } from '../../renderer/range-text.ts';
import type { CellValue } from '../../shared/workbook/document.ts';

const table: readonly (readonly CellValue[])[] = [
  ['Deal', 'Amount', 'Start year', 2028],
  ['Q1', 10, 20, 30],
  ['Über alles', 40, 50, 60],
  [null, 70, 80, 90],
];
const valueAt = (row: number, column: number) => table[row]?.[column] ?? null;
const range = { top: 0, left: 0, bottom: 3, right: 3 };
const created = (...sides: readonly LabelSide[]) =>
  createdNames(range, new Set(sides), valueAt).map((one) => `${one.name} ${rangeText('S', one.range)}`);

test('words at the sides of a range name the cells beside them, without the words', () => {
  expect(created('top')).toEqual(['Deal S!A2:A4', 'Amount S!B2:B4', 'Start_year S!C2:C4', '_2028 S!D2:D4']);
  expect(created('top', 'left')).toEqual([
    'Amount S!B2:B4',
    'Start_year S!C2:C4',
    '_2028 S!D2:D4',
    'Q1_ S!B2:D2',
    'Über_alles S!B3:D3',
    'Deal S!B2:D4',
  ]);
  expect(created('left', 'right')).toEqual([
    'Deal S!B1:C1',
    'Q1_ S!B2:C2',
    'Über_alles S!B3:C3',
    '_2028 S!B1:C1',
    '_30 S!B2:C2',
    '_60 S!B3:C3',
    '_90 S!B4:C4',
  ]);
  expect(created('bottom')).toEqual(['_70 S!B1:B3', '_80 S!C1:C3', '_90 S!D1:D3']);
  expect(created()).toEqual([]);
  expect(createdNames({ ...range, bottom: 0 }, new Set(['top']), valueAt)).toEqual([]);
});

test('of two words that give one name the first counts, and what can be no name gives none', () => {
  const same = (_: number, column: number) => ['a b', 'A_b', '', true][column] ?? null;
  expect(createdNames({ ...range, bottom: 1 }, new Set(['top']), same).map(({ name }) => name)).toEqual([
    'a_b',
  ]);
});

test.each([
  ['growth', 'growth'],
  [' Growth rate (%) ', 'Growth_rate____'],
  ['2028E', '_2028E'],
  ['A1', 'A1_'],
  ['R1C1', 'R1C1_'],
  ['c', 'c_'],
  ['TRUE', 'TRUE_'],
  ['-5', '_5'],
  [7.5, '_7.5'],
  ['', null],
  [null, null],
  [false, null],
  ['x'.repeat(300), 'x'.repeat(254)],
])('the word %s gives the name %s', (word, name) => {
  expect(nameOfWord(word)).toBe(name);
});

test('rows and columns of words are offered, others are not', () => {
  expect([...likelySides({ ...range, right: 2 }, valueAt)]).toEqual(['top', 'left']);
  expect([...likelySides({ top: 1, left: 1, bottom: 3, right: 3 }, valueAt)]).toEqual([]);
});

test.each([
  ['=SUM(A1:A3)*2', '=SUM(A1:A3)*2'],
  ['Deals!b2:B9', '=Deals!$B$2:$B$9'],
  [' C3 ', '=S!$C$3'],
  ['5%', '=5%'],
  ['-.5e3', '=-.5e3'],
  ['TRUE', '=TRUE'],
  ['"two words"', '="two words"'],
  ['{1,2}', '={1,2}'],
  ['=', null],
  ['', null],
  ['two words', null],
])('a name that is said to stand for %s stands for %s', (text, formula) => {
  expect(typedMeaning(text, 'S')).toBe(formula);
});

test('a copy of a sheet has the next number that is free', () => {
  expect(copiedSheetName('Deals', ['Deals'])).toBe('Deals (2)');
  expect(copiedSheetName('Deals', ['Deals', 'DEALS (2)'])).toBe('Deals (3)');
  expect(copiedSheetName('Deals (2)', ['Deals', 'Deals (2)'])).toBe('Deals (3)');
  expect(copiedSheetName('x'.repeat(31), [])).toBe(`${'x'.repeat(27)} (2)`);
});
