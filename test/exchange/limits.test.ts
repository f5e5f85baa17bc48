import { describe, expect, it } from 'vitest';
import { readRoundtripFile, writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import { boundsRule, choicesRule } from '../../shared/exchange/xlsx/limit-rules.ts';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import { textOf, unzip, zipDirectory } from '../../shared/exchange/xlsx/zip.ts';
import { parseReference } from '../../shared/workbook/address.ts';
import type { CellContent, WorkbookDocument } from '../../shared/workbook/document.ts';
import { brokenLimit } from '../../shared/workbook/limits.ts';
import { relocateFormula } from '../../shared/workbook/relocate.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { bounded } from '../fixtures/bounded-workbook.ts';
import { limitSourceOf } from '../fixtures/limit-source.ts';

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
    expect(text).toContain(from);
    const read = readRoundtripFile(text.replace(from, to), 'bounded.roundtrip');
    if (read.ok) throw new Error('The file was accepted');
    expect(read.problem.code).toBe('damaged-file');
    expect(read.problem.message).toContain(message);
  });

  it('must lie on the sheet of their cells', () => {
    const second = { ...bounded.sheets[0]!, name: 'Other' };
    const file = writeRoundtripFile({ ...bounded, sheets: [...bounded.sheets, second] });
    const read = readRoundtripFile(file.replace('"low":"Inputs!', '"low":"Other!'), 'bounded.roundtrip');
    if (read.ok) throw new Error('The file was accepted');
    expect(read.problem.message).toContain('"Other!$E$2:$E$4", which lies on another sheet');
  });
});

describe('limits in an Excel file', () => {
  it('are conditional formats with a formula that Excel moves over the cells', async () => {
    const workbook = Workbook.open(structuredClone(bounded));
    const file = await writeXlsx(workbook);
    workbook.close();
    const parts = await unzip(file, zipDirectory(file) ?? [], Infinity);
    if (!parts.ok) throw new Error(parts.problem.message);
    const sheet = textOf(parts.value.get('xl/worksheets/sheet1.xml') ?? new Uint8Array());
    const formats = [
      ...sheet.matchAll(/<conditionalFormatting sqref="([^"]*)">(.*?)<\/conditionalFormatting>/g),
    ];
    expect(formats.map(([, range]) => range)).toStrictEqual(['B2:D4', 'C5:D5', 'B8']);
    expect(formats[0]?.[2]).toContain(
      '<formula>IF(COUNTA($E2,$F2)=0,FALSE,IF(COUNT(B2,$E2,$F2)&lt;3,TRUE,OR(B2&lt;$E2,B2&gt;$F2)))</formula>',
    );
    expect(formats[1]?.[2]).toContain('IF(COUNTA(C6,C7)=0,');
    expect(formats[2]?.[2]).toContain('ISERROR(MATCH(B8,cases,0))');
    expect(formats.map(([, , rules]) => /priority="([0-9]+)"/.exec(rules ?? '')?.[1])).toStrictEqual([
      '1',
      '2',
      '3',
    ]);
    for (const [, , rules] of formats) expect(rules).toMatch(/<cfRule type="expression" [^>]*dxfId="[0-9]+"/);
  });

  it('mark the cells that the screen marks', () => {
    const typed: (CellContent | null)[] = [-1, 0, 0.25, 0.7, 0.75, 1.3, 2, 'none', true, null, '=1/0', '=""'];
    const rules = [
      ...(bounded.bounds ?? []).map(boundsRule),
      choicesRule({ top: 7, left: 1, bottom: 7, right: 1 }, 'cases'),
    ];
    const workbook = Workbook.open(withRules(rules));
    let marked = 0;
    for (const content of [...typed, 'Base', 'HIGH CASE', 'Boom']) {
      for (const reference of ['C2', 'D3', 'C4', 'C5', 'D5', 'B8', 'E4', 'F4', 'C6', 'D7']) {
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

/** Columns between a cell and the formula of its rule. */
const aside = 20;

/** The workbook with the formula of each rule beside the cells that it formats. */
function withRules(rules: readonly { readonly formula: string; readonly range: string }[]): WorkbookDocument {
  const document = structuredClone(bounded);
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
