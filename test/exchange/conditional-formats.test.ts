import { afterEach, describe, expect, it } from 'vitest';
import { readXlsx } from '../../shared/exchange/xlsx/xlsx-read.ts';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import { bytesOf, textOf, unzip, zip, zipDirectory, type ZipParts } from '../../shared/exchange/xlsx/zip.ts';
import { comparisons } from '../../shared/workbook/comparison.ts';
import {
  cellStates,
  datePeriods,
  givesLook,
  textMatches,
  type ConditionalFormat,
  type ConditionalRule,
} from '../../shared/workbook/conditional/conditional-format.ts';
import { allIcons, iconSetEntries } from '../../shared/workbook/conditional/icons.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { plainDocument } from '../fixtures/plain-document.ts';

const opened: Workbook[] = [];
afterEach(() => {
  for (const workbook of opened.splice(0)) workbook.close();
});

const range = { top: 1, left: 1, bottom: 5, right: 2 };
const look = { fillColour: '#FFC7CE', textColour: '#9C0006', strong: true } as const;

function format(rule: ConditionalRule, more: Partial<ConditionalFormat> = {}): ConditionalFormat {
  return { sheet: 'My data', ranges: [range], rule, look: givesLook(rule) ? look : {}, ...more };
}

const rules: readonly ConditionalRule[] = [
  ...comparisons.map((comparison): ConditionalRule => {
    const second = comparison === 'between' || comparison === 'notBetween' ? { second: '=$A$1+1' } : {};
    return { kind: 'cellValue', comparison, operand: '=5', ...second };
  }),
  { kind: 'cellValue', comparison: 'equal', operand: '="a<b & ""c"""' },
  { kind: 'formula', formula: '=AND($A2>1,limit>0,XLOOKUP(B2,A:A,A:A)>"")' },
  ...textMatches.map((match): ConditionalRule => ({ kind: 'text', match, operand: '="say ""no"" <"' })),
  ...textMatches.map((match): ConditionalRule => ({ kind: 'text', match, operand: '=$A$1' })),
  ...cellStates.map((state): ConditionalRule => ({ kind: 'state', state })),
  ...datePeriods.map((period): ConditionalRule => ({ kind: 'date', period })),
  { kind: 'rank', end: 'top', count: 10 },
  { kind: 'rank', end: 'bottom', count: 5, percent: true },
  { kind: 'average', side: 'above' },
  { kind: 'average', side: 'below', orEqual: true },
  { kind: 'average', side: 'below', deviations: 2 },
  { kind: 'repeated', values: 'duplicate' },
  { kind: 'repeated', values: 'unique' },
  {
    kind: 'colourScale',
    stops: [
      { at: { kind: 'lowest' }, colour: '#F8696B' },
      { at: { kind: 'percentile', value: '=50' }, colour: '#FFEB84' },
      { at: { kind: 'highest' }, colour: '#63BE7B' },
    ],
  },
  {
    kind: 'colourScale',
    stops: [
      { at: { kind: 'number', value: '=0' }, colour: '#FFFFFF' },
      { at: { kind: 'formula', value: '=MAX($A$1:$A$3)' }, colour: '#000000' },
    ],
  },
  { kind: 'dataBar', low: { kind: 'automatic' }, high: { kind: 'automatic' }, colour: '#638EC6' },
  {
    kind: 'dataBar',
    low: { kind: 'number', value: '=0' },
    high: { kind: 'percent', value: '=90' },
    colour: '#638EC6',
  },
  {
    kind: 'iconSet',
    icons: ['greenUpArrow', 'yellowSideArrow', 'redDownArrow'],
    from: [
      { at: { kind: 'formula', value: '=MIN($A$1:$A$3)&"<"' }, above: true },
      { at: { kind: 'percentile', value: '=67.5' } },
    ],
    iconOnly: true,
  },
  {
    kind: 'iconSet',
    icons: ['goldStar', 'halfGoldStar', 'silverStar'],
    from: [{ at: { kind: 'number', value: '=-1' } }, { at: { kind: 'number', value: '=1' }, above: true }],
    iconOnly: true,
  },
  {
    kind: 'iconSet',
    icons: ['redFlag', null, 'noBoxes', 'greenUpTriangle'],
    from: [
      percentStart(25),
      { at: { kind: 'formula', value: '=Other!$A$1' }, above: true },
      percentStart(75),
    ],
  },
];

function percentStart(percent: number) {
  return { at: { kind: 'percent', value: `=${percent}` } } as const;
}

async function written(formats: readonly ConditionalFormat[]): Promise<Uint8Array> {
  const plain = plainDocument(
    {
      'My data': [
        [1, 2, 3],
        [2, '=A2', 'x'],
      ],
      Other: [[1]],
    },
    { limit: 'Other!A1' },
  );
  const workbook = Workbook.open({ ...plain, conditionalFormats: formats });
  opened.push(workbook);
  return writeXlsx(workbook);
}

async function read(file: Uint8Array) {
  const found = await readXlsx(file, 'rules.xlsx');
  if (!found.ok) throw new Error(found.problem.message);
  return found.value;
}

async function partsOf(file: Uint8Array): Promise<ZipParts> {
  const parts = await unzip(file, zipDirectory(file) ?? [], Infinity);
  if (!parts.ok) throw new Error(parts.problem.message);
  return parts.value;
}

/** The file with the part of its first sheet changed. */
async function withSheet(file: Uint8Array, change: (sheet: string) => string): Promise<Uint8Array> {
  const parts = new Map(await partsOf(file));
  const name = 'xl/worksheets/sheet1.xml';
  const sheet = parts.get(name);
  if (!sheet) throw new Error('There is no first sheet');
  parts.set(name, bytesOf(change(textOf(sheet))));
  return zip(parts, true);
}

describe('conditional formats in an .xlsx file', () => {
  it.each(rules.map((rule) => [JSON.stringify(rule), rule] as const))('%s comes back', async (_, rule) => {
    const formats = [format(rule)];
    const { document, warnings } = await read(await written(formats));
    expect(document.conditionalFormats).toEqual(formats);
    expect(warnings).toEqual([]);
  });

  it('keep their order, their cells, whether they stop, and all of their looks', async () => {
    const positive = { kind: 'cellValue', comparison: 'greaterThan', operand: '=0' } as const;
    const line = { line: 'thin', colour: '#9C0006' } as const;
    const formats = [
      format({ kind: 'rank', end: 'top', count: 1 }, { stopIfTrue: true }),
      format(positive, { ranges: [range, { top: 9, left: 0, bottom: 9, right: 0 }], look: { italic: true } }),
      format(positive, {
        look: { underline: 'double', strikethrough: true, borderTop: line, borderLeft: line },
      }),
      format({ kind: 'state', state: 'errors' }, { sheet: 'Other', look: {} }),
    ];
    const { document } = await read(await written(formats));
    expect(document.conditionalFormats).toEqual(formats);
  });

  it('are written as Excel writes them', async () => {
    const parts = await partsOf(
      await written([
        format({ kind: 'text', match: 'beginsWith', operand: '="a&b"' }),
        format({ kind: 'rank', end: 'bottom', count: 3, percent: true }),
      ]),
    );
    const sheet = textOf(parts.get('xl/worksheets/sheet1.xml') ?? new Uint8Array());
    expect(sheet).toContain(
      '<conditionalFormatting sqref="B2:C6"><cfRule type="beginsWith" operator="beginsWith" text="a&amp;b" priority="1" dxfId="0"><formula>LEFT(B2,LEN("a&amp;b"))="a&amp;b"</formula></cfRule>'.replaceAll(
        'LEN("a&amp;b"))="a&amp;b"',
        'LEN(&quot;a&amp;b&quot;))=&quot;a&amp;b&quot;',
      ),
    );
    expect(sheet).toContain(
      '<cfRule type="top10" percent="1" bottom="1" rank="3" priority="2" dxfId="0"></cfRule>',
    );
  });

  it('a look says nothing of what it does not change', async () => {
    const line = { line: 'thin', colour: '#9C0006' } as const;
    const formats = [{ fillColour: '#FFC7CE' }, { borderTop: line }, { italic: true }, {}].map((own) =>
      format({ kind: 'state', state: 'errors' }, { look: own }),
    );
    const { document } = await read(await written(formats));
    expect(document.conditionalFormats).toEqual(formats);
  });

  it('all icon sets and all icons come back', async () => {
    const sets = iconSetEntries.map(([, { icons }]) => {
      const from = icons.slice(1).map((_icon, index) => percentStart(index * 20 + 20));
      return format({ kind: 'iconSet', icons, from });
    });
    const alone = allIcons.map((icon) =>
      format({ kind: 'iconSet', icons: [null, icon, null], from: [percentStart(20), percentStart(30)] }),
    );
    const { document, warnings } = await read(await written([...sets, ...alone]));
    expect(document.conditionalFormats).toEqual([...sets, ...alone]);
    expect(warnings).toEqual([]);
  });

  it('icon sets of Excel 2007 stand among the other rules, the others at the end of their sheet', async () => {
    const from = [percentStart(33), percentStart(67)];
    const parts = await partsOf(
      await written([
        format({ kind: 'iconSet', icons: ['greenFlag', 'yellowFlag', 'redFlag'], from, iconOnly: true }),
        format({ kind: 'state', state: 'errors' }, { look: { italic: true } }),
        format(
          { kind: 'iconSet', icons: [null, 'yellowDash', 'goldStar'], from },
          { look: { italic: true } },
        ),
      ]),
    );
    const sheet = textOf(parts.get('xl/worksheets/sheet1.xml') ?? new Uint8Array());
    expect(sheet).toContain(
      '<cfRule type="iconSet" priority="1"><iconSet iconSet="3Flags" showValue="0" reverse="1"><cfvo type="percent" val="0"/><cfvo type="percent" val="33"/><cfvo type="percent" val="67"/></iconSet></cfRule>',
    );
    expect(sheet).toContain(
      '<x14:cfRule type="iconSet" priority="3" id="{00000000-0000-4000-8000-000000000001}"><x14:iconSet iconSet="3Arrows" custom="1"><x14:cfvo type="percent"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="percent"><xm:f>33</xm:f></x14:cfvo><x14:cfvo type="percent"><xm:f>67</xm:f></x14:cfvo><x14:cfIcon iconSet="NoIcons" iconId="0"/><x14:cfIcon iconSet="3Triangles" iconId="1"/><x14:cfIcon iconSet="3Stars" iconId="2"/></x14:iconSet></x14:cfRule><xm:sqref>B2:C6</xm:sqref>',
    );
    expect(sheet).toMatch(/<\/extLst><\/worksheet>$/);
  });

  it('of an icon set what is not said is as Excel has it, and icons that it cannot have are left out', async () => {
    const points = '<cfvo type="min"/><cfvo type="percent" val="40" gte="false"/><cfvo type="max"/>';
    const rule = (icons: string, priority: number) =>
      `<conditionalFormatting sqref="A1"><cfRule type="iconSet" priority="${priority}">${icons}</cfRule></conditionalFormatting>`;
    const file = await withSheet(await written([]), (sheet) =>
      sheet.replace(
        '</sheetData>',
        `</sheetData>${rule(`<iconSet>${points}</iconSet>`, 1)}${rule(`<iconSet iconSet="6Moons">${points}</iconSet>`, 2)}${rule(`<iconSet iconSet="4Arrows">${points}</iconSet>`, 3)}`,
      ),
    );
    const { document, warnings } = await read(file);
    expect(document.conditionalFormats?.map((one) => one.rule)).toEqual([
      {
        kind: 'iconSet',
        icons: ['redCircleWithBorder', 'yellowCircle', 'greenCircle'],
        from: [{ at: { kind: 'percent', value: '=40' }, above: true }, percentStart(100)],
      },
    ]);
    expect(warnings).toEqual([
      "Rules of conditional formatting that are not known here were left out: 'My data'!A1; 'My data'!A1.",
    ]);
  });

  it('unknown rules are left out, and said', async () => {
    const file = await withSheet(await written([format({ kind: 'state', state: 'errors' })]), (sheet) =>
      sheet.replace(
        '</conditionalFormatting>',
        '</conditionalFormatting><conditionalFormatting sqref="A1:A3 C1"><cfRule type="newKind" priority="7"/></conditionalFormatting><conditionalFormatting sqref="D1"><cfRule type="cellIs" priority="8" operator="equal"/></conditionalFormatting>',
      ),
    );
    const { document, warnings } = await read(file);
    expect(document.conditionalFormats).toHaveLength(1);
    expect(warnings).toEqual([
      "Rules of conditional formatting that are not known here were left out: 'My data'!A1:A3, C1; 'My data'!D1.",
    ]);
  });

  it('rules whose cells do not read are left out, and said', async () => {
    const rule = '<cfRule type="containsErrors" priority="7"/>';
    const file = await withSheet(await written([]), (sheet) =>
      sheet.replace(
        '</sheetData>',
        `</sheetData><conditionalFormatting sqref="A0:B9999999">${rule}</conditionalFormatting><conditionalFormatting sqref="A1 ?? B2">${rule}</conditionalFormatting><conditionalFormatting>${rule}</conditionalFormatting>`,
      ),
    );
    const { document, warnings } = await read(file);
    expect(document.conditionalFormats?.map(({ ranges }) => ranges.length)).toEqual([2]);
    expect(warnings).toEqual([
      'A rule of conditional formatting of the sheet "My data" was left out: it names no cells.',
      'A rule of conditional formatting of the sheet "My data" was left out: its cells do not read: A0:B9999999.',
      'A rule of conditional formatting of the sheet "My data" was left out: its cells do not read: ??.',
    ]);
  });

  it('rules of the newer kind, which may read other sheets, are read', async () => {
    const file = await withSheet(await written([]), (sheet) =>
      sheet.replace(
        '</worksheet>',
        '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="cellIs" priority="1" operator="greaterThan" id="{0}"><xm:f>Other!$A$1</xm:f><x14:dxf><font><b/><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></x14:dxf></x14:cfRule><xm:sqref>B2:C6</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>',
      ),
    );
    const { document, warnings } = await read(file);
    expect(document.conditionalFormats).toEqual([
      format({ kind: 'cellValue', comparison: 'greaterThan', operand: '=Other!$A$1' }),
    ]);
    expect(warnings).toEqual([]);
  });
});
