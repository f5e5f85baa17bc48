import { z } from 'zod';
import benchmarksFile from '../../seeds/benchmarks.json' with { type: 'json' };
import dealsFile from '../../seeds/deals.json' with { type: 'json' };
import documentsFile from '../../seeds/documents.json' with { type: 'json' };
import driversFile from '../../seeds/drivers.json' with { type: 'json' };
import factsFile from '../../seeds/facts.json' with { type: 'json' };
import totalsFile from '../../seeds/totals.json' with { type: 'json' };

/*
 * The seeds are data: what the two articles say (facts), what others published about the same
 * deals (benchmarks), and the inputs of the model that rest on them (deals, drivers, totals).
 */

const text = z.string().trim().min(1);
const factId = z.string().regex(/^[AB]\d\d[a-z]?$/, 'expected a fact id such as A05 or B08b');
const dealId = z.string().regex(/^D\d\d$/, 'expected the id of a deal such as D04');
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month such as 2026-07');
/** A name that Excel accepts for a cell: lower case here, and never the look of an address such as AB12 or R1C1. */
const cellName = z
  .string()
  .regex(
    /^(?![a-z]{1,3}\d+$)(?!r\d*(c\d*)?$)(?!c\d*$)(?!(true|false)$)[a-z][a-z0-9_]*$/,
    'expected a name for a cell such as revenue_2026, in lower case and unlike an address',
  );

const documentRow = z.strictObject({
  id: z.enum(['A', 'B']),
  /** What the document is, in our words. */
  description: text,
  /** When it was written, as far as the document itself tells. */
  dated: text,
});

const factRow = z.strictObject({
  id: factId,
  document: z.enum(['A', 'B']),
  /** The part of the document, in our words. */
  section: text,
  /** The figure as a number, where the document gives one. */
  value: z.number().nullable(),
  /** The figure where it is no single number, such as "10000-99999" or "millions". */
  valueText: text.nullable(),
  unit: text.nullable(),
  /** Words that limit the figure: "over", "nearly", "potential". */
  qualifier: text.nullable(),
  period: text,
  parties: z.array(text).min(1),
  category: text,
  /** What the document says, in our own words. */
  wording: text,
  /** What speaks against the fact, inside or outside the two documents. */
  contradiction: text.nullable(),
});

const benchmarkRow = z.strictObject({
  /** The name by which deals and drivers refer to it. */
  item: text,
  /** The figures it reports, each with its unit, so that a cell can point at one. */
  figures: z.array(z.strictObject({ label: text, value: z.number(), unit: text, qualifier: text.nullable() })),
  /** What it reports, in our own words. */
  wording: text,
  /** As precise as the register knows: 2025, 2025-10, 2025-10-07, or null when undated. */
  date: z
    .string()
    .regex(
      /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
      'expected a date such as 2025, 2025-10 or 2025-10-07',
    )
    .nullable(),
  address: z.url({ protocol: /^https?$/ }),
});

const layer = z.enum(['cloud', 'silicon', 'data center', 'equity']);
const status = z.enum(['completed', 'executed', 'announced', 'potential', 'superseded']);
const profile = z.enum(['flat', 'S-curve']);
const instrument = z.enum(['purchase', 'lease', 'equity', 'project', 'stake']);

/** One input of a deal on both bases. `seed: null` is "no figure given"; `benchmark: null` falls back to the seed; `"not given"` does not. */
const perBasis = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({
    seed: value.nullable(),
    benchmark: z.union([value, z.literal('not given')]).nullable(),
    /** Facts behind the seed figure; empty where it is an assumption. */
    seedFacts: z.array(factId),
    /** Register items behind the benchmark figure; empty where it is an assumption. */
    benchmarkItems: z.array(text),
    /** Why the value is what it is, for assumptions and contradicted figures. */
    reason: text.nullable(),
  });

const dealRow = z.strictObject({
  id: z.string().regex(/^[DE]\d\d$/, 'expected a deal id such as D04 or E01'),
  name: text,
  /** The node of the flow network that is paid (deals) or pays (equity). */
  node: text,
  layer,
  instrument,
  /** Whether its GW are quoted as facility power or as IT load; null for equity. */
  powerMeasure: z.enum(['facility', 'IT']).nullable(),
  /** Chip vendor, or equity of one: the vendor probability multiplier applies. */
  vendor: z.boolean(),
  valueBn: perBasis(z.number().nonnegative()),
  capacityGw: perBasis(z.number().nonnegative()),
  status: perBasis(status),
  profile: perBasis(profile),
  /** First day of the month in which delivery starts. */
  start: perBasis(month),
  /** First day of the month after the last: exclusive. */
  end: perBasis(month),
  /** Share of the deal that OpenAI itself pays, 0 to 1. */
  paidShare: perBasis(z.number().min(0).max(1)),
  /** Dollars of equity the vendor puts into OpenAI per dollar that OpenAI pays; `"nvda_funding_ratio"` follows that driver. */
  fundingRatio: perBasis(z.union([z.number().min(0), z.literal('nvda_funding_ratio')])),
  /** True when the basis names the counterparty as also funding the buyer (equity, warrant or prepayment). */
  fundsBuyer: perBasis(z.boolean()),
  /** All facts that speak of the deal. */
  facts: z.array(factId),
  /** Non-cash terms, shown apart and never summed. */
  nonCash: text.nullable(),
  note: text.nullable(),
});

/** A deal whose spending lies inside another's: `share` of the inner deal is counted in the container too. */
const nestedPairRow = z.strictObject({
  inner: dealId,
  container: dealId,
  share: z.number().min(0).max(1),
  low: z.number().min(0).max(1),
  high: z.number().min(0).max(1),
  reason: text,
});

/** Figures of the whole that are not deals, on both bases. */
const totalRow = z.strictObject({
  name: cellName,
  label: text,
  unit: text,
  value: perBasis(z.number().nonnegative()),
});

const scenarioRow = z.strictObject({ name: text, story: text });

const driverRow = z.strictObject({
  name: cellName,
  label: text,
  unit: text,
  group: text,
  /** One value per scenario, in the order of the scenarios. */
  values: z.array(z.number()).min(1),
  low: z.number(),
  high: z.number(),
  distribution: z.enum(['triangular', 'none']),
  /** Register items it is read from; empty for an analyst's assumption. */
  benchmarkItems: z.array(text),
  /** Why this value and these bounds. */
  reason: text,
});

/** Inputs that are a series over years, the same in every scenario. */
const seriesRow = z.strictObject({
  name: cellName,
  label: text,
  unit: text,
  /** Per calendar year 2025 to 2028, or per quarter of a year. */
  values: z.array(z.number()).length(4),
  by: z.enum(['year', 'quarter of the year']),
  low: z.array(z.number()).length(4),
  high: z.array(z.number()).length(4),
  benchmarkItems: z.array(text),
  reason: text,
});

const constantRow = z.strictObject({
  name: cellName,
  label: text,
  unit: text,
  value: z.number(),
});

export type SourceDocument = z.infer<typeof documentRow>;
export type Fact = z.infer<typeof factRow>;
export type Benchmark = z.infer<typeof benchmarkRow>;
export type Deal = z.infer<typeof dealRow>;
export type NestedPair = z.infer<typeof nestedPairRow>;
export type Total = z.infer<typeof totalRow>;
export type Scenario = z.infer<typeof scenarioRow>;
export type Driver = z.infer<typeof driverRow>;
export type Series = z.infer<typeof seriesRow>;
export type Constant = z.infer<typeof constantRow>;
/** A figure on the three bases as the seeds give it. */
export interface PerBasis<Value> {
  readonly seed: Value | null;
  readonly benchmark: Value | 'not given' | null;
  readonly seedFacts: readonly string[];
  readonly benchmarkItems: readonly string[];
  readonly reason: string | null;
}

export interface Seeds {
  readonly documents: readonly SourceDocument[];
  readonly facts: readonly Fact[];
  readonly benchmarks: readonly Benchmark[];
  readonly deals: readonly Deal[];
  readonly nestedPairs: readonly NestedPair[];
  readonly totals: readonly Total[];
  /** The as-of date, the first day of this month: terms of a scenario never alter quarters before it. */
  readonly asOf: string;
  readonly scenarios: readonly Scenario[];
  readonly drivers: readonly Driver[];
  readonly series: readonly Series[];
  readonly constants: readonly Constant[];
}

type SeedFile =
  | 'documents.json'
  | 'facts.json'
  | 'benchmarks.json'
  | 'deals.json'
  | 'totals.json'
  | 'drivers.json';

/** One thing that is wrong in a seed file. */
interface SeedProblem {
  readonly file: string;
  /** The id, name or item of the row, or `row 3` counted from 1; null when it concerns the file as a whole. */
  readonly row: string | null;
  /** The field inside the row, such as `valueBn.seed`; null when it concerns the row as a whole. */
  readonly field: string | null;
  /** What is wrong. */
  readonly problem: string;
}

/** Seeds that cannot be used. The message lists every problem, each with file, row and field. */
export class SeedError extends Error {
  readonly problems: readonly SeedProblem[];

  /** Takes at least one problem. */
  constructor(problems: readonly SeedProblem[]) {
    const lines = problems.map(({ file, row, field, problem }) =>
      `${[file, row, field].filter((part) => part !== null).join(', ')}: ${problem}`,
    );
    super(`The seeds cannot be used; ${lines.length === 1 ? 'one thing is' : `${lines.length} things are`} wrong:\n${lines.join('\n')}`);
    this.name = 'SeedError';
    this.problems = problems;
  }
}

/**
 * Checks the content of the six seed files and joins it into one object.
 *
 * Takes the parsed JSON of each file under its file name. Gives the seeds, unchanged. Refuses, by
 * a `SeedError` that lists every problem: a missing or unknown file, list or field; a field of the
 * wrong type or form; an id or name used twice; a reference to a fact, register item, deal or
 * driver that does not exist; a figure without fact, item or reason; a figure outside its bounds;
 * a deal that ends before it starts; nested shares above 1 or nested in a circle.
 */
export function parseSeeds(raw: Readonly<Record<SeedFile, unknown>>): Seeds {
  const problems: SeedProblem[] = [];
  const lists = readLists(raw, problems);
  const parse = <Row extends z.ZodType>(list: List, schema: Row) => parseRows(list, schema, problems);
  const seeds = {
    documents: parse(lists.documents, documentRow),
    facts: parse(lists.facts, factRow),
    benchmarks: parse(lists.benchmarks, benchmarkRow),
    deals: parse(lists.deals, dealRow),
    nestedPairs: parse(lists.nestedPairs, nestedPairRow),
    totals: parse(lists.totals, totalRow),
    scenarios: parse(lists.scenarios, scenarioRow),
    drivers: parse(lists.drivers, driverRow),
    series: parse(lists.series, seriesRow),
    constants: parse(lists.constants, constantRow),
  };
  const asOf = parseAsOf(raw['drivers.json'], problems);

  const known = readKnown(lists);
  checkIds(lists, problems);
  checkDocuments(seeds.documents, seeds.facts, known, problems);
  checkFigures(seeds.deals, seeds.totals, known, problems);
  for (const deal of seeds.deals) checkDeal(deal, known, problems);
  checkNesting(seeds.nestedPairs, lists.nestedPairs, known, problems);
  checkDrivers(seeds.drivers, lists.scenarios, known, problems);
  checkSeries(seeds.series, known, problems);

  if (problems.length > 0) throw new SeedError(problems);
  return { ...seeds, asOf };
}

let shipped: Seeds | undefined;

/**
 * The seeds that ship with the program, checked on the first call and the same object ever after.
 * Refuses what `parseSeeds` refuses.
 */
export function readSeeds(): Seeds {
  shipped ??= parseSeeds({
    'documents.json': documentsFile,
    'facts.json': factsFile,
    'benchmarks.json': benchmarksFile,
    'deals.json': dealsFile,
    'totals.json': totalsFile,
    'drivers.json': driversFile,
  });
  return shipped;
}

/** The rows of one list before they are checked. */
interface List {
  readonly file: SeedFile;
  /** The key of the list inside its file; null where the file is the list. */
  readonly key: string | null;
  readonly rows: readonly unknown[];
}

const layout = {
  documents: { file: 'documents.json', key: null },
  facts: { file: 'facts.json', key: null },
  benchmarks: { file: 'benchmarks.json', key: null },
  deals: { file: 'deals.json', key: 'deals' },
  nestedPairs: { file: 'deals.json', key: 'nestedPairs' },
  totals: { file: 'totals.json', key: null },
  scenarios: { file: 'drivers.json', key: 'scenarios' },
  drivers: { file: 'drivers.json', key: 'drivers' },
  series: { file: 'drivers.json', key: 'series' },
  constants: { file: 'drivers.json', key: 'constants' },
} as const satisfies Record<string, { file: SeedFile; key: string | null }>;

type ListName = keyof typeof layout;
type Lists = Readonly<Record<ListName, List>>;

/** Lists that may be empty: a model without nested deals or without series is still a model. */
const mayBeEmpty: ReadonlySet<string> = new Set<ListName>(['nestedPairs', 'series', 'constants']);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readLists(raw: Readonly<Record<string, unknown>>, problems: SeedProblem[]): Lists {
  const known = new Set<string>(Object.values(layout).map(({ file }) => file));
  for (const file of Object.keys(raw)) {
    if (!known.has(file)) problems.push({ file, row: null, field: null, problem: 'no such seed file is known' });
  }
  for (const file of known) {
    const content = raw[file];
    const keys: string[] = Object.values(layout).flatMap((list) => (list.file === file && list.key ? [list.key] : []));
    if (keys.length === 0 || !isRecord(content)) continue;
    if (file === layout.drivers.file) keys.push('asOf');
    for (const field of Object.keys(content)) {
      if (!keys.includes(field)) problems.push({ file, row: null, field, problem: 'no such field is known' });
    }
  }
  const read = (name: ListName): List => {
    const { file, key } = layout[name];
    const content = raw[file];
    const rows = key === null ? content : isRecord(content) ? content[key] : undefined;
    if (!Array.isArray(rows)) {
      problems.push({ file, row: null, field: key, problem: `expected a list of rows${found(rows)}` });
      return { file, key, rows: [] };
    }
    if (rows.length === 0 && !mayBeEmpty.has(name)) {
      problems.push({ file, row: null, field: key, problem: 'the list is empty' });
    }
    return { file, key, rows };
  };
  return {
    documents: read('documents'),
    facts: read('facts'),
    benchmarks: read('benchmarks'),
    deals: read('deals'),
    nestedPairs: read('nestedPairs'),
    totals: read('totals'),
    scenarios: read('scenarios'),
    drivers: read('drivers'),
    series: read('series'),
    constants: read('constants'),
  };
}

/** What identifies a row: its id, name or item. */
function identityOf(row: unknown): string | null {
  if (!isRecord(row)) return null;
  for (const key of ['id', 'name', 'item']) {
    const identity = row[key];
    if (typeof identity === 'string' && identity.trim() !== '') return identity;
  }
  return null;
}

/** The row as a message names it. */
function rowLabel(list: List, row: unknown): string {
  const number = `${list.key === null ? '' : `${list.key} `}row ${list.rows.indexOf(row) + 1}`;
  if (isRecord(row) && typeof row['inner'] === 'string' && typeof row['container'] === 'string') {
    return `${number} (${row['inner']} in ${row['container']})`;
  }
  return identityOf(row) ?? number;
}

/** The value found, for a message; nothing where it is too long to help. */
function found(value: unknown): string {
  if (value === undefined) return ', found nothing';
  if (typeof value === 'object' && value !== null) return '';
  const written = JSON.stringify(value);
  return written.length > 60 ? '' : `, found ${written}`;
}

function fieldOf(path: readonly PropertyKey[]): string | null {
  if (path.length === 0) return null;
  return path
    .map((step, index) => (typeof step === 'number' ? ` #${step + 1}` : `${index === 0 ? '' : '.'}${String(step)}`))
    .join('');
}

function valueAt(row: unknown, path: readonly PropertyKey[]): unknown {
  let value = row;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[step];
  }
  return value;
}

/** What one issue of zod means, one sentence part; a choice names all its alternatives. */
function meaning(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return [...new Set(issue.errors.flat().map(meaning))].join(', or ');
  }
  return issue.message.replace(/^Invalid (input|option): /, '');
}

function parseRows<Row extends z.ZodType>(list: List, schema: Row, problems: SeedProblem[]): z.output<Row>[] {
  const rows: z.output<Row>[] = [];
  for (const row of list.rows) {
    // Each schema sees a few dozen rows once: compiling it would take longer than interpreting it.
    const parsed = schema.safeParse(row, { jitless: true });
    if (parsed.success) {
      rows.push(parsed.data);
      continue;
    }
    for (const issue of parsed.error.issues) {
      const base = { file: list.file, row: rowLabel(list, row) };
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) {
          problems.push({ ...base, field: fieldOf([...issue.path, key]), problem: 'no such field is known' });
        }
      } else {
        const problem = `${meaning(issue)}${found(valueAt(row, issue.path))}`;
        problems.push({ ...base, field: fieldOf(issue.path), problem });
      }
    }
  }
  return rows;
}

function parseAsOf(content: unknown, problems: SeedProblem[]): string {
  const value = isRecord(content) ? content['asOf'] : undefined;
  const parsed = month.safeParse(value);
  if (parsed.success) return parsed.data;
  problems.push({
    file: layout.drivers.file,
    row: null,
    field: 'asOf',
    problem: `expected a month such as 2026-07${found(value)}`,
  });
  return '';
}

/** What references may point at, by list: rows with other errors included, so that one error is reported once. */
interface Known {
  readonly documents: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
  readonly deals: ReadonlySet<string>;
  readonly drivers: ReadonlySet<string>;
}

function readKnown(lists: Lists): Known {
  const identities = (list: List) => new Set(list.rows.flatMap((row) => identityOf(row) ?? []));
  return {
    documents: identities(lists.documents),
    facts: identities(lists.facts),
    items: identities(lists.benchmarks),
    deals: identities(lists.deals),
    drivers: identities(lists.drivers),
  };
}

function checkIds(lists: Lists, problems: SeedProblem[]): void {
  // Totals, drivers, series and constants all become named cells of one workbook.
  const scopes: readonly (readonly ListName[])[] = [
    ['documents'], ['facts'], ['benchmarks'], ['deals'], ['scenarios'],
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
        const field = ['id', 'name', 'item'].find((name) => isRecord(row) && row[name] === identity) ?? null;
        const problem = `used more than once${first.file === list.file ? '' : `, first in ${first.file}`}`;
        problems.push({ file: list.file, row: identity, field, problem });
      }
    }
  }
}

function checkDocuments(
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
      problems.push({ ...at, field: 'document', problem: `the id belongs to document ${fact.id.slice(0, 1)}` });
    }
    if (fact.value !== null && fact.valueText !== null) {
      problems.push({ ...at, field: 'valueText', problem: 'a figure is a number or a text, not both' });
    }
  }
  for (const document of documents) {
    if (!facts.some((fact) => fact.document === document.id)) {
      problems.push({ file: layout.documents.file, row: document.id, field: 'id', problem: 'no fact refers to it' });
    }
  }
}

/** The inputs of a deal that every basis needs; value and GW alone may be without a figure. */
const needed = ['status', 'profile', 'start', 'end', 'paidShare', 'fundingRatio', 'fundsBuyer'] as const;

function checkFigures(
  deals: readonly Deal[],
  totals: readonly Total[],
  known: Known,
  problems: SeedProblem[],
): void {
  const check = (at: { file: string; row: string }, name: string, figure: PerBasis<unknown>, isNeeded: boolean) => {
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
    if (isNeeded && figure.seed === null) add('seed', 'every basis needs a value here, so Seed cannot be empty');
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
  for (const total of totals) check({ file: layout.totals.file, row: total.name }, 'value', total.value, true);
}

function checkDeal(deal: Deal, known: Known, problems: SeedProblem[]): void {
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
    if (follows(ratio) && !known.drivers.has(ratio)) add(`fundingRatio.${basis}`, `there is no driver ${ratio}`);
  }
}

/** Room for rounding when shares are added. */
const tolerance = 1e-9;

function checkNesting(pairs: readonly NestedPair[], list: List, known: Known, problems: SeedProblem[]): void {
  const labels = new Map(
    list.rows.map((row) => [isRecord(row) ? `${String(row['inner'])} ${String(row['container'])}` : '', rowLabel(list, row)]),
  );
  const containers = new Map<string, string[]>();
  const sums = new Map<string, number>();

  const reaches = (from: string, to: string, passed: ReadonlySet<string> = new Set()): boolean =>
    from === to ||
    (containers.get(from) ?? []).some((next) => !passed.has(next) && reaches(next, to, new Set([...passed, next])));

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
    if (sum > 1 + tolerance) add('share', `the shares of ${pair.inner} add up to ${Number(sum.toFixed(6))}, more than 1`);
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

function checkDrivers(drivers: readonly Driver[], list: List, known: Known, problems: SeedProblem[]): void {
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

function checkSeries(series: readonly Series[], known: Known, problems: SeedProblem[]): void {
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
