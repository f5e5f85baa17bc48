import type { NameOfCell } from '../language/plan.ts';
import type { LineRecord } from '../language/sheet-plan.ts';
import type { TimeSheetPlan } from '../language/time-sheet-plan.ts';

/** Pairs of an inner deal and the deal that contains it: references by meaning, read in the pair's row. */
export interface NestingTerms {
  /** The share of the inner deal that the container counts too. The shares of an inner deal add up to at most 1. */
  readonly share: string;
  /** Positions of both deals among the rows of gross, counted from 1. */
  readonly innerPosition: string;
  readonly containerPosition: string;
  /** The id of the inner deal of every pair, as a column. */
  readonly innerIds: string;
  /** The id of the deal of a row. */
  readonly dealId: string;
}

/** The least and the most that the share of every pair may be, as columns; those of an inner deal add up to at most 1. */
export interface NestingBounds {
  readonly low: string;
  readonly high: string;
}

interface RangeBlock {
  readonly unit: string;
  readonly terms: NestingTerms;
  readonly bounds: NestingBounds;
  readonly named: { readonly low: NameOfCell; readonly high: NameOfCell };
}

interface NestingBlock {
  /** Begins the keys of all rows, such as `capital_` for `capital_gross` and `capital_net`. */
  readonly prefix?: string;
  /** Begins their headings, such as "Capital: ". */
  readonly heading?: string;
  /** The unit of gross, a flow. */
  readonly unit: string;
  readonly terms: NestingTerms;
  /** Defined names for cells of the net total, by column. */
  readonly netNames?: Readonly<Record<string, NameOfCell>>;
}

/**
 * Takes the rows `gross` of a sheet, one per deal, and lays out what nested deals count twice, and
 * the rest: `overlap` per pair, `net` per deal, and the totals of both. The overlap is booked on
 * the inner deal. Net is never negative, at most gross, and at least the largest deal.
 */
export function netOfOverlap(
  sheet: TimeSheetPlan,
  deals: readonly LineRecord[],
  pairs: readonly LineRecord[],
  { prefix = '', heading = '', unit, terms, netNames }: NestingBlock,
): void {
  const all = (key: string) => `[${prefix}${key}:all]`;
  const flow = { unit, years: 'sum' } as const;
  const total = (key: string, label: string, names?: NestingBlock['netNames']) =>
    sheet.line(`${prefix}${key}_total`, {
      ...flow,
      label,
      formula: `=SUM(${all(key)})`,
      total: true,
      ...(names && { names }),
    });

  sheet.timelineSection(`${heading}Overlap: the part of an inner deal that its container counts too`);
  sheet.lines(`${prefix}overlap`, pairs, {
    ...flow,
    formula:
      `=${terms.share}*MIN(INDEX(${all('gross')},${terms.innerPosition},1),` +
      `INDEX(${all('gross')},${terms.containerPosition},1))`,
  });
  total('overlap', 'Overlap');
  sheet.skip();

  sheet.timelineSection(`${heading}Net: gross less overlap, booked on the inner deal`);
  sheet.lines(`${prefix}net`, deals, {
    ...flow,
    formula: `=[${prefix}gross]-SUMIF(${terms.innerIds},${terms.dealId},${all('overlap')})`,
  });
  total('net', 'Net', netNames);
  sheet.skip();
}

/** Lays out by how much the net total fails its bounds in each period: `below_largest` and `above_gross`, 0 when it keeps them. */
export function netBounds(sheet: TimeSheetPlan, unit: string): void {
  const level = { unit, years: 'none' } as const;
  sheet.timelineSection('Bounds: the largest deal ≤ net ≤ gross, in every period');
  sheet.line('largest', { ...level, label: 'Largest deal, gross', formula: '=MAX([gross:all])' });
  sheet.line('below_largest', {
    ...level,
    label: 'Net below the largest deal by',
    formula: '=MAX(0,[largest]-[net_total])',
  });
  sheet.line('above_gross', {
    ...level,
    label: 'Net above gross by',
    formula: '=MAX(0,[net_total]-[gross_total])',
  });
  sheet.skip();
}

/**
 * Lays out between which bounds the net total of the window lies when the shares of nested deals,
 * which nobody publishes, are at their low and at their high. The bounds include the total itself.
 */
export function netRange(
  sheet: TimeSheetPlan,
  pairs: readonly LineRecord[],
  { unit, terms, bounds, named }: RangeBlock,
): void {
  sheet.timelineSection('Range: how much the choice of the overlap moves net');
  sheet.lines('lesser', pairs, {
    unit,
    years: 'sum',
    formula: `=MIN(INDEX([gross:all],${terms.innerPosition},1),INDEX([gross:all],${terms.containerPosition},1))`,
  });
  const net = '[net_total@window]';
  const withShares = (shares: string) => `[gross_total@window]-SUMPRODUCT(${shares},[lesser:all@window])`;
  sheet.figure('net_low', {
    label: 'Net with all shares at their high',
    unit,
    formula: `=MIN(${net},${withShares(bounds.high)})`,
    named: named.low,
    definition:
      'What is left when more is nested; the highs of an inner deal are scaled down to add up to 1.',
  });
  sheet.figure('net_high', {
    label: 'Net with all shares at their low',
    unit,
    formula: `=MAX(${net},${withShares(bounds.low)})`,
    named: named.high,
    definition: 'What is left when less is nested.',
  });
  sheet.skip();
}
