import { z } from 'zod';

/*
 * The shape of every row of the seed files. The seeds are data: what the two articles say (facts),
 * what others published about the same deals (benchmarks), and the inputs of the model that rest
 * on them (deals, drivers, totals).
 */

const text = z.string().trim().min(1);
const factId = z.string().regex(/^[AB]\d\d[a-z]?$/, 'expected a fact id such as A05 or B08b');
const dealId = z.string().regex(/^D\d\d$/, 'expected the id of a deal such as D04');
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month such as 2026-07');
/** A name that Excel accepts for a cell: lower case here, and never the look of an address such as AB12 or R1C1. */
const cellName = z
  .string()
  .regex(
    /^(?![a-z]{1,3}\d+$)(?!r\d*(c\d*)?$)(?!c\d*$)(?!(true|false)$)[a-z][a-z0-9_]*$/,
    'expected a name for a cell such as revenue_2026, in lower case and unlike an address',
  );

export const documentRow = z.strictObject({
  id: z.enum(['A', 'B']),
  /** What the document is, in our words. */
  description: text,
  /** When it was written, as far as the document itself tells. */
  dated: text,
});

export const factRow = z.strictObject({
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

export const benchmarkRow = z.strictObject({
  /** The name by which deals and drivers refer to it. */
  item: text,
  /** The figures it reports, each with its unit, so that a cell can point at one. */
  figures: z.array(
    z.strictObject({ label: text, value: z.number(), unit: text, qualifier: text.nullable() }),
  ),
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

const share = z.number().min(0).max(1);
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

export const dealRow = z.strictObject({
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
  /** Share of the deal that OpenAI itself pays, 0 to 1, and between which shares an analyst would test it. */
  paidShare: perBasis(share).extend({ low: share, high: share }),
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
export const nestedPairRow = z.strictObject({
  inner: dealId,
  container: dealId,
  share,
  low: share,
  high: share,
  reason: text,
});

/** Figures of the whole that are not deals, on both bases. */
export const totalRow = z.strictObject({
  name: cellName,
  label: text,
  unit: text,
  value: perBasis(z.number().nonnegative()),
});

export const scenarioRow = z.strictObject({ name: text, story: text });

export const driverRow = z.strictObject({
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
export const seriesRow = z.strictObject({
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

/** A figure that is the same on every basis, with the bounds an analyst would test. */
const boundedFigure = z.strictObject({
  value: z.number(),
  low: z.number(),
  high: z.number(),
  /** Register items it is read from; empty for an analyst's assumption. */
  benchmarkItems: z.array(text),
  reason: text,
});

/** A node of the network of money. The order of the rows is the order of every matrix. */
export const partyRow = z.strictObject({
  name: text,
  /** The environment (customers, lenders, everybody else) stands last and outside the circle. */
  role: z.enum(['buyer', 'chip vendor', 'cloud', 'investor', 'project', 'environment']),
  /** The layer in which its risk moves with that of others; null for the buyer and the environment. */
  layer: layer.exclude(['equity']).nullable(),
  /** Annual revenue and book equity, US$ bn; null where the party has none of its own. */
  revenueBn: boundedFigure.nullable(),
  equityBn: boundedFigure.nullable(),
});

/** How a cloud or the project divides what it spends on chips; what is left goes to others. */
export const chipShareRow = z.strictObject({
  buyer: text,
  /** By chip vendor. */
  shares: z.record(text, z.strictObject({ value: share, low: share, high: share })),
  reason: text,
});

/** Who pays the part of the project that the buyer does not: the driver is its share. */
export const projectFunderRow = z.strictObject({ party: text, driver: cellName });

/** Who builds a part of the project that a deal of its own describes. */
export const projectSiteRow = z.strictObject({ party: text, deal: dealId });

export const constantRow = z.strictObject({
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
export type BoundedFigure = z.infer<typeof boundedFigure>;
export type Party = z.infer<typeof partyRow>;
export type ChipShares = z.infer<typeof chipShareRow>;
export type ProjectFunder = z.infer<typeof projectFunderRow>;
export type ProjectSite = z.infer<typeof projectSiteRow>;
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
  readonly parties: readonly Party[];
  readonly chipShares: readonly ChipShares[];
  readonly projectFunders: readonly ProjectFunder[];
  readonly projectSites: readonly ProjectSite[];
}
