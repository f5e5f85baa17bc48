/** What passes between OpenAI and one partner in the window, US$ bn. */
export interface PartnerFlow {
  readonly partner: string;
  /** What OpenAI pays the partner. */
  readonly openAiPays: number;
  /** What partners, lenders and others pay it. */
  readonly othersPay: number;
  /** What the partner puts into OpenAI, as equity or vendor funding. */
  readonly fundsOpenAi: number;
  /** The part of what it puts in that comes back to it as payments. */
  readonly returned: number;
}

export interface MoneyNode {
  readonly id: string;
  readonly name: string;
  /** Sources; OpenAI and the others who pay; receivers. */
  readonly column: 0 | 1 | 2;
  readonly value: number;
  /** The part of the value that is circular. */
  readonly circular: number;
}

interface MoneyLink {
  readonly source: string;
  readonly target: string;
  readonly value: number;
  readonly circular: boolean;
}

export interface MoneyFlows {
  readonly nodes: readonly MoneyNode[];
  readonly links: readonly MoneyLink[];
}

export interface MoneyTotals {
  readonly openAiPays: number;
  readonly othersPay: number;
  readonly fundsOpenAi: number;
  readonly returned: number;
  /** What OpenAI pays beyond what its partners put in: the money of customers, investors and lenders. */
  readonly outside: number;
  /** What partners put in beyond what OpenAI pays them. */
  readonly unspent: number;
}

export const openAi = 'openai';
const outsideMoney = 'outside';
const otherPayers = 'others';
const otherUses = 'unspent';

/** Amounts below a millionth of a dollar are rounding of the calculation, not money. */
const least = 1e-15;
const amount = (value: number) => (value > least ? value : 0);

/** Flows as they are drawn: none below zero, and never more coming back than goes in or is paid. */
function cleaned(flow: PartnerFlow): PartnerFlow {
  const [openAiPays, fundsOpenAi] = [amount(flow.openAiPays), amount(flow.fundsOpenAi)];
  return {
    partner: flow.partner,
    openAiPays,
    fundsOpenAi,
    othersPay: amount(flow.othersPay),
    returned: Math.min(amount(flow.returned), openAiPays, fundsOpenAi),
  };
}

/** The sums over all partners, US$ bn. */
export function moneyTotals(flows: readonly PartnerFlow[]): MoneyTotals {
  const rows = flows.map(cleaned);
  const total = (key: 'openAiPays' | 'othersPay' | 'fundsOpenAi' | 'returned') =>
    rows.reduce((sum, row) => sum + row[key], 0);
  const [openAiPays, fundsOpenAi] = [total('openAiPays'), total('fundsOpenAi')];
  // The sums are of numbers of this size, so a smaller difference is rounding.
  const rounding = 1e-12 * Math.max(openAiPays, fundsOpenAi);
  const difference = Math.abs(openAiPays - fundsOpenAi) <= rounding ? 0 : openAiPays - fundsOpenAi;
  return {
    openAiPays,
    fundsOpenAi,
    othersPay: total('othersPay'),
    returned: total('returned'),
    outside: Math.max(0, difference),
    unspent: Math.max(0, -difference),
  };
}

/**
 * The money of the deal book as nodes and links for a Sankey diagram: sources, OpenAI, receivers.
 * A partner that both funds OpenAI and is paid by it stands on both sides, and the part that comes
 * back has links of its own. What goes into OpenAI equals what leaves it; nothing that is zero is
 * in it. Receivers whom OpenAI alone pays stand highest and those whom others pay lowest, since
 * the others stand under OpenAI.
 */
export function moneyFlows(flows: readonly PartnerFlow[]): MoneyFlows {
  const rows = flows.map(cleaned);
  const totals = moneyTotals(flows);
  const funders = rows.filter((row) => row.fundsOpenAi > 0);
  const receivers = rows
    .filter((row) => row.openAiPays + row.othersPay > 0)
    .toSorted(
      (one, other) =>
        receiverRank(one) - receiverRank(other) ||
        otherShare(one) - otherShare(other) ||
        other.openAiPays - one.openAiPays,
    );
  const order = new Map(receivers.map((row, index) => [row.partner, index]));
  const place = (row: PartnerFlow) => order.get(row.partner) ?? -1;
  const orderedFunders = funders.toSorted((one, other) => place(one) - place(other));

  const nodes: readonly MoneyNode[] = [
    {
      id: outsideMoney,
      name: 'Customers, investors and lenders',
      column: 0,
      value: totals.outside,
      circular: 0,
    },
    ...orderedFunders.map(({ partner, fundsOpenAi, returned }) => ({
      id: `from ${partner}`,
      name: partner,
      column: 0 as const,
      value: fundsOpenAi,
      circular: returned,
    })),
    {
      id: openAi,
      name: 'OpenAI',
      column: 1,
      value: Math.max(totals.openAiPays, totals.fundsOpenAi),
      circular: totals.returned,
    },
    { id: otherPayers, name: 'Others', column: 1, value: totals.othersPay, circular: 0 },
    { id: otherUses, name: 'OpenAI’s other costs', column: 2, value: totals.unspent, circular: 0 },
    ...receivers.map(({ partner, openAiPays, othersPay, returned }) => ({
      id: `to ${partner}`,
      name: partner,
      column: 2 as const,
      value: openAiPays + othersPay,
      circular: returned,
    })),
  ];
  const links: readonly MoneyLink[] = [
    { source: outsideMoney, target: openAi, value: totals.outside, circular: false },
    ...orderedFunders.flatMap(({ partner, fundsOpenAi, returned }) => [
      { source: `from ${partner}`, target: openAi, value: amount(fundsOpenAi - returned), circular: false },
      { source: `from ${partner}`, target: openAi, value: returned, circular: true },
    ]),
    { source: openAi, target: otherUses, value: totals.unspent, circular: false },
    ...receivers.flatMap(({ partner, openAiPays, othersPay, returned }) => [
      { source: openAi, target: `to ${partner}`, value: amount(openAiPays - returned), circular: false },
      { source: openAi, target: `to ${partner}`, value: returned, circular: true },
      { source: otherPayers, target: `to ${partner}`, value: othersPay, circular: false },
    ]),
  ];
  return {
    nodes: nodes.filter((node) => node.value > 0),
    links: links.filter((link) => link.value > 0),
  };
}

/** The part of what a receiver gets that others pay. */
const otherShare = (row: PartnerFlow) => row.othersPay / (row.openAiPays + row.othersPay);

/** Receivers from top to bottom: plain ones, circular ones, those whom others pay too. */
function receiverRank(row: PartnerFlow): number {
  if (row.othersPay > 0) return 2;
  return row.returned > 0 ? 1 : 0;
}
