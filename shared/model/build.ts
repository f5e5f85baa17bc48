import type { WorkbookDocument } from '../workbook/document.ts';
import { compileModel } from './language/compile.ts';
import type { Seeds } from './seeds/rows.ts';
import { readSeeds } from './seeds/seeds.ts';
import { assumptionsSheet } from './sheets/assumptions.ts';
import { checksSheet } from './sheets/checks.ts';
import { coverSheet } from './sheets/cover.ts';
import { dealGroups } from './sheets/deals/deal-groups.ts';
import { dealsSheet } from './sheets/deals.ts';
import { sourcesSheet } from './sheets/sources.ts';
import { spendingSheet } from './sheets/spending.ts';
import { timingSheet } from './sheets/timing.ts';

/**
 * The order in which reports list the headline figures. The sheets give their names; this is a
 * reader's order, from what is announced to who pays.
 */
const headlineOrder = [
  'deals_with_value',
  'announced_itemised',
  'announced_headline',
  'announced_unexplained',
  'announced_net_of_overlap',
  'announced_with_funding_vendors',
  'announced_with_funding_vendors_share',
  'private_credit_share',
  'probable_by_2028',
  'spending_net_2025',
  'spending_net_2026',
  'spending_net_2027',
  'spending_net_2028',
  'spending_after_2028',
  'openai_share_of_market',
  'openai_payments',
  'vendor_funding',
];

/** The shipped model as a document, built from the seeds. Throws when a seed is bad. */
export function buildModel(seeds: Seeds = readSeeds()): WorkbookDocument {
  const sheets = [
    sourcesSheet(seeds),
    assumptionsSheet(seeds),
    dealsSheet(seeds),
    timingSheet(seeds),
    spendingSheet(seeds),
    checksSheet(seeds),
  ];
  const place = (name: string) => headlineOrder.indexOf(name);
  const headlines = sheets
    .flatMap((sheet) => sheet.names)
    .filter((name) => name.headline)
    .toSorted((a, b) => place(a.name) - place(b.name));
  const missing = headlines.find(({ name }) => place(name) < 0);
  if (missing) throw new Error(`The headline figure "${missing.name}" has no place in the order of reports`);

  const groups = dealGroups(seeds);
  const document = compileModel('OpenAI build-out', [coverSheet(seeds, headlines, sheets), ...sheets], {
    deals: groups.deals.map((deal) => deal.id),
    equity: groups.equity.map((deal) => deal.id),
    items: ['stargate', 'nvidia', 'microsoft', 'amd'],
  });
  const rank = (name: { name: string; headline?: boolean }) => (name.headline ? place(name.name) : Infinity);
  return {
    ...document,
    names: document.names.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b))),
  };
}
