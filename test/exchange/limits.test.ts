import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRoundtripFile, writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import { boundsRule, readBoundsRule } from '../../shared/exchange/xlsx/limit-rules.ts';
import { readXlsx } from '../../shared/exchange/xlsx/xlsx-read.ts';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import { bytesOf, textOf, unzip, zip, zipDirectory, type ZipParts } from '../../shared/exchange/xlsx/zip.ts';
import { parseReference, type Range } from '../../shared/workbook/address.ts';
import type { CellContent, WorkbookDocument } from '../../shared/workbook/document.ts';
import { brokenLimit } from '../../shared/workbook/limits.ts';
import { relocateFormula } from '../../shared/workbook/relocate.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { bounded } from '../fixtures/bounded-workbook.ts';
import { limitSourceOf } from '../fixtures/limit-source.ts';
import { draftOf } from '../fixtures/draft.ts';
import { problemAfter } from './damaged-file.ts';

const text = writeRoundtripFile(bounded);
const drivers = '{"cells":"Inputs!$B$2:$D$4","low":"Inputs!$E$2:$E$4","high":"Inputs!$F$2:$F$4"}';

describe('bounds in a .roundtrip file', () => {
  it('stand a line each and are read back', () => {
    expect(text).toContain(`"bounds":[\n${drivers},\n{"cells":"Inputs!$C$5:$D$5",`);
    expect(readRoundtripFile(text, 'bounded.roundtrip')).toStrictEqual({ ok: true, value: bounded });
  });

  it('are left out where there are none', () => {
    const { bounds: _, ...without } = bounded;
    const file = writeRoundtripFile(without);
    expect(file).not.toContain('bounds');
    expect(writeRoundtripFile({ ...without, bounds: [] })).toBe(file);
    expect(readRoundtripFile(file, 'plain.roundtrip')).toStrictEqual({ ok: true, value: without });
  });

  it.each([
    [
      'cells of a missing sheet',
      '"cells":"Inputs!$B$2:$D$4"',
      '"cells":"Gone!$B$2:$D$4"',
      'bounds "Gone!$B$2:$D$4" hold for cells of the sheet "Gone", which does not exist',
    ],
    [
      'no cells',
      '"cells":"Inputs!$B$2:$D$4"',
      '"cells":"here"',
      'bounds "here" hold for "here", which is no reference',
    ],
    [
      'a low that is no reference',
      '"low":"Inputs!$E$2:$E$4"',
      '"low":"0"',
      'bounds "Inputs!$B$2:$D$4" take their low from "0", which is no reference',
    ],
    [
      'a high of a missing sheet',
      '"high":"Inputs!$F$2:$F$4"',
      '"high":"Gone!$F$2:$F$4"',
      'take their high from cells of the sheet "Gone", which does not exist',
    ],
    [
      'a low of another shape',
      '"low":"Inputs!$E$2:$E$4"',
      '"low":"Inputs!$E$2:$E$3"',
      'take their low from "Inputs!$E$2:$E$3", which has another shape',
    ],
    [
      'a missing field',
      ',"high":"Inputs!$F$2:$F$4"',
      '',
      'bounds "Inputs!$B$2:$D$4", field "high", is wrong',
    ],
    [
      'an unknown field',
      drivers,
      drivers.replace('}', ',"step":1}'),
      'bounds "Inputs!$B$2:$D$4" is wrong: unrecognized key',
    ],
  ])('with %s are refused', (_, from, to, message) => {
    const problem = problemAfter(text, from, to);
    expect(problem.code).toBe('damaged-file');
    expect(problem.message).toContain(message);
  });

  it('must lie on the sheet of their cells', () => {
    const second = { ...bounded.sheets[0]!, name: 'Other' };
    const file = writeRoundtripFile({ ...bounded, sheets: [...bounded.sheets, second] });
    const problem = problemAfter(file, '"low":"Inputs!', '"low":"Other!');
    expect(problem.message).toContain('"Other!$E$2:$E$4", which lies on another sheet');
  });
});

describe('limits in an Excel file', () => {
  it('are conditional formats with a formula that Excel moves over the cells', async () => {
    const sheet = textOf((await exportedParts(structuredClone(bounded))).get(sheetPart) ?? new Uint8Array());
    const formats = [
      ...sheet.matchAll(/<conditionalFormatting sqref="([^"]*)">(.*?)<\/conditionalFormatting>/g),
    ];
    expect(formats.map(([, range]) => range)).toStrictEqual(['B2:D4', 'C5:D5']);
    expect(formats[0]?.[2]).toContain(
      '<formula>IF(COUNTA($E2,$F2)=0,FALSE,IF(COUNT(B2,$E2,$F2)&lt;3,TRUE,OR(B2&lt;$E2,B2&gt;$F2)))</formula>',
    );
    expect(formats[1]?.[2]).toContain('IF(COUNTA(C6,C7)=0,');
    expect(formats.map(([, , rules]) => /priority="([0-9]+)"/.exec(rules ?? '')?.[1])).toStrictEqual([
      '1',
      '2',
    ]);
    for (const [, , rules] of formats) expect(rules).toMatch(/<cfRule type="expression" [^>]*dxfId="[0-9]+"/);
  });

  it('are read back', async () => {
    const read = await readBack(structuredClone(bounded));
    expect(read.bounds).toStrictEqual(bounded.bounds);
    const again = await readBack(structuredClone(read));
    expect([again.bounds, again.styles]).toStrictEqual([read.bounds, read.styles]);
  });

  it('bounds whose rule was changed are a format of the file, not bounds', async () => {
    const read = await readBack(structuredClone(bounded), 'COUNT(B2,$E2,$F2)&lt;3', 'COUNT(B2,$E2,$F2)&lt;2');
    expect(read.bounds).toStrictEqual(bounded.bounds?.slice(1));
  });

  it('of every shape are read from their rule as they were', () => {
    const range = fc
      .tuple(fc.nat(50), fc.nat(50), fc.nat(4), fc.nat(4))
      .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }));
    const limits = (of: Range) =>
      fc.tuple(fc.nat(50), fc.nat(50), fc.boolean(), fc.boolean()).map(([top, left, oneRow, oneColumn]) => ({
        top,
        left,
        bottom: oneRow ? top : top + of.bottom - of.top,
        right: oneColumn ? left : left + of.right - of.left,
      }));
    const bounds = range.chain((of) =>
      fc.record({ sheet: fc.constant('S'), range: fc.constant(of), low: limits(of), high: limits(of) }),
    );
    fc.assert(
      fc.property(bounds, (each) => {
        expect(readBoundsRule('S', boundsRule(each))).toEqual(each);
      }),
    );
  });

  it('that would leave the sheet are none', () => {
    const range = { top: 0, left: 0, bottom: 1_048_575, right: 0 };
    const below = { ...range, top: 1, bottom: 1_048_576 };
    expect(readBoundsRule('S', boundsRule({ sheet: 'S', range, low: below, high: range }))).toBeNull();
  });

  it('mark the cells that the screen marks', () => {
    const typed: (CellContent | null)[] = [-1, 0, 0.25, 0.7, 0.75, 1.3, 2, 'none', true, null, '=1/0', '=""'];
    const rules = (bounded.bounds ?? []).map(boundsRule);
    const workbook = Workbook.open(withRules(rules));
    let marked = 0;
    for (const content of [...typed, 'Base']) {
      for (const reference of ['C2', 'D3', 'C4', 'C5', 'D5', 'E4', 'F4', 'C6', 'D7']) {
        const cell = parseReference(reference)!.range;
        const edit = { sheet: 'Inputs', row: cell.top, column: cell.left, content };
        expect(workbook.apply({ kind: 'setCells', label: 'Type', cells: [edit] }).ok).toBe(true);
        for (const { range } of rules.map((rule) => parseReference(rule.range)!)) {
          for (let row = range.top; row <= range.bottom; row++) {
            for (let column = range.left; column <= range.right; column++) {
              const here = brokenLimit({ sheet: 'Inputs', row, column }, limitSourceOf(workbook)) !== null;
              const there = workbook.value({ sheet: 'Inputs', row, column: column + aside });
              expect(there, `${reference} ${String(content)}: ${row},${column}`).toBe(here);
              if (here) marked++;
            }
          }
        }
        workbook.undo();
      }
    }
    workbook.close();
    expect(marked).toBeGreaterThan(100);
  });
});

const sheetPart = 'xl/worksheets/sheet1.xml';

async function exportedParts(document: WorkbookDocument): Promise<ZipParts> {
  const workbook = Workbook.open(document);
  const file = await writeXlsx(workbook);
  workbook.close();
  const parts = await unzip(file, zipDirectory(file) ?? [], Infinity);
  if (!parts.ok) throw new Error(parts.problem.message);
  return parts.value;
}

/** The document exported and read again, with one text of its first sheet's part replaced by another. */
async function readBack(document: WorkbookDocument, from = '', to = ''): Promise<WorkbookDocument> {
  const parts = await exportedParts(document);
  const sheet = textOf(parts.get(sheetPart) ?? new Uint8Array());
  expect(sheet).toContain(from);
  const file = await zip(new Map([...parts, [sheetPart, bytesOf(sheet.replace(from, to))]]), false);
  const read = await readXlsx(file, 'bounded.xlsx');
  if (!read.ok) throw new Error(read.problem.message);
  return read.value.document;
}

/** Columns between a cell and the formula of its rule. */
const aside = 20;

/** The workbook with the formula of each rule beside the cells that it formats. */
function withRules(rules: readonly { readonly formula: string; readonly range: string }[]): WorkbookDocument {
  const document = draftOf(bounded);
  for (const { formula, range: cellsOfRule } of rules) {
    const { range } = parseReference(cellsOfRule)!;
    const first = { row: range.top, column: range.left };
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) {
        const cells = document.sheets[0]!.rows[row]!;
        while (cells.length <= column + aside) cells.push(null);
        cells[column + aside] = { content: relocateFormula(`=${formula}`, first, { row, column }) };
      }
    }
  }
  return document;
}
