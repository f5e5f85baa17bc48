import { ChartPicture } from '../charts/chart-picture.tsx';
import { bnText, notGiven } from '../charts/figure-text.ts';
import { spendingOption } from '../charts/spending-option.ts';
import type { PresentationFigures } from './presentation-figures.ts';
import type { SlideContent } from './slide-content.ts';
import { spendingSubtitle, spendingTitle } from './spending-words.ts';

const figureOf = (value: number | null | undefined) => (typeof value === 'number' ? bnText(value) : notGiven);

/** The sum of the values; null as soon as one of them is not given. */
function total(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (sum, value) => (sum === null || value === null ? null : sum + value),
    0,
  );
}

/** Probable spending by layer and year as stacked columns. */
export function spendingSlide({ spending, sources }: PresentationFigures): SlideContent {
  const { years, layers, totals, beforeWindow, afterWindow } = spending;
  const description = `Stacked columns in US$ bn: ${years.map((year, index) => `${year} ${figureOf(totals[index])}`).join('; ')}.`;
  const outside = (words: string, value: number | null) =>
    value === null ? [] : [{ cells: [words, ...years.map(() => ''), bnText(value)] }];
  return {
    name: 'spending',
    topic: 'Probable spending by layer and year, US$ bn',
    title: spendingTitle(spending),
    subtitle: spendingSubtitle(spending),
    source: sources.spending,
    chart:
      years.length === 0 || layers.length === 0
        ? null
        : ({ chartWidth, chartHeight }) => (
            <ChartPicture
              option={(colours) => spendingOption(spending, colours, chartWidth, chartHeight)}
              width={chartWidth}
              height={chartHeight}
              description={description}
            />
          ),
    table: {
      columns: [
        { title: 'Layer, US$ bn', kind: 'words' },
        ...years.map((year) => ({ title: year, kind: 'figures' as const })),
        { title: years.length > 0 ? `${years[0]} to ${years.at(-1)}` : 'Sum', kind: 'figures' },
      ],
      rows: [
        ...layers.map(({ name, values }) => ({
          cells: [name, ...values.map(figureOf), figureOf(total(values))],
        })),
        { cells: ['All layers', ...totals.map(figureOf), figureOf(total(totals))], total: true },
        ...outside(`Before ${years[0]}, not in the chart`, beforeWindow),
        ...outside(`After ${years.at(-1)}, not in the chart`, afterWindow),
      ],
    },
  };
}
