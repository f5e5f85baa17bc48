import { ErrorType, type HyperFormula, type SimpleCellAddress, type SimpleCellRange } from 'hyperformula';
import { placesInRange } from './internals/cells-in-use.ts';
import { showsError } from './internals/cells.ts';
import { vastRangesAround } from './internals/vast-ranges.ts';
import { positionKey, positionsIn, rangeKey } from './positions.ts';

/**
 * The loop through a cell whose value is `#CYCLE!`, in the order of calculation: each cell reads the
 * next, and the last reads the first. Empty when the cell is not itself in a loop.
 */
export function loopThrough(formulas: HyperFormula, first: SimpleCellAddress): SimpleCellAddress[] {
  const firstKey = positionKey(first);
  const cameFrom = new Map<number, SimpleCellAddress>();
  const queue = [first];
  const ranges = new Set<string>();
  // Breadth first, so that the loop named is a shortest one.
  for (let cell = queue.shift(); cell; cell = queue.shift()) {
    for (const precedent of precedentCells(formulas, cell, ranges)) {
      const key = positionKey(precedent);
      if (key === firstKey) return wayBack(cell, firstKey, cameFrom);
      if (cameFrom.has(key) || !showsError(formulas, precedent, ErrorType.CYCLE)) continue;
      cameFrom.set(key, cell);
      queue.push(precedent);
    }
  }
  return [];
}

/** The cells from the first one to this. */
function wayBack(
  last: SimpleCellAddress,
  firstKey: number,
  cameFrom: ReadonlyMap<number, SimpleCellAddress>,
): SimpleCellAddress[] {
  const way = [last];
  for (let key = positionKey(last); key !== firstKey;) {
    const before = cameFrom.get(key);
    if (!before) throw new Error(`No way back from ${key} to ${firstKey}`);
    way.unshift(before);
    key = positionKey(before);
  }
  return way;
}

/** The cells that a formula reads, but for those of ranges that have been seen. */
function* precedentCells(
  formulas: HyperFormula,
  cell: SimpleCellAddress,
  seen: Set<string>,
): Generator<SimpleCellAddress> {
  if (!formulas.doesCellHaveFormula(cell)) return;
  for (const precedent of formulas.getCellPrecedents(cell)) {
    if (!('start' in precedent)) {
      yield precedent;
      continue;
    }
    const key = rangeKey(precedent);
    if (seen.has(key)) continue;
    seen.add(key);
    yield* placesInRange(formulas, precedent);
  }
}

/** What reads a cell or a range itself: formulas, and ranges that formulas read. */
function dependentsOf(
  formulas: HyperFormula,
  of: SimpleCellAddress | SimpleCellRange,
): (SimpleCellAddress | SimpleCellRange)[] {
  // A cell that is not in use is not linked with the vast ranges that hold it.
  if (!('start' in of) && formulas.dependencyGraph.getCell(of) === undefined)
    return vastRangesAround(formulas, of);
  return formulas.getCellDependents(of);
}

/** The cells of the formulas that read these ranges, directly or by way of others, in no order. */
export function dependentFormulas(
  formulas: HyperFormula,
  of: readonly SimpleCellRange[],
): SimpleCellAddress[] {
  const found = new Map<number, SimpleCellAddress>();
  const ranges = new Set<string>();
  const queue: (SimpleCellAddress | SimpleCellRange)[] = of.flatMap((range) => [...positionsIn(range)]);
  for (let next = queue.pop(); next; next = queue.pop()) {
    for (const dependent of dependentsOf(formulas, next)) {
      if ('start' in dependent) {
        const key = rangeKey(dependent);
        if (!ranges.has(key)) queue.push(dependent);
        ranges.add(key);
      } else if (!found.has(positionKey(dependent))) {
        found.set(positionKey(dependent), dependent);
        queue.push(dependent);
      }
    }
  }
  return [...found.values()];
}

/** The cells of the formulas that read a cell themselves, in no order. */
export function directReaders(formulas: HyperFormula, of: SimpleCellAddress): SimpleCellAddress[] {
  const found = new Map<number, SimpleCellAddress>();
  const ranges = new Set<string>();
  const queue: (SimpleCellAddress | SimpleCellRange)[] = [of];
  for (let next = queue.pop(); next; next = queue.pop()) {
    for (const dependent of dependentsOf(formulas, next)) {
      if ('start' in dependent) {
        const key = rangeKey(dependent);
        // A range is no formula, but what reads it reads its cells.
        if (!ranges.has(key)) queue.push(dependent);
        ranges.add(key);
      } else found.set(positionKey(dependent), dependent);
    }
  }
  return [...found.values()];
}
