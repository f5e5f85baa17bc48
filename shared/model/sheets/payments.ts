import { TimeSheetPlan } from '../language/time-sheet-plan.ts';
import { networkOf, partyKey, type Network, type Node } from '../network.ts';
import type { Seeds } from '../seeds/rows.ts';
import { projectDeal } from './deals/deal-groups.ts';

/** Between the names of payer and payee in the label of a flow; matrices find flows by it. */
export const arrow = ' → ';

const pair = (payer: Node, payee: Node) => ({
  id: `${payer.id}__${payee.id}`,
  label: `${payer.label}${arrow}${payee.label}`,
});

/** Who pays whom, in cash, quarter by quarter: a row per payer and payee. */
export function paymentsSheet(seeds: Seeds): TimeSheetPlan {
  const sheet = new TimeSheetPlan('Payments');
  const network = networkOf(seeds);
  sheet.timelineHeading(
    'Payments',
    'Who pays whom, in cash, quarter by quarter. Chips are looked through: a cloud or the project passes on a part of what it receives.',
  );
  const top = sheet.nextRow;
  buyer(sheet, network);
  dealsAndFunding(sheet, network);
  lookThrough(sheet, network);
  project(sheet, network, seeds);
  sheet.gather('flows', top);
  chipsBought(sheet, network, seeds);
  return sheet;
}

const quarterly = { unit: 'US$ bn', years: 'sum', quartersOnly: true } as const;

/** What OpenAI receives from and pays to the environment and its lead investor. */
function buyer(sheet: TimeSheetPlan, { buyer: openai, rest, node }: Network): void {
  const one = (payer: Node, payee: Node, formula: string) => {
    const { id, label } = pair(payer, payee);
    sheet.line(id, { ...quarterly, label, formula });
  };
  const [customers, lenders, lead] = [node('customers'), node('private credit'), node('SoftBank')];
  sheet.section(`${openai.label}: customers, lenders, investors, costs`);
  one(customers, openai, '=[Funding.revenue]');
  one(lenders, openai, '=[Funding.draw]');
  one(openai, lenders, '=[Funding.interest]+[Funding.repayment]');
  one(lead, openai, '=[Funding.softbank]');
  one(rest, openai, '=[Funding.outside]+[Funding.gap]');
  one(openai, rest, '=[Funding.operating_cost]+[Funding.other_compute]');
  sheet.skip();
}

/** Payments for the deals, and what counterparties put into OpenAI. */
function dealsAndFunding(sheet: TimeSheetPlan, { buyer: openai, counterparties, rest }: Network): void {
  const parties = [...counterparties, rest];
  sheet.section(`${openai.label} pays for its deals`);
  sheet.lines(
    'pays',
    parties.map((node) => ({ id: node.id, label: pair(openai, node).label })),
    { ...quarterly, formula: '=SUMIF([Deals.node:deals],[Assumptions.party],[Spending.pays:all])' },
  );
  sheet.skip();
  sheet.section(`Counterparties put money into ${openai.label}`);
  sheet.lines(
    'funds',
    parties.map((node) => ({ id: node.id, label: pair(node, openai).label })),
    {
      ...quarterly,
      formula:
        '=SUMIF([Deals.node:deals],[Assumptions.party],[Funding.vendor_funding_of_deal:all])+SUMIF([Deals.node:equity],[Assumptions.party],[Funding.equity:all])',
    },
  );
  sheet.skip();
}

/** What clouds spend on chips out of what OpenAI pays them. */
function lookThrough(sheet: TimeSheetPlan, { clouds, chipVendors }: Network): void {
  sheet.section('Paid to clouds outside the project: rent inside it buys the chips of the project');
  sheet.lines(
    'cloud_revenue',
    clouds.map(({ id, label }) => ({ id, label })),
    {
      ...quarterly,
      formula:
        '=SUMPRODUCT(([Deals.node:deals]=[Assumptions.party])*(1-[Deals.inside_project:deals])*[Spending.pays:all])',
    },
  );
  sheet.skip();
  sheet.section('Clouds buy chips');
  for (const cloud of clouds) {
    sheet.lines(
      `chips_${cloud.id}`,
      chipVendors.map((vendor) => ({ id: vendor.id, label: pair(cloud, vendor).label })),
      {
        ...quarterly,
        formula: (vendor) =>
          `=pass_through*[Assumptions.chip_share:${cloud.id}@${vendor}]*[cloud_revenue:${cloud.id}]`,
      },
    );
  }
  sheet.skip();
}

/** Who pays the part of the project that OpenAI does not, and the chips that the project buys. */
function project(
  sheet: TimeSheetPlan,
  { project: site, chipVendors, rest, node }: Network,
  seeds: Seeds,
): void {
  const deal = projectDeal(seeds);
  const funders = seeds.projectFunders.map(({ party, driver }) => ({ ...node(party), driver }));
  sheet.section(`${site.label}: the part that OpenAI does not pay`);
  sheet.figure('funder_scale', {
    label: 'Shares of the funders, at least 1',
    unit: 'share',
    formula: `=MAX(1,${funders.map(({ driver }) => driver).join('+')})`,
    definition: 'Shares that add up to more than 1 are scaled down to 1.',
  });
  sheet.line('partners_part', {
    ...quarterly,
    label: 'Paid by others than OpenAI',
    formula: `=[Spending.gross:${deal.id}]-[Spending.pays:${deal.id}]`,
  });
  sheet.line('partner_credit_shortfall', {
    ...quarterly,
    label: 'Private credit missing at its partners',
    formula: `=${creditDriver(seeds)}/[funder_scale@value]*[partners_part]*(1-MIN(1,[Funding.credit_factor]))`,
    names: {
      window: {
        name: 'partner_credit_shortfall',
        label: 'Private credit missing at partners',
        unit: 'US$ bn',
      },
    },
  });
  for (const funder of funders) {
    const { id, label } = pair(funder, site);
    const available = funder.role === 'environment' ? '*MIN(1,[Funding.credit_factor])' : '';
    sheet.line(id, {
      ...quarterly,
      label,
      formula: `=${funder.driver}/[funder_scale@value]*[partners_part]${available}`,
    });
  }
  const remainder = pair(rest, site);
  sheet.line(remainder.id, {
    ...quarterly,
    label: remainder.label,
    formula: `=[partners_part]-${funders.map((funder) => `[${pair(funder, site).id}]`).join('-')}`,
  });
  sheet.skip();
  sheet.section(`${site.label} buys chips`);
  sheet.lines(
    'chips_project',
    chipVendors.map((vendor) => ({ id: vendor.id, label: pair(site, vendor).label })),
    {
      ...quarterly,
      formula: (vendor) =>
        `=pass_through*[Assumptions.chip_share:${site.id}@${vendor}]*[Spending.gross:${deal.id}]`,
    },
  );
}

/** Chips bought with what OpenAI pays: rent inside the project counts too, because the buyer pays it. */
function chipsBought(sheet: TimeSheetPlan, { chipVendors }: Network, seeds: Seeds): void {
  const buyers = seeds.chipShares.map(({ buyer: name }) => partyKey(name));
  sheet.skip().section('Chips bought with what OpenAI pays clouds and the project, rent inside it included');
  sheet.lines(
    'looked_through',
    chipVendors.map(({ id, label }) => ({ id, label })),
    {
      ...quarterly,
      formula: (vendor) =>
        `=pass_through*(${buyers.map((id) => `[Assumptions.chip_share:${id}@${vendor}]*[pays:${id}]`).join('+')})`,
    },
  );
}

/** The driver of the share that private credit pays. */
function creditDriver(seeds: Seeds): string {
  const found = seeds.projectFunders.find(({ party }) => party === 'private credit');
  if (!found) throw new Error('Private credit is no funder of the project');
  return found.driver;
}
