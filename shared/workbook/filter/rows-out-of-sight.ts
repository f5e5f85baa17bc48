import type { Sheet } from '../document.ts';
import { unionOf, type LineSpans } from '../line-spans.ts';

/** The rows that are not shown: those that a person has hidden, and those that the filter hides. */
export function rowsOutOfSight({ hiddenRows = [], filter }: Pick<Sheet, 'hiddenRows' | 'filter'>): LineSpans {
  return filter ? unionOf(hiddenRows, filter.hiddenRows) : hiddenRows;
}
