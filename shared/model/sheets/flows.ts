import { formula as planned } from '../language/plan.ts';
import { SheetPlan } from '../language/sheet-plan.ts';
import { firstYear, lastYear, years } from '../language/timeline.ts';
import { networkOf, type Network } from '../network.ts';
import type { Seeds } from '../seeds/rows.ts';
import { arrow } from './payments.ts';

/** The years and the whole window, each with a matrix of its own; `key` is its name in formulas. */
export const flowMatrices = [
  { key: 'window', text: `${firstYear} to ${lastYear}`, column: 'window' },
  ...years.map((year) => ({ key: `y${year}`, text: String(year), column: String(year) })),
];

/** Payer by payee in cash, for the window and each year. */
export function flowsSheet(seeds: Seeds): SheetPlan {
  const sheet = new SheetPlan('Flows');
  const network = networkOf(seeds);
  sheet.heading(
    'Flows',
    'Who pays whom, in cash: payer in the row, payee in the column. Rest of world balances every party, so that each pays what it receives.',
  );
  sheet.widths([268, 72]).freeze(2).skip();
  for (const { key, text, column } of flowMatrices) matrix(sheet, network, key, text, column);
  byParty(sheet, network);
  return sheet;
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
    formula: `=SUMIF([Payments.flows:all@label],[${key}_label]&"${arrow}"&[${key}_head],[Payments.flows:all@${column}])`,
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
  const column = sheet.figureColumn;
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
  const funds = (id: string) => `[Payments.funds:${id}@window]`;
  const { top, bottom } = figures(
    'openai_pays',
    'flow_openai_pays',
    'Paid by OpenAI, by party, 2025 to 2028',
    'By party: paid by OpenAI',
    (id) => `=[Payments.pays:${id}@window]`,
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
    (id) => `=MIN(${funds(id)},[Payments.pays:${id}@window])`,
  );
}
