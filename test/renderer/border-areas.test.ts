import { describe, expect, test } from 'vitest';
import { borderAreas, borderChanges, noLine, type BorderChange } from '../../renderer/format/border-areas.ts';
import { parseReference } from '../../shared/workbook/address.ts';
import { borderOf } from '../../shared/workbook/role-look.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import type { Cell, CellStyle } from '../../shared/workbook/document.ts';

const sides = ['top', 'right', 'bottom', 'left'] as const;

/** A sheet of four rows and columns on which borders are set one after the other. */
function sheetWith(...steps: readonly (readonly [cells: string, change: BorderChange])[]) {
  const rows = Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, (): Cell => ({ content: 1, style: 'plain' })),
  );
  const plain: CellStyle = { role: 'calculation' };
  const workbook = Workbook.open({
    title: '',
    names: [],
    styles: { plain },
    sheets: [{ name: 'S', rows, columnWidths: [], frozenRows: 0, frozenColumns: 0, gridLines: true }],
  });
  for (const [cells, change] of steps) {
    const range = parseReference(cells)?.range;
    if (!range) throw new Error(cells);
    const answer = workbook.apply({
      kind: 'setLooks',
      label: 'Borders',
      areas: borderAreas('S', range, change),
    });
    if (!answer.ok) throw new Error(answer.problem.message);
  }
  return (cell: string): string => {
    const at = parseReference(cell)?.range;
    const style = workbook.cell({ sheet: 'S', row: at?.top ?? 0, column: at?.left ?? 0 })?.style ?? '';
    return sides
      .filter((side) => borderOf(workbook.document.styles[style], side))
      .map((side) => side.slice(0, 1))
      .join('');
  };
}

describe('borders of chosen cells', () => {
  test('all: every cell has its four lines', () => {
    const lines = sheetWith(['B2:C3', borderChanges.all]);
    expect(['A1', 'B2', 'C2', 'B3', 'C3', 'D4'].map(lines)).toEqual(['', 'trbl', 'trbl', 'trbl', 'trbl', '']);
  });

  test('outside: only the outline, on a single cell too', () => {
    const lines = sheetWith(['B2:C3', borderChanges.outside]);
    expect(['B2', 'C2', 'B3', 'C3'].map(lines)).toEqual(['tl', 'tr', 'bl', 'rb']);
    expect(sheetWith(['A1', borderChanges.outside])('A1')).toBe('trbl');
  });

  test('none: also the lines that the neighbours had on the edge', () => {
    const lines = sheetWith(['A1:D4', borderChanges.all], ['B2', borderChanges.none]);
    expect(['B2', 'A2', 'C2', 'B1', 'B3'].map(lines)).toEqual(['', 'tbl', 'trb', 'trl', 'rbl']);
  });

  test('a line set last is the only one on its edge', () => {
    const lines = sheetWith(['B2', borderChanges.bottom], ['B3', borderChanges.top]);
    expect([lines('B2'), lines('B3')]).toEqual(['', 't']);
  });

  test('what is left out stays', () => {
    const lines = sheetWith(['B2', borderChanges.all], ['B2', { top: noLine }]);
    expect(lines('B2')).toBe('rbl');
  });

  test('nothing is asked of cells beyond the sheet', () => {
    const areas = borderAreas('S', { top: 0, left: 0, bottom: 1_048_575, right: 16_383 }, borderChanges.all);
    for (const { range } of areas) {
      expect(Math.min(range.top, range.left)).toBeGreaterThanOrEqual(0);
      expect(range.bottom).toBeLessThan(1_048_576);
      expect(range.right).toBeLessThan(16_384);
    }
  });
});
