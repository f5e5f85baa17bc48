/*
 * Who reads a node of the dependency graph.
 */
/* oxlint-disable typescript/no-unsafe-type-assertion */
import type { Interpreter } from './interpreter.ts';

export interface GraphNode {
  readonly idInGraph?: number;
}

interface Graph {
  readonly nodesSparseArray: readonly (GraphNode | undefined)[];
  /** The readers of a node, by their numbers; some may no longer be in the graph. */
  readonly edgesSparseArray: readonly (number[] | undefined)[];
  addEdge: (from: GraphNode | number, to: GraphNode | number) => void;
  existsEdge: (from: GraphNode, to: GraphNode) => boolean;
  removeEdge: (from: GraphNode | number, to: GraphNode | number) => void;
  removeEdgeIfExists: (from: GraphNode | number, to: GraphNode | number) => void;
  adjacentNodesCount: (node: GraphNode) => number;
  removeNode: (node: GraphNode) => unknown;
}

/** Lists of readers that are longer are not searched from the front. */
const long = 16;

/** Where each reader stands in the lists of those that are long, by the number of the node. */
class ReaderPlaces {
  readonly #places = new Map<number, Map<number, number>>();

  of(node: number, readers: readonly number[], reader: number): number {
    if (readers.length <= long) return readers.indexOf(reader);
    let places = this.#places.get(node);
    if (!places) {
      places = new Map(readers.map((one, place) => [one, place]));
      this.#places.set(node, places);
    }
    return places.get(reader) ?? -1;
  }

  add(node: number, readers: number[], reader: number): void {
    if (this.of(node, readers, reader) >= 0) return;
    this.#places.get(node)?.set(reader, readers.length);
    readers.push(reader);
  }

  /** Puts the last reader into the place of one. */
  remove(node: number, readers: number[], reader: number): void {
    const place = this.of(node, readers, reader);
    const last = place < 0 ? undefined : readers.pop();
    if (last === undefined) return;
    const places = this.#places.get(node);
    places?.delete(reader);
    if (last !== reader) {
      readers[place] = last;
      places?.set(last, place);
    }
    if (readers.length <= long) this.#places.delete(node);
  }

  forget(node: number): void {
    this.#places.delete(node);
  }
}

/**
 * Mends that HyperFormula 3.5 searches all readers of a cell for each that is added or removed, and
 * copies them to know whether there are any: fifty thousand formulas that read `$A$1` took a minute to
 * clear. Readers of one cell are in no order now.
 */
export function mendEdges({ dependencyGraph }: Interpreter): void {
  const { graph } = dependencyGraph as unknown as { readonly graph: Graph };
  const { nodesSparseArray: nodes, edgesSparseArray: edges } = graph;
  const places = new ReaderPlaces();
  const numberOf = (node: GraphNode | number) => (typeof node === 'number' ? node : node.idInGraph);
  const readersOf = (node: GraphNode | number): [number, number[]] | undefined => {
    const number = numberOf(node);
    const readers = number === undefined ? undefined : edges[number];
    return number === undefined || readers === undefined ? undefined : [number, readers];
  };
  graph.addEdge = (from, to) => {
    const found = readersOf(from);
    const reader = numberOf(to);
    if (!found || reader === undefined) throw new Error('A node to be linked is not in the graph');
    places.add(...found, reader);
  };
  graph.existsEdge = (from, to) => {
    const found = readersOf(from);
    return found !== undefined && to.idInGraph !== undefined && places.of(...found, to.idInGraph) >= 0;
  };
  graph.removeEdgeIfExists = (from, to) => {
    const found = readersOf(from);
    const reader = numberOf(to);
    if (found && reader !== undefined) places.remove(...found, reader);
  };
  graph.removeEdge = graph.removeEdgeIfExists;
  graph.adjacentNodesCount = (node) => {
    const [number, readers] = readersOf(node) ?? [0, []];
    for (let last = readers.at(-1); last !== undefined && !nodes[last]; last = readers.at(-1))
      places.remove(number, readers, last);
    return readers.length;
  };
  const removeNode = graph.removeNode.bind(graph);
  graph.removeNode = (node) => {
    const number = numberOf(node);
    const reads = removeNode(node);
    if (number !== undefined) places.forget(number);
    return reads;
  };
}
