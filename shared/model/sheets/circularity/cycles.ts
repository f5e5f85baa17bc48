import { cyclePeel, paymentNumbers, type Cycle } from '../../methods/cycle-peel.ts';
import type { NodeMatrix } from '../../methods/node-matrix.ts';
import type { SheetPlan } from '../../language/sheet-plan.ts';
import type { Network, Node } from '../../network.ts';
import type { Seeds } from '../../seeds/rows.ts';

/** The orders in which the cycles are peeled: as stated, and back to front for the range. */
export const peelOrders = [
  { prefix: 'stated_', heading: 'Stated order: ' },
  { prefix: 'reversed_', heading: 'Reversed order: ' },
] as const;

/**
 * All cycles that money can go through, shortest first, each from the buyer back to it: straight
 * back from a counterparty; over a cloud or the project and a chip vendor; over a funder of the
 * project and the project, back from there or over a chip vendor.
 */
export function cyclesOf(network: Network, seeds: Seeds): Cycle[] {
  const { buyer, counterparties, clouds, project, chipVendors } = network;
  const funders = new Set(seeds.projectFunders.map(({ party }) => party));
  const between = counterparties.filter(({ label }) => funders.has(label));
  const over = (...parties: [Node, ...Node[]]) =>
    chipVendors.map((vendor): Cycle => [buyer, ...parties, vendor]);
  return [
    ...counterparties.map((party): Cycle => [buyer, party]),
    ...[...clouds, project].flatMap((party) => over(party)),
    ...between.map((party): Cycle => [buyer, party, project]),
    ...between.flatMap((party) => over(party, project)),
  ];
}

/** The cycles peeled off the flows in both orders. */
export function cycles(sheet: SheetPlan, network: Network, seeds: Seeds, flows: NodeMatrix): void {
  const stated = cyclesOf(network, seeds);
  paymentNumbers(sheet, network.internal, 'number');
  for (const { prefix, heading } of peelOrders) {
    cyclePeel(sheet, network.internal, prefix === 'reversed_' ? stated.toReversed() : stated, {
      prefix,
      heading,
      flows,
      numbers: 'number',
    });
  }
}
