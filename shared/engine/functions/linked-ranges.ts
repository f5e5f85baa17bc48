import { graphOf, type Dependency } from '../internals/dependency-graph.ts';
import type { Interpreter } from '../internals/interpreter.ts';
import type { RangeNode } from '../internals/ranges.ts';

const adjusted = new WeakSet<object>();

/**
 * Makes a formula over a range that other formulas read already depend on that range at once.
 * HyperFormula goes through all cells of the range again for each formula, which takes minutes where
 * ten thousand formulas look something up in a table of ten thousand rows.
 */
export function useLinkedRanges(interpreter: Interpreter): void {
  const graph = graphOf(interpreter);
  if (adjusted.has(graph)) return;
  adjusted.add(graph);
  const linked = new WeakSet<RangeNode>();
  const processCellDependencies = graph.processCellDependencies.bind(graph);
  const nodeOf = (dependency: Dependency): RangeNode | undefined =>
    'end' in dependency ? graph.getRange(dependency.start, dependency.end) : undefined;
  graph.processCellDependencies = (dependencies, formula) => {
    for (const dependency of dependencies) {
      const known = nodeOf(dependency);
      if (known && linked.has(known) && known.idInGraph !== undefined && formula.idInGraph !== undefined)
        graph.graph.addEdge(known.idInGraph, formula.idInGraph);
      else {
        processCellDependencies([dependency], formula);
        const node = known ?? nodeOf(dependency);
        if (node) linked.add(node);
      }
    }
  };
}
