import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appliesToText, readAppliesTo } from '../../renderer/conditional/applies-to.ts';
import { newIcons, withIconSet } from '../../renderer/conditional/icon-draft.ts';
import { draftOf, newDraft, readDraft, type RuleDraft } from '../../renderer/conditional/rule-draft.ts';
import { ruleWords } from '../../renderer/conditional/rule-words.ts';
import type { IconSetName } from '../../shared/workbook/conditional/icons.ts';
import type { ConditionalRule } from '../../shared/workbook/conditional/conditional-format.ts';

const rules: readonly (readonly [words: string, rule: ConditionalRule])[] = [
  ['Cell value greater than 5', { kind: 'cellValue', comparison: 'greaterThan', operand: '=5' }],
  [
    'Cell value between =A1 and 0.5',
    { kind: 'cellValue', comparison: 'between', operand: '=A1', second: '=0.5' },
  ],
  ['Cell value equal to ="late"', { kind: 'cellValue', comparison: 'equal', operand: '="late"' }],
  ['Formula: =$A1>10', { kind: 'formula', formula: '=$A1>10' }],
  ['Text beginning with "a""b"', { kind: 'text', match: 'beginsWith', operand: '="a""b"' }],
  ['Text containing =$B$1', { kind: 'text', match: 'contains', operand: '=$B$1' }],
  ['No errors', { kind: 'state', state: 'noErrors' }],
  ['Date: in the last 7 days', { kind: 'date', period: 'last7Days' }],
  ['Top 10 %', { kind: 'rank', end: 'top', count: 10, percent: true }],
  ['Bottom 3', { kind: 'rank', end: 'bottom', count: 3 }],
  ['Equal to or below average', { kind: 'average', side: 'below', orEqual: true }],
  ['2 standard deviations above average', { kind: 'average', side: 'above', deviations: 2 }],
  ['Unique values', { kind: 'repeated', values: 'unique' }],
  [
    '3-colour scale',
    {
      kind: 'colourScale',
      stops: [
        { at: { kind: 'lowest' }, colour: '#FF0000' },
        { at: { kind: 'formula', value: '=AVERAGE(A1:A5)' }, colour: '#FFFFFF' },
        { at: { kind: 'number', value: '=100' }, colour: '#00FF00' },
      ],
    },
  ],
  ['Data bar', { kind: 'dataBar', low: { kind: 'automatic' }, high: { kind: 'highest' }, colour: '#638EC6' }],
  [
    'Icon set: 3 flags',
    {
      kind: 'iconSet',
      icons: ['greenFlag', 'yellowFlag', 'redFlag'],
      from: [
        { at: { kind: 'formula', value: '=$A$1' }, above: true },
        { at: { kind: 'number', value: '=0.5' } },
      ],
      iconOnly: true,
    },
  ],
  [
    'Icon set: custom',
    {
      kind: 'iconSet',
      icons: [null, 'yellowFlag', 'redFlag', 'goldStar'],
      from: [
        { at: { kind: 'percent', value: '=1' } },
        { at: { kind: 'percent', value: '=2' } },
        { at: { kind: 'percentile', value: '=3' } },
      ],
    },
  ],
];

describe('an icon set', () => {
  it('begins with the parts of the range that Excel gives it', () => {
    const starts = (name: IconSetName) => newIcons(name).starts.map(({ value }) => value);
    expect(starts('3Flags')).toEqual(['33', '67']);
    expect(starts('4Arrows')).toEqual(['25', '50', '75']);
    expect(starts('5Rating')).toEqual(['20', '40', '60', '80']);
  });

  it('of as many icons as before keeps where they begin', () => {
    const own = {
      ...newIcons('3Flags'),
      starts: newIcons('3Flags').starts.map((start) => ({ ...start, above: true })),
    };
    expect(withIconSet(own, '3Stars')).toEqual({ ...own, icons: ['silverStar', 'halfGoldStar', 'goldStar'] });
    expect(withIconSet(own, '4Arrows').starts).toEqual(newIcons('4Arrows').starts);
  });
});

describe('a rule in the fields of its editor', () => {
  it.each(rules)('%s is shown and read back', (words, rule) => {
    expect(ruleWords(rule)).toBe(words);
    expect(readDraft(draftOf(rule))).toMatchObject({ rule });
  });

  it.each([
    [{ first: '', second: '5' }, { first: 'Type a value or a formula.' }],
    [{ contain: 'text' }, { text: 'Type a text.' }],
    [{ kind: 'rank', count: '0' }, { count: 'Type a whole number from 1 to 1000.' }],
    [{ kind: 'rank', count: '101', percent: true }, { count: 'Type a whole number from 1 to 100.' }],
    [{ kind: 'formula', formula: '=' }, { formula: 'Type a formula, such as =A1>10.' }],
    [
      { kind: 'values', low: { kind: 'number', value: 'ten', colour: '#FF0000' } },
      { low: 'Type a number or a formula.' },
    ],
    [
      {
        kind: 'values',
        scale: 'icons',
        icons: {
          ...newIcons('3Flags'),
          starts: [
            { kind: 'number', value: '1', above: false },
            { kind: 'number', value: '', above: true },
          ],
        },
      },
      { start1: 'Type a number or a formula.' },
    ],
    [
      {
        kind: 'values',
        scale: 'icons',
        icons: {
          ...newIcons('4Arrows'),
          starts: [
            { kind: 'percentile', value: '101', above: false },
            { kind: 'number', value: '5', above: false },
            { kind: 'number', value: '-5', above: false },
          ],
        },
      },
      { start0: 'Type a number from 0 to 100.', start2: 'Type no less than for the icon below.' },
    ],
  ] satisfies (readonly [Partial<RuleDraft>, object])[])('%o is at fault', (part, faults) => {
    expect(readDraft({ ...newDraft, ...part })).toEqual({ faults });
  });

  it.each([
    ['5', '=5'],
    ['12%', '=0.12'],
    ['2026-11-22', '=46348'],
    ['true', '=TRUE'],
    ['late', '="late"'],
    ['say "no"', '="say ""no"""'],
    ['=SUM(A1:A3', '=SUM(A1:A3)'],
  ])('%s is the operand %s', (first, operand) => {
    const draft: RuleDraft = { ...newDraft, comparison: 'equal', first };
    expect(readDraft(draft)).toMatchObject({ rule: { operand } });
  });
});

describe('the cells that a rule applies to', () => {
  it.each([
    ['=$A$1:$B$5', 'A1:B5'],
    ['a1;C3:d4', 'A1, C3:D4'],
    ['A:A, 3:4', 'A:A, 3:4'],
  ])('%s', (typed, shown) => {
    expect(appliesToText(readAppliesTo(typed) ?? [])).toBe(shown);
  });

  it.each(['', 'here', 'A0', 'A1048577', 'Other!A1', 'A1 B'])('%s is none', (typed) => {
    expect(readAppliesTo(typed)).toBeNull();
  });

  it('any cells are shown and read back', () => {
    const range = fc
      .tuple(fc.nat(1_048_574), fc.nat(16_382), fc.nat(99), fc.nat(99))
      .map(([top, left, rows, columns]) => ({
        top,
        left,
        bottom: Math.min(1_048_575, top + rows),
        right: Math.min(16_383, left + columns),
      }));
    fc.assert(
      fc.property(fc.array(range, { minLength: 1 }), (ranges) => {
        expect(readAppliesTo(appliesToText(ranges))).toEqual(ranges);
      }),
    );
  });
});
