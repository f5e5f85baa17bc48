import { describe, expect, it } from 'vitest';
import { exportWarnings } from '../../shared/exchange/xlsx/export-warnings.ts';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import { textOf, unzip, zipDirectory } from '../../shared/exchange/xlsx/zip.ts';
import type { CellContent, WorkbookDocument } from '../../shared/workbook/document.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { small, smallWithArrays } from '../fixtures/small-workbooks.ts';

/** The text of every part of the file that a document is exported to. */
async function partsOf(document: WorkbookDocument): Promise<Map<string, string>> {
  const workbook = Workbook.open(document);
  const file = await writeXlsx(workbook);
  workbook.close();
  const parts = await unzip(file, zipDirectory(file) ?? [], Infinity);
  if (!parts.ok) throw new Error(parts.problem.message);
  return new Map([...parts.value].map(([name, bytes]) => [name, textOf(bytes)]));
}

const parts = await partsOf(small);
const cover = parts.get('xl/worksheets/sheet1.xml') ?? '';
const banks = parts.get('xl/worksheets/sheet2.xml') ?? '';
const figures = parts.get('xl/worksheets/sheet3.xml') ?? '';

/** The element of one cell. */
function cell(sheet: string, reference: string): string {
  return (
    new RegExp(`<c r="${reference}"[^>]*?(?:/>|>.*?</c>)`, 's').exec(sheet)?.[0].replace(/ s="[0-9]+"/, '') ??
    ''
  );
}

/** The format that a cell refers to, as an element of the style part. */
function format(sheet: string, reference: string): string {
  const index = Number(new RegExp(`<c r="${reference}"[^>]* s="([0-9]+)"`).exec(sheet)?.[1]);
  const formats = /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(parts.get('xl/styles.xml') ?? '')?.[1] ?? '';
  return [...formats.matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/g)][index]?.[0] ?? '';
}

function listed(element: string, index: number): string {
  const list =
    new RegExp(`<${element}s [^>]*>(.*)</${element}s>`).exec(parts.get('xl/styles.xml') ?? '')?.[1] ?? '';
  return [...list.matchAll(new RegExp(`<${element}(?:/>|>.*?</${element}>)`, 'g'))][index]?.[0] ?? '';
}

describe('an exported workbook', () => {
  it('holds live formulas with the values they have now', () => {
    expect(cell(cover, 'B3')).toBe('<c r="B3"><f>total_debt</f><v>300.1</v></c>');
    expect(cell(figures, 'B8')).toBe('<c r="B8" t="b"><f>1&gt;2</f><v>0</v></c>');
    expect(cell(figures, 'B7')).toBe(
      '<c r="B7" t="str"><f>"a"&amp;CHAR(10)&amp;"&lt;b&gt;"</f><v>a\n&lt;b&gt;</v></c>',
    );
  });

  it('holds errors as errors, and text that looks like an error as text', () => {
    expect(cell(figures, 'A5')).toBe('<c r="A5" t="e"><f>1/0</f><v>#DIV/0!</v></c>');
    expect(cell(figures, 'B5')).toBe('<c r="B5" t="e"><f>NA()</f><v>#N/A</v></c>');
    expect(cell(figures, 'A6')).toBe('<c r="A6" t="e"><f>no_such_name</f><v>#NAME?</v></c>');
    expect(cell(figures, 'A7')).toBe('<c r="A7" t="str"><f>"#N/A"&amp;""</f><v>#N/A</v></c>');
    expect(cell(figures, 'C1')).toBe('<c r="C1" t="inlineStr"><is><r><t>#N/A</t></r></is></c>');
    expect([...parts.values()].join('')).not.toMatch(/NaN|Infinity|\uE0E0/);
  });

  it('keeps text as it is, whatever it begins with or holds', () => {
    const strings = [
      ...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(
        /<si><t(?: xml:space="preserve")?>([^<]*)<\/t><\/si>/g,
      ),
    ].map(([, text]) => text);
    expect(strings).toEqual(
      expect.arrayContaining([
        '=1+1',
        "'quoted",
        '_x005F_x000D_ and _x005F_x005F_',
        'two\nlines',
        ' spaces ',
        'tab\there',
        'bell_x0007_',
        'A &lt;lender&gt; &amp; "co"',
      ]),
    );
  });

  it('writes newer functions with their prefix and quotes sheets where needed', () => {
    expect(cell(figures, 'A10')).toContain('<f>_xlfn.STDEV.S(B11:D11)</f>');
    expect(cell(figures, 'C10')).toContain('<f>_xlfn.CONCAT("a",B11,"IFNA(x)")</f>');
    expect(cell(figures, 'A9')).toContain("<f>'Banks &amp; ''other'' lenders'!B3*2</f>");
  });

  it('has the names, with sheets in quotes where needed', () => {
    const workbook = parts.get('xl/workbook.xml') ?? '';
    expect(workbook).toContain(
      `<definedName name="total_debt" comment="Total debt | unit: US$ bn | headline">'Banks &amp; ''other'' lenders'!$B$5</definedName>`,
    );
    expect(workbook).toContain(`<definedName name="cases" comment="Cases">'2028'!$A$1:$A$3</definedName>`);
    expect(workbook).toContain('activeTab="0"');
    expect(parts.get('docProps/core.xml')).toContain(
      '<dc:title>Small model &lt;&amp;&gt; "quoted"</dc:title>',
    );
  });

  it('has widths in digits, frozen panes, and grid lines only where the sheet has them', () => {
    expect(cover).toContain('<col min="1" max="1" width="34.28515625" customWidth="1"/>');
    expect(cover).toContain('showGridLines="0"');
    expect(banks).toContain(
      '<pane xSplit="1" ySplit="2" topLeftCell="B3" state="frozen" activePane="bottomRight"/>',
    );
    expect(banks).not.toContain('showGridLines');
    expect(cover).not.toContain('<pane');
  });

  it('has its parts of a sheet in the order that Excel insists on', () => {
    const order = [
      'sheetPr',
      'dimension',
      'sheetViews',
      'sheetFormatPr',
      'cols',
      'sheetData',
      'conditionalFormatting',
      'dataValidations',
      'pageMargins',
      'pageSetup',
      'legacyDrawing',
    ];
    for (const sheet of [cover, banks, figures]) {
      const found = [...sheet.matchAll(/<([A-Za-z]+)[ >/]/g)]
        .map(([, tag]) => tag ?? '')
        .filter((tag) => order.includes(tag))
        .filter((tag, index, tags) => tag !== tags[index - 1]);
      expect(found).toStrictEqual(order.filter((tag) => found.includes(tag)));
    }
  });

  it('looks as on the screen: inputs blue on a tint, totals bold under a line, titles large', () => {
    const input = format(banks, 'B3');
    expect(listed('font', Number(/fontId="([0-9]+)"/.exec(input)?.[1]))).toContain('FF1C49BE');
    expect(listed('fill', Number(/fillId="([0-9]+)"/.exec(input)?.[1]))).toContain('FFF3F7FE');
    expect(parts.get('xl/styles.xml')).toContain('formatCode="#,##0.0;[Red]-#,##0.0"');
    const total = format(banks, 'B5');
    expect(listed('font', Number(/fontId="([0-9]+)"/.exec(total)?.[1]))).toContain('<b/>');
    expect(listed('border', Number(/borderId="([0-9]+)"/.exec(total)?.[1]))).toContain('<top style="thin">');
    expect(listed('font', Number(/fontId="([0-9]+)"/.exec(format(cover, 'A1'))?.[1]))).toContain(
      '<sz val="22"/>',
    );
    expect(format(cover, 'A2')).toContain('wrapText="true"');
  });

  it('has room for large titles and wrapped text', () => {
    expect(cover).toContain('<row r="1" ht="33">');
    expect(cover).toContain('<row r="2">');
  });

  it('puts headings over figures at the right', () => {
    expect(format(banks, 'B1')).toContain('horizontal="right"');
    expect(format(banks, 'A1')).not.toContain('horizontal');
  });

  it('offers the choices of a cell as a list', () => {
    expect(cover).toMatch(
      /<dataValidation type="list"[^>]* sqref="B2"><formula1>cases<\/formula1><\/dataValidation>/,
    );
  });

  it('has notes and provenance as comments, each with its box', () => {
    const comments = parts.get('xl/comments2.xml') ?? '';
    expect(comments).toContain(
      '<comment ref="B3" authorId="0"><text><r><t xml:space="preserve">  Over five years.\nIn two parts.\nFigure from the sources. Sources: A05, B08b.\n≠ The sources contradict each other.\nA says 300, B says 250.</t></r></text></comment>',
    );
    expect(comments).toContain('>Assumption.\nA round figure.</t>');
    expect(comments).toContain('<comment ref="B6"');
    const boxes = parts.get('xl/drawings/vmlDrawing2.vml') ?? '';
    expect([...boxes.matchAll(/<v:shape id="/g)]).toHaveLength(3);
    expect(boxes).toContain('<x:Anchor>2,15,2,2,5,31,9,4</x:Anchor>');
  });

  it('is the same bytes for the same workbook, but for the time of its making', async () => {
    const untimed = (file: Map<string, string>) => [...file].filter(([name]) => name !== 'docProps/core.xml');
    expect(untimed(await partsOf(small))).toStrictEqual(untimed(parts));
  });
});

describe('formulas over whole ranges', () => {
  it('are marked as arrays, so that Excel does not take one cell of each range', async () => {
    const sheet = (await partsOf(smallWithArrays)).get('xl/worksheets/sheet1.xml') ?? '';
    expect(cell(sheet, 'D1')).toBe('<c r="D1" cm="1"><f t="array" ref="D1">SUM(A1:C1*2)</f><v>12</v></c>');
    expect(cell(sheet, 'E1')).toContain('t="array"');
    expect(cell(sheet, 'F1')).not.toContain('t="array"');
    expect(cell(sheet, 'A3')).toContain('t="array"');
    expect(cell(sheet, 'C3')).not.toContain('t="array"');
  });

  it('have the range that their result fills, and the values in it', async () => {
    const sheet = (await partsOf(smallWithArrays)).get('xl/worksheets/sheet1.xml') ?? '';
    expect(cell(sheet, 'A2')).toBe('<c r="A2" cm="1"><f t="array" ref="A2:C2">A1:C1*10</f><v>10</v></c>');
    expect(cell(sheet, 'C2')).toBe('<c r="C2"><v>30</v></c>');
    expect(cell(sheet, 'A4')).toContain('ref="A4:A6"');
  });
});

/** A document of one sheet with these contents. */
function sheetOf(rows: readonly (readonly (CellContent | null)[])[]): WorkbookDocument {
  return {
    ...small,
    names: [],
    styles: {},
    sheets: [
      {
        ...small.sheets[2]!,
        name: 'S',
        rows: rows.map((row) => row.map((content) => (content === null ? null : { content }))),
      },
    ],
  };
}

describe('the mark of an array formula', () => {
  const data = [
    [1, 10, 'apple', 45_658],
    [2, 20, 'banana', 45_689],
    [3, 30, 'cherry', 45_717],
  ];
  const isMarked = async (formula: string) => {
    const sheet = (await partsOf(sheetOf([...data, [null, null, null, null, formula]]))).get(
      'xl/worksheets/sheet1.xml',
    );
    return cell(sheet ?? '', 'E4').includes('t="array"');
  };

  it.each([
    '=SUM(1/COUNTIF(A1:A3,A1:A3))',
    '=SUM(COUNTIF(A1:A3,A1:A3))',
    '=SUM(SUMIF(A1:A3,A1:A3,B1:B3))',
    '=SUM(SUMIFS(B1:B3,A1:A3,A1:A2))',
    '=SUM(VLOOKUP(A1:A3,A1:D3,2,FALSE))',
    '=SUM(LARGE(A1:A3,{1,2}))',
    '=SUM(INDEX(A1:B3,0,2)*2)',
    '=SUM(POWER(A1:A3,2))',
    '=SUM(LOG(A1:A3))',
    '=SUM(TRUNC(A1:A3))',
    '=SUM(CEILING(A1:A3,2))',
    '=SUM(FIND("a",C1:C2))',
    '=MAX(WEEKDAY(D1:D3))',
    '=MATCH(TRUE,A1:A3>2,0)',
    '=SUM(($A$1:$A$3))*SUM(-(A1:A3))',
    '=SUM(ROW(A1:A3))',
    '=SUM(TRANSPOSE(A1:A3))',
    '=SUM(LEN(C:C))',
    '=SUMPRODUCT(IF(A1:A3>1,B1:B3,0))',
    '=SUMPRODUCT((COUNTIF(A1:A3,A1:A3)>0)*B1:B3)',
  ])('stands at %s', async (formula) => {
    expect(await isMarked(formula)).toBe(true);
  });

  it.each([
    '=SUM(A1:A3)',
    '=SUM(A1:A3)*2+COUNTIF(A1:A3,">1")',
    '=SUMIFS(B1:B3,A1:A3,">1",C1:C3,C1)',
    '=VLOOKUP(A1,A1:D3,2,FALSE)&"A1:A3*2"',
    '=INDEX(A1:B3,MATCH(2,A1:A3,0),2)*2',
    '=SUMPRODUCT((A1:A3>1)*B1:B3)',
    '=SUMPRODUCT(A1:A3,B1:B3)',
    '=LOOKUP(2,1/(A1:A3>1),B1:B3)',
    '=NPV(0.1,A1:A3)*LARGE(A1:A3,1)',
    '=IF(A1>0,SUM(A1:A3),MAX(B1:B3))',
    '=INDEX(A1:B3,A2,A1+1)*2',
    '=ROW(A1)+ROW()',
    '=not_a_function(A1:A3)',
  ])('does not stand at %s', async (formula) => {
    expect(await isMarked(formula)).toBe(false);
  });
});

describe('a result that spills', () => {
  it('keeps its own cells when another formula stands above one of them', async () => {
    const document = sheetOf([[null, '=5'], ['=TRANSPOSE(A5:A7)'], [], [], [1], [2], [3]]);
    const sheet = (await partsOf(document)).get('xl/worksheets/sheet1.xml') ?? '';
    expect(cell(sheet, 'B1')).toBe('<c r="B1"><f>5</f><v>5</v></c>');
    expect(cell(sheet, 'A2')).toBe(
      '<c r="A2" cm="1"><f t="array" ref="A2:C2">TRANSPOSE(A5:A7)</f><v>1</v></c>',
    );
    expect(cell(sheet, 'B2')).toBe('<c r="B2"><v>2</v></c>');
  });

  it('has the cells that it fills, not those it could have filled', async () => {
    const document = sheetOf([[1, '=FILTER(A1:A3,A1:A3>2)'], [2], [3]]);
    const sheet = (await partsOf(document)).get('xl/worksheets/sheet1.xml') ?? '';
    expect(cell(sheet, 'B1')).toContain('<f t="array" ref="B1">');
  });
});

describe('a formula whose result may be several cells', () => {
  it('is marked although it is one cell now, since Excel would go on to take one', async () => {
    const contents = [
      '=OFFSET(D1,1,0)',
      '=INDIRECT("D"&2)',
      '=XLOOKUP(1,D1:D2,D1:D2)',
      '=SUM(OFFSET(D1,0,0,2,1))',
      '=INDEX(D1:D2,2)',
      '=SUM(@D1:D9)',
    ];
    const document = {
      ...small,
      names: [],
      styles: {},
      sheets: [
        {
          ...small.sheets[2]!,
          name: 'Reach',
          rows: contents.map((content, row) => [{ content }, null, null, { content: row + 1 }]),
        },
      ],
    };
    const sheet = (await partsOf(document)).get('xl/worksheets/sheet1.xml') ?? '';
    expect(contents.map((_, row) => cell(sheet, `A${row + 1}`))).toStrictEqual([
      '<c r="A1" cm="1"><f t="array" ref="A1">OFFSET(D1,1,0)</f><v>2</v></c>',
      '<c r="A2" cm="1"><f t="array" ref="A2">INDIRECT("D"&amp;2)</f><v>2</v></c>',
      '<c r="A3" cm="1"><f t="array" ref="A3">_xlfn.XLOOKUP(1,D1:D2,D1:D2)</f><v>1</v></c>',
      '<c r="A4"><f>SUM(OFFSET(D1,0,0,2,1))</f><v>3</v></c>',
      '<c r="A5"><f>INDEX(D1:D2,2)</f><v>2</v></c>',
      '<c r="A6"><f>SUM(_xlfn.SINGLE(D1:D9))</f><v>6</v></c>',
    ]);
  });
});

describe('a formula beyond the limits of Excel', () => {
  it('is exported as its value, or as text where it has none', async () => {
    const contents = [
      `=${Array.from({ length: 3000 }, () => '12').join('+')}`,
      '=ABS(1,2)',
      '=IFERROR(ABS(1,2),7)',
      `=${'ABS('.repeat(65)}1${')'.repeat(65)}`,
      `=${'ABS('.repeat(30)}1${')'.repeat(30)}`,
    ];
    const document = {
      ...small,
      names: [],
      styles: {},
      sheets: [{ ...small.sheets[2]!, name: 'Limits', rows: contents.map((content) => [{ content }]) }],
    };
    const limits = await partsOf(document);
    const sheet = limits.get('xl/worksheets/sheet1.xml') ?? '';
    expect(cell(sheet, 'A1')).toBe('<c r="A1"><v>36000</v></c>');
    expect(cell(sheet, 'A2')).toBe('<c r="A2" t="s"><v>0</v></c>');
    expect(limits.get('xl/sharedStrings.xml')).toContain('<t>=ABS(1,2)</t>');
    expect(cell(sheet, 'A3')).toBe('<c r="A3"><v>7</v></c>');
    expect(cell(sheet, 'A4')).not.toContain('<f>');
    expect(cell(sheet, 'A5')).toContain('<f>ABS(');
    const workbook = Workbook.open(document);
    const warnings = exportWarnings(workbook);
    workbook.close();
    expect(warnings.join(' ')).toContain('Limits!A2');
    expect(warnings.at(-1)).toContain(
      'beyond the limits of Excel (8192 characters, 64 functions inside each other, and the arguments that a function has)',
    );
  });
});

describe('a formula that depends on itself', () => {
  it('is exported with #REF! until Excel recalculates', async () => {
    const document = {
      ...small,
      names: [],
      styles: {},
      sheets: [{ ...small.sheets[2]!, name: 'Loop', rows: [[{ content: '=B1' }, { content: '=A1' }]] }],
    };
    expect(cell((await partsOf(document)).get('xl/worksheets/sheet1.xml') ?? '', 'A1')).toBe(
      '<c r="A1" t="e"><f>B1</f><v>#REF!</v></c>',
    );
  });
});

describe('a formula that does not read', () => {
  it('is exported as text, since Excel would call the whole file damaged', async () => {
    const document = {
      ...small,
      names: [],
      styles: {},
      sheets: [
        { ...small.sheets[2]!, name: 'Broken', rows: [[{ content: '=SUM(' }, { content: '=unknown_name' }]] },
      ],
    };
    const broken = await partsOf(document);
    const sheet = broken.get('xl/worksheets/sheet1.xml') ?? '';
    expect(cell(sheet, 'A1')).toBe('<c r="A1" t="s"><v>0</v></c>');
    expect(broken.get('xl/sharedStrings.xml')).toContain('<t>=SUM(</t>');
    expect(cell(sheet, 'B1')).toBe('<c r="B1" t="e"><f>unknown_name</f><v>#NAME?</v></c>');
    const workbook = Workbook.open(document);
    expect(exportWarnings(workbook)).toStrictEqual([
      '1 formula does not read and stands in the file as text: Broken!A1.',
    ]);
    workbook.close();
  });
});

describe('a formula that depends on itself', () => {
  it('is exported with a value that Excel has, and told', async () => {
    const document = {
      ...small,
      names: [],
      styles: {},
      sheets: [
        {
          ...small.sheets[2]!,
          name: 'Loop',
          rows: [[{ content: '=B1' }, { content: '=A1' }, { content: '=B1+1' }]],
        },
      ],
    };
    const sheet = (await partsOf(document)).get('xl/worksheets/sheet1.xml') ?? '';
    expect(cell(sheet, 'A1')).toBe('<c r="A1" t="e"><f>B1</f><v>#REF!</v></c>');
    const workbook = Workbook.open(document);
    expect(exportWarnings(workbook)).toStrictEqual([
      '3 formulas depend on a circular reference and have #REF! in the file until Excel recalculates: Loop!A1, Loop!B1, Loop!C1.',
    ]);
    workbook.close();
  });
});

it('tells nobody who changed what', async () => {
  const workbook = Workbook.open(small, '', () => ({ at: '2026-11-12T14:05:00.000Z', who: 'Ana Nym' }));
  const sheet = small.sheets[0]?.name ?? '';
  workbook.apply({
    kind: 'setCells',
    label: 'Type a figure of mine',
    cells: [{ sheet, row: 40, column: 0, content: 1 }],
  });
  expect(workbook.loggedDocument.changeLog).toHaveLength(1);
  const file = await writeXlsx(workbook);
  workbook.close();
  const unzipped = await unzip(file, zipDirectory(file) ?? [], Infinity);
  if (!unzipped.ok) throw new Error(unzipped.problem.message);
  const text = [...unzipped.value.values()].map(textOf).join('');
  expect(text).not.toMatch(/Ana Nym|figure of mine|2026-11-12T14/);
});
