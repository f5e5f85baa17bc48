import { identityOf, isRecord, type List, type ListName, type Lists } from '../lists.ts';
import type { SeedProblem } from '../problems.ts';

/*
 * What rows are called, and what they may refer to.
 */

/** What references may point at, by list: rows with other errors included, so that one error is reported once. */
export interface Known {
  readonly documents: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
  readonly deals: ReadonlySet<string>;
  readonly drivers: ReadonlySet<string>;
  readonly parties: ReadonlySet<string>;
}

/** The ids and names that the lists hold. */
export function readKnown(lists: Lists): Known {
  const identities = (list: List) => new Set(list.rows.flatMap((row) => identityOf(row) ?? []));
  return {
    documents: identities(lists.documents),
    facts: identities(lists.facts),
    items: identities(lists.benchmarks),
    deals: identities(lists.deals),
    drivers: identities(lists.drivers),
    parties: identities(lists.parties),
  };
}

/** What is wrong with references to register items, a text for each that does not exist. */
export function unknownItems(items: readonly string[], known: Known): string[] {
  return items.filter((item) => !known.items.has(item)).map((item) => `there is no register item "${item}"`);
}

/** Every row has a name of its own among those it could be taken for. */
export function checkIds(lists: Lists, problems: SeedProblem[]): void {
  // Totals, drivers, series and constants all become named cells of one workbook.
  const scopes: readonly (readonly ListName[])[] = [
    ['documents'],
    ['facts'],
    ['benchmarks'],
    ['deals'],
    ['scenarios'],
    ['parties'],
    ['chipShares'],
    ['projectFunders'],
    ['projectSites'],
    ['totals', 'drivers', 'series', 'constants'],
  ];
  for (const scope of scopes) {
    const seen = new Map<string, List>();
    for (const list of scope.map((name) => lists[name])) {
      for (const row of list.rows) {
        const identity = identityOf(row);
        if (identity === null) continue;
        const key = identity.toLowerCase();
        const first = seen.get(key);
        if (first === undefined) {
          seen.set(key, list);
          continue;
        }
        const field =
          ['id', 'name', 'item', 'buyer', 'party'].find((name) => isRecord(row) && row[name] === identity) ??
          null;
        const problem = `used more than once${first.file === list.file ? '' : `, first in ${first.file}`}`;
        problems.push({ file: list.file, row: identity, field, problem });
      }
    }
  }
}
