import { expect, test } from 'vitest';
import { turnReference } from '../../renderer/formula-bar/turn-reference.ts';

/** What F4 makes of a text, pressed as often as there are results; `|` is the text cursor, two of them what is chosen. */
function turns(marked: string, times: number, isWhole = false): (string | undefined)[] {
  const bars = [...marked.matchAll(/\|/g)].map(({ index }) => index);
  const start = bars[0] ?? marked.length;
  let text = marked.replaceAll('|', '');
  let caret = { start, end: bars[1] === undefined ? start : bars[1] - 1 };
  return Array.from({ length: times }, () => {
    const turned = turnReference(text, caret, isWhole);
    if (!turned) return undefined;
    ({ text, caret } = turned);
    const before = `${text.slice(0, caret.start)}|${text.slice(caret.start, caret.end)}`;
    return `${before}${caret.end > caret.start ? '|' : ''}${text.slice(caret.end)}`;
  });
}

test('F4 walks a reference through its four forms', () => {
  expect(turns('=A|1+B2', 4)).toEqual(['=$A$1|+B2', '=A$1|+B2', '=$A1|+B2', '=A1|+B2']);
});

test('only the reference at the text cursor turns, and of a range the end there', () => {
  expect(turns('=A1+B2|', 1)).toEqual(['=A1+$B$2|']);
  expect(turns('=SUM(A1|:A9)', 1)).toEqual(['=SUM($A$1|:A9)']);
  expect(turns('=SUM(A1:A|9)', 1)).toEqual(['=SUM(A1:$A$9|)']);
});

test('a range that was pointed at turns as a whole', () => {
  expect(turns('=SUM(C1:C5|', 4, true)).toEqual([
    '=SUM($C$1:$C$5|',
    '=SUM(C$1:C$5|',
    '=SUM($C1:$C5|',
    '=SUM(C1:C5|',
  ]);
});

test('all references in chosen text turn, and stay chosen', () => {
  expect(turns('=|A1+$B2*3|+C3', 2)).toEqual(['=|$A$1+$B$2*3|+C3', '=|A$1+B$2*3|+C3']);
});

test('whole columns and rows, and cells of other sheets', () => {
  expect(turns('=SUM(A:C|', 2, true)).toEqual(['=SUM($A:$C|', '=SUM(A:C|']);
  expect(turns('=SUM(1:3|', 2, true)).toEqual(['=SUM($1:$3|', '=SUM(1:3|']);
  expect(turns("='Q1 A1'!B2|*2", 1)).toEqual(["='Q1 A1'!$B$2|*2"]);
});

test('nothing turns in text, in names and functions, or away from references', () => {
  for (const text of ['A1|', '=SUM( |)', '=LOG10|(2)', '="A1|"', '=taxes2026|', '=rate|', '='])
    expect(turns(text, 1), text).toEqual([undefined]);
});
