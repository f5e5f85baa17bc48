import { expect, describe, test } from 'vitest';
import { plainDocument } from '../fixtures/plain-document.ts';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import { isCellError, type CellValue } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { names, partsOf, randomFormulas, sheets, textOf, type Part } from './random-formulas.ts';
import { recalculateAllWithLibreOffice, runsOracle } from './recalculate.ts';

const here = await runsOracle();

/** A difference from LibreOffice in which Excel sides with us. */
interface Exception {
  /** The smallest parts of formulas that show it. */
  readonly parts: RegExp;
  /** What LibreOffice gives. */
  readonly theirs: (value: CellValue) => boolean;
  readonly reason: string;
}

const isNumber = (value: CellValue): boolean => typeof value === 'number';

const exceptions: readonly Exception[] = [
  {
    parts: /^(?:(?:COUNT|SUM|AVERAGE)IFS?|MAXIFS|MINIFS)\(/,
    theirs: isCellError,
    reason: 'an error as a criterion is looked for',
  },
  {
    parts: /^COUNTIF\(List!G1:G12,/,
    theirs: isNumber,
    reason: 'a text with spaces or a currency reads as a number',
  },
  {
    parts: /^SWITCH\(/,
    theirs: isCellError,
    reason: 'a number may be compared with texts and errors that are not reached',
  },
  {
    parts: /^(?:PRICE|YIELD)\(/,
    theirs: isNumber,
    reason: 'the days to the next coupon are those of the period less those gone by',
  },
  { parts: /^WEEKNUM\(/, theirs: (value) => value === 1, reason: 'a year ends with its own last week' },
  {
    parts: /^(?:WORKDAY|EDATE|EOMONTH)\(/,
    theirs: isNumber,
    reason: 'the calendar ends with the year 9999',
  },
  { parts: /^DATE\(/, theirs: isCellError, reason: 'months and days may be large' },
  { parts: /^HOUR\(/, theirs: isNumber, reason: 'no time is before the first day' },
  {
    parts: /^(?:FIND|SEARCH|ISNUMBER\(SEARCH)\(/,
    theirs: (value) => value === false || isCellError(value),
    reason: 'the empty text is found everywhere',
  },
  {
    parts: /^NUMBERVALUE\(/,
    theirs: isCellError,
    reason: 'the empty text is 0, and commas may part the thousands',
  },
  {
    parts: /\^|^POWER\(/,
    theirs: (value) => value === 1 || isCellError(value),
    reason: '0 to the power of 0 is #NUM! and to a negative power #DIV/0!',
  },
  {
    parts: /^(?:LOOKUP\(2,1\/|MATCH\((?:1|TRUE),INDEX\()/,
    theirs: isCellError,
    reason: 'each cell of an array is compared with an error, and errors are passed over',
  },
  {
    parts: /^(?:SUM|MIN|MAX|COUNTA?|AVERAGE|PRODUCT|AND)\(.*(?:IFERROR|IFNA|\+)/,
    theirs: () => true,
    reason: 'IFERROR, IFNA and the sign give values and no cells',
  },
  {
    parts: /^MATCH\("\*"&/,
    theirs: isNumber,
    reason: 'wildcards find texts only',
  },
  {
    parts: /^MATCH\((?:nothing|List!L1),/,
    theirs: isCellError,
    reason: 'an empty cell is looked for as 0',
  },
  {
    parts: /^MAX\(.*"12"/,
    theirs: isCellError,
    reason: 'a text that a formula gives is read as a number',
  },
  {
    parts: /\bIF\(/,
    theirs: (value) => value === 0 || value === true || value === '0',
    reason: 'IF without a third argument gives FALSE and no 0',
  },
  { parts: /^MROUND\(/, theirs: isNumber, reason: 'both numbers must have one sign' },
  { parts: /^EFFECT\(0,/, theirs: (value) => value === 0, reason: 'the rate must be above 0' },
  { parts: /^CODE\(/, theirs: (value) => value === 0, reason: 'the empty text has no first character' },
  { parts: /^T\(/, theirs: isCellError, reason: 'an error stays the one it is' },
];

function isNamed(part: string, { theirs }: Values): boolean {
  return exceptions.some((known) => known.parts.test(part) && known.theirs(theirs));
}

/** The text with its long numbers cut to the digits that two programs share. */
const shortened = (text: string): string =>
  text.replaceAll(/\d[\d.]{11,}(?:E[-+]\d+)?/g, (number) => Number(number).toPrecision(10));

/**
 * Same value, as far as a file tells: LibreOffice writes `#VALUE!` for all errors of its own, and
 * booleans of array formulas as numbers.
 */
function same(ours: CellValue, theirs: CellValue): boolean {
  if (isCellError(ours) || isCellError(theirs))
    return (
      isCellError(ours) && isCellError(theirs) && (theirs.error === '#VALUE!' || theirs.error === ours.error)
    );
  if (typeof ours === 'string' && typeof theirs === 'string') return shortened(ours) === shortened(theirs);
  if ((ours ?? '') === '' || (theirs ?? '') === '') return (ours ?? '') === (theirs ?? '');
  if (typeof ours === 'string' || typeof theirs === 'string') return false;
  const [mine, its] = [Number(ours), Number(theirs)];
  return Math.abs(mine - its) <= Math.max(1e-9 * Math.max(Math.abs(mine), Math.abs(its)), 1e-11);
}

interface Values {
  readonly ours: CellValue;
  readonly theirs: CellValue;
}

function workbookOf(formulas: readonly string[]): Workbook {
  const contents = { ...sheets, Formulas: formulas.map((formula) => [`=${formula}`]) };
  return Workbook.open(plainDocument(contents, names));
}

/** The values of the formulas here and in LibreOffice, by formula. */
async function valuesOf(formulas: readonly string[]): Promise<ReadonlyMap<string, Values>> {
  const unique = [...new Set(formulas)];
  const workbook = workbookOf(unique);
  const ours = workbook.sheetValues('Formulas');
  const file = await writeXlsx(workbook);
  workbook.close();
  const [theirs] = await recalculateAllWithLibreOffice([file]);
  const rows = theirs?.get('Formulas');
  return new Map(
    unique.map((formula, row) => [
      formula,
      { ours: ours[row]?.[0] ?? null, theirs: rows?.[row]?.[0] ?? null },
    ]),
  );
}

function differs(values: Values | undefined): boolean {
  return values !== undefined && !same(values.ours, values.theirs);
}

/** The smallest parts of the formulas that differ: those without a part inside them that differs. */
async function smallestDifferences(formulas: readonly Part[]): Promise<ReadonlyMap<string, Values>> {
  const all = await valuesOf(formulas.flatMap(partsOf).map(textOf));
  const found = new Map<string, Values>();
  for (const formula of formulas) {
    const parts = partsOf(formula).filter((part) => differs(all.get(textOf(part))));
    const smallest = parts.filter(
      (part) => !partsOf(part).some((inner) => inner !== part && parts.includes(inner)),
    );
    for (const part of smallest) {
      const values = all.get(textOf(part));
      if (values) found.set(textOf(part), values);
    }
  }
  return found;
}

describe.skipIf(!here)('formulas made up at random', () => {
  test('LibreOffice recalculates the same values, but for the differences that are named, and those occur', async () => {
    const formulas = randomFormulas(2028, 15_000);
    const values = await valuesOf(formulas.map(textOf));
    const different = formulas.filter((formula) => differs(values.get(textOf(formula))));
    const differences = [...(await smallestDifferences(different))];
    expect(differences.filter(([part, found]) => !isNamed(part, found))).toEqual([]);
    const idle = exceptions.filter(
      (known) => !differences.some(([part, { theirs }]) => known.parts.test(part) && known.theirs(theirs)),
    );
    expect(idle).toEqual([]);
    expect(values.size).toBeGreaterThan(8000);
  });
});
