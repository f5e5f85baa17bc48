import { formula as planned } from '../language/plan.ts';
import { SheetPlan } from '../language/sheet-plan.ts';
import { firstYear, lastYear, timelineColumn, years } from '../language/timeline.ts';
import { networkOf, partyKey, type Network, type Node } from '../network.ts';
import type { Seeds } from '../seeds/rows.ts';
import { projectDeal } from './deals/deal-groups.ts';

/** Between the names of payer and payee in the label of a flow; matrices find flows by it. */
const arrow = ' → ';

const pair = (payer: Node, payee: Node) => ({
  id: `${payer.id}__${payee.id}`,
  label: `${payer.label}${arrow}${payee.label}`,
});

/** The years and the whole window, each with a matrix of its own; `key` is its name in formulas. */
export const flowMatrices = [
  { key: 'window', text: `${firstYear} to ${lastYear}`, column: 'window' },
  ...years.map((year) => ({ key: `y${year}`, text: String(year), column: String(year) })),
];

/** Who pays whom, in cash: a row per flow, then payer by payee for the window and each year. */
export function flowsSheet(seeds: Seeds): SheetPlan {
  const sheet = new SheetPlan('Flows');
  const network = networkOf(seeds);
  sheet.timelineHeading(
    'Flows',
    'Cash only, payer to payee. Chips are looked through: a cloud or the project passes on a part of what it receives. Rest of world balances every party.',
  );
  const top = sheet.nextRow;
  buyer(sheet, network);
  dealsAndFunding(sheet, network);
  lookThrough(sheet, network);
  project(sheet, network, seeds);
  sheet.gather('flows', top);
  chipsBought(sheet, network, seeds);
  sheet.skip();
  for (const { key, text, column } of flowMatrices) matrix(sheet, network, key, text, column);
  byParty(sheet, network);
  return sheet;
}

const quarterly = { unit: 'US$ bn', years: 'sum', quartersOnly: true } as const;

/** What OpenAI receives from and pays to the environment and its lead investor. */
function buyer(sheet: SheetPlan, { buyer: openai, rest, node }: Network): void {
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
function dealsAndFunding(sheet: SheetPlan, { buyer: openai, counterparties, rest }: Network): void {
  const payees = [...counterparties, rest];
  sheet.section(`${openai.label} pays for its deals`);
  sheet.lines(
    'pays',
    payees.map((node) => ({ id: node.id, label: pair(openai, node).label })),
    { ...quarterly, formula: '=SUMIF([Deals.node:deals],[Assumptions.party],[Spending.pays:all])' },
  );
  sheet.skip();
  sheet.section(`Counterparties put money into ${openai.label}`);
  sheet.lines(
    'funds',
    counterparties.map((node) => ({ id: node.id, label: pair(node, openai).label })),
    {
      ...quarterly,
      formula:
        '=SUMIF([Deals.node:deals],[Assumptions.party],[Funding.vendor_funding_of_deal:all])+SUMIF([Deals.node:equity],[Assumptions.party],[Funding.equity:all])',
    },
  );
  sheet.skip();
}

/** What clouds spend on chips out of what OpenAI pays them. */
function lookThrough(sheet: SheetPlan, { clouds, chipVendors }: Network): void {
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
function project(sheet: SheetPlan, { project: site, chipVendors, rest, node }: Network, seeds: Seeds): void {
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
function chipsBought(sheet: SheetPlan, { chipVendors }: Network, seeds: Seeds): void {
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

/** Payer by payee, with what rest of world must add so that every party pays what it receives. */
function matrix(sheet: SheetPlan, network: Network, key: string, text: string, column: string): void {
  const { nodes, rest } = network;
  const beside = (name: string, header: string, formula: string, unit = 'US$ bn') => ({
    key: `${key}_${name}`,
    header,
    unit,
    width: 96,
    cell: () => planned(formula),
  });
  sheet.section(`Payer in the row, payee in the column: ${text}`);
  sheet.matrix(key, {
    rows: nodes,
    columns: nodes,
    header: 'Payer',
    unit: 'US$ bn',
    formula: `=SUMIF([flows:all@label],[${key}_label]&"${arrow}"&[${key}_head],[flows:all@${column}])`,
    beside: [
      beside('position', 'Position', `=MATCH([${key}_label],[${key}_label:all],0)`, 'position'),
      beside('paid', 'Pays', `=SUM([${key}@all])`),
      beside('received', 'Receives', `=SUM(INDEX([${key}:all@all],0,[${key}_position]))`),
      beside('from_rest', `From ${rest.label}`, `=MAX(0,[${key}_paid]-[${key}_received])`),
      beside('to_rest', `To ${rest.label}`, `=MAX(0,[${key}_received]-[${key}_paid])`),
      beside(
        'from_outside',
        'From outside',
        `=SUM(INDEX([${key}:environment@all],0,[${key}_position]))+[${key}_from_rest]`,
      ),
    ],
  });
}

/** The money between OpenAI and each counterparty over the window, as slides show it. */
function byParty(sheet: SheetPlan, { counterparties, rest }: Network): void {
  const parties = [...counterparties, rest];
  const column = timelineColumn('window');
  const figures = (
    key: string,
    name: string,
    text: string,
    section: string,
    formula: (id: string) => string,
  ) => {
    sheet.section(section);
    const top = sheet.nextRow;
    for (const { id, label } of parties) {
      sheet.figure(`${key}_${id}`, { label, unit: 'US$ bn', formula: formula(id) });
    }
    const bottom = sheet.nextRow - 1;
    sheet.nameRange({ top, left: column, bottom, right: column }, { name, label: text, unit: 'US$ bn' });
    sheet.skip();
    return { top, bottom };
  };
  const funds = (id: string) => (id === rest.id ? '0' : `[funds:${id}@window]`);
  const { top, bottom } = figures(
    'openai_pays',
    'flow_openai_pays',
    'Paid by OpenAI, by party, 2025 to 2028',
    'By party: paid by OpenAI',
    (id) => `=[pays:${id}@window]`,
  );
  sheet.nameRange(
    { top, left: 0, bottom, right: 0 },
    { name: 'flow_nodes', label: 'Parties of the deal book' },
  );
  figures(
    'others_pay',
    'flow_others_pay',
    'Paid by others, by party, 2025 to 2028',
    'By party: paid by others',
    (id) => `=SUMIF([Deals.node:deals],[Assumptions.party:${id}],[Spending.others_pay:all@window])`,
  );
  figures(
    'funds_openai',
    'flow_funds_openai',
    'Put into OpenAI, by party, 2025 to 2028',
    'By party: put into OpenAI, as counterparty of a deal',
    (id) => `=${funds(id)}`,
  );
  figures(
    'returned',
    'flow_returned',
    'Comes back, by party, 2025 to 2028',
    'By party: comes back, the lesser of what it pays in and what OpenAI pays it over the window',
    (id) => `=MIN(${funds(id)},[pays:${id}@window])`,
  );
}
