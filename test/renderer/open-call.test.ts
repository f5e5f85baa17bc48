import { expect, test } from 'vitest';
import { openCallAt } from '../../renderer/formula-bar/open-call.ts';

/** The bar stands where the text cursor is. */
const at = (marked: string) => {
  const caret = marked.indexOf('|');
  const call = openCallAt(marked.replace('|', ''), caret);
  return call && `${call.name} ${call.argument}`;
};

test.each([
  ['=PMT(|', 'PMT 0'],
  ['=PMT(0.1,|', 'PMT 1'],
  ['=PMT(0.1,12,|100)', 'PMT 2'],
  ['=PMT|(0.1,12)', undefined],
  ['=PMT(0.1)|', undefined],
  ['=SUM(1,IF(A1>2,|3),4)', 'IF 1'],
  ['=SUM(1,IF(A1>2,3),|4)', 'SUM 2'],
  ['=SUM((1+|2),3)', 'SUM 0'],
  ['=SUM({1,2,3},|', 'SUM 1'],
  ['=SUM({1,2|,3},4)', 'SUM 0'],
  ['=TEXT("a,b(",|"0")', 'TEXT 1'],
  ["=SUM('Q1, (draft)'!A1,|", 'SUM 1'],
  ['=T.DIST(1,|', 'T.DIST 1'],
  ['=(1+|2)', undefined],
  ['PMT(|', undefined],
])('%s stands in %s', (marked, expected) => {
  expect(at(marked)).toBe(expected);
});
