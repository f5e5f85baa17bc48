import type { Sheet } from '../document.ts';
import type { LineSpans } from '../line-spans.ts';
import type { Axis } from './line-change.ts';

/** The lines of a sheet that are hidden. */
export function hiddenLines({ hiddenRows = [], hiddenColumns = [] }: Sheet, axis: Axis): LineSpans {
  return axis === 'rows' ? hiddenRows : hiddenColumns;
}

/** The sheet with exactly these lines of an axis hidden. */
export function withHiddenLines(sheet: Sheet, axis: Axis, lines: LineSpans): Sheet {
  const field = axis === 'rows' ? 'hiddenRows' : 'hiddenColumns';
  const { [field]: _, ...others } = sheet;
  return lines.length === 0 ? others : { ...others, [field]: lines };
}
