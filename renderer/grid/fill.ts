import type { Range } from '../../shared/workbook/address.ts';
import type { FillMode, SourceCell } from './fill/source-cell.ts';
import type { CellContent } from '../../shared/workbook/document.ts';
import { relocateContent } from '../../shared/workbook/relocate.ts';
import { seriesOf } from './fill/fill-series.ts';

export interface FilledCell {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent | null;
}

/**
 * What filling `target` from `source` beside it writes: series go on where the mode says so, and
 * everything else is repeated, formulas with their relative references moved along.
 */
export function fillContents(
  source: Range,
  target: Range,
  cellAt: (row: number, column: number) => SourceCell,
  mode: FillMode = 'copy',
): FilledCell[] {
  const isDown = target.left === source.left && target.right === source.right;
  const [first, last] = isDown ? [source.top, source.bottom] : [source.left, source.right];
  const lines = isDown ? span(target.left, target.right) : span(target.top, target.bottom);
  const places = isDown ? span(target.top, target.bottom) : span(target.left, target.right);
  const position = (line: number, place: number) =>
    isDown ? { row: place, column: line } : { row: line, column: place };
  return lines.flatMap((line) => {
    const cells = span(first, last).map((place) => {
      const { row, column } = position(line, place);
      return cellAt(row, column);
    });
    const series = seriesOf(cells, mode);
    return places.map((place): FilledCell => {
      const to = position(line, place);
      const from = wrapped(place - first, cells.length);
      const { content = null } = cells[from] ?? {};
      return {
        ...to,
        content: series(place - first) ?? relocateContent(content, position(line, first + from), to),
      };
    });
  });
}

/** The cell of the source that a cell of the target repeats, or looks like where a series goes on. */
export function repeatedCell(
  { top, left, bottom, right }: Range,
  row: number,
  column: number,
): { readonly row: number; readonly column: number } {
  return {
    row: top + wrapped(row - top, bottom - top + 1),
    column: left + wrapped(column - left, right - left + 1),
  };
}

/** The place in the source that a place beyond it repeats. */
function wrapped(place: number, size: number): number {
  return ((place % size) + size) % size;
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
