import type { CellContent } from '../../../workbook/document.ts';
import { formula, input, type PlannedCell } from '../../language/plan.ts';
import type { TableColumn } from '../../language/sheet-plan.ts';
import { monthSerial } from '../../months.ts';
import type { Deal, PerBasis, Seeds } from '../../seeds/rows.ts';
import { basisFigure } from '../sources.ts';

interface BasisColumns {
  readonly key: string;
  readonly header: string;
  readonly unit?: string;
  readonly width?: number;
  readonly choicesName?: string;
  /** Null where the term does not apply to the deal. */
  readonly figure: (deal: Deal) => PerBasis<CellContent> | null;
}

/** Seed, Benchmark and User side by side, and the live one: User, else Benchmark, else Seed, from the basis down. */
export function onThreeBases(
  seeds: Seeds,
  { key, header, unit, width = 80, choicesName, figure }: BasisColumns,
): TableColumn<Deal>[] {
  const shared = { width, ...(unit && { unit }) };
  const looks = { ...(unit && { unit }), ...(choicesName && { choicesName }) };
  const typed = (basis: 'seed' | 'benchmark') => (deal: Deal) => {
    const terms = figure(deal);
    return terms && { ...typedFigure(seeds, terms, basis), ...looks };
  };
  return [
    { ...shared, key: `${key}_seed`, header: 'Seed', group: header, cell: typed('seed') },
    { ...shared, key: `${key}_benchmark`, header: 'Benchmark', cell: typed('benchmark') },
    {
      ...shared,
      key: `${key}_user`,
      header: 'User',
      cell: (deal) => figure(deal) && { ...input(null), ...looks },
    },
    {
      ...shared,
      key,
      header: 'Live',
      cell: (deal) =>
        figure(deal) && {
          ...formula(liveFormula(key), unit),
          ...(unit && { align: 'right' as const }),
        },
    },
  ];
}

export function liveFormula(key: string, basisLive = '[basis_live]'): string {
  return (
    `=IF(AND(${basisLive}=basis_user,[${key}_user]<>""),[${key}_user],` +
    `IF(AND(${basisLive}<>basis_seed,[${key}_benchmark]<>""),[${key}_benchmark],[${key}_seed]))`
  );
}

/** A basis figure; one that follows a driver is a formula on its name. */
function typedFigure(seeds: Seeds, figure: PerBasis<CellContent>, basis: 'seed' | 'benchmark'): PlannedCell {
  const cell = basisFigure(seeds, figure, basis);
  return cell.content === 'nvda_funding_ratio'
    ? { ...cell, content: { formula: '=nvda_funding_ratio' }, role: 'link' }
    : cell;
}

/** Months as Excel's dates. What other dates would do is tested for all deals at once. */
export function months(figure: PerBasis<string>): PerBasis<CellContent> {
  const serial = (month: string | null) =>
    month === null || month === 'not given' ? month : monthSerial(month);
  const reason = figure.reason && `${figure.reason} The driver Delay tests later dates.`;
  return { ...figure, seed: serial(figure.seed), benchmark: serial(figure.benchmark), reason };
}

export function flags(figure: PerBasis<boolean>): PerBasis<CellContent> {
  const flag = (value: boolean | 'not given' | null) => (typeof value === 'boolean' ? Number(value) : value);
  return { ...figure, seed: flag(figure.seed), benchmark: flag(figure.benchmark) };
}
