import { expect, test } from 'vitest';
import { typedPlace } from '../../renderer/formula-bar/typed-place.ts';
import { rangesText } from '../../renderer/range-text.ts';
import { DocumentMirror } from '../../renderer/session/document-mirror.ts';
import { plainDocument } from '../fixtures/plain-document.ts';

const { title, sheets, styles, names } = plainDocument(
  { Deals: [[1]], 'My, sheet': [[2]], Hidden: [[3]] },
  { rate: 'Deals!B2', table: "'My, sheet'!A1:B9" },
);
const mirror = new DocumentMirror({
  title,
  styles,
  names,
  namedFormulas: [
    { name: 'both', formula: '=Deals!$A$1:$A$3,Deals!$C$1' },
    { name: 'rate', scope: 'My, sheet', formula: "='My, sheet'!$D$4" },
    { name: 'tax', formula: '=5%' },
    { name: 'left', formula: '=Deals!XFD1' },
  ],
  bounds: [],
  validations: [],
  whatIfTables: [],
  conditionalFormats: [],
  sheets: sheets.map((sheet) => ({
    ...sheet,
    values: [],
    conditionalLooks: [],
    ...(sheet.name === 'Hidden' && { visibility: 'hidden' as const }),
  })),
  history: { undoLabel: null, redoLabel: null, shape: 0 },
});

function place(text: string, sheet = 'Deals'): string | null {
  const range = { top: 4, left: 4, bottom: 4, right: 4 };
  const found = typedPlace(text, { sheet, row: 4, column: 4, range, others: [] }, mirror);
  if (found === null || typeof found === 'string') return found;
  return rangesText(found.sheet, [found.range, ...found.others]);
}

test.each([
  ['b2', 'Deals!B2'],
  ['$B$2:A1', 'Deals!A1:B2'],
  [' A1:B2 , D4,Deals!C:C ', 'Deals!A1:B2, D4, C:C'],
  ['2:3', 'Deals!2:3'],
  ['C', 'Deals!E:E'],
  ['r', 'Deals!5:5'],
  ["'My, sheet'!A1,'My, sheet'!B2", "'My, sheet'!A1, B2"],
  ['RATE', 'Deals!B2'],
  ['both', 'Deals!A1:A3, C1'],
  ['both,rate', 'Deals!A1:A3, C1, B2'],
  ['left', 'Deals!D5'],
  ['A1:C3 B2:D4', 'Deals!B2:C3'],
  ['A:A 3:3', 'Deals!A3'],
  ["'My, sheet'!rate", "'My, sheet'!D4"],
])('%s is %s', (text, expected) => {
  expect(place(text)).toBe(expected);
});

test('a name of a sheet counts there', () => {
  expect(place('rate', 'My, sheet')).toBe("'My, sheet'!D4");
});

test.each([
  ['A1:B2 D4', /^A1:B2 and D4 share no cell.*comma/],
  ['A1,table', /ranges of Deals and 'My, sheet'/],
  ['Nowhere!A1', /no sheet “Nowhere”/],
  ['Hidden!A1', /Hidden is hidden\. Unhide it/],
  ['A1,nothing', /“nothing” is no cell, range or name/],
  ['A1,,B2', /“” is no cell/],
  ['tax', /tax stands for =5%, which is no range/],
  ['both A1', /several ranges/],
])('%s leads nowhere, and says why', (text, reason) => {
  expect(place(text)).toMatch(reason);
});

test.each(['nothing', 'XFE1', 'two words', '', 'A1048577'])('“%s” is none of what is there', (text) => {
  expect(place(text)).toBeNull();
});
