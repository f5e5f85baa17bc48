import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edgesCss, type StylesAround } from '../../renderer/grid/cell-edges.ts';
import { ownCss, textCssOn } from '../../renderer/grid/own-css.ts';
import { darkPage, onPage } from '../../renderer/grid/readable-colour.ts';
import { contrast, onFill } from '../../shared/workbook/contrast.ts';
import type { CellStyle } from '../../shared/workbook/document.ts';

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0').toUpperCase()}`);

/** The colour that a declaration has on the dark page. */
const dark = (css: string) => /light-dark\([^,]+, (?<dark>[^)]+)\)/.exec(css)?.groups?.['dark'] ?? css;

describe('colours that a person chose', () => {
  test('are as chosen on the light page, and readable on the dark one', () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const css = onPage(colour, 'text');
        expect(css === colour || css.startsWith(`light-dark(${colour}, `)).toBe(true);
        expect(contrast(dark(css), darkPage)).toBeGreaterThanOrEqual(4.5);
      }),
    );
    expect(onPage('#FFC000', 'text')).toBe('#FFC000');
  });

  test('the dark page is that of the style sheet', () => {
    const tokens = readFileSync(new URL('../../renderer/styles/tokens.css', import.meta.url), 'utf8');
    const theme = tokens.slice(tokens.indexOf("[data-theme='dark']"));
    expect(/--page: (?<page>#\w+);/.exec(theme)?.groups?.['page']?.toUpperCase()).toBe(darkPage);
  });

  test('text on a fill is the one of the role where that can be read, else black or white', () => {
    expect(onFill('#FFFF00', '#1C49BE')).toBe('#1C49BE');
    expect(onFill('#1C49BE', '#1C49BE')).toBe('#FFFFFF');
    expect(onFill('#FF0000', '#1C49BE')).toBe('#181C22');
    fc.assert(
      fc.property(anyColour, (fill) => {
        expect(contrast(fill, onFill(fill, '#181C22'))).toBeGreaterThanOrEqual(4);
      }),
    );
  });

  test('a cell with a fill looks the same in both themes', () => {
    const style: CellStyle = { role: 'input', fillColour: '#FFFF00', textColour: '#C00000' };
    const { text, cell } = ownCss(style, 13, 21);
    expect(text).toBe('color:#C00000!important');
    expect(cell).toBe('--own-fill:#FFFF00');
  });

  test('text that runs over other cells can be read on their ground', () => {
    const filled: CellStyle = { role: 'calculation', fillColour: '#FFFF00', italic: true };
    expect(textCssOn(undefined, filled, 13, 21)).toBe('font-style:italic');
    expect(textCssOn({ role: 'label', fillColour: '#002060' }, filled, 13, 21)).toBe(
      'color:#FFFFFF!important;font-style:italic',
    );
  });

  test('nothing chosen declares nothing', () => {
    expect(ownCss({ role: 'input', format: '0%' }, 13, 21)).toEqual({ text: '', cell: '' });
  });
});

describe('edges', () => {
  const both = (around: Partial<StylesAround>) =>
    edgesCss({
      own: undefined,
      right: undefined,
      below: undefined,
      isFirstRow: false,
      isFirstColumn: false,
      isOpen: false,
      ...around,
    });
  const edges = (around: Partial<StylesAround>) => both(around).cell;
  const plain: CellStyle = { role: 'calculation' };

  test('dashes with dots are drawn by a picture, on both edges where both are alike', () => {
    const line = { line: 'dashDot', colour: '#FF0000' } as const;
    const css = edges({ own: { ...plain, borderRight: line, borderBottom: line } });
    expect(css.match(/border-image:repeating-linear-gradient\(135deg,[^)]*transparent/g)).toHaveLength(1);
    expect(edges({ own: { ...plain, borderRight: line } })).toContain('border-image');
    expect(edges({ own: { ...plain, borderRight: { line: 'dashed' } } })).not.toContain('border-image');
    expect(both({ own: { ...plain, borderRight: line } }).layer).toBe('');
  });

  test('dashes with dots that meet another kind of line are drawn over the cell, and the other as its border', () => {
    const line = { line: 'dashDot', colour: '#FF0000' } as const;
    const right = both({ own: { ...plain, borderRight: line, borderBottom: { line: 'thin' } } });
    expect(right.layer).toMatch(
      /^background:repeating-linear-gradient\(135deg,.*\) right\/1px 100% no-repeat$/,
    );
    expect(right.cell).toContain('border-right-width:0!important');
    expect(right.cell).toContain('border-bottom:1px solid');
    expect(right.cell).not.toContain('border-image');
    const below = both({ own: { ...plain, borderRight: { line: 'thick' }, borderBottom: line } });
    expect(below.layer).toMatch(/ bottom\/100% 1px no-repeat$/);
    expect(below.cell).not.toContain('border-image');
    const unlike = both({ own: { ...plain, borderRight: line, borderBottom: { line: 'mediumDashDot' } } });
    expect(unlike.layer).toMatch(/ bottom\/100% 2px no-repeat$/);
    expect(unlike.cell).toContain('border-image');
  });

  test('of two lines the heavier is drawn, of equals the later', () => {
    const own: CellStyle = { ...plain, borderRight: { line: 'thick', colour: '#FF0000' } };
    const right: CellStyle = { ...plain, borderLeft: { line: 'thin', colour: '#00FF00' } };
    expect(edges({ own, right })).toMatch(/border-right:clamp\(1px,[^;]*,3px\) solid #FF0000!important/);
    const equal: CellStyle = { ...own, borderRight: { line: 'thin', colour: '#FF0000' } };
    expect(edges({ own: equal, right })).toContain('border-right:1px solid #00FF00');
  });

  test('a total has its line over it, drawn by the cell above', () => {
    expect(edges({ below: { role: 'total' } })).toContain('border-bottom:1px solid #858991');
    expect(edges({ below: { role: 'total', borderTop: { line: 'none' } } })).toBe('');
  });

  test('the outermost lines are inside the first cells', () => {
    const own: CellStyle = { ...plain, borderTop: { line: 'thin' }, borderLeft: { line: 'medium' } };
    expect(edges({ own })).toBe('');
    expect(edges({ own, isFirstRow: true, isFirstColumn: true })).toBe(
      'box-shadow:inset 0 1px 0 var(--text),inset 2px 0 0 var(--text)',
    );
  });

  test('a fill covers the grid around it; no line goes through text that runs over', () => {
    const own: CellStyle = { ...plain, fillColour: '#FFFF00' };
    expect(edges({ own })).toBe('border-right-color:#FFFF00!important;border-bottom-color:#FFFF00!important');
    expect(edges({ right: own })).toBe('border-right-color:#FFFF00!important');
    const lined: CellStyle = { ...plain, borderRight: { line: 'thin' } };
    expect(edges({ own: lined, isOpen: true })).toBe('');
  });
});
