/*
 * In which order cells are calculated anew.
 */
/* oxlint-disable typescript/no-unsafe-type-assertion */
import type { HyperFormula } from 'hyperformula';

interface GraphNode {
  readonly idInGraph?: number;
}

interface Graph {
  readonly nodesSparseArray: readonly (GraphNode | undefined)[];
  /** Who reads a node, by their numbers; holes where somebody no longer does. */
  readonly edgesSparseArray: readonly (readonly (number | undefined)[] | undefined)[];
  readonly nextId: number;
  getTopSortedWithSccSubgraphFrom: (
    changed: readonly GraphNode[],
    calculate: (node: GraphNode) => boolean,
    onLoop: (node: GraphNode) => void,
  ) => { sorted: GraphNode[]; cycled: GraphNode[] };
}

const notSeen = 0;
const done = -1;

/**
 * The nodes that are worked out from some, each after those that it reads, and which of them are in a
 * loop. Tarjan's algorithm on arrays of numbers, with a list in place of recursion.
 */
class CalculationOrder {
  readonly #graph: Graph;
  /** When a node was come upon, counted from 1; `done` once its loop, or itself, is in the order. */
  #seen = new Int32Array(0);
  /** The earliest node on the way that a node leads back to. */
  #earliest = new Int32Array(0);
  #isInLoop = new Uint8Array(0);
  #isDue = new Uint8Array(0);

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** Calculates what follows from the changed nodes, and of it only what reads something that has changed. */
  run(
    changed: readonly GraphNode[],
    calculate: (node: GraphNode) => boolean,
    onLoop: (node: GraphNode) => void,
  ): { sorted: GraphNode[]; cycled: GraphNode[] } {
    this.#makeRoom();
    const numbers = changed.flatMap(({ idInGraph }) => idInGraph ?? []);
    const order = this.#orderFrom(numbers);
    const { nodesSparseArray: nodes } = this.#graph;
    const [sorted, cycled]: [GraphNode[], GraphNode[]] = [[], []];
    for (const number of numbers) this.#isDue[number] = 1;
    try {
      for (let index = order.length - 1; index >= 0; index--) {
        const number = order[index] ?? 0;
        const node = nodes[number];
        if (!node) continue;
        const isInLoop = this.#isInLoop[number] === 1;
        (isInLoop ? cycled : sorted).push(node);
        if (isInLoop) onLoop(node);
        else if (this.#isDue[number] !== 1 || !calculate(node)) continue;
        for (const reader of this.#readers(number)) if (reader !== undefined) this.#isDue[reader] = 1;
      }
    } finally {
      // Clean for the next time.
      for (const number of order) {
        this.#seen[number] = notSeen;
        this.#isInLoop[number] = 0;
        this.#isDue[number] = 0;
      }
    }
    return { sorted, cycled };
  }

  /** What is worked out from some nodes, and they themselves; the last to be calculated first. */
  #orderFrom(numbers: readonly number[]): number[] {
    const { nodesSparseArray: nodes } = this.#graph;
    const [seen, earliest] = [this.#seen, this.#earliest];
    const order: number[] = [];
    /** The way to where we are: nodes, and how many of their readers have been looked at. */
    const way: number[] = [];
    const looked: number[] = [];
    /** Nodes that may still turn out to be in a loop with those on the way. */
    const open: number[] = [];
    let time = notSeen;
    const enter = (number: number) => {
      time++;
      seen[number] = time;
      earliest[number] = time;
      way.push(number);
      looked.push(0);
      open.push(number);
    };
    for (let from = numbers.length - 1; from >= 0; from--) {
      const start = numbers[from] ?? 0;
      if (seen[start] !== notSeen || !nodes[start]) continue;
      enter(start);
      while (way.length > 0) {
        const top = way.length - 1;
        const number = way[top] ?? 0;
        const readers = this.#readers(number);
        let at = looked[top] ?? 0;
        for (; at < readers.length; at++) {
          const reader = readers[at];
          if (reader === undefined || !nodes[reader]) continue;
          if (reader === number) this.#isInLoop[number] = 1;
          const when = seen[reader] ?? notSeen;
          if (when === notSeen) break;
          if (when !== done) earliest[number] = Math.min(earliest[number] ?? when, when);
        }
        const next = readers[at];
        if (next !== undefined) {
          looked[top] = at + 1;
          enter(next);
          continue;
        }
        way.pop();
        looked.pop();
        const own = earliest[number] ?? 0;
        const before = way.at(-1);
        if (before !== undefined) earliest[before] = Math.min(earliest[before] ?? own, own);
        if (own !== seen[number]) continue;
        const isLoop = open.at(-1) !== number;
        for (let member = open.pop(); member !== undefined; member = open.pop()) {
          seen[member] = done;
          if (isLoop) this.#isInLoop[member] = 1;
          order.push(member);
          if (member === number) break;
        }
      }
    }
    return order;
  }

  #readers(number: number): readonly (number | undefined)[] {
    return this.#graph.edgesSparseArray[number] ?? [];
  }

  #makeRoom(): void {
    const { nextId } = this.#graph;
    if (nextId <= this.#seen.length) return;
    const room = Math.ceil(nextId * 1.2);
    this.#seen = new Int32Array(room);
    this.#earliest = new Int32Array(room);
    this.#isInLoop = new Uint8Array(room);
    this.#isDue = new Uint8Array(room);
  }
}

/** Lets an engine order what follows from a change with arrays of numbers, where it made lists of lists. */
export function orderCalculation(formulas: HyperFormula): void {
  const { graph } = formulas.dependencyGraph as unknown as { graph: Graph };
  const order = new CalculationOrder(graph);
  graph.getTopSortedWithSccSubgraphFrom = (changed, calculate, onLoop) =>
    order.run(changed, calculate, onLoop);
}
