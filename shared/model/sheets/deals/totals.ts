import { formula, input, label } from '../../language/plan.ts';
import type { SheetPlan, TableColumn } from '../../language/sheet-plan.ts';
import type { Seeds, Total } from '../../seeds/rows.ts';
import { basisFigure } from '../sources.ts';
import { liveFormula } from './three-bases.ts';

/** Figures of the whole that are no deals, on the same three bases. */
export function totals(sheet: SheetPlan, seeds: Seeds): void {
  sheet.section('Totals of the sources, on the global basis');
  const typed = (basis: 'seed' | 'benchmark') => (total: Total) => ({
    ...basisFigure(seeds, total.value, basis),
    unit: total.unit,
  });
  sheet.table<Total>({
    records: seeds.totals,
    id: (total) => total.name,
    firstColumn: 0,
    columns: [
      { key: 'total_label', header: 'Total', width: 188, cell: (total) => label(total.label) },
      ...['', '', '', '', '', '', ''].map((header, index): TableColumn<Total> => ({
        key: `total_blank_${index}`,
        header,
        width: 44,
        cell: () => null,
      })),
      { key: 'total_seed', header: 'Seed', unit: '', width: 80, cell: typed('seed') },
      { key: 'total_benchmark', header: 'Benchmark', unit: '', width: 80, cell: typed('benchmark') },
      { key: 'total_user', header: 'User', unit: '', width: 80, cell: (total) => input(null, total.unit) },
      {
        key: 'total',
        header: 'Live',
        unit: '',
        width: 80,
        cell: (total) => ({
          ...formula(liveFormula('total', 'basis_name'), total.unit),
          named: { name: total.name, label: total.label, unit: total.unit },
        }),
      },
      { key: 'total_unit', header: 'Unit', width: 80, cell: (total) => label(total.unit, 'unit') },
    ],
  });
  const row = sheet.nextRow;
  sheet
    .place(row, 0, label('Private credit in data center spending'))
    .place(row, 11, {
      ...formula('=IF(N(market_total)>0,private_credit_total/market_total,"not given")', 'share'),
      strong: true,
      named: {
        name: 'private_credit_share',
        label: 'Private credit in data center spending',
        unit: 'share',
        headline: true,
      },
    })
    .place(row, 12, label('share', 'unit'))
    .skip(2);
}
