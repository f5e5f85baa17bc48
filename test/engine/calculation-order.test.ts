import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Engine } from '../../shared/engine/engine.ts';
import type { CellContent } from '../../shared/workbook/document.ts';

const size = 12;
const row = fc.nat(size - 1);
/** Formulas of one column that read cells above and below them, some by way of ranges, so that loops come and go. */
const content: fc.Arbitrary<CellContent> = fc.oneof(
  fc.integer({ min: -9, max: 9 }),
  fc.tuple(row, row).map(([one, other]) => `=A${one + 1}-2*A${other + 1}`),
  fc.tuple(row, fc.nat(3)).map(([top, more]) => `=SUM(A${top + 1}:A${Math.min(size, top + more + 1)})+1`),
);
const sheet = (contents: readonly CellContent[]) => [{ name: 'S', rows: contents.map((cell) => [cell]) }];

it('what follows from an edit is what a file opened with it shows, also where loops come and go', () => {
  fc.assert(
    fc.property(
      fc.array(content, { minLength: size, maxLength: size }),
      fc.array(fc.tuple(row, content), { minLength: 1, maxLength: 6 }),
      (contents, edits) => {
        const engine = Engine.build(sheet(contents), []);
        const now = [...contents];
        const shown = engine.sheetValues('S').map(([value]) => value);
        for (const [at, edited] of edits) {
          now[at] = edited;
          for (const change of engine.setCells([{ sheet: 'S', row: at, column: 0, content: edited }]))
            shown[change.row] = change.value;
          const fresh = Engine.build(sheet(now), []);
          expect(engine.sheetValues('S')).toEqual(fresh.sheetValues('S'));
          expect(shown).toEqual(fresh.sheetValues('S').map(([value]) => value));
          fresh.destroy();
        }
        engine.destroy();
      },
    ),
    { numRuns: 25 },
  );
});
