import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readRoundtripFile, writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import { readValidations } from '../../shared/exchange/xlsx/read-validations.ts';
import { validationsElement, withValidations } from '../../shared/exchange/xlsx/write-validations.ts';
import { readXlsx } from '../../shared/exchange/xlsx/xlsx-read.ts';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import { cellReference, parseReference } from '../../shared/workbook/address.ts';
import type { WorkbookDocument } from '../../shared/workbook/document.ts';
import { settingsAt, type Validation } from '../../shared/workbook/validation/validation.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { plainDocument } from '../fixtures/plain-document.ts';
import { anyValidations } from './any-validations.ts';
import { problemAfter } from './damaged-file.ts';

const range = (text: string) => {
  const found = parseReference(text)?.range;
  if (!found) throw new Error(`${text} is no range`);
  return found;
};

const plainReader = { read: (text: string) => `=${text}`, isName: () => true };

const all: Validation[] = [
  {
    sheet: 'S',
    ranges: [range('A1:A9'), range('C3')],
    rule: { kind: 'whole', operator: 'between', first: 1, second: '=$D$1' },
    ignoreBlank: true,
    alert: { style: 'warning', title: 'Far <off>', text: 'Two lines:\n"this" & that' },
    message: { title: 'Years' },
  },
  {
    sheet: 'S',
    ranges: [range('B1')],
    rule: { kind: 'list', source: ['Base', 'High "case"', '5'], dropDown: false },
    ignoreBlank: false,
    alert: { style: 'stop' },
  },
  {
    sheet: 'S',
    ranges: [range('B2:B3')],
    rule: { kind: 'list', source: "='Other sheet'!$A$1:$A$3", dropDown: true },
    ignoreBlank: true,
    alert: { style: 'information' },
  },
  {
    sheet: 'S',
    ranges: [range('B4')],
    rule: { kind: 'list', source: '=list', dropDown: true },
    ignoreBlank: true,
  },
  {
    sheet: 'Other sheet',
    ranges: [range('C1:C4')],
    rule: { kind: 'custom', formula: '=AND(C1>B1,MAXIFS(B:B,B:B,"<9")<>C1)' },
    ignoreBlank: true,
    alert: { style: 'stop' },
  },
  {
    sheet: 'Other sheet',
    ranges: [range('D1')],
    rule: { kind: 'any' },
    ignoreBlank: true,
    message: { text: 'Anything goes' },
  },
  {
    sheet: 'Other sheet',
    ranges: [range('D2')],
    rule: { kind: 'date', operator: 'greaterThanOrEqual', first: 46_023 },
    ignoreBlank: true,
    alert: { style: 'stop' },
  },
];

const document = (validations: readonly Validation[]): WorkbookDocument => ({
  ...plainDocument(
    { S: [[1, 'Base', null, 10]], 'Other sheet': [['x', 1, 2], ['y'], ['z']] },
    { list: "'Other sheet'!A1:A3" },
  ),
  validations,
});

async function readBack(given: WorkbookDocument) {
  const workbook = Workbook.open(given);
  const read = await readXlsx(await writeXlsx(workbook), 'rules.xlsx');
  workbook.close();
  if (!read.ok) throw new Error(read.problem.message);
  return read.value;
}

describe('validations in an Excel file', () => {
  it('of every kind come back as they were', async () => {
    const { document: read, warnings } = await readBack(document(all));
    expect(read.validations).toStrictEqual(all);
    expect(warnings).toEqual([]);
  });

  it('are left out where there are none', async () => {
    const { document: read } = await readBack(plainDocument({ S: [[1]] }));
    expect(Object.hasOwn(read, 'validations')).toBe(false);
  });

  it('of any settings come back from their element', () => {
    fc.assert(
      fc.property(anyValidations(['S']), (validations) => {
        const part = withValidations(
          '<worksheet><sheetData/><pageMargins/></worksheet>',
          validationsElement(validations),
        );
        expect(part).toMatch(
          /<sheetData\/><dataValidations .*<\/dataValidations><pageMargins\/><\/worksheet>$/s,
        );
        const { validations: read, warnings } = readValidations(part, 'S', plainReader);
        const kept = validations.filter(
          ({ rule, message = {} }) => rule.kind !== 'any' || Object.keys(message).length > 0,
        );
        expect(warnings).toEqual([]);
        expect(byCell(read)).toEqual(byCell(kept.map(withoutEmptyMessage)));
      }),
      { numRuns: 200 },
    );
  });

  it('are written range by range where none begins at the corner of them all', () => {
    const custom: Validation = {
      sheet: 'S',
      ranges: [range('B2:B9'), range('A3')],
      rule: { kind: 'custom', formula: '=A2=D2' },
      ignoreBlank: true,
    };
    const part = validationsElement([custom]);
    expect(part).toContain('sqref="B2:B9"><formula1>B2=E2</formula1>');
    expect(part).toContain('sqref="A3"><formula1>A3=D3</formula1>');
    expect(readValidations(part, 'S', plainReader).validations).toEqual([custom]);
    const fixed = {
      ...custom,
      ranges: [range('A3'), range('B2')],
      rule: { kind: 'custom', formula: '=$A$1=1' },
    } as const;
    expect(validationsElement([fixed])).toContain('count="2"');
    expect(readValidations(validationsElement([fixed]), 'S', plainReader).validations).toEqual([fixed]);
  });

  it('written by another program are read, from the extension too', () => {
    const part = `<worksheet><dataValidations count="3">
      <dataValidation type="decimal" operator="lessThan" allowBlank="1" showErrorMessage="1" sqref="B3 A2:A9"><formula1>.5</formula1></dataValidation>
      <dataValidation type='list' showDropDown="1" sqref='D1'><formula1>"a , b,,c"</formula1></dataValidation>
      <dataValidation prompt="Any > thing&#10;_x0041_" showInputMessage="true" sqref="E1"/>
      </dataValidations><extLst><ext xmlns:x14="x" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1">
      <x14:dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorStyle="information"><x14:formula1><xm:f>'Other sheet'!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>F1:F4 G1</xm:sqref></x14:dataValidation>
      </x14:dataValidations></ext></extLst></worksheet>`;
    expect(readValidations(part, 'S', plainReader)).toEqual({
      warnings: [],
      validations: [
        {
          sheet: 'S',
          ranges: [range('B3'), range('A2:A9')],
          rule: { kind: 'decimal', operator: 'lessThan', first: 0.5 },
          ignoreBlank: true,
          alert: { style: 'stop' },
        },
        {
          sheet: 'S',
          ranges: [range('D1')],
          rule: { kind: 'list', source: ['a', 'b', 'c'], dropDown: false },
          ignoreBlank: false,
        },
        {
          sheet: 'S',
          ranges: [range('E1')],
          rule: { kind: 'any' },
          ignoreBlank: false,
          message: { text: 'Any > thing\nA' },
        },
        {
          sheet: 'S',
          ranges: [range('F1:F4'), range('G1')],
          rule: { kind: 'list', source: "='Other sheet'!$A$1:$A$3", dropDown: true },
          ignoreBlank: true,
          alert: { style: 'information' },
        },
      ],
    });
  });

  it('whose cells do not read are told', () => {
    const element = (cells: string) =>
      `<dataValidation type="whole"${cells}><formula1>1</formula1><formula2>2</formula2></dataValidation>`;
    const part = [element(''), element(' sqref="A0"'), element(' sqref="A1 x B2"')].join('');
    const { validations, warnings } = readValidations(part, 'S', plainReader);
    expect(validations.map(({ ranges }) => ranges.length)).toEqual([2]);
    expect(warnings).toEqual([
      'A data validation of the sheet "S" was left out: it names no cells.',
      'A data validation of the sheet "S" was left out: its cells do not read: A0.',
      'A data validation of the sheet "S" was left out: its cells do not read: x.',
    ]);
  });

  it('that cannot be kept are told', () => {
    const element = (type: string, formula: string) =>
      `<dataValidation type="${type}" sqref="A1"><formula1>${formula}</formula1></dataValidation>`;
    const part = [element('custom', 'NOSUCH(A1)'), element('whole', '1'), element('custom', 'A1+')].join('');
    expect(readValidations(part, 'My sheet', plainReader)).toEqual({
      validations: [],
      warnings: [
        "The data validation of 'My sheet'!A1 was left out: it uses NOSUCH, which Roundtrip cannot calculate.",
        "The data validation of 'My sheet'!A1 was left out: its rule does not read.",
        "The data validation of 'My sheet'!A1 was left out: its formula does not read.",
      ],
    });
  });
});

/** What is said of each cell, as seen from it: cells with the same settings may be written together or apart. */
function byCell(validations: readonly Validation[]): Record<string, unknown> {
  return Object.fromEntries(
    validations.flatMap((one) =>
      one.ranges.flatMap(({ top, left, bottom, right }) =>
        Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, index) => {
          const row = top + (index % (bottom - top + 1));
          const column = left + Math.floor(index / (bottom - top + 1));
          return [cellReference(row, column), settingsAt(one, { row, column })];
        }),
      ),
    ),
  );
}

/** A message without words is none. */
function withoutEmptyMessage({ message = {}, ...rest }: Validation): Validation {
  return Object.keys(message).length === 0 ? rest : { ...rest, message };
}

describe('validations in a .roundtrip file', () => {
  const text = writeRoundtripFile(document(all));

  it('stand a line each and are read back', () => {
    expect(text).toContain(
      '{"cells":["S!$B$4"],"rule":{"kind":"list","source":"=list","dropDown":true},"ignoreBlank":true}',
    );
    expect(readRoundtripFile(text, 'rules.roundtrip')).toStrictEqual({ ok: true, value: document(all) });
  });

  test.each([
    [
      'cells of several sheets',
      '"cells":["S!$A$1:$A$9","S!$C$3"]',
      `"cells":["S!$A$1:$A$9","'Other sheet'!$C$3"]`,
      'holds for cells of several sheets',
    ],
    [
      'a missing sheet',
      '"cells":["S!$B$4"]',
      '"cells":["Gone!$B$4"]',
      'holds for cells of the sheet "Gone", which does not exist',
    ],
    ['one end too few', ',"second":"=$D$1"', '', 'compares with two figures and has only one'],
    ['a formula that is none', '"source":"=list"', '"source":"list"', 'validation'],
    ['an unknown operator', '"operator":"between"', '"operator":"near"', 'validation'],
  ])('with %s are refused', (_, from, to, message) => {
    const problem = problemAfter(text, from, to);
    expect(problem.code).toBe('damaged-file');
    expect(problem.message).toContain(message);
  });
});
