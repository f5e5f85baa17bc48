import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { Engine } from '../../shared/engine/engine.ts';
import { textContent, type CellContent, type CellValue } from '../../shared/workbook/document.ts';
import { formatValue } from '../../shared/workbook/number-format.ts';

const engine = Engine.build([{ name: 'S', rows: [] }], []);
afterAll(() => engine.destroy());

/** The value of a formula in A2 that reads these contents in A1, B1 and so on. */
function calculate(formula: string, ...contents: readonly CellContent[]): CellValue {
  engine.setCells([
    ...contents.map((content, column) => ({
      sheet: 'S',
      row: 0,
      column,
      content: typeof content === 'string' ? textContent(content) : content,
    })),
    { sheet: 'S', row: 1, column: 0, content: formula },
  ]);
  return engine.value({ sheet: 'S', row: 1, column: 0 });
}

const runs = { numRuns: 200, seed: 1 };
const characters = fc.string({ unit: fc.constantFrom('a', 'B', '-', ',', ' ', 'é', '😀', '?', '*', '~') });
const amount = fc.double({ min: -1e9, max: 1e9, noNaN: true });

test('the parts of a text make the text again', () => {
  fc.assert(
    fc.property(characters, fc.nat(12), (text, count) => {
      expect(calculate('=LEFT(A1,B1)&MID(A1,B1+1,LEN(A1))', text, count)).toBe(text);
      expect(calculate('=LEFT(A1,LEN(A1)-MIN(B1,LEN(A1)))&RIGHT(A1,B1)', text, count)).toBe(text);
      expect(calculate('=REPLACE(A1,B1+1,0,"")', text, count)).toBe(text);
      expect(calculate('=SUBSTITUTE(SUBSTITUTE(A1,"a","Z"),"Z","a")', text)).toBe(text);
    }),
    runs,
  );
});

test('what stands before a delimiter, the delimiter and what stands after it make the text again', () => {
  fc.assert(
    fc.property(characters, fc.integer({ min: -4, max: 4 }), (text, instance) => {
      const found = calculate('=TEXTBEFORE(A1,"-",B1)&"-"&TEXTAFTER(A1,"-",B1)', text, instance);
      const count = text.split('-').length - 1;
      if (instance !== 0 && Math.abs(instance) <= count) expect(found).toBe(text);
      else if (text !== '') expect(found).toHaveProperty('error');
    }),
    runs,
  );
});

test('a text that is split and joined is the same', () => {
  fc.assert(
    fc.property(characters, (text) => {
      expect(calculate('=TEXTJOIN("-",FALSE,TEXTSPLIT(A1,"-"))', text)).toBe(text);
      expect(calculate('=TEXTJOIN("-",FALSE,TEXTSPLIT(A1,,"-"))', text)).toBe(text);
      expect(calculate('=TEXTJOIN("",TRUE,TEXTSPLIT(A1,"-",",",TRUE,,""))', text)).toEqual(
        /[^-,]/.test(text)
          ? text.replaceAll(/[-,]/g, '')
          : text === '' || /^[-,]+$/.test(text)
            ? { error: '#CALC!' }
            : text,
      );
    }),
    runs,
  );
});

test('every character has the number that gives it', () => {
  for (let code = 1; code <= 255; code++) expect(calculate('=CODE(CHAR(A1))', code)).toBe(code);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 0x10_ff_ff }), (code) => {
      const isHalf = code >= 0xd800 && code <= 0xdfff;
      const found = calculate('=UNICODE(UNICHAR(A1))', code);
      expect(found).toEqual(isHalf ? { error: '#N/A' } : code);
    }),
    runs,
  );
});

test('a number that is written and read is the rounded number', () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 0, max: 6 }), (value, places) => {
      const rounded = calculate('=ROUND(A1,B1)', value, places);
      expect(calculate('=NUMBERVALUE(FIXED(A1,B1))', value, places)).toBe(rounded);
      expect(calculate('=VALUE(DOLLAR(A1,B1))', value, places)).toBe(rounded);
      expect(calculate('=VALUE(TEXT(A1,"#,##0."&REPT("0",B1)))', value, places)).toBe(rounded);
      expect(calculate('=VALUE(A1&"")', value)).toBe(Number(value.toPrecision(15)));
      expect(calculate('=VALUE(TEXT(A1,"0.00000000000000E+00"))', value)).toBe(Number(value.toPrecision(15)));
    }),
    runs,
  );
});

test('TEXT shows what the cell shows', () => {
  const codes = fc.constantFrom(
    'General',
    '#,##0.0;(#,##0.0);"-"',
    '0.0%',
    '0.00E+00',
    '# ??/??',
    '$#,##0.00',
  );
  fc.assert(
    fc.property(amount, codes, (value, code) => {
      const quoted = code.replaceAll('"', '""');
      expect(calculate(`=TEXT(A1,"${quoted}")`, value)).toBe(formatValue(value, code).text);
    }),
    runs,
  );
});

test('a day that is written and read is the same day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_958_465 }), (day) => {
      expect(calculate('=VALUE(TEXT(A1,"yyyy-mm-dd"))', day)).toBe(day);
      expect(calculate('=VALUE(TEXT(A1,"d mmmm yyyy"))', day)).toBe(day);
      expect(calculate('=VALUE(TEXT(A1,"m/d/yyyy"))', day)).toBe(day);
    }),
    runs,
  );
});

test('a fraction is near its number', () => {
  const codes = fc.constantFrom<[string, number]>(
    ['# ?/?', 1 / 9],
    ['# ??/??', 1 / 99],
    ['# ?/8', 1 / 16],
    ['?/?', 1 / 9],
  );
  fc.assert(
    fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), codes, (value, [code, reach]) => {
      const [, sign, whole = '0', fraction = '0/1'] =
        /^(-?) *(\d+(?!\d*\/))? *(\d+ *\/ *\d+)? *$/.exec(formatValue(value, code).text) ?? [];
      const [numerator = 0, denominator = 1] = fraction.split('/').map(Number);
      const shown = (Number(whole) + numerator / denominator) * (sign === '-' ? -1 : 1);
      expect(Math.abs(shown - value), `${value} as ${formatValue(value, code).text}`).toBeLessThanOrEqual(
        reach,
      );
    }),
    { ...runs, numRuns: 2000 },
  );
});

test('the parts of a text fill cells, and follow it', () => {
  const sheet = Engine.build([{ name: 'S', rows: [['a,b,c', '=TEXTSPLIT(A1,",")']] }], []);
  const row = () => sheet.rangeValues('S', { top: 0, left: 1, bottom: 0, right: 5 })[0];
  expect(row()).toEqual(['a', 'b', 'c', null, null]);
  sheet.setCells([{ sheet: 'S', row: 0, column: 0, content: 'a,,c,d,e' }]);
  expect(row()).toEqual(['a', '', 'c', 'd', 'e']);
  sheet.setCells([{ sheet: 'S', row: 0, column: 0, content: 'a' }]);
  expect(row()).toEqual(['a', null, null, null, null]);
  sheet.destroy();
});
