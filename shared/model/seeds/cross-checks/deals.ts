import { isRecord, layout, rowLabel, type List } from '../lists.ts';
import type { SeedProblem } from '../problems.ts';
import type { Deal, NestedPair } from '../rows.ts';
import { boundsFault, sharesFault } from './bounds.ts';
import type { Known } from './references.ts';

/** What a deal is agrees with its id, it ends after it starts, its paid share keeps its bounds, and the drivers it follows exist. */
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

  for (const basis of ['seed', 'benchmark'] as const) {
    const value = deal.paidShare[basis];
    const fault = typeof value === 'number' ? boundsFault({ ...deal.paidShare, value }) : null;
    if (fault !== null) add(`paidShare.${basis}`, fault);
  }

  const follows = (value: unknown): value is string => typeof value === 'string' && value !== 'not given';
  for (const basis of ['seed', 'benchmark'] as const) {
    const ratio = deal.fundingRatio[basis];
    if (follows(ratio) && !known.drivers.has(ratio))
      add(`fundingRatio.${basis}`, `there is no driver ${ratio}`);
  }
}

/** Deals that lie inside one another exist, never by more than their whole, and never in a circle. */
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
  const shares = new Map<string, number[]>();

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
    const soFar = [...(shares.get(pair.inner) ?? []), pair.share];
    shares.set(pair.inner, soFar);
    const faults = [boundsFault({ ...pair, value: pair.share }), sharesFault(soFar, ` of ${pair.inner}`)];
    for (const fault of faults) if (fault !== null) add('share', fault);
    containers.set(pair.inner, [...(containers.get(pair.inner) ?? []), pair.container]);
  }
}
