import { describe, expect, test } from 'vitest';
import { writtenLook } from '../../renderer/clipboard/html-look-write.ts';
import { lookOfCss } from '../../renderer/clipboard/html-look.ts';
import { readHtmlStyles } from '../../renderer/clipboard/html-styles.ts';
import { HtmlWriter } from '../../renderer/clipboard/html-write.ts';
import { CarriedLooks } from '../../renderer/looks/carried-looks.ts';
import type { CellStyle } from '../../shared/workbook/document.ts';

describe('a class of Excel', () => {
  test.each([
    ['color:red;font-weight:700', { textColour: '#FF0000', strong: true }],
    ['color:windowtext;background:#FFC000;mso-pattern:black none', { fillColour: '#FFC000' }],
    ['font-style:italic;text-decoration:underline', { italic: true, underline: 'single' }],
    ['text-decoration:underline;text-underline-style:double', { underline: 'double' }],
    ['text-decoration:line-through;text-align:center', { strikethrough: true, align: 'center' }],
    [
      'border:.5pt solid windowtext;border-top:none',
      lines('thin', 'borderRight', 'borderBottom', 'borderLeft'),
    ],
    ['border-bottom:2.0pt double windowtext', lines('double', 'borderBottom')],
    ['border-top:1.0pt solid #C00000', { borderTop: { line: 'medium', colour: '#C00000' } }],
    ['border-top:1.5pt solid windowtext', lines('thick', 'borderTop')],
    ['border-left:.5pt hairline windowtext', lines('hair', 'borderLeft')],
    ['white-space:normal;vertical-align:top', { wrap: true, vertical: 'top' }],
    ['padding-left:18px;mso-char-indent-count:2', { indent: 2 }],
    [String.raw`mso-number-format:"color:red;\;x";color:blue`, { textColour: '#0000FF' }],
    ['color:expression(alert(1));background:url(x)', {}],
  ])('%s', (css, look) => {
    expect(lookOfCss(css)).toEqual(look);
  });

  test('its text is as much larger than ordinary text here as there', () => {
    const { looks, usualSize } = readHtmlStyles(
      'td {font-size:10.0pt;} .a {font-size:20.0pt;} .b {font-size:10.0pt;}',
    );
    expect(usualSize).toBe(10);
    expect([looks.get('a'), looks.get('b')]).toEqual([{ textSize: 22 }, {}]);
  });
});

function lines(line: string, ...parts: readonly string[]) {
  return Object.fromEntries(parts.map((part) => [part, { line }]));
}

describe('a look that is written for other programs', () => {
  const style: CellStyle = {
    role: 'calculation',
    strong: true,
    italic: true,
    underline: 'double',
    strikethrough: true,
    textSize: 14,
    textColour: '#C00000',
    fillColour: '#FFFF00',
    borderTop: { line: 'thin' },
    borderBottom: { line: 'double', colour: '#00B050' },
    borderLeft: { line: 'mediumDashed' },
    vertical: 'top',
    align: 'left',
    indent: 3,
    wrap: true,
  };

  test('is read back as it was', () => {
    const { role: _, ...look } = style;
    expect(lookOfCss(writtenLook(style).css)).toEqual(look);
  });

  test('is that of the role where nothing else was chosen', () => {
    expect(writtenLook({ role: 'calculation', format: '0%' }).css).toBe('');
    expect(writtenLook({ role: 'input' }).css).toBe('color:#1C49BE;background:#F3F7FE');
    expect(writtenLook({ role: 'input', fillColour: 'none' }).css).toBe('color:#1C49BE');
    expect(writtenLook({ role: 'total', strong: false, borderTop: { line: 'none' } }).css).toBe('');
  });

  test('stands in tags for LibreOffice, and on empty cells too', () => {
    const writer = new HtmlWriter();
    writer.add(['a', null], ['a', ''], [style, { role: 'calculation', fillColour: '#FFFF00' }]);
    const html = writer.page();
    expect(html).toContain('x:str><b><i><u><s><font color="#C00000">a</font></s></u></i></b></td>');
    expect(html).toContain('<td class=f1 bgcolor="#FFFF00"></td>');
  });
});

test('a look from elsewhere takes the place of what was chosen, and leaves role and format', () => {
  const before: CellStyle = {
    role: 'input',
    format: '0%',
    strong: true,
    fillColour: '#FF0000',
  };
  const carried = new CarriedLooks();
  carried.addForeign(0, 0, { italic: true }, '0.00', before);
  carried.addForeign(0, 1, {}, undefined, undefined);
  expect(carried.on('S')).toMatchObject([
    {
      range: { top: 0, left: 0, bottom: 0, right: 0 },
      look: {
        role: 'input',
        format: '0%',
        italic: true,
        strong: null,
        fillColour: null,
      },
    },
  ]);
});
