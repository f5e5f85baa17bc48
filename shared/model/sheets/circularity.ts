import { SheetPlan } from '../language/sheet-plan.ts';
import { throughflow } from '../methods/input-output.ts';
import type { NodeMatrix } from '../methods/node-matrix.ts';
import { networkOf, type Network } from '../network.ts';
import type { Seeds } from '../seeds/rows.ts';
import { cycles } from './circularity/cycles.ts';
import { vendorRoundTrips } from './circularity/round-trips.ts';

/** The flows of the window between the nodes among which money can go in a circle. */
const flows: NodeMatrix = { key: 'Flows.window', nodes: 'internal' };

/** How much of the money between the parties comes back to where it was, by three definitions. */
export function circularitySheet(seeds: Seeds): SheetPlan {
  const sheet = new SheetPlan('Circularity');
  const network = networkOf(seeds);
  sheet.heading(
    'Circularity',
    'How much of the cash of 2025 to 2028 comes back to where it was. No one figure says it: each stands beside its definition and beside the money that comes from outside.',
  );
  sheet.widths([340, 72]);
  sheet.freeze(1).skip();
  results(sheet, network);
  vendorRoundTrips(sheet, network, flows);
  throughflow(sheet, network.internal, {
    terms: { flows, inflow: '[Flows.window_from_outside]' },
    indexName: { name: 'finn_index', label: 'Finn’s cycling index', headline: true },
  });
  cycles(sheet, network, seeds, flows);
  return sheet;
}

/** The figures that reports list, with what each is and is not. */
function results(sheet: SheetPlan, { buyer }: Network): void {
  const through = 'SUM([through:all])';
  const share = (order: string) => `=IF(${through}>0,[${order}_circular_sum@value]/${through},0)`;
  sheet.section('Money from outside, for comparison');
  sheet.figure('customers', {
    label: 'Cash of end customers',
    unit: 'US$ bn',
    formula: '=end_customer_cash',
    definition: 'Revenue of OpenAI, 2025 to 2028: paid by those who use it.',
  });
  sheet.figure('investors', {
    label: 'Equity from outside',
    unit: 'US$ bn',
    formula: '=outside_equity',
    definition: 'Equity of the lead investor and of investors without a deal, 2025 to 2028.',
  });
  sheet.skip();

  sheet.section('Money that comes back');
  sheet.figure('recycled', {
    label: 'Recycled cash',
    unit: 'US$ bn',
    formula: '=[stated_flow_sum@value]',
    named: { name: 'recycled_cash', label: 'Recycled cash, 2025–28', headline: true },
    strong: true,
    definition:
      'Leaves OpenAI and comes back to it over one of the listed cycles, counted once per cycle, when dollars that match are the same dollars.',
  });
  sheet.figure('recycled_share', {
    label: 'Recycled cash, share of payments',
    unit: 'share',
    formula: '=IF(openai_payments>0,[recycled@value]/openai_payments,"not given")',
    named: {
      name: 'recycled_share_of_payments',
      label: 'Recycled cash, share of payments',
      headline: true,
    },
    definition: 'Recycled cash over what OpenAI pays for its deals.',
  });
  sheet.figure('circular', {
    label: 'Circular share',
    unit: 'share',
    formula: share('stated'),
    named: { name: 'circular_share', label: 'Circular share of all flows', headline: true },
    strong: true,
    definition:
      'Payments inside the listed cycles, each cycle × its number of payments, over all that flows through the parties. Cycles are taken shortest first.',
  });
  sheet.figure('circular_reversed', {
    label: 'Circular share, longest cycles first',
    unit: 'share',
    formula: share('reversed'),
    definition: 'The same cycles taken back to front: cycles that share a payment compete for it.',
  });
  const low = sheet.nextRow;
  sheet.figure('circular_low', {
    label: 'Circular share, low',
    unit: 'share',
    formula: '=MIN([circular@value],[circular_reversed@value])',
    named: { name: 'circular_share_low', label: 'Circular share, low', headline: true },
    definition: 'The lesser of the two orders.',
  });
  sheet.figure('circular_high', {
    label: 'Circular share, high',
    unit: 'share',
    formula: '=MAX([circular@value],[circular_reversed@value])',
    named: { name: 'circular_share_high', label: 'Circular share, high', headline: true },
    definition: 'The greater of the two orders.',
  });
  const column = sheet.figureColumn;
  sheet.nameRange(
    { top: low, left: column, bottom: low + 1, right: column },
    { name: 'circular_share_range', label: 'Circular share', unit: 'share', stripCaption: 'of all flows' },
  );
  sheet.figure('multiplier_of_buyer', {
    label: 'Recycling multiplier',
    unit: 'x',
    formula: `=[multiplier:${buyer.id}]`,
    named: { name: 'recycling_multiplier', label: 'Recycling multiplier', headline: true },
    definition:
      'How often a dollar that comes to OpenAI passes it in all, when the dollars of a party mix: 1 without cycles.',
  });
  sheet.figure('finn', {
    label: 'Finn’s cycling index',
    unit: 'share',
    formula: '=[cycling@value]',
    definition:
      'Share of all that flows through the parties that has been through the same party before, when dollars mix; the circular share assumes that they match.',
  });
  sheet.skip();
}
