import { describe, expect, it } from 'vitest';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import { bytesOf, textOf, unzip, zip, zipDirectory } from '../../shared/exchange/xlsx/zip.ts';
import type { WorkbookDocument } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { small, smallWithArrays } from '../fixtures/small-workbooks.ts';
import { compareValues, valuesOf } from './compare.ts';
import { recalculateWithLibreOffice, runsOracle } from './recalculate.ts';

/*
 * Our exported file, recalculated from scratch by another program, must hold the values that our
 * engine has. LibreOffice stands in for Excel, which cannot run here.
 */

/** The file with this number as the cached value of every formula. */
async function withCachedValues(file: Uint8Array, value: number): Promise<Uint8Array> {
  const parts = await unzip(file, zipDirectory(file) ?? [], Infinity);
  if (!parts.ok) throw new Error(parts.problem.message);
  const wrong = [...parts.value].map(([name, bytes]): [string, Uint8Array] => {
    if (!name.startsWith('xl/worksheets/sheet')) return [name, bytes];
    const text = textOf(bytes).replaceAll(/<\/f><v>[^<]*<\/v>/g, `</f><v>${value}</v>`);
    expect(text).toContain(`<v>${value}</v>`);
    return [name, bytesOf(text)];
  });
  return zip(new Map(wrong), true);
}

async function compare(document: WorkbookDocument): Promise<ReturnType<typeof compareValues>> {
  const workbook = Workbook.open(document);
  try {
    const theirs = await recalculateWithLibreOffice(await writeXlsx(workbook));
    expect([...theirs.keys()]).toStrictEqual(document.sheets.map(({ name }) => name));
    return compareValues(document, valuesOf(workbook), theirs);
  } finally {
    workbook.close();
  }
}

describe.runIf(await runsOracle())('LibreOffice', () => {
  it('recalculates: a cached value that is wrong does not survive', async () => {
    const rows = [[{ content: '=1+1' }, { content: '=A1*10' }, { content: 'text' }, { content: 7 }]];
    const workbook = Workbook.open({
      ...small,
      names: [],
      styles: {},
      sheets: [{ ...small.sheets[0]!, rows }],
    });
    const file = await withCachedValues(await writeXlsx(workbook), 999);
    workbook.close();
    expect((await recalculateWithLibreOffice(file)).get('Cover')).toStrictEqual([[2, 20, 'text', 7]]);
  });

  it('gives our values for a small workbook with every kind of value', async () => {
    const { formulas, differences } = await compare(small);
    expect(differences).toStrictEqual([]);
    expect(formulas).toBeGreaterThan(20);
  });

  it('gives our values where whole ranges are worked on and results spill', async () => {
    expect((await compare(smallWithArrays)).differences).toStrictEqual([]);
  });

  it('gives our values for formulas that only their mark makes Excel calculate with whole ranges', async () => {
    const data = [
      [1, 'apple', 45_658, 10],
      [2, 'banana', 45_689, 20],
      [3, 'cherry', 45_717, 30],
    ];
    const formulas = [
      '=SUM(POWER(A1:A3,2))',
      '=SUM(LOG(A1:A3))',
      '=MAX(WEEKDAY(C1:C3))',
      '=SUM(COUNTIF(A1:A3,A1:A3))',
      '=SUM(1/COUNTIF(A1:A3,A1:A3))',
      '=SUM(SUMIF(A1:A3,A1:A3,D1:D3))',
      '=SUM(VLOOKUP(A1:A3,A1:D3,4,FALSE))',
      '=SUM(LARGE(A1:A3,ROW(A1:A2)))',
      '=SUM(TRUNC(A1:A3))',
      '=SUM(CEILING(A1:A3,2))',
      '=SUM(FIND("a",B1:B2))',
      '=SUMPRODUCT(IF(A1:A3>1,D1:D3,0))',
      '=MATCH(TRUE,A1:A3>2,0)',
      '=INDEX(D1:D3,MATCH(1,(A1:A3=3)*(D1:D3=30),0))',
      '=SUM(INDEX(A1:D3,0,4)*2)',
    ];
    const rows = [
      ...data.map((row) => row.map((content) => ({ content }))),
      ...formulas.map((content) => [{ content }]),
      [null, { content: '=5' }],
      [{ content: '=TRANSPOSE(A1:A3)' }],
    ];
    const document = {
      ...small,
      names: [],
      styles: {},
      sheets: [{ ...small.sheets[0]!, name: 'Arrays', rows }],
    };
    expect((await compare(document)).differences).toStrictEqual([]);
  });
});
