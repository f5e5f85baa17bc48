import { describe, expect, test } from 'vitest';
import type { Files } from '../seed-files.ts';
import { refusal, set, testRefusals } from './refusal.ts';
import type { BadSeed } from './refusal.ts';

const cases: readonly BadSeed[] = [
  [
    'a figure that is a text',
    (f) => {
      set(f['facts.json'], 'B04', 'value', '500');
    },
    'facts.json, B04, value: expected number, received string, found "500"',
  ],
  [
    'a field that is missing',
    (f) => {
      set(f['benchmarks.json'], 'Oracle', 'wording', undefined);
    },
    'benchmarks.json, Oracle, wording: expected string, received undefined',
  ],
  [
    'a field that nobody knows',
    (f) => {
      set(f['deals.json'].deals, 'D06', 'valeuBn', 1);
    },
    'deals.json, D06, valeuBn: no such field is known',
  ],
  [
    'a field inside a figure that nobody knows',
    (f) => {
      set(f['deals.json'].deals, 'D06', 'valueBn.users', 1);
    },
    'deals.json, D06, valueBn.users: no such field is known',
  ],
  [
    'a wording that is empty',
    (f) => {
      set(f['facts.json'], 'A05', 'wording', ' ');
    },
    'facts.json, A05, wording',
  ],
  [
    'a row without an identity, by its number',
    (f) => {
      set(f['facts.json'], 'A03', 'id', 7);
    },
    'facts.json, row 3, id: expected string',
  ],
  [
    'a row that is no object',
    (f) => {
      (f['totals.json'] as unknown[])[1] = 5;
    },
    'totals.json, row 2',
  ],
  [
    'a figure of a register item, by its place',
    (f) => {
      set(f['benchmarks.json'], 'AMD', 'figures.1.value', null);
    },
    'benchmarks.json, AMD, figures #2.value',
  ],
  [
    'a month that does not exist',
    (f) => {
      set(f['deals.json'].deals, 'D05', 'end.benchmark', '2030-13');
    },
    'deals.json, D05, end.benchmark: expected a month such as 2026-07',
    'found "2030-13"',
  ],
  [
    'a layer that does not exist',
    (f) => {
      set(f['deals.json'].deals, 'D06', 'layer', 'clouds');
    },
    'deals.json, D06, layer',
  ],
  [
    'a share above 1',
    (f) => {
      set(f['deals.json'].deals, 'D06', 'paidShare.seed', 1.1);
    },
    'deals.json, D06, paidShare.seed',
  ],
  [
    'a paid share under its low',
    (f) => {
      set(f['deals.json'].deals, 'D01', 'paidShare.seed', 0.03);
    },
    'deals.json, D01, paidShare.seed: 0.03 is outside its bounds 0.04 to 0.4',
  ],
  [
    'a paid share over its high on Benchmark',
    (f) => {
      set(f['deals.json'].deals, 'D01', 'paidShare.benchmark', 0.5);
    },
    'deals.json, D01, paidShare.benchmark: 0.5 is outside its bounds 0.04 to 0.4',
  ],
  [
    'a negative value',
    (f) => {
      set(f['totals.json'], 'valuation', 'value.seed', -1);
    },
    'totals.json, valuation, value.seed',
  ],
  [
    'an address that is none',
    (f) => {
      set(f['benchmarks.json'], 'Oracle', 'address', 'oracle');
    },
    'benchmarks.json, Oracle, address',
  ],
  [
    'a date that is none',
    (f) => {
      set(f['benchmarks.json'], 'Oracle', 'date', '2025-9');
    },
    'benchmarks.json, Oracle, date',
  ],
  [
    'a name that Excel reads as an address',
    (f) => {
      set(f['drivers.json'].drivers, 'pd', 'name', 'pd1');
    },
    'drivers.json, pd1, name: expected a name for a cell',
  ],
  [
    'a name in R1C1 style',
    (f) => {
      set(f['drivers.json'].drivers, 'pd', 'name', 'r1c1');
    },
    'drivers.json, r1c1, name',
  ],
  [
    'a fact id used twice',
    (f) => {
      set(f['facts.json'], 'A03', 'id', 'A02');
    },
    'facts.json, A02, id: used more than once',
  ],
  [
    'a register item used twice',
    (f) => {
      set(f['benchmarks.json'], 'AMD', 'item', 'Oracle');
    },
    'benchmarks.json, Oracle, item: used more than once',
  ],
  [
    'a deal id used twice',
    (f) => {
      set(f['deals.json'].deals, 'D02', 'id', 'D01');
    },
    'deals.json, D01, id: used more than once',
  ],
  [
    'a total that is named as a driver',
    (f) => {
      set(f['totals.json'], 'raised', 'name', 'lgd');
    },
    'drivers.json, lgd, name: used more than once, first in totals.json',
  ],
  [
    'a fact of the other document',
    (f) => {
      set(f['facts.json'], 'A03', 'document', 'B');
    },
    'facts.json, A03, document: the id belongs to document A',
  ],
  [
    'a figure that is a number and a text',
    (f) => {
      set(f['facts.json'], 'B04', 'valueText', 'many');
    },
    'facts.json, B04, valueText',
  ],
  [
    'an as-of date that is no month',
    (f) => {
      f['drivers.json'].asOf = 'July';
    },
    'drivers.json, asOf: expected a month',
  ],
  [
    'a document without facts',
    (f) => {
      f['facts.json'] = f['facts.json'].filter((fact) => fact.document === 'A');
    },
    'documents.json, B, id: no fact refers to it',
  ],
  [
    'a list that is empty',
    (f) => {
      f['facts.json'] = [];
    },
    'facts.json: the list is empty',
  ],
  [
    'a list that is missing',
    (f) => {
      delete (f['deals.json'] as Partial<Files['deals.json']>).nestedPairs;
    },
    'deals.json, nestedPairs: expected a list of rows, found nothing',
  ],
  [
    'a file that is missing',
    (f) => {
      delete (f as Partial<Files>)['totals.json'];
    },
    'totals.json: expected a list of rows, found nothing',
  ],
  [
    'a file that nobody knows',
    (f) => {
      Object.assign(f, { 'extra.json': [] });
    },
    'extra.json: no such seed file is known',
  ],
  [
    'a list that nobody knows',
    (f) => {
      Object.assign(f['deals.json'], { options: [] });
    },
    'deals.json, options: no such field is known',
  ],
];

describe('A bad field, list or file of the seeds is refused with its file, row and field', () => {
  testRefusals(cases);

  test('and every problem is listed, not the first alone', () => {
    const error = refusal((files) => {
      set(files['facts.json'], 'A05', 'wording', '');
      set(files['deals.json'].deals, 'D01', 'facts', ['A99']);
      set(files['drivers.json'].drivers, 'pd', 'values.3', 0.3);
      set(files['drivers.json'].drivers, 'lgd', 'low', 'low');
    });
    expect(error.message).toContain('4 things are wrong');
    expect(error.problems.map(({ file, row: name, field }) => [file, name, field])).toEqual([
      ['facts.json', 'A05', 'wording'],
      ['drivers.json', 'lgd', 'low'],
      ['deals.json', 'D01', 'facts'],
      ['drivers.json', 'pd', 'values'],
    ]);
  });

  test.each([
    ['a fact', (files: Files) => set(files['facts.json'], 'B04', 'value', 'much')],
    ['the buyer', (files: Files) => set(files['parties.json'].parties, 'OpenAI', 'layer', 'none')],
    ['a party', (files: Files) => set(files['parties.json'].parties, 'Oracle', 'equityBn', 25)],
  ])('and %s that is wrong raises no second complaint in the rows that refer to it', (_, spoil) => {
    expect(refusal(spoil).problems).toHaveLength(1);
  });
});
