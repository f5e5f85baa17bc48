import { openAi, type MoneyFlows } from './money-flows.ts';

/** Where a node stands in its column, in pixels from the top of the drawing. */
export interface SankeyPlace {
  readonly top: number;
  readonly height: number;
}

/** Nodes are at least this far apart, so that one-line labels beside them never touch. */
const leastGap = 22;
/** The labels of the middle column stand over its nodes and need this much room. */
const middleGap = 40;
/** Columns with room to spare spread their nodes, but no further than this. */
const mostGap = 44;
/** The most of the height that gaps may take from the money. */
const mostGapShare = 0.55;

/** The least distance between two nodes of a column for a drawing of this height: less than usual where there are many. */
export function sankeyGap({ nodes }: MoneyFlows, height: number): number {
  const most = Math.max(...[0, 1, 2].map((column) => nodes.filter((node) => node.column === column).length));
  // Where other columns have as few nodes, the middle one sets the scale.
  const gap = most <= 2 ? middleGap : leastGap;
  return Math.min(gap, (mostGapShare * height) / Math.max(1, most - 1));
}

/**
 * Places for all nodes by id. One scale serves all columns, so that a link is as thick at both
 * ends; each column is centred, the sources on OpenAI, and its nodes stand in the order given.
 */
export function sankeyPlaces(flows: MoneyFlows, height: number): ReadonlyMap<string, SankeyPlace> {
  const { nodes } = flows;
  const columns = [0, 1, 2].map((column) => nodes.filter((node) => node.column === column));
  const gap = sankeyGap(flows, height);
  const sums = columns.map((column) => column.reduce((sum, node) => sum + node.value, 0));
  const scale = Math.min(
    ...columns.map(
      (column, index) =>
        (height - gap * Math.max(0, column.length - 1)) / (sums[index] || Infinity) || Infinity,
    ),
  );
  const places = new Map<string, SankeyPlace>();
  // The sources come last: they gather around OpenAI, wherever that stands.
  for (const index of [1, 2, 0]) {
    const column = columns[index] ?? [];
    const money = (sums[index] ?? 0) * scale;
    const gaps = Math.max(1, column.length - 1);
    const least = index === 1 ? Math.max(gap, middleGap) : gap;
    const columnGap = Math.max(least, Math.min(mostGap, (height - money) / gaps));
    const columnHeight = money + columnGap * Math.max(0, column.length - 1);
    const payer = places.get(openAi);
    const centre = index === 0 && payer ? payer.top + payer.height / 2 : height / 2;
    let top = Math.max(0, Math.min(height - columnHeight, centre - columnHeight / 2));
    for (const node of column) {
      places.set(node.id, { top, height: node.value * scale });
      top += node.value * scale + columnGap;
    }
  }
  return places;
}
