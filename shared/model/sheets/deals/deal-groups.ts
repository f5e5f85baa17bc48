import type { Deal, Seeds } from '../../seeds/rows.ts';

/** Layers of the deals that are spending, in the order of the articles. */
export const spendingLayers = ['cloud', 'silicon', 'data center'] as const;

export const isSpending = (deal: Deal) => deal.layer !== 'equity';

/** The deals that are spending, and the rows that are equity in OpenAI. */
export function dealGroups(seeds: Seeds): { deals: Deal[]; equity: Deal[] } {
  return { deals: seeds.deals.filter(isSpending), equity: seeds.deals.filter((deal) => !isSpending(deal)) };
}

/** The deal of the project, in which others lie. Throws when no deal is paid to it. */
export function projectDeal(seeds: Seeds): Deal {
  const project = seeds.parties.find(({ role }) => role === 'project');
  const deal = seeds.deals.find(({ node }) => node === project?.name);
  if (!deal) throw new Error(`No deal is paid to ${project?.name ?? 'the project'}`);
  return deal;
}
