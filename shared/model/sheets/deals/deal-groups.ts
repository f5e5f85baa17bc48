import type { Deal, Seeds } from '../../seeds/rows.ts';

/** Layers of the deals that are spending, in the order of the articles. */
export const spendingLayers = ['cloud', 'silicon', 'data center'] as const;

export const isSpending = (deal: Deal) => deal.layer !== 'equity';

/** The deals that are spending, and the rows that are equity in OpenAI. */
export function dealGroups(seeds: Seeds): { deals: Deal[]; equity: Deal[] } {
  return { deals: seeds.deals.filter(isSpending), equity: seeds.deals.filter((deal) => !isSpending(deal)) };
}
