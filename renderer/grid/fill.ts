import type { Range } from '../../shared/workbook/address.ts';
import type { CellContent } from '../../shared/workbook/document.ts';
import { relocateContent } from '../../shared/workbook/relocate.ts';

export interface FilledCell {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent | null;
}

/**
 * What dragging the fill handle from `source` over `target` writes: formulas with their relative
 * references moved along, two or more numbers in a line continued by their average step, everything
 * else repeated.
 */
export function fillContents(
  source: Range,
  target: Range,
  contentOf: (row: number, column: number) => CellContent | null,
): FilledCell[] {
  const filled: FilledCell[] = [];
  const down = target.left === source.left && target.right === source.right;
  for (let row = target.top; row <= target.bottom; row++) {
    for (let column = target.left; column <= target.right; column++) {
      const from = {
        row: wrapped(row, source.top, source.bottom),
        column: wrapped(column, source.left, source.right),
      };
      const line = down
        ? series(source.top, source.bottom, (at) => contentOf(at, column))
        : series(source.left, source.right, (at) => contentOf(row, at));
      const along = down ? row - source.top : column - source.left;
      const content = line
        ? line(along)
        : relocateContent(contentOf(from.row, from.column), from, { row, column });
      filled.push({ row, column, content });
    }
  }
  return filled;
}

/** The place in the source that a place beyond it repeats. */
function wrapped(position: number, first: number, last: number): number {
  const size = last - first + 1;
  return first + ((((position - first) % size) + size) % size);
}

/** The straight line through a run of numbers, as a function of the place counted from its first; undefined for anything else. */
function series(
  first: number,
  last: number,
  contentAt: (position: number) => CellContent | null,
): ((along: number) => number) | undefined {
  if (first === last) return undefined;
  const numbers: number[] = [];
  for (let position = first; position <= last; position++) {
    const content = contentAt(position);
    if (typeof content !== 'number') return undefined;
    numbers.push(content);
  }
  // Least squares, as Excel's linear fill; with equal steps it is the step itself.
  const count = numbers.length;
  const middle = (count - 1) / 2;
  const mean = numbers.reduce((sum, number) => sum + number, 0) / count;
  let above = 0;
  let below = 0;
  numbers.forEach((number, index) => {
    above += (index - middle) * (number - mean);
    below += (index - middle) ** 2;
  });
  const step = above / below;
  // Twelve digits, so that 0.1, 0.2 goes on with 0.3 and not 0.30000000000000004.
  return (along) => Number((mean + (along - middle) * step).toPrecision(12));
}
