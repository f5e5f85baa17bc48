import { contains, type Range } from '../../shared/workbook/address.ts';

/** What one cell shows of the outline of copied cells: edges, and how far along they are. */
export interface CopiedMark {
  readonly edges: readonly ('top' | 'right' | 'bottom' | 'left')[];
  /** Pixels from the first edges of the outline, so that the dashes go on from cell to cell. */
  readonly along: number;
  readonly down: number;
}

/** The mark of one cell; undefined where no edge of the ranges lies on it. */
export function copiedMark(
  ranges: readonly Range[],
  row: number,
  column: number,
  layout: { width(column: number): number; height(row: number): number },
): CopiedMark | undefined {
  const range = ranges.find((one) => contains(one, row, column));
  if (!range) return undefined;
  const edges: CopiedMark['edges'][number][] = [];
  if (row === range.top) edges.push('top');
  if (column === range.right) edges.push('right');
  if (row === range.bottom) edges.push('bottom');
  if (column === range.left) edges.push('left');
  if (edges.length === 0) return undefined;
  let along = 0;
  let down = 0;
  for (let before = range.left; before < column; before++) along += layout.width(before);
  for (let before = range.top; before < row; before++) down += layout.height(before);
  return { edges, along, down };
}
