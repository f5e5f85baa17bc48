import fc from 'fast-check';
import { comparisons, hasTwoEnds } from '../../shared/workbook/comparison.ts';
import {
  alertStyles,
  comparedKinds,
  type Validation,
  type ValidationSettings,
} from '../../shared/workbook/validation/validation.ts';

const words = (longest: number) =>
  fc
    .oneof(
      fc.constantFrom('A title', 'two\nlines', '<&>"', ' spaces ', '_x000D_'),
      fc.string({ unit: 'grapheme' }),
    )
    .map((text) => text.slice(0, longest))
    .filter((text) => text !== '' && !/[\uD800-\uDFFF]/u.test(text));

const formula = fc.constantFrom(
  '=A1>0',
  '=$A$1*2',
  '=SUM(B:B)',
  '=Sheet2!C3',
  '="x"&"<"',
  '=cases',
  '=#REF!',
);
const operand = fc.oneof(fc.integer({ min: -9, max: 99_999 }), fc.constantFrom(0.5, 1e-7, 1e21), formula);

const rule: fc.Arbitrary<ValidationSettings['rule']> = fc.oneof(
  fc.constant({ kind: 'any' as const }),
  fc.record({ kind: fc.constant('custom' as const), formula }, { noNullPrototype: true }),
  fc.record(
    {
      kind: fc.constant('list' as const),
      source: fc.oneof(
        formula,
        fc.array(fc.constantFrom('Base', 'high', '5', '"quoted"', 'a b', '<b>'), {
          minLength: 1,
          maxLength: 4,
        }),
      ),
      dropDown: fc.boolean(),
    },
    { noNullPrototype: true },
  ),
  fc
    .tuple(fc.constantFrom(...comparedKinds), fc.constantFrom(...comparisons), operand, operand)
    .map(([kind, operator, first, second]) => ({
      kind,
      operator,
      first,
      ...(hasTwoEnds(operator) && { second }),
    })),
);

/** Any settings of a data validation. */
export const anySettings: fc.Arbitrary<ValidationSettings> = fc.record(
  {
    rule,
    ignoreBlank: fc.boolean(),
    alert: fc.record(
      { style: fc.constantFrom(...alertStyles), title: words(32), text: words(255) },
      { requiredKeys: ['style'], noNullPrototype: true },
    ),
    message: fc.record({ title: words(32), text: words(255) }, { requiredKeys: [], noNullPrototype: true }),
  },
  { requiredKeys: ['rule', 'ignoreBlank'], noNullPrototype: true },
);

/** Validations of cells of these sheets; no two share a cell. */
export function anyValidations(sheetNames: readonly string[]): fc.Arbitrary<Validation[]> {
  return fc
    .array(fc.tuple(fc.constantFrom(...sheetNames), anySettings, fc.nat({ max: 3 }), fc.boolean()), {
      minLength: 1,
      maxLength: 3,
    })
    .map((all) =>
      all.map(([sheet, settings, size, isSeveral], index): Validation => {
        const top = 20 * index;
        const first = { top, left: 2, bottom: top + size, right: 2 + size };
        const second = { top: top + 10, left: 1, bottom: top + 10, right: 1 };
        return { sheet, ranges: isSeveral ? [first, second] : [first], ...settings };
      }),
    );
}
