import { describe, expect, it } from 'vitest';
import { fillWhatIfTables } from '../../shared/analysis/what-if-tables.ts';
import { readRoundtripFile, writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import { readXlsx } from '../../shared/exchange/xlsx/xlsx-read.ts';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { whatIfWorkbook } from '../fixtures/what-if-workbook.ts';
import { problemAfter } from './damaged-file.ts';

function filled(): Workbook {
  const workbook = Workbook.open(whatIfWorkbook());
  fillWhatIfTables(workbook);
  return workbook;
}
const text = writeRoundtripFile(filled().document);
const byCase = '{"results":"Tables!$C$2:$D$3","figure":"$B","set":[{"name":"case_name","value":"$1"}]}';
const together =
  '{"results":"Tables!$C$11:$D$12","figure":"$B$5","set":[{"name":"$A$10","value":"$B"},{"name":"$B$10","value":"$10"}]}';

describe('what-if tables in a .roundtrip file', () => {
  it('stand a line each, their results as contents, and are read back', () => {
    expect(text).toContain(`"whatIfTables":[\n${byCase},\n`);
    expect(text).toContain(`${together}\n],`);
    expect(text).toContain('["Amount","amount",225,2250,"=IF(');
    expect(readRoundtripFile(text, 'tables.roundtrip')).toStrictEqual({ ok: true, value: filled().document });
  });

  it('are worked out to the same bytes after reading', () => {
    const read = readRoundtripFile(text, 'tables.roundtrip');
    if (!read.ok) throw new Error(read.problem.message);
    const workbook = Workbook.open(read.value);
    fillWhatIfTables(workbook);
    expect(writeRoundtripFile(workbook.document)).toBe(text);
  });

  it('are left out where there are none', () => {
    const { whatIfTables: _, ...without } = whatIfWorkbook();
    const file = writeRoundtripFile(without);
    expect(file).not.toContain('whatIfTables');
    expect(writeRoundtripFile({ ...without, whatIfTables: [] })).toBe(file);
    expect(readRoundtripFile(file, 'plain.roundtrip')).toMatchObject({ ok: true });
  });

  it.each([
    [
      'results on a missing sheet',
      '"Tables!$C$2:$D$3"',
      '"Gone!$C$2:$D$3"',
      'what-if table "Gone!$C$2:$D$3" has its results in cells of the sheet "Gone", which does not exist',
    ],
    [
      'results that are no cells',
      '"Tables!$C$2:$D$3"',
      '"C"',
      'has its results in "C", which is no reference',
    ],
    [
      'results shared with another table',
      '"Tables!$C$2:$D$3"',
      '"Tables!$C$2:$D$7"',
      'what-if table "Tables!$D$7:$D$8" shares cells with another what-if table',
    ],
    [
      'more results than anyone waits for',
      '"Tables!$C$2:$D$3"',
      '"Tables!$F$1:$Z$9999"',
      'beyond 100000 results of what-if tables',
    ],
    [
      'a figure that is no heading',
      '"figure":"$B",',
      '"figure":"B",',
      'reads its figure from "B", which is no heading',
    ],
    ['a value beyond the last row', '"value":"$1"', '"value":"$1048577"', 'reads a value from "$1048577"'],
    ['a value beyond the last column', '"value":"$1"', '"value":"$XFE"', 'reads a value from "$XFE"'],
    ['an empty value', '"value":"$1"', '"value":""', 'reads a value from ""'],
    ['a name that is no heading', '"name":"$A$10"', '"name":"$"', 'reads a name from "$"'],
    ['a missing field', '"figure":"$B",', '', 'what-if table "Tables!$C$2:$D$3", field "figure", is wrong'],
  ])('with %s are refused', (_, from, to, message) => {
    const problem = problemAfter(text, from, to);
    expect(problem.code).toBe('damaged-file');
    expect(problem.message).toContain(message);
  });
});

describe('what-if tables in an .xlsx file', () => {
  it('are their results as plain values; formulas on them stay formulas', async () => {
    const workbook = filled();
    const read = await readXlsx(await writeXlsx(workbook), 'tables.xlsx');
    if (!read.ok) throw new Error(read.problem.message);
    const { document } = read.value;
    expect(document.whatIfTables).toBeUndefined();
    const rows = document.sheets[1]?.rows.map((row) => row.map((cell) => cell?.content ?? null));
    expect(rows?.[1]?.slice(2, 5)).toEqual([
      225,
      2250,
      '=IF(AND(ISNUMBER(C2),ISNUMBER(D2)),D2-C2,"not given")',
    ]);
    expect(rows?.[2]?.slice(2, 4)).toEqual(['not given', "'=much"]);
  });
});
