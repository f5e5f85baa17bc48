import { identityOf, isRecord, layout, rowLabel, type List, type ListName, type Lists } from './lists.ts';
import type { SeedFile, SeedProblem } from './problems.ts';
import type {
  BoundedFigure,
  Deal,
  Driver,
  Fact,
  NestedPair,
  PerBasis,
  Seeds,
  Series,
  SourceDocument,
  Total,
} from './rows.ts';

/*
 * What the shape of one row cannot say: references between files, unique names, bounds, order.
 */

/** What references may point at, by list: rows with other errors included, so that one error is reported once. */
interface Known {
  readonly documents: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
  readonly deals: ReadonlySet<string>;
  readonly drivers: ReadonlySet<string>;
  readonly parties: ReadonlySet<string>;
}

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

export function checkDocuments(
  documents: readonly SourceDocument[],
  facts: readonly Fact[],
  known: Known,
  problems: SeedProblem[],
): void {
  for (const fact of facts) {
    const at = { file: layout.facts.file, row: fact.id };
    if (!known.documents.has(fact.document)) {
      problems.push({ ...at, field: 'document', problem: `no document ${fact.document} is listed` });
    }
    if (!fact.id.startsWith(fact.document)) {
      problems.push({
        ...at,
        field: 'document',
        problem: `the id belongs to document ${fact.id.slice(0, 1)}`,
      });
    }
    if (fact.value !== null && fact.valueText !== null) {
      problems.push({ ...at, field: 'valueText', problem: 'a figure is a number or a text, not both' });
    }
  }
  for (const document of documents) {
    if (!facts.some((fact) => fact.document === document.id)) {
      problems.push({
        file: layout.documents.file,
        row: document.id,
        field: 'id',
        problem: 'no fact refers to it',
      });
    }
  }
}

/** The inputs of a deal that every basis needs; value and GW alone may be without a figure. */
const needed = ['status', 'profile', 'start', 'end', 'paidShare', 'fundingRatio', 'fundsBuyer'] as const;

export function checkFigures(
  deals: readonly Deal[],
  totals: readonly Total[],
  known: Known,
  problems: SeedProblem[],
): void {
  const check = (
    at: { file: string; row: string },
    name: string,
    figure: PerBasis<unknown>,
    isNeeded: boolean,
  ) => {
    const add = (field: string, problem: string) =>
      problems.push({ ...at, field: `${name}.${field}`, problem });
    const reasoned = figure.reason !== null;
    if (figure.seed !== null && figure.seedFacts.length === 0 && !reasoned) {
      add('seed', 'the figure has neither a seed fact nor a reason');
    }
    const hasBenchmark = figure.benchmark !== null && figure.benchmark !== 'not given';
    if (hasBenchmark && figure.benchmarkItems.length === 0 && !reasoned) {
      add('benchmark', 'the figure has neither a register item nor a reason');
    }
    if (isNeeded && figure.seed === null)
      add('seed', 'every basis needs a value here, so Seed cannot be empty');
    if (isNeeded && figure.benchmark === 'not given') add('benchmark', 'every basis needs a value here');
    for (const id of figure.seedFacts) if (!known.facts.has(id)) add('seedFacts', `there is no fact ${id}`);
    for (const item of figure.benchmarkItems) {
      if (!known.items.has(item)) add('benchmarkItems', `there is no register item "${item}"`);
    }
  };

  for (const deal of deals) {
    const at = { file: layout.deals.file, row: deal.id };
    check(at, 'valueBn', deal.valueBn, false);
    check(at, 'capacityGw', deal.capacityGw, false);
    for (const name of needed) check(at, name, deal[name], true);
    for (const id of deal.facts) {
      if (!known.facts.has(id)) problems.push({ ...at, field: 'facts', problem: `there is no fact ${id}` });
    }
  }
  for (const total of totals)
    check({ file: layout.totals.file, row: total.name }, 'value', total.value, true);
}

export function checkDeal(deal: Deal, known: Known, problems: SeedProblem[]): void {
  const add = (field: string, problem: string) =>
    problems.push({ file: layout.deals.file, row: deal.id, field, problem });

  const isEquity = deal.id.startsWith('E');
  if ((deal.layer === 'equity') !== isEquity) add('layer', 'rows E.. and they alone are equity');
  if ((deal.instrument === 'equity') !== isEquity) add('instrument', 'rows E.. and they alone are equity');
  if ((deal.powerMeasure === null) !== isEquity) {
    add('powerMeasure', isEquity ? 'equity has no GW' : 'expected "facility" or "IT"');
  }

  const benchmarkStart = deal.start.benchmark ?? deal.start.seed;
  const benchmarkEnd = deal.end.benchmark ?? deal.end.seed;
  const spans = [
    ['seed', deal.start.seed, deal.end.seed],
    ['benchmark', benchmarkStart, benchmarkEnd],
  ] as const;
  for (const [basis, start, end] of spans) {
    if (start === null || end === null || start === 'not given' || end === 'not given') continue;
    if (start >= end) add(`end.${basis}`, `the deal ends (${end}) no later than it starts (${start})`);
  }

  const follows = (value: unknown): value is string => typeof value === 'string' && value !== 'not given';
  for (const basis of ['seed', 'benchmark'] as const) {
    const ratio = deal.fundingRatio[basis];
    if (follows(ratio) && !known.drivers.has(ratio))
      add(`fundingRatio.${basis}`, `there is no driver ${ratio}`);
  }
}

/** Room for rounding when shares are added. */
const tolerance = 1e-9;

export function checkNesting(
  pairs: readonly NestedPair[],
  list: List,
  known: Known,
  problems: SeedProblem[],
): void {
  const labels = new Map(
    list.rows.map((row) => [
      isRecord(row) ? `${String(row['inner'])} ${String(row['container'])}` : '',
      rowLabel(list, row),
    ]),
  );
  const containers = new Map<string, string[]>();
  const sums = new Map<string, number>();

  const reaches = (from: string, to: string, passed: ReadonlySet<string> = new Set()): boolean =>
    from === to ||
    (containers.get(from) ?? []).some(
      (next) => !passed.has(next) && reaches(next, to, new Set([...passed, next])),
    );

  for (const pair of pairs) {
    const row = labels.get(`${pair.inner} ${pair.container}`) ?? null;
    const add = (field: string, problem: string) => problems.push({ file: list.file, row, field, problem });
    for (const field of ['inner', 'container'] as const) {
      if (!known.deals.has(pair[field])) add(field, `there is no deal ${pair[field]}`);
    }
    if (containers.get(pair.inner)?.includes(pair.container)) add('container', 'the pair is listed twice');
    else if (reaches(pair.container, pair.inner)) {
      add('container', `${pair.container} would lie inside itself`);
    }
    if (!(pair.low <= pair.share && pair.share <= pair.high)) {
      add('share', `${pair.share} is outside its bounds ${pair.low} to ${pair.high}`);
    }
    const sum = (sums.get(pair.inner) ?? 0) + pair.share;
    if (sum > 1 + tolerance)
      add('share', `the shares of ${pair.inner} add up to ${Number(sum.toFixed(6))}, more than 1`);
    sums.set(pair.inner, sum);
    containers.set(pair.inner, [...(containers.get(pair.inner) ?? []), pair.container]);
  }
}

function checkItems(
  row: { readonly name: string; readonly benchmarkItems: readonly string[] },
  known: Known,
  problems: SeedProblem[],
): void {
  for (const item of row.benchmarkItems) {
    if (known.items.has(item)) continue;
    const at = { file: layout.drivers.file, row: row.name, field: 'benchmarkItems' };
    problems.push({ ...at, problem: `there is no register item "${item}"` });
  }
}

export function checkDrivers(
  drivers: readonly Driver[],
  list: List,
  known: Known,
  problems: SeedProblem[],
): void {
  const scenarios = list.rows.map((row) => identityOf(row) ?? '');
  if (scenarios.length > 0 && scenarios[0] !== 'Base') {
    const row = rowLabel(list, list.rows[0]);
    problems.push({ file: list.file, row, field: 'name', problem: 'the first scenario must be Base' });
  }
  for (const driver of drivers) {
    const add = (field: string, problem: string) =>
      problems.push({ file: layout.drivers.file, row: driver.name, field, problem });
    if (driver.values.length !== scenarios.length) {
      add('values', `expected ${scenarios.length} values, one per scenario, found ${driver.values.length}`);
    }
    driver.values.forEach((value, index) => {
      if (driver.low <= value && value <= driver.high) return;
      const scenario = scenarios[index] ?? `#${index + 1}`;
      add('values', `${value} in scenario ${scenario} is outside its bounds ${driver.low} to ${driver.high}`);
    });
    checkItems(driver, known, problems);
  }
}

export function checkSeries(series: readonly Series[], known: Known, problems: SeedProblem[]): void {
  for (const row of series) {
    row.values.forEach((value, index) => {
      const [low, high] = [row.low[index] ?? value, row.high[index] ?? value];
      if (low <= value && value <= high) return;
      const problem = `${value} at #${index + 1} is outside its bounds ${low} to ${high}`;
      problems.push({ file: layout.series.file, row: row.name, field: 'values', problem });
    });
    checkItems(row, known, problems);
  }
}

/** The network: every party that a deal, a share of chips or the project names is a node, and the figures keep their bounds. */
export function checkParties(
  {
    deals,
    parties,
    chipShares,
    projectFunders,
    projectSites,
  }: Pick<Seeds, 'deals' | 'parties' | 'chipShares' | 'projectFunders' | 'projectSites'>,
  known: Known,
  problems: SeedProblem[],
): void {
  const { file } = layout.parties;
  const needs = (at: { file: SeedFile; row: string }, field: string, party: string) => {
    if (!known.parties.has(party))
      problems.push({ ...at, field, problem: `there is no party "${party}" in parties.json` });
  };
  const keepsBounds = (row: string, field: string, figure: Pick<BoundedFigure, 'value' | 'low' | 'high'>) => {
    const { value, low, high } = figure;
    if (low <= value && value <= high) return;
    problems.push({ file, row, field, problem: `${value} is outside its bounds ${low} to ${high}` });
  };
  for (const deal of deals) needs({ file: layout.deals.file, row: deal.id }, 'node', deal.node);
  for (const role of ['buyer', 'project'] as const) {
    if (parties.length > 0 && parties.filter((party) => party.role === role).length !== 1)
      problems.push({ file, row: null, field: 'role', problem: `exactly one party must be the ${role}` });
  }
  for (const party of parties) {
    for (const field of ['revenueBn', 'equityBn'] as const) {
      const figure = party[field];
      if (!figure) continue;
      keepsBounds(party.name, field, figure);
      for (const item of figure.benchmarkItems) {
        if (!known.items.has(item))
          problems.push({ file, row: party.name, field, problem: `there is no register item "${item}"` });
      }
    }
  }
  const vendors = new Set(Object.keys(chipShares[0]?.shares ?? {}));
  for (const { buyer, shares } of chipShares) {
    const at = { file, row: buyer };
    needs(at, 'buyer', buyer);
    for (const [vendor, figure] of Object.entries(shares)) {
      needs(at, 'shares', vendor);
      keepsBounds(buyer, `shares.${vendor}`, figure);
    }
    const sum = Object.values(shares).reduce((total, { value }) => total + value, 0);
    if (sum > 1 + tolerance)
      problems.push({ ...at, field: 'shares', problem: `the shares add up to ${sum}, more than 1` });
    if (
      vendors.size !== Object.keys(shares).length ||
      !Object.keys(shares).every((name) => vendors.has(name))
    )
      problems.push({ ...at, field: 'shares', problem: 'every buyer lists the same vendors' });
  }
  for (const { party, driver } of projectFunders) {
    needs({ file, row: party }, 'party', party);
    if (!known.drivers.has(driver))
      problems.push({ file, row: party, field: 'driver', problem: `there is no driver ${driver}` });
  }
  for (const { party, deal } of projectSites) {
    if (!known.deals.has(deal))
      problems.push({ file, row: party, field: 'deal', problem: `there is no deal ${deal}` });
  }
}
