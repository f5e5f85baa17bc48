import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOnce } from '../../renderer/clipboard/in-slices.ts';
import { textLine, textSteps } from '../../renderer/clipboard/text-table.ts';

const readClipboardText = (text: string) => atOnce(textSteps(text));

test('rows and cells of Excel are read, with its line break at the end', () => {
  expect(readClipboardText('1\t2\r\n3\t\r\n')).toEqual([
    ['1', '2'],
    ['3', ''],
  ]);
});

test('quoted cells hold tabs, line breaks and quotation marks', () => {
  expect(readClipboardText('"a\tb"\t"say ""no"""\n"two\nlines"')).toEqual([
    ['a\tb', 'say "no"'],
    ['two\nlines'],
  ]);
});

test('a quotation mark that only begins a cell is part of it', () => {
  expect(readClipboardText('"half\tx')).toEqual([['"half', 'x']]);
  expect(readClipboardText('"a" b\tc')).toEqual([['"a" b', 'c']]);
});

test('one cell is one row', () => {
  expect(readClipboardText('12')).toEqual([['12']]);
});

test('what is copied is read back cell for cell', () => {
  const cells = fc.array(
    fc.array(fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r\n', ' ', '1') }), {
      minLength: 2,
      maxLength: 4,
    }),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(cells, (rows) => {
      expect(readClipboardText(rows.map(textLine).join(''))).toEqual(rows);
    }),
  );
});
