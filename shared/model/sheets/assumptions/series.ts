import { textContent } from '../../../workbook/document.ts';
import { formula, input, label, type PlannedCell } from '../../language/plan.ts';
import type { SheetPlan, TableColumn } from '../../language/sheet-plan.ts';
import type { Seeds, Series } from '../../seeds/rows.ts';
import { outsideBounds } from './outside-bounds.ts';
import { provenanceOf, sourceWords } from './provenance.ts';

/** The first column of figures, under the first scenario. */
const firstColumn = 4;

/** The values of a series, or one of its bounds. */
interface SeriesRow {
  readonly series: Series;
  readonly part: 'values' | 'low' | 'high';
}

const seriesParts = ['values', 'low', 'high'] as const;

/** Inputs that are a series: three rows each, its values and under them how low and how high each may be. */
export function seriesTables(sheet: SheetPlan, seeds: Seeds): void {
  const periodNames = {
    year: ['2025', '2026', '2027', '2028'],
    'quarter of the year': ['Q1', 'Q2', 'Q3', 'Q4'],
  } as const;
  for (const by of ['year', 'quarter of the year'] as const) {
    const rows = seeds.series.filter((row) => row.by === by);
    sheet.section(
      by === 'year'
        ? 'Series by year, the same in every scenario'
        : 'Series by quarter of the year, the same in every scenario',
    );
    const suffix = by === 'year' ? 'year' : 'quarter';
    const top = sheet.nextRow + 2;
    const period = (number: number, record?: string) =>
      `[series_${suffix}_${number}${record === undefined ? '' : `:${record}`}]`;
    const periods = (record?: string) => `${period(1, record)}:${period(4, record)}`;
    const values = (cell: (row: Series) => PlannedCell) => (row: SeriesRow) =>
      row.part === 'values' ? cell(row.series) : null;
    sheet.table<SeriesRow>({
      records: rows.flatMap((row) => seriesParts.map((part) => ({ series: row, part }))),
      id: seriesKey,
      columns: [
        {
          key: `series_label_${suffix}`,
          header: 'Series',
          width: 300,
          cell: ({ series: { label: words }, part }) =>
            label(part === 'values' ? words : `${words}, ${part}`),
        },
        {
          key: `series_name_${suffix}`,
          header: 'Name',
          width: 148,
          cell: values((row) => label(row.name, 'identifier')),
        },
        {
          key: `series_unit_${suffix}`,
          header: 'Unit',
          width: 124,
          cell: ({ series: { unit } }) => label(unit, 'unit'),
        },
        {
          key: `series_total_${suffix}`,
          header: 'Total',
          unit: '',
          width: 84,
          cell: values((row) => formula(`=SUM(${periods()})`, row.unit)),
        },
        ...periodNames[by].map((name, index): TableColumn<SeriesRow> => ({
          key: `series_${suffix}_${index + 1}`,
          header: name,
          unit: '',
          width: 84,
          cell: ({ series: row, part }) => input(row[part][index] ?? null, row.unit, provenanceOf(row)),
        })),
        {
          key: `series_outside_${suffix}`,
          header: 'Outside',
          unit: 'cells',
          width: 84,
          cell: values((row) => {
            const bound = (part: 'low' | 'high') => periods(seriesKey({ series: row, part }));
            return formula(`=${outsideBounds(periods(), bound('low'), bound('high'))}`, 'count');
          }),
        },
        {
          key: `series_source_${suffix}`,
          header: 'Source',
          width: 84,
          cell: values((row) => sourceWords(row.benchmarkItems)),
        },
        { key: `series_blank_${suffix}`, header: '', width: 84, cell: () => null },
        {
          key: `series_reason_${suffix}`,
          header: 'Why',
          width: 76,
          cell: values((row) => label(textContent(row.reason), 'note')),
        },
      ],
    });
    rows.forEach((row, index) => {
      const [own, low, high] = seriesParts.map((_, part) => {
        const at = top + index * seriesParts.length + part;
        return { top: at, left: firstColumn, bottom: at, right: firstColumn + 3 };
      });
      if (!own || !low || !high) throw new Error(`The series ${row.name} has no rows`);
      sheet.nameRange(own, { name: row.name, label: row.label, unit: row.unit }).bound(own, low, high);
    });
    sheet.skip();
  }
}

/** The key of a row in formulas: the name of the series, or `market_path_low`. */
function seriesKey({ series: { name }, part }: SeriesRow): string {
  return part === 'values' ? name : `${name}_${part}`;
}
