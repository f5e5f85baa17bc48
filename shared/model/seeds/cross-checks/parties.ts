import { isRecord, layout, rowLabel, type Lists } from '../lists.ts';
import type { SeedProblem } from '../problems.ts';
import type { ChipShares, Deal, Party, ProjectFunder, ProjectSite } from '../rows.ts';
import { boundsFault, sharesFault } from './bounds.ts';
import { unknownItems, type Known } from './references.ts';

/*
 * The network: every party that a deal, a share of chips or the project names is a node, and the
 * figures keep their bounds.
 */

const { file } = layout.parties;

function unknownParty(party: string, known: Known): string | null {
  return known.parties.has(party) ? null : `there is no party "${party}" in ${file}`;
}

/** Every deal is with a party. */
export function checkDealParties(deals: readonly Deal[], known: Known, problems: SeedProblem[]): void {
  for (const { id, node } of deals) {
    const problem = unknownParty(node, known);
    if (problem !== null) problems.push({ file: layout.deals.file, row: id, field: 'node', problem });
  }
}

/** One party buys and one is the project; rows with other errors count, so that one error is reported once. */
export function checkRoles({ parties }: Lists, problems: SeedProblem[]): void {
  if (parties.rows.length === 0) return;
  for (const role of ['buyer', 'project']) {
    const found = parties.rows.filter((row) => isRecord(row) && row['role'] === role);
    if (found.length === 1) continue;
    const names = found.length === 0 ? 'none' : found.map((row) => rowLabel(parties, row)).join(', ');
    const problem = `exactly one party must be the ${role}, found ${names}`;
    problems.push({ file, row: null, field: 'role', problem });
  }
}

/** The sizes of parties keep their bounds. */
export function checkSizes(parties: readonly Party[], known: Known, problems: SeedProblem[]): void {
  for (const party of parties) {
    for (const measure of ['revenueBn', 'equityBn'] as const) {
      const figure = party[measure];
      if (!figure) continue;
      const add = (field: string, problem: string) =>
        problems.push({ file, row: party.name, field: `${measure}.${field}`, problem });
      const fault = boundsFault(figure);
      if (fault !== null) add('value', fault);
      for (const problem of unknownItems(figure.benchmarkItems, known)) add('benchmarkItems', problem);
    }
  }
}

/** Each buyer of chips divides no more than all it spends, among the vendors of the first buyer. */
export function checkChipShares(
  chipShares: readonly ChipShares[],
  known: Known,
  problems: SeedProblem[],
): void {
  const listOf = (shares: ChipShares['shares']) => Object.keys(shares).toSorted().join(', ');
  const [first] = chipShares;
  for (const { buyer, shares } of chipShares) {
    const add = (field: string, problem: string | null) => {
      if (problem !== null) problems.push({ file, row: buyer, field, problem });
    };
    add('buyer', unknownParty(buyer, known));
    for (const [vendor, figure] of Object.entries(shares)) {
      add('shares', unknownParty(vendor, known));
      add(`shares.${vendor}`, boundsFault(figure));
    }
    const values = Object.values(shares).map(({ value }) => value);
    add('shares', sharesFault(values));
    if (first && listOf(shares) !== listOf(first.shares))
      add('shares', `every buyer lists the vendors of ${first.buyer}: ${listOf(first.shares)}`);
  }
}

/** Funders of the project are parties with a driver each; its sites are deals. */
export function checkProject(
  funders: readonly ProjectFunder[],
  sites: readonly ProjectSite[],
  known: Known,
  problems: SeedProblem[],
): void {
  for (const { party, driver } of funders) {
    const problem = unknownParty(party, known);
    if (problem !== null) problems.push({ file, row: party, field: 'party', problem });
    if (!known.drivers.has(driver))
      problems.push({ file, row: party, field: 'driver', problem: `there is no driver ${driver}` });
  }
  for (const { party, deal } of sites) {
    if (!known.deals.has(deal))
      problems.push({ file, row: party, field: 'deal', problem: `there is no deal ${deal}` });
  }
}
