/*
 * Ranges of many cells, of which most may be empty.
 */
/* oxlint-disable typescript/no-unsafe-type-assertion */
import type { HyperFormula, SimpleCellAddress, SimpleCellRange } from 'hyperformula';
import { placesInRange } from './cells-in-use.ts';
import type { GraphNode } from './edges.ts';
import type { DependencyGraph, Interpreter, SheetRange } from './interpreter.ts';

/** Ranges of more cells than these do not have a node for each of them. */
const vast = 1000;

/** Ranges of more columns than these are not looked for by column. */
const wide = 100;

/** The node of a range, whose cells are those that the dependency graph links it with. */
interface RangeGraphNode extends GraphNode {
  readonly range: SheetRange;
}

/** The parts of the dependency graph that link ranges with their cells. */
interface LinkingGraph {
  readonly graph: {
    infiniteRangeIds: Pick<VastRanges, 'add' | 'delete'>;
    readonly nodesSparseArray: readonly (RangeGraphNode | undefined)[];
    readonly edgesSparseArray: readonly (readonly (number | undefined)[] | undefined)[];
    addEdge(from: GraphNode, to: number): void;
    removeNode(node: GraphNode): unknown;
  };
  readonly addressMapping: {
    getCell(place: SimpleCellAddress): GraphNode | undefined;
    setCell: (place: SimpleCellAddress, node: GraphNode) => void;
    removeCell(place: SimpleCellAddress): void;
  };
  readonly rangeMapping: {
    addOrUpdateVertex: (node: RangeGraphNode) => void;
    findSmallerRange(range: SheetRange): { readonly smallerRangeVertex?: object };
  };
  setCellEmpty: (place: SimpleCellAddress) => unknown;
  correctInfiniteRangesDependency: (place: SimpleCellAddress) => void;
  correctInfiniteRangesDependenciesByRangeVertex: (node: RangeGraphNode) => void;
}

/** The ranges to which cells are to be linked that come into use, by the numbers of their nodes. */
class VastRanges {
  readonly #graph: LinkingGraph;
  readonly #ranges = new Map<number, SheetRange>();
  /** Those of few columns, by sheet and column. */
  readonly #byColumn = new Map<string, Set<number>>();
  readonly #wide = new Set<number>();

  constructor(graph: LinkingGraph) {
    this.#graph = graph;
  }

  get isEmpty(): boolean {
    return this.#ranges.size === 0;
  }

  has(id: number): boolean {
    return this.#ranges.has(id);
  }

  add(id: number): void {
    const range = this.#graph.graph.nodesSparseArray[id]?.range;
    // What reads the range of one row less is only linked with its own last row.
    if (range === undefined || this.#graph.rangeMapping.findSmallerRange(range).smallerRangeVertex) return;
    this.#ranges.set(id, range);
    for (const ids of this.#listsOf(range)) ids.add(id);
  }

  delete(id: number): void {
    const range = this.#ranges.get(id);
    if (range === undefined) return;
    this.#ranges.delete(id);
    for (const ids of this.#listsOf(range)) ids.delete(id);
  }

  /** The range of a node. Throws where there is none. */
  at(id: number): SheetRange {
    const range = this.#ranges.get(id);
    if (!range) throw new Error(`There is no vast range ${id}`);
    return range;
  }

  /** The ranges that hold a cell. */
  *around(place: SimpleCellAddress): Generator<number> {
    for (const ids of [this.#byColumn.get(`${place.sheet}:${place.col}`), this.#wide])
      for (const id of ids ?? []) if (this.#ranges.get(id)?.addressInRange(place)) yield id;
  }

  #listsOf(range: SheetRange): Set<number>[] {
    if (range.width() > wide) return [this.#wide];
    return Array.from({ length: range.width() }, (_, index) => {
      const key = `${range.sheet}:${range.start.col + index}`;
      const ids = this.#byColumn.get(key) ?? new Set();
      this.#byColumn.set(key, ids);
      return ids;
    });
  }
}

const rangesOf = new WeakMap<DependencyGraph, VastRanges>();

/** The vast ranges that hold a cell and that formulas read, though the cell may not be in use. */
export function vastRangesAround(
  { dependencyGraph }: HyperFormula,
  place: SimpleCellAddress,
): SimpleCellRange[] {
  const ranges = rangesOf.get(dependencyGraph);
  return ranges ? Array.from(ranges.around(place), (id) => ranges.at(id)) : [];
}

/**
 * Mends that HyperFormula 3.5 makes a node of every empty cell of a range, and of whole columns and rows
 * up to the end of the sheet: a million for `=SUM(A1:CV10000)`. It keeps a list of whole columns and rows
 * and links each cell with them that it sets; so it does now with all vast ranges, cells that hold
 * nothing are left out, and a cell is linked when it comes into use. That includes all cells that an array
 * fills, of which it linked the first one only.
 */
export function mendVastRanges({ dependencyGraph }: Interpreter): void {
  const own = dependencyGraph as unknown as LinkingGraph;
  const { graph, addressMapping, rangeMapping } = own;
  const ranges = new VastRanges(own);
  rangesOf.set(dependencyGraph, ranges);
  graph.infiniteRangeIds = ranges;
  own.correctInfiniteRangesDependency = () => {};
  own.correctInfiniteRangesDependenciesByRangeVertex = () => {};

  const addRange = rangeMapping.addOrUpdateVertex.bind(rangeMapping);
  rangeMapping.addOrUpdateVertex = (node) => {
    if (node.range.size() > vast) leaveOutEmptyCells(node.range, dependencyGraph);
    addRange(node);
  };
  const setCell = addressMapping.setCell.bind(addressMapping);
  addressMapping.setCell = (place, node) => {
    const isNew = !ranges.isEmpty && addressMapping.getCell(place) === undefined;
    setCell(place, node);
    if (isNew) for (const id of ranges.around(place)) graph.addEdge(node, id);
  };
  const setCellEmpty = own.setCellEmpty.bind(own);
  own.setCellEmpty = (place) => {
    const changes = setCellEmpty(place);
    const left = addressMapping.getCell(place);
    const readers = (left?.idInGraph !== undefined && graph.edgesSparseArray[left.idInGraph]) || [];
    if (left && readers.length > 0 && readers.every((id) => id !== undefined && ranges.has(id))) {
      graph.removeNode(left);
      addressMapping.removeCell(place);
    }
    return changes;
  };
}

/** Makes a range tell of its cells only those that are in use, as those of whole columns are told to the end of the sheet. */
function leaveOutEmptyCells(range: SheetRange, graph: DependencyGraph): void {
  range.isFinite = () => false;
  range.addresses = () => placesInRange(graph, range);
}
