import type { SimpleRangeValue } from 'hyperformula';
import { rangeNodeOf, resultsKeptWith, unreadCells, type UnreadCells } from '../internals/ranges.ts';

function cornersText({ range: { start, end } }: UnreadCells): string {
  return `${start.sheet}:${start.row}:${start.col}:${end.row}:${end.col}`;
}

/**
 * What is worked out from ranges of cells, kept until one of the cells changes: many formulas ask
 * the same of the same cells. The key says what is asked. Of arrays nothing is kept.
 */
export function kept<Result>(
  ranges: readonly SimpleRangeValue[],
  key: string,
  workOut: () => Result,
): Result {
  const cells: UnreadCells[] = [];
  for (const range of ranges) {
    const unread = unreadCells(range);
    if (unread === undefined) return workOut();
    cells.push(unread);
  }
  const nodes = cells.map(rangeNodeOf);
  const [keeper] = nodes;
  if (keeper === undefined || nodes.includes(undefined)) return workOut();
  const results = resultsKeptWith<Result>(keeper, `kept ${cells.map(cornersText).join(' ')}`);
  const known = results.get(key);
  if (known) return known[0];
  const result = workOut();
  results.set(key, [result, []]);
  // A change of any other range makes the keeper forget.
  for (const node of nodes) node?.addDependentCacheRange(keeper);
  return result;
}
