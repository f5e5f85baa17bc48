import { describe, expect, test } from 'vitest';
import { HtmlWriter } from '../../renderer/clipboard/html-write.ts';
import { readHtmlCell, type HtmlCell, type HtmlOrigin } from '../../renderer/clipboard/html-cell.ts';
import { readHtmlStyles, styledFormat } from '../../renderer/clipboard/html-styles.ts';
import { TableRows } from '../../renderer/clipboard/table-rows.ts';
import { entryLocale } from '../../shared/workbook/entry-locale.ts';

const origin: HtmlOrigin = {
  styles: readHtmlStyles(''),
  marksNumbers: false,
  locale: entryLocale('en-US', 2026),
};
const read = (
  text: string,
  attributes: HtmlCell['attributes'] = {},
  format?: string,
  other: Partial<HtmlOrigin> = {},
) => readHtmlCell({ text, attributes, format, look: {} }, { ...origin, ...other });

describe('a cell of Excel', () => {
  test('its exact number counts, not the digits it shows', () => {
    expect(read('1,234.57', { 'x:num': '1234.56789' }, '#,##0.00')).toEqual({
      content: 1234.56789,
      value: 1234.56789,
      format: '#,##0.00',
    });
  });

  test.each([
    ['an empty mark leaves the number to the text', read('15', { 'x:num': '' }), 15],
    ['a text', read('00123', {}, '@'), '00123'],
    ['a marked text', read('1', { 'x:str': '' }), '1'],
    ['a longer text than is shown', read('lon', { 'x:str': 'long' }), 'long'],
    ['TRUE', read('WAHR', { 'x:bool': 'TRUE' }), true],
    ['an error', read('#NV', { 'x:err': '#N/A' }), '=#N/A'],
    ['a shown error', read('#DIV/0!'), '=#DIV/0!'],
    ['a text that looks like a formula', read('=1+1'), "'=1+1"],
    ['a text that looks like a signed formula', read('-A1'), '-A1'],
    ['an empty cell', read(''), null],
    ['zero as a dash', read('-', {}, '#,##0;-#,##0;"-"'), 0],
    ['a percentage', read('12.3%', {}, '0.0%'), 0.123],
    ['a date by its format, day first', read('31/12/2025', {}, 'dd/mm/yyyy'), 46022],
    ['a date by its format, month first', read('1/12/2025', {}, 'm/d/yyyy'), 45669],
    ['a date of the person', read('12/31/2025', {}, 'Short Date'), 46022],
  ])('%s', (_what, { content }, expected) => {
    expect(content).toBe(expected);
  });

  test('a formula is taken, with its value beside it', () => {
    expect(read('15', { 'x:num': '', 'x:fmla': '=A10-B10' })).toMatchObject({
      content: '=A10-B10',
      value: 15,
    });
  });

  test('a formula that cannot be calculated here is its value', () => {
    expect(read('7', { 'x:num': '', 'x:fmla': '=WEBSERVICE("http://a")' })).toMatchObject({ content: 7 });
    expect(read('7', { 'x:num': '', 'x:fmla': '=[Book2.xlsx]Sheet1!A1' })).toMatchObject({ content: 7 });
  });

  test('numbers written with a comma', () => {
    const styles = readHtmlStyles(
      String.raw`<!--table {mso-displayed-decimal-separator:"\,"; mso-displayed-thousand-separator:"\.";}-->`,
    );
    expect(read('-1.234,50', {}, '#,##0.00', { styles }).content).toBe(-1234.5);
    expect(read('12,5%', {}, '0.0%', { styles }).content).toBe(0.125);
    expect(read('Nr. 1.234', {}, undefined, { styles }).content).toBe('Nr. 1.234');
  });

  test('a wrong number or format is not taken', () => {
    expect(read('x', { 'x:num': 'Infinity' }).content).toBe('x');
    expect(read('5', {}, '"open').format).toBeUndefined();
  });
});

describe('a cell of LibreOffice', () => {
  const marksNumbers = { marksNumbers: true };

  test.each([
    ['a number', read('1,234.57', { sdval: '1234.56789', sdnum: '1033;0;#,##0.00' }), 1234.56789, '#,##0.00'],
    ['a general number', read('-0.1', { sdval: '-0.1', sdnum: '1033;' }), -0.1, undefined],
    ['TRUE', read('TRUE', { sdval: '1', sdnum: '1033;0;BOOLEAN' }), true, undefined],
    ['a date', read('2026-07-31', { sdval: '46234', sdnum: '1033;0;YYYY-MM-DD' }), 46234, 'YYYY-MM-DD'],
    ['figures in a text', read('1.5', {}, undefined, marksNumbers), '1.5', undefined],
    ['a text cell', read('00123', { sdnum: '1033;0;@' }, undefined, marksNumbers), '00123', '@'],
    ['an error', read('Err:510', { sdval: '0', sdnum: '1033;' }), '=#VALUE!', undefined],
    [
      'a German format',
      read('1.234,57', { sdval: '1234.567', sdnum: '1031;0;#.##0,00' }),
      1234.567,
      undefined,
    ],
  ])('%s', (_what, { content, format }, expected, code) => {
    expect(content).toBe(expected);
    expect(format).toBe(code);
  });

  test('a date whose format is not known keeps being one', () => {
    const german = { locale: entryLocale('de-DE', 2026) };
    expect(
      read('31.07.2026', { sdval: '46234', sdnum: '1031;0;TT.MM.JJJJ' }, undefined, german),
    ).toMatchObject({
      content: 46234,
      format: 'dd.mm.yyyy',
    });
  });
});

describe('styles', () => {
  test('formats by class, unescaped', () => {
    const { formats } = readHtmlStyles(String.raw`<!--
      td {padding-top:1px; mso-number-format:General;}
      .xl65 {mso-style-parent:style0; mso-number-format:"\#\,\#\#0\.00";}
      .xl66 {mso-number-format:"\[ENG\]\[$-409\]d\\-mmm\\-yy\;\@"; color:red}
      .xl67 {mso-number-format:"Short Date";}
      .xl68 {mso-number-format:"\0022a}b\0022\\ 0";}
    -->`);
    expect(Object.fromEntries(formats)).toEqual({
      td: 'General',
      xl65: '#,##0.00',
      xl66: String.raw`[$-409]d\-mmm\-yy;@`,
      xl67: 'Short Date',
      xl68: String.raw`"a}b"\ 0`,
    });
  });

  test('a format in the style of the cell itself', () => {
    expect(styledFormat('height:15pt;mso-number-format:Percent')).toBe('Percent');
    expect(styledFormat('height:15pt')).toBeUndefined();
  });
});

test('cells that reach over rows and columns keep the others in their places', () => {
  const rows = new TableRows<string>();
  rows.begin();
  rows.add('a', 2, 1);
  rows.add('tall', 1, 3);
  rows.begin();
  rows.add('b', 1, 1);
  rows.add('c', 1, 1);
  rows.add('d', 1, 1);
  rows.begin();
  rows.add('wide', 2, 2);
  rows.begin();
  rows.add('e', 1, 1);
  expect(rows.all.map((row) => Array.from(row, (cell) => cell ?? ''))).toEqual([
    ['a', '', 'tall'],
    ['b', 'c', '', 'd'],
    ['wide', ''],
    ['', '', 'e'],
  ]);
  expect(rows.columns).toBe(4);
});

test('written cells carry exact values, formats and kinds, and nothing of them is markup', () => {
  const writer = new HtmlWriter();
  writer.add(
    [1234.56789, '<b>&', '00123', true, { error: '#N/A' }],
    ['1,234.57', '<b>&', '00123', 'TRUE', '#N/A'],
    [{ role: 'calculation', format: '"</style>"#,##0.00' }],
  );
  const html = writer.page();
  expect(html).toContain(
    'sdnum="1033;0;&quot;&lt;/style&gt;&quot;#,##0.00" x:num="1234.56789" sdval="1234.56789">1,234.57',
  );
  expect(html).toContain('x:str>&lt;b&gt;&amp;</td>');
  expect(html).toContain('sdnum="1033;0;@" x:str>00123</td>');
  expect(html).toContain('x:bool="TRUE" sdval="1"');
  expect(html).toContain('x:err="#N/A">#N/A</td>');
  expect(html.match(/<\/style>/g)).toHaveLength(1);
  const [, sheet = ''] = /<style>(.*)<\/style>/s.exec(html) ?? [];
  expect(readHtmlStyles(sheet).formats.get('f0')).toBe('"</style>"#,##0.00');
});
