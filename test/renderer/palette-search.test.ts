import { expect, test } from 'vitest';
import { search, withChoice } from '../../renderer/shell/palette-search.ts';

const entries = [
  ['insert.rowsAbove', 'Insert rows above', 'Insert'],
  ['sheet.deleteRows', 'Delete rows', 'Sheet'],
  ['file.save', 'Save', 'File'],
  ['file.saveAs', 'Save as', 'File'],
  ['sheet Deals', 'Deals', 'Sheet'],
  ['name p_announced', 'p_announced', 'Probability of announced deals · Assumptions!D12:F12'],
].map(([key = '', label = '', detail = '']) => ({ key, label, detail }));
const found = (typed: string, recent: readonly string[] = []) =>
  search(entries, typed, recent).map(({ key }) => key);

test('every word must fit; the label counts more than the words beside it', () => {
  expect(found('row')).toEqual(['insert.rowsAbove', 'sheet.deleteRows']);
  expect(found('del row')).toEqual(['sheet.deleteRows']);
  expect(found('deals')).toEqual(['sheet Deals', 'name p_announced']);
  expect(found('deals nothing')).toEqual([]);
});

test('words that are not shown find it as well; signs alone find nothing', () => {
  const note = { key: 'insert.note', label: 'Note', detail: 'Insert', also: 'comment annotation' };
  expect(search([...entries, note], 'comment', [])).toEqual([note]);
  expect(found('$%')).toEqual([]);
  expect(found(' ')).toHaveLength(entries.length);
});

test('letters of a word in their order find it', () => {
  expect(found('dlt')).toEqual(['sheet.deleteRows']);
  expect(found('prbblty')).toEqual(['name p_announced']);
});

test('among equals what was used last comes first; what is called just so comes before it', () => {
  expect(found('sav')).toEqual(['file.save', 'file.saveAs']);
  expect(found('sav', ['file.saveAs'])).toEqual(['file.saveAs', 'file.save']);
  expect(found('save', ['file.saveAs'])).toEqual(['file.save', 'file.saveAs']);
  expect(found('', ['sheet Deals', 'file.save']).slice(0, 3)).toEqual([
    'sheet Deals',
    'file.save',
    'insert.rowsAbove',
  ]);
});

test('a choice becomes the last of thirty that are remembered, once', () => {
  const many = Array.from({ length: 30 }, (_, index) => `key ${index}`);
  expect(withChoice(many, 'key 3').slice(0, 5)).toEqual(['key 3', 'key 0', 'key 1', 'key 2', 'key 4']);
  const more = withChoice(many, 'new');
  expect([more.length, more[0], more.at(-1)]).toEqual([30, 'new', 'key 28']);
});
