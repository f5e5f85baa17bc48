import { contains, type Range } from '../../shared/workbook/address.ts';

/** A range that the formula being edited refers to, with the colour of its reference, 1 to 8. */
export interface MarkedRange {
  readonly sheet: string;
  readonly range: Range;
  readonly colour: number;
}

/** What one cell shows of a marked range: its colour, and the edges of the range that lie on the cell. */
export interface ReferenceMark {
  readonly colour: number;
  readonly edges: readonly ('top' | 'right' | 'bottom' | 'left')[];
}

/** The marks of one cell. */
export function referenceMarks(
  ranges: readonly MarkedRange[],
  sheet: string,
  row: number,
  column: number,
): ReferenceMark[] {
  const marks: ReferenceMark[] = [];
  for (const { sheet: on, range, colour } of ranges) {
    if (on !== sheet || !contains(range, row, column)) continue;
    const edges: ReferenceMark['edges'][number][] = [];
    if (row === range.top) edges.push('top');
    if (column === range.right) edges.push('right');
    if (row === range.bottom) edges.push('bottom');
    if (column === range.left) edges.push('left');
    marks.push({ colour, edges });
  }
  return marks;
}
