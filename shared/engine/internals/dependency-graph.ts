/*
 * Formulas, arrays and what they depend on.
 */
/* oxlint-disable typescript/no-unsafe-type-assertion */
import { EmptyValue, SimpleRangeValue, type SimpleCellAddress } from 'hyperformula';
import type { GraphNode } from './edges.ts';
import type { Ast, DependencyGraph, EngineScalar, FormulaNode, Interpreter } from './interpreter.ts';
import type { RangeNode } from './ranges.ts';
import type { SheetArea } from './reference-nodes.ts';

/** The cells that the array in this first cell fills, as far as it has values; undefined when it has none. */
export function filledArea(interpreter: Interpreter, place: SimpleCellAddress): SheetArea | undefined {
  const { arrayMapping } = interpreter.dependencyGraph;
  const vertex = arrayMapping.getArrayByCorner(place);
  const value = vertex?.valueOrUndef();
  const { sheet, row: top, col: left } = place;
  if (vertex === undefined)
    return mayFillSeveral(interpreter, place)
      ? { sheet, range: { top, left, bottom: top, right: left } }
      : undefined;
  if (!(value instanceof SimpleRangeValue)) return undefined;
  const { data } = value;
  // The engine keeps room for the longest result that the formula can have; a shorter one leaves cells empty.
  const isFilled = (cell: EngineScalar) => cell !== EmptyValue;
  const height = Math.max(1, data.findLastIndex((row) => row.some(isFilled)) + 1);
  const width = Math.max(1, ...data.map((row) => row.findLastIndex(isFilled) + 1));
  return { sheet, range: { top, left, bottom: top + height - 1, right: left + width - 1 } };
}

/** Whether the formula of a cell is a call that may give several values, though it gave one; not where another fills it. */
function mayFillSeveral(interpreter: Interpreter, place: SimpleCellAddress): boolean {
  const node = interpreter.dependencyGraph.getCell(place);
  if (node !== undefined && 'leftCorner' in node) return false;
  const formula = formulaIn(interpreter.dependencyGraph, place);
  if (formula === undefined || !('procedureName' in formula)) return false;
  const { functionRegistry } = interpreter as unknown as {
    functionRegistry: { getArraySizeFunction(name: string): object | undefined };
  };
  return functionRegistry.getArraySizeFunction(formula.procedureName) !== undefined;
}

/** The formula of a cell, also of each cell that an array fills; undefined where it has none. */
export function formulaIn(graph: DependencyGraph, position: SimpleCellAddress): Ast | undefined {
  const { lazilyTransformingAstService: transformations } = graph;
  const vertex = graph.getCell(position) as
    | { getFormula?: (service: typeof transformations) => Ast }
    | undefined;
  return vertex?.getFormula?.(transformations);
}

/** What a formula depends on: cells, ranges of cells, and names, of which there are none. */
export type Dependency =
  | SimpleCellAddress
  | { readonly start: SimpleCellAddress; readonly end: SimpleCellAddress };

/** The dependency graph as far as formulas are put into it. */
export interface FormulaGraph {
  processCellDependencies: (dependencies: readonly Dependency[], formula: FormulaNode) => void;
  getRange(start: SimpleCellAddress, end: SimpleCellAddress): RangeNode | undefined;
  readonly graph: { addEdge(from: number, to: number): void };
}

export function graphOf(interpreter: Interpreter): FormulaGraph {
  return interpreter.dependencyGraph as unknown as FormulaGraph;
}

type FormulaArray = ReturnType<Interpreter['dependencyGraph']['arrayMapping']['getArray']>;

interface ArrayDependencies {
  rangeDirectDependenciesToArray: (
    range: RangeNode,
    array: NonNullable<FormulaArray>,
  ) => Iterable<[SimpleCellAddress, unknown]>;
}

/**
 * Mends what HyperFormula 3.5 forgets of the ranges that read an array which is blocked or gives way.
 * It takes a range for an array whose place it is even where the array does not fill it, and so does
 * not see that the range reads the cells in the way; and it takes a range for the next smaller one
 * and a line even where it does not stand in the graph as that.
 */
export function mendArrayDependencies({ dependencyGraph: graph }: Interpreter): void {
  const { arrayMapping, rangeMapping } = graph;
  const getArray = arrayMapping.getArray.bind(arrayMapping);
  arrayMapping.getArray = (range): FormulaArray => {
    const found = getArray(range);
    if (found === undefined) return undefined;
    const node: unknown = found;
    for (const cell of found.getRange().addresses(graph)) if (graph.getCell(cell) !== node) return undefined;
    return found;
  };
  const own = graph as unknown as ArrayDependencies;
  const inLastLine = own.rangeDirectDependenciesToArray.bind(graph);
  own.rangeDirectDependenciesToArray = (range, array) => {
    const { smallerRangeVertex } = rangeMapping.findSmallerRange(range.range);
    if (smallerRangeVertex !== undefined && graph.existsEdge(smallerRangeVertex, range))
      return inLastLine(range, array);
    const cells = range.range.intersectionWith(array.getRange())?.addresses(graph) ?? [];
    return Array.from(cells, (cell) => [cell, graph.fetchCellOrCreateEmpty(cell).vertex]);
  };
}

/**
 * HyperFormula 3.5 numbers a sheet that formulas name and that does not exist, and forgets the number
 * with the last formula that reads it. It does so after it has read the formula that takes the place
 * of that one: where this one names the sheet too, it throws or reads nothing. So no number is forgotten.
 */
export function mendUnknownSheets({ dependencyGraph: graph }: Interpreter): void {
  (graph as unknown as { cleanupPlaceholderSheets: () => void }).cleanupPlaceholderSheets = () => {};
}

/**
 * Mends that HyperFormula 3.5 links a range with each of its cells again for every formula that reads it:
 * a thousand formulas over the same thousand cells took a million links. A range that is linked already
 * is only linked with the formula.
 */
export function mendRangeLinks(interpreter: Interpreter): void {
  const own = graphOf(interpreter);
  const process = own.processCellDependencies.bind(own);
  own.processCellDependencies = (dependencies, formula) => {
    const { idInGraph: reader } = formula as GraphNode;
    const unlinked = dependencies.filter((dependency) => {
      if (!('start' in dependency)) return true;
      const node: GraphNode | undefined = own.getRange(dependency.start, dependency.end);
      if (node?.idInGraph === undefined || reader === undefined) return true;
      own.graph.addEdge(node.idInGraph, reader);
      return false;
    });
    process(unlinked, formula);
  };
}

/** What a node reads: where that stands, and its own node. */
type ReadNode = readonly [place: SimpleCellAddress | { readonly start: SimpleCellAddress }, node: GraphNode];

function isEmptyCell(node: GraphNode): boolean {
  const { getCellValue, getFormula } = node as { getCellValue?: () => unknown; getFormula?: object };
  return getFormula === undefined && getCellValue?.call(node) === EmptyValue;
}

interface RemovingGraph {
  readonly graph: {
    /** Gives what the node read. */
    removeNode(node: GraphNode): readonly ReadNode[];
    adjacentNodesCount(node: GraphNode): number;
  };
  readonly addressMapping: { removeCell(place: SimpleCellAddress): void };
  readonly rangeMapping: { removeVertexIfExists(node: GraphNode): void };
  removeVertexAndCleanupDependencies: (node: GraphNode) => void;
}

/**
 * Mends how HyperFormula 3.5 removes a node with the empty cells and ranges that only it reads. It
 * takes each from the front of a set, where it passes over all that it has taken before, so that a range
 * of empty cells took the square of their number.
 */
export function mendRemoval({ dependencyGraph }: Interpreter): void {
  const own = dependencyGraph as unknown as RemovingGraph;
  const { graph, addressMapping, rangeMapping } = own;
  own.removeVertexAndCleanupDependencies = (removed) => {
    const waiting = [graph.removeNode(removed)];
    for (let reads = waiting.pop(); reads; reads = waiting.pop())
      for (const [place, node] of reads) {
        if (node.idInGraph === undefined || graph.adjacentNodesCount(node) > 0) continue;
        const isRange = 'range' in node;
        if (!isRange && !isEmptyCell(node)) continue;
        waiting.push(graph.removeNode(node));
        if (isRange) rangeMapping.removeVertexIfExists(node);
        else if (!('start' in place)) addressMapping.removeCell(place);
      }
  };
}
