import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFormula, plainText, textContent, type CellContent } from '../../shared/workbook/document.ts';
import { editText, readEntry, type Entry } from '../../shared/workbook/entry.ts';

describe('what a typed text becomes in a General cell', () => {
  test.each<[string, Entry]>([
    ['', { content: null }],
    ['1', { content: 1 }],
    ['-5', { content: -5 }],
    ['+5', { content: 5 }],
    ['- 5', { content: -5 }],
    ['(5)', { content: -5 }],
    ['.5', { content: 0.5 }],
    ['1.', { content: 1 }],
    ['-0', { content: 0 }],
    [' 12 ', { content: 12 }],
    ['007', { content: 7 }],
    ['1,234', { content: 1234, format: '#,##0' }],
    ['1,234.5', { content: 1234.5, format: '#,##0.00' }],
    ['(1,234)', { content: -1234, format: '#,##0' }],
    ['12%', { content: 0.12, format: '0%' }],
    ['12 %', { content: 0.12, format: '0%' }],
    ['12.5%', { content: 0.125, format: '0.00%' }],
    ['-3%', { content: -0.03, format: '0%' }],
    ['(3%)', { content: -0.03, format: '0%' }],
    ['1.1%', { content: 0.011, format: '0.00%' }],
    ['1e3', { content: 1000, format: '0.00E+00' }],
    ['1.5E-3', { content: 0.0015, format: '0.00E+00' }],
    ['1 1/2', { content: 1.5, format: '# ?/?' }],
    ['0 1/2', { content: 0.5, format: '# ?/?' }],
    ['-2 5/16', { content: -2.3125, format: '# ??/??' }],
    ['$5', { content: 5, format: '$#,##0' }],
    ['-$5.25', { content: -5.25, format: '$#,##0.00' }],
    ['$-5', { content: -5, format: '$#,##0' }],
    ['-(5)', { content: -5 }],
    ['+(5)', { content: 5 }],
    ['-($1,234)', { content: -1234, format: '$#,##0' }],
    ['-(-5)', { content: '=-(-5)' }],
    ['($5)', { content: -5, format: '$#,##0' }],
    ['5$', { content: 5, format: '$#,##0' }],
    ['€5', { content: 5, format: '€#,##0' }],
    ['-€1,234.5', { content: -1234.5, format: '€#,##0.00' }],
    ['5€', { content: 5, format: '#,##0 €' }],
    ['1,234.50 €', { content: 1234.5, format: '#,##0.00 €' }],
    ['(5 €)', { content: -5, format: '#,##0 €' }],
    ['2026-07-01', { content: 46204, format: 'yyyy-mm-dd' }],
    ['2026-7-1', { content: 46204, format: 'yyyy-mm-dd' }],
    ['2026-07', { content: 46204, format: 'yyyy-mm' }],
    ['1900-02-29', { content: 60, format: 'yyyy-mm-dd' }],
    ['2026-07-01 12:30', { content: 46204 + 45000 / 86400, format: 'yyyy-mm-dd h:mm' }],
    ['12:30', { content: 45000 / 86400, format: 'h:mm' }],
    ['12:', { content: 0.5, format: 'h:mm' }],
    ['1:2', { content: 3720 / 86400, format: 'h:mm' }],
    ['1:2:3', { content: 3723 / 86400, format: 'h:mm:ss' }],
    ['12:30:15', { content: 45015 / 86400, format: 'h:mm:ss' }],
    ['1:30 PM', { content: 48600 / 86400, format: 'h:mm AM/PM' }],
    ['12:15 am', { content: 900 / 86400, format: 'h:mm AM/PM' }],
    ['9 PM', { content: 0.875, format: 'h:mm AM/PM' }],
    ['25:30', { content: 91800 / 86400, format: '[h]:mm:ss' }],
    ['TRUE', { content: true }],
    ['false', { content: false }],
    ['#N/A', { content: '=#N/A' }],
    ['=A1', { content: '=A1' }],
    ['=SUM(A1:A3', { content: '=SUM(A1:A3)' }],
    ['=IF(A1>0,"(",MAX(B1', { content: '=IF(A1>0,"(",MAX(B1))' }],
    ["='A (old)'!B1+MAX(1", { content: "='A (old)'!B1+MAX(1)" }],
    ['=A1)', { content: '=A1)' }],
    ['="open', { content: '="open' }],
    ['+A1', { content: '=+A1' }],
    ['-A1*2', { content: '=-A1*2' }],
    ['-SUM(A1:A3', { content: '=-SUM(A1:A3)' }],
    ["+'My sheet'!$B$2/2", { content: "=+'My sheet'!$B$2/2" }],
    ['=sum(a1:$b2)+Rate*true', { content: '=SUM(A1:$B2)+Rate*TRUE' }],
    ['=if(\'my sheet\'!a1="a1",deals!c:c,', { content: '=IF(\'my sheet\'!A1="a1",deals!C:C,)' }],
    ['@sum(A1:A3', { content: '=SUM(A1:A3)' }],
    ['-PI()', { content: '=-PI()' }],
    ['-revenueBn', { content: '=-revenueBn' }],
    ['+5+3', { content: '=+5+3' }],
    ['-10%*A1', { content: '=-10%*A1' }],
    ["'text", { content: 'text' }],
    ["'12", { content: '12' }],
    ["'=A1", { content: "'=A1" }],
    ["''quoted", { content: "''quoted" }],
    ["'", { content: '' }],
    ['=', { content: "'=" }],
  ])('%j', (typed, entry) => {
    expect(readEntry(typed)).toEqual(entry);
  });
});

describe('text stays the very text', () => {
  test.each([
    'Revenue',
    ' indented',
    'trailing  ',
    '1,23',
    '1,2345',
    '12,34,567',
    '1.2.3',
    '3-4-5x',
    '12 %%',
    '5-',
    '(5',
    '5)',
    '(-5)',
    '%',
    '$',
    '-',
    '+',
    '--',
    '- item one',
    '-10 to 20',
    '1/7/2026',
    '1.7.2026',
    '7/26',
    '1/2',
    '2026-13',
    '2026-02-30',
    '2026-00-01',
    '1899-12-31',
    '12:60',
    '12:30pm',
    '13:00 PM',
    '10000:00',
    '1e400',
    '12\n',
    'true story',
    'Q1 2026',
    '2026-07-01-02',
    '0x10',
    '1_000',
    'Infinity',
    'NaN',
    '１２',
    '٣',
    '1e',
    'e3',
    '5 %%',
    '$5%',
    '+49 30 1234',
    '2026-07-01 late',
    '1 000',
    "it's",
    'a=b',
    '@home',
    '@A1 is it',
    '1::2',
    ':30',
    '€',
    '$5€',
    '€5%',
    '£5',
    '5 EUR',
    '-foo bar',
    '#REF',
  ])('%j', (typed) => {
    expect(readEntry(typed)).toEqual({ content: typed });
  });
});

describe('the format of the cell', () => {
  test('of a cell that has one stays', () => {
    expect(readEntry('12%', { format: '0.0' })).toEqual({ content: 0.12 });
    expect(readEntry('2026-07-01', { format: 'd mmm yyyy' })).toEqual({ content: 46204 });
    expect(readEntry('$5', { format: 'General' })).toEqual({ content: 5, format: '$#,##0' });
  });

  test('in a percent cell 12 and 0.12 both mean 12 %', () => {
    expect(readEntry('12', { format: '0.0%' }).content).toBe(0.12);
    expect(readEntry('0.12', { format: '0.0%' }).content).toBe(0.12);
    expect(readEntry('1', { format: '0%' }).content).toBe(0.01);
    expect(readEntry('-5', { format: '0%' }).content).toBe(-0.05);
    expect(readEntry('0.5%', { format: '0%' }).content).toBe(0.005);
    expect(readEntry('1.1', { format: '0%' }).content).toBe(0.011);
  });

  test('in a text cell everything is text', () => {
    for (const typed of ['12', 'TRUE', '2026-07-01', ' x '])
      expect(readEntry(typed, { format: '@' })).toEqual({ content: typed });
    expect(readEntry('=A1', { format: '@' })).toEqual({ content: "'=A1" });
    expect(readEntry('', { format: '@' })).toEqual({ content: null });
  });
});

describe('digits of a number beyond the fifteenth', () => {
  test.each([
    ['1234567890123456789', 1234567890123450000],
    ['0.001234567890123456', 0.00123456789012345],
    ['$1,234,567,890,123,456', 1234567890123450],
    ['-1.23456789012345678E10', -12345678901.2345],
    ['12.3456789012345678%', 0.123456789012345],
    ['100000000000000000000', 1e20],
  ])('%s: they count as 0', (typed, value) => {
    expect(readEntry(typed).content).toBe(value);
  });

  test('stay where the cell holds the very number', () => {
    const content = 0.1 + 0.2;
    expect(readEntry(editText(content, undefined), { content }).content).toBe(content);
    expect(readEntry(editText(content, undefined), { content: 1 }).content).toBe(0.3);
  });
});

test('a true minus sign is read as a minus', () => {
  expect(readEntry('\u22125')).toEqual({ content: -5 });
  expect(readEntry('\u22121,234.5')).toEqual({ content: -1234.5, format: '#,##0.00' });
  expect(readEntry('\u221212%')).toEqual({ content: -0.12, format: '0%' });
  expect(readEntry('1e\u22123')).toEqual({ content: 0.001, format: '0.00E+00' });
  expect(readEntry('\u2212')).toEqual({ content: '\u2212' });
});

test('the dash of a cell that shows 0 as one is 0; elsewhere it is a text', () => {
  const dashed = '#,##0.0;-#,##0.0;\u2013';
  expect(readEntry('\u2013', { format: dashed })).toEqual({ content: 0 });
  expect(readEntry('-', { format: '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)' })).toEqual({ content: 0 });
  expect(readEntry('\u2014', { format: dashed })).toEqual({ content: '\u2014' });
  expect(readEntry('\u2013')).toEqual({ content: '\u2013' });
  expect(editText('\u2013', dashed)).toBe("'\u2013");
});

describe('what the editor shows', () => {
  test.each<[CellContent | null, string | undefined, string]>([
    [null, undefined, ''],
    [true, undefined, 'TRUE'],
    [1234.5, '#,##0.00', '1234.5'],
    [0.12, '0%', '12%'],
    [0.1234567, '0.0%', '12.34567%'],
    [-0.07, '0.0%', '-7%'],
    [0.29, '0%', '29%'],
    [0.07, '0%', '7%'],
    [46204, 'mmm yyyy', '2026-07-01'],
    [46204, '0', '46204'],
    [60, 'yyyy-mm-dd', '1900-02-29'],
    [0.5, 'h:mm', '12:00:00'],
    [46204.75, 'yyyy-mm-dd h:mm', '2026-07-01 18:00:00'],
    [1.5, '[h]:mm', '36:00:00'],
    [1e21, undefined, '1E+21'],
    [1e-7, undefined, '1E-07'],
    [1 / 3, '0.00', '0.3333333333333333'],
    ['=A1', undefined, '=A1'],
    ["'=A1", undefined, "'=A1"],
    ['12', undefined, "'12"],
    ['2026-07', undefined, "'2026-07"],
    ['-A1', undefined, "'-A1"],
    ['12', '@', '12'],
    ['Revenue', undefined, 'Revenue'],
    ['12 ', undefined, "'12 "],
    ['', undefined, "'"],
  ])('%j under %s', (content, format, text) => {
    expect(editText(content, format)).toBe(text);
  });
});

describe('opening and closing the editor changes nothing', () => {
  const formats = fc.constantFrom(
    undefined,
    'General',
    '0',
    '#,##0.00',
    '0%',
    '0.0%',
    'yyyy-mm-dd',
    'mmm yyyy',
    'h:mm',
    '[h]:mm',
    'yyyy-mm-dd hh:mm:ss',
    '0.00E+00',
    '$#,##0',
    'not a "format',
  );
  const numbers = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
    fc.integer(),
    fc.integer({ min: -10_000_000, max: 10_000_000 }).map((value) => value / 10_000),
    fc.integer({ min: 0, max: 2_958_465 }),
    fc.integer({ min: 0, max: 86_400 * 60_000 }).map((seconds) => seconds / 86_400),
  );
  const texts = fc.oneof(
    fc.string(),
    fc.string({
      unit: fc.constantFrom(...'0123456789,.%$()-+eE: /\'="#AaTtRrUu!&'.split('')),
      maxLength: 12,
    }),
    fc.constantFrom('TRUE', '12:30', '2026-07-01', "'", "''", '=', '=1', '#N/A', '(5)', ' 1', '1 '),
  );
  const same = (content: CellContent) =>
    typeof content === 'string' && !isFormula(content) ? { text: plainText(content) } : content;

  test('of a number, whatever the format', () => {
    fc.assert(
      fc.property(
        numbers,
        formats,
        (value, format) => readEntry(editText(value, format), { format, content: value }).content === value,
      ),
      { numRuns: 5000 },
    );
  });

  test('of a text, whatever the format', () => {
    fc.assert(
      fc.property(texts, fc.oneof(formats, fc.constant('@')), (text, format) => {
        const content = textContent(text);
        expect(same(readEntry(editText(content, format), { format }).content ?? 0)).toEqual(same(content));
      }),
      { numRuns: 5000 },
    );
  });

  test('of a boolean or a formula', () => {
    for (const content of [true, false, '=A1+1', '=SUM(A1:A3)', '="("&A1', "='a(b'!A1", '={1,2;3,4}']) {
      expect(readEntry(editText(content, undefined)).content).toBe(content);
    }
  });

  test('no text becomes a number unless Excel would show one', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { content } = readEntry(text);
        return typeof content !== 'number' || /[0-9]/.test(text);
      }),
    );
  });
});
