/*
 * Ranges as values, and what the dependency graph keeps with them.
 */
/* oxlint-disable typescript/no-unsafe-type-assertion */
import { SimpleRangeValue, type HyperFormula } from 'hyperformula';
import type { DependencyGraph, EngineScalar, SheetRange } from './interpreter.ts';

/** Cells of a sheet that a range value stands for and has not read yet. */
export interface UnreadCells {
  readonly range: SheetRange;
  readonly graph: DependencyGraph;
}

/** Undefined for an array, and for cells whose values are at hand already. */
export function unreadCells(value: SimpleRangeValue): UnreadCells | undefined {
  const { _data: data, dependencyGraph: graph } = value as unknown as {
    _data?: EngineScalar[][];
    dependencyGraph?: DependencyGraph;
  };
  const { range } = value;
  return data === undefined && range !== undefined && graph !== undefined ? { range, graph } : undefined;
}

/** The node of the dependency graph for a range of cells; it keeps results until one of the cells changes. */
export type RangeNode = NonNullable<ReturnType<DependencyGraph['getRange']>>;

/** Undefined for an array and for cells that no formula names as they are, such as a part of a range. */
export function rangeNodeOf({ range, graph }: UnreadCells): RangeNode | undefined {
  return graph.getRange(range.start, range.end);
}

/** What has been kept with a range under a name, by key. Each name is of one kind of result. */
export function resultsKeptWith<Result>(node: RangeNode, name: string): Map<string, [Result, []]> {
  const results = node.getCriterionFunctionValues(name);
  node.setCriterionFunctionValues(name, results);
  return results as unknown as Map<string, [Result, []]>;
}

interface RangeNodes {
  removeVertexIfExists: (node: object) => void;
}

/**
 * What a task gives that only reads. What formulas that stand in no cell work out of ranges is kept for
 * each other until it ends: the engine would forget a range after each of them.
 */
export function keepingRanges<Result>(formulas: HyperFormula, read: () => Result): Result {
  const { rangeMapping } = formulas.dependencyGraph as unknown as { readonly rangeMapping: RangeNodes };
  const held = new Set<object>();
  rangeMapping.removeVertexIfExists = (node) => void held.add(node);
  try {
    return read();
  } finally {
    // What stands on the object hides the function of all.
    Reflect.deleteProperty(rangeMapping, 'removeVertexIfExists');
    for (const node of held) rangeMapping.removeVertexIfExists(node);
  }
}
