import { describe, expect, it } from 'vitest';
import { setSwitch, switchChoices } from '../../shared/analysis/switches.ts';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import { buildModel } from '../../shared/model/build.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { locate, type } from '../model/locate.ts';
import { compareValues, valuesOf, type SheetValues } from './compare.ts';
import { recalculateAllWithLibreOffice, runsOracle } from './recalculate.ts';

/*
 * The shipped model, exported under every scenario and on every basis and recalculated from scratch
 * by LibreOffice, must hold the values that our engine has, cell by cell.
 */

/** Figures of a person's own, so that the basis User is another case than Benchmark, which it falls back to. */
const ownFigures: readonly (readonly [deal: string, group: string, content: string | number])[] = [
  ['Stargate', 'Value, US$ bn', 450],
  ['Stargate', 'Capacity, GW', 8.5],
  ['NVIDIA systems', 'Value, US$ bn', 'not given'],
  ['NVIDIA systems', 'Paid by OpenAI', 0.35],
  ['AMD accelerators', 'Status', 'executed'],
  ['AMD accelerators', 'Vendor equity per dollar bought', 0.15],
  ['Oracle', 'Value, US$ bn', 275.5],
  ['Oracle', 'Profile', 'flat'],
  ['Oracle', 'Start', 46_600],
  ['CoreWeave', 'End, exclusive', 48_000],
  ['Google Cloud', 'Value, US$ bn', 12],
];

interface Case {
  readonly name: string;
  readonly ours: SheetValues;
  readonly file: Uint8Array;
  readonly probable: unknown;
}

describe.runIf(await runsOracle())('LibreOffice', () => {
  it('gives our values for every cell of the shipped model, in every scenario and on every basis', async () => {
    const workbook = Workbook.open(buildModel());
    const { document } = workbook;
    for (const [row, group, content] of ownFigures)
      type(workbook, locate(document, 'Deals', { row, group, column: 'User' }), content);
    const results: Promise<{ cases: readonly Case[]; theirs: readonly SheetValues[] }>[] = [];
    for (const basis of switchChoices(workbook, 'basis')) {
      const cases: Case[] = [];
      for (const scenario of switchChoices(workbook, 'scenario')) {
        expect(setSwitch(workbook, 'basis', basis).ok && setSwitch(workbook, 'scenario', scenario).ok).toBe(
          true,
        );
        cases.push({
          name: `${scenario}, ${basis}`,
          ours: valuesOf(workbook),
          file: await writeXlsx(workbook),
          probable: workbook.namedValue('probable_by_2028'),
        });
      }
      // LibreOffice works on the cases of one basis while those of the next are written.
      results.push(
        recalculateAllWithLibreOffice(cases.map(({ file }) => file)).then((theirs) => ({ cases, theirs })),
      );
    }
    const compared = (await Promise.all(results)).flatMap(({ cases, theirs }) =>
      cases.map(({ name, ours, probable }, index) => {
        const other = theirs[index] ?? new Map<string, never>();
        expect([...other.keys()], name).toStrictEqual(document.sheets.map((sheet) => sheet.name));
        return { name, probable, ...compareValues(document, ours, other) };
      }),
    );
    workbook.close();
    expect(
      compared.flatMap(({ name, differences }) => differences.map((each) => `${name}: ${each}`)),
    ).toStrictEqual([]);
    expect(compared).toHaveLength(18);
    for (const { name, formulas } of compared) expect(formulas, name).toBeGreaterThan(10_000);
    expect(new Set(compared.map(({ probable }) => probable)).size, 'cases that differ').toBe(18);
  });
});
