import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { EngineContext } from '../../shared/engine/engine-context.ts';
import { Engine } from '../../shared/engine/engine.ts';
import { excelHyperFormula } from '../../shared/engine/excel-hyperformula.ts';
import { compareTexts } from '../../shared/engine/functions/excel-values.ts';
import { isPlainText } from '../../shared/engine/functions/lookup/search.ts';
import type { CellContent } from '../../shared/workbook/document.ts';

const rows = 40;
/** Values that are equal to each other in one way or another: in letter case, as numbers in texts, in width. */
const value: fc.Arbitrary<CellContent | null> = fc.constantFrom<(CellContent | null)[]>(
  1,
  2,
  0,
  -1,
  1.5,
  "'1",
  "'1.5",
  "'01",
  'a',
  'A',
  'ab',
  'AB',
  'ä',
  'Ä',
  'ａ',
  'ß',
  'ss',
  '',
  true,
  false,
  "'TRUE",
  null,
  "'=a",
  '*',
  'a*',
  '=1/0',
  '="a"',
  'a → b',
  'A → B',
  'a – b',
  'a - b',
);
const criterion = fc.constantFrom(
  '1',
  '0',
  '"1"',
  '"=1"',
  '"1.5"',
  '"a"',
  '"=a"',
  '"A"',
  '"ab"',
  '"ä"',
  '"ａ"',
  '"ss"',
  '"<>a"',
  '">0"',
  '"a*"',
  '"~*"',
  '"A → b"',
  '"a – b"',
  '"<>a → B"',
  '""',
  '"="',
  'TRUE',
  '"TRUE"',
  '"#DIV/0!"',
  'Z1',
  'A1',
  'B2',
);
const call = fc.oneof(
  criterion.map((one) => `COUNTIF(A1:B${rows},${one})`),
  criterion.map((one) => `SUMIF(A1:B${rows},${one},C1:D${rows})`),
  fc.tuple(criterion, criterion).map(([one, other]) => `COUNTIFS(A1:B${rows},${one},C1:D${rows},${other})`),
  fc
    .tuple(criterion, criterion)
    .map(([one, other]) => `MAXIFS(A1:A${rows},B1:B${rows},${one},A1:A${rows},${other})`),
  criterion.map((one) => `COUNTIF(B:C,${one})`),
);
const width = 4;

it('what many criteria find in the same cells is what each finds alone, also after edits', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: rows, maxLength: rows }),
      fc.array(call, { minLength: 15, maxLength: 25 }),
      fc.array(fc.tuple(fc.nat(rows - 1), fc.nat(width - 1), value), { maxLength: 3 }),
      (cells, calls, edits) => {
        const engine = Engine.build(
          ['S', 'Alone'].map((name) => ({ name, rows: cells })),
          [],
        );
        engine.setCells(calls.map((text, row) => ({ sheet: 'S', row, column: 9, content: `=${text}` })));
        for (const [row, column, content] of edits)
          engine.setCells(['S', 'Alone'].map((sheet) => ({ sheet, row, column, content })));
        // Of a range that no formula of a cell reads nothing is kept.
        const alone = calls.map(
          (text) =>
            engine.calculate(`=${text.replaceAll(/\b([A-Z]+\d+:[A-Z]+\d+|B:C)\b/g, 'Alone!$1')}`)[0]?.[0],
        );
        expect(calls.map((_, row) => engine.value({ sheet: 'S', row, column: 9 }))).toEqual(alone);
        engine.destroy();
      },
    ),
    { numRuns: 30 },
  );
});

it('a thousand counts of as many values read each cell a few times', () => {
  const count = 1000;
  const contents = Array.from({ length: count }, (_, row) => [
    row % 3 === 0 ? row : `'text ${row % 500}`,
    `=COUNTIF($A$1:$A$${count},A${row + 1})`,
  ]);
  const formulas = excelHyperFormula({ S: contents }, new EngineContext([], []), '');
  const reads = vi.spyOn(formulas.dependencyGraph, 'getCellValue');
  formulas.setCellContents({ sheet: 0, row: 1, col: 0 }, "'text 2");
  expect(reads.mock.calls.length).toBeLessThan(count * 10);
  expect(formulas.getCellValue({ sheet: 0, row: 1, col: 1 })).toBe(3);
  formulas.destroy();
});

it('what stands in labels is kept while what is summed beside them changes', () => {
  const count = 100;
  const contents = Array.from({ length: count }, (_, row) => [
    `'part ${row} → whole`,
    `=$E$1*${row}`,
    `=SUMIF($A$1:$A$${count},"PART "&${row}&" → whole",$B$1:$B$${count})`,
    null,
    row === 0 ? 1 : null,
  ]);
  const formulas = excelHyperFormula({ S: contents }, new EngineContext([], []), '');
  formulas.setCellContents({ sheet: 0, row: 0, col: 4 }, 2);
  const reads = vi.spyOn(formulas.dependencyGraph, 'getCellValue');
  formulas.setCellContents({ sheet: 0, row: 0, col: 4 }, 3);
  expect(reads.mock.calls.filter(([{ col }]) => col === 0).length).toBeLessThanOrEqual(count);
  expect(formulas.getCellValue({ sheet: 0, row: 9, col: 2 })).toBe(27);
  formulas.setCellContents({ sheet: 0, row: 8, col: 0 }, "'part 9 → Whole");
  expect(formulas.getCellValue({ sheet: 0, row: 9, col: 2 })).toBe(51);
  formulas.destroy();
});

it('of plain characters none counts as another, but for letter case', () => {
  const plain = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).filter(isPlainText);
  expect(plain.length).toBeGreaterThan(95);
  const wrong = plain.flatMap((one) =>
    plain.filter((other) => (compareTexts(one, other) === 0) !== (one.toLowerCase() === other.toLowerCase())),
  );
  expect(wrong).toEqual([]);
});
