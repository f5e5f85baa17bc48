import { spanAt, unionOf, type LineSpans } from '../../shared/workbook/line-spans.ts';
import { linesOf, type Axis } from '../../shared/workbook/structure/line-change.ts';
import type { SheetMirror } from '../session/sheet-mirror.ts';
import { chosenRanges, type SheetView } from '../sheet-view.ts';
import type { Core } from './handsontable.ts';
import { resizeLines } from './line-resize.ts';
import type { SheetGridOptions } from './sheet-grid-options.ts';
import type { SheetLayout } from './sheet-layout.ts';
import { isWholeAlong } from './whole-lines.ts';

/** Lets lines be sized and shown at their headings; `sheet` and `layout` are those in view now, `signal` ends with the grid. */
export function sizeAtHeadings(
  hot: Core,
  { root, view, onLineSize, onLineFit, onLinesShown }: SheetGridOptions,
  sheet: () => SheetMirror,
  layout: () => SheetLayout,
  signal: AbortSignal,
): void {
  resizeLines({
    root,
    signal,
    lineOf: (heading) => lineOf(hot, heading),
    hidden: (axis) => (axis === 'rows' ? sheet().hiddenRows : sheet().hiddenColumns),
    size: (axis, line) =>
      axis === 'rows' ? layout().heightOnPaper(line) : layout().widthOnPaper(line) * layout().widthFactor,
    scale: () => sheet().zoom / 100,
    onResize: (axis, line, size) => {
      const onPaper = axis === 'rows' ? size : size / layout().widthFactor;
      onLineSize(axis, chosenWith(hot, view, axis, line), onPaper);
    },
    onFit: (axis, line) => onLineFit(axis, chosenWith(hot, view, axis, line)),
    onShow: onLinesShown,
  });
}

function lineOf(
  hot: Core,
  heading: HTMLTableCellElement,
): { readonly axis: Axis; readonly line: number } | null {
  const { row, col } = hot.getCoords(heading) ?? {};
  if (row == null || col == null) return null;
  if (row < 0 && col >= 0) return { axis: 'columns', line: col };
  return col < 0 && row >= 0 ? { axis: 'rows', line: row } : null;
}

/** The line, with all others that are chosen as whole lines where it is one of them. */
function chosenWith(hot: Core, view: SheetView, axis: Axis, line: number): LineSpans {
  const extent = { rows: hot.countRows(), columns: hot.countCols() };
  const ranges = chosenRanges(view.selection);
  const spans = unionOf(
    ranges.map((range) => linesOf(range, axis)),
    [],
  );
  const areWhole = ranges.every((range) => isWholeAlong(range, axis, extent));
  return areWhole && spanAt(spans, line) ? spans : [{ first: line, last: line }];
}
