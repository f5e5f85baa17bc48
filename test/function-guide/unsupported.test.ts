import { describe, expect, test } from 'vitest';
import { argumentCountFault, argumentCountWords } from '../../shared/function-guide/argument-count.ts';
import type { GuideFunction } from '../../shared/function-guide/guide-function.ts';
import { functionGuide, guideTo } from '../../shared/function-guide/index.ts';
import { unsupportedFunctions } from '../../shared/function-guide/unsupported.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { excelFunctionNames } from './excel-functions.ts';
import { nearestWords } from '../../shared/workbook/nearest-words.ts';

describe('functions of Excel that formulas may not use', () => {
  test('are none of the guide', () => {
    expect([...unsupportedFunctions.keys()].filter((name) => guideTo(name))).toEqual([]);
  });

  test('are, with those that can be calculated, all functions of Excel and no others', () => {
    const known = [...Workbook.functionNames(), ...unsupportedFunctions.keys()];
    expect(known.toSorted()).toEqual(excelFunctionNames.toSorted());
  });

  test('have a remedy each, and are named once', () => {
    for (const [name, remedy] of unsupportedFunctions) {
      expect(name).toMatch(/^[A-Z][A-Z0-9.]*$/);
      expect(remedy, name).toMatch(/^[A-Z].*\.$/);
    }
  });
});

function taking(...names: readonly string[]): GuideFunction {
  const parts = names.map((text) => ({
    name: text.replace(/[[\]…]/g, ''),
    optional: text.startsWith('['),
    repeated: text.includes('…'),
  }));
  const other = { category: '', syntax: '', meaning: '', example: '', differs: undefined };
  return { name: 'F', arguments: parts, ...other };
}

describe('the number of arguments', () => {
  const few = 'too-few-arguments';
  const many = 'too-many-arguments';
  test.each([
    ['none', taking(), [null, many, many]],
    ['one', taking('a'), [few, null, many]],
    ['one or two', taking('a', '[b]'), [few, null, null, many]],
    ['any number', taking('a', '[b]…'), [few, null, null, null, null]],
    ['pairs, as IFS', taking('a', 'b', '[c]…', '[d]…'), [few, few, null, few, null, few]],
    [
      'pairs after one, as SUMIFS',
      taking('s', 'a', 'b', '[c]…', '[d]…'),
      [few, few, few, null, few, null, few],
    ],
    [
      'pairs and a last one, as SWITCH',
      taking('e', 'a', 'b', '[c]…', '[d]…', '[z]'),
      [few, few, few, null, null, null],
    ],
  ])('%s', (_, guide, faults) => {
    expect(faults.map((__, count) => argumentCountFault(guide, count))).toEqual(faults);
  });

  test('is at most 255', () => {
    expect(argumentCountFault(taking('a', '[b]…'), 255)).toBeNull();
    expect(argumentCountFault(taking('a', '[b]…'), 256)).toBe(many);
  });

  test.each([
    [taking(), 'no arguments'],
    [taking('a'), '1 argument'],
    [taking('a', '[b]'), '1 to 2 arguments'],
    [taking('[a]'), '0 to 1 arguments'],
    [taking('a', '[b]…'), 'at least 1 argument'],
    [taking('a', 'b', '[c]…'), 'at least 2 arguments'],
  ])('in words: %#', (guide, words) => {
    expect(argumentCountWords(guide)).toBe(words);
  });

  const counts: readonly (readonly [name: string, allowed: readonly number[], refused: readonly number[]])[] =
    [
      ['PMT', [3, 4, 5], [2, 6]],
      ['PI', [0], [1]],
      ['SUM', [1, 2, 255], [0, 256]],
      ['IF', [2, 3], [1, 4]],
      ['IFS', [2, 4, 6], [0, 1, 3, 5]],
      ['SWITCH', [3, 4, 5, 6, 7], [0, 1, 2]],
      ['SUMIFS', [3, 5, 7], [1, 2, 4, 6]],
      ['COUNTIFS', [2, 4], [1, 3]],
      ['LET', [3, 5, 7], [1, 2, 4]],
      ['INDEX', [2, 3, 4], [1, 5]],
      ['ROW', [0, 1], [2]],
      ['CHOOSE', [2, 3], [1]],
      ['XLOOKUP', [3, 4, 5, 6], [2, 7]],
      ['TEXTJOIN', [3, 4], [2]],
      ['SUMPRODUCT', [1, 2], [0]],
      ['AGGREGATE', [3, 4], [2]],
      ['NPV', [2, 3], [1]],
      ['WORKDAY', [2, 3], [1, 4]],
    ];
  test.each(counts.filter(([name]) => guideTo(name)))('of %s is as in Excel', (name, allowed, refused) => {
    const guide = guideTo(name)!;
    expect(allowed.filter((count) => argumentCountFault(guide, count))).toEqual([]);
    expect(refused.filter((count) => !argumentCountFault(guide, count))).toEqual([]);
  });

  test('of every example in the guide is one that the function takes', async () => {
    const { formulaTree } = await import('../../shared/workbook/formula-tree.ts');
    const { countFault } = await import('../../shared/workbook/formula-fault.ts');
    const faults = functionGuide.flatMap(({ example }) => {
      const tree = formulaTree(example);
      return tree?.type === 'call' ? (countFault(tree)?.message ?? []) : [];
    });
    expect(faults).toEqual([]);
  });
});

describe('the nearest words to a mistyped one', () => {
  const words = ['SUM', 'SUMIF', 'SUMIFS', 'SUMSQ', 'AVERAGE', 'AVERAGEIF', 'PMT', 'IPMT', 'TEXTSPLIT', 'IF'];
  test.each([
    ['SUMM', ['SUM', 'SUMIF', 'SUMSQ']],
    ['avergae', ['AVERAGE']],
    ['SPLIT', ['TEXTSPLIT']],
    ['PTM', ['PMT']],
    ['XYZZY', []],
    ['I', ['IF']],
  ])('%s', (typed, near) => {
    expect(nearestWords(typed, words)).toEqual(near);
  });
});
