import { describe, expect, test } from 'vitest';
import { isCellError, type CellContent, type CellValue } from '../../shared/workbook/document.ts';
import { data, isKnownToLibreOffice, type CaseFamily } from '../engine/cases/excel-case.ts';
import { callsOf } from '../engine/cases/grid-calls.ts';
import { caseFamilies } from '../engine/cases/index.ts';
import { plainDocument } from '../fixtures/plain-document.ts';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { recalculateAllWithLibreOffice, runsOracle } from './recalculate.ts';

const here = await runsOracle();

/** Same value, as far as a file tells: LibreOffice writes booleans of array formulas as 0 and 1, and names errors its own way. */
function same(ours: CellValue, theirs: CellValue): boolean {
  if (isCellError(ours)) return isCellError(theirs) && (theirs.error !== '#NAME?' || ours.error === '#NAME?');
  if (typeof ours === 'boolean') return ours === theirs || Number(ours) === theirs;
  if (typeof ours === 'number' && typeof theirs === 'number')
    return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(theirs));
  return ours === theirs || (ours === '' && theirs === null);
}

/** Rows from one formula to the next: more than the longest result that spills. */
const spillRows = 12;

interface Question {
  readonly formula: string;
  /** What Excel documents; absent where our own result is compared. */
  readonly expected?: CellValue;
  /** Why LibreOffice gives another value. */
  readonly differs: string | undefined;
}

function questionsOf({ cases, grids = [] }: CaseFamily): Question[] {
  return [
    ...cases.map(([formula, expected, , differs]) => ({ formula, expected, differs })),
    ...grids.flatMap((grid) =>
      callsOf(grid).map((formula) => ({
        formula,
        differs: grid.except?.find(([formulas]) => formulas.test(formula))?.[1],
      })),
    ),
  ];
}

describe.skipIf(!here)('functions against LibreOffice', () => {
  test('LibreOffice recalculates the same values, but for the differences that are named, and those differ', async () => {
    const families = Object.entries(caseFamilies).map(([family, known]) => {
      const questions = questionsOf(known).filter(({ formula }) => isKnownToLibreOffice(formula));
      const formulas: (CellContent | null)[][] = [];
      for (const [index, { formula }] of questions.entries()) formulas[index * spillRows] = [formula];
      return {
        family,
        questions,
        workbook: Workbook.open(plainDocument({ Data: data, ...known.sheets, Formulas: formulas })),
      };
    });
    const files = await Promise.all(families.map(({ workbook }) => writeXlsx(workbook)));
    const recalculated = await recalculateAllWithLibreOffice(files);
    const wrong = families.flatMap(({ family, questions, workbook }, index) => {
      const values = recalculated[index]?.get('Formulas') ?? [];
      return questions.flatMap(({ formula, expected, differs }, place) => {
        const row = place * spillRows;
        const ours = expected ?? workbook.value({ sheet: 'Formulas', row, column: 0 });
        const theirs = values[row]?.[0] ?? null;
        return same(ours, theirs) === (differs === undefined)
          ? []
          : [{ family, formula, ours, theirs, ...(differs !== undefined && { differs }) }];
      });
    });
    for (const { workbook } of families) workbook.close();
    expect(wrong).toEqual([]);
    expect(families.flatMap(({ questions }) => questions).length).toBeGreaterThan(40_000);
  });
});
