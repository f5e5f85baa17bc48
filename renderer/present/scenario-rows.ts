import type { ScenarioComparison } from '../../shared/analysis/scenarios.ts';
import { figureDifferenceText, figureText, figureUnit } from '../charts/figure-text.ts';

/** One figure of the comparison as the slide shows it. */
export interface ScenarioRow {
  readonly label: string;
  readonly unit: string;
  readonly cells: readonly {
    readonly text: string;
    /** False for words such as "not given" and for errors. */
    readonly isNumber: boolean;
    /** The signed difference from the first scenario; empty when it reads the same or cannot be worked out. */
    readonly difference: string;
    /** True for the largest difference of the row. */
    readonly largest: boolean;
  }[];
  readonly values: readonly (number | null)[];
}

type ComparedFigure = ScenarioComparison['figures'][number];

/** The figures that answer the question, each from another part of the model. */
const answering: ReadonlySet<string> = new Set([
  'probable_by_2028',
  'spending_after_2028',
  'gw_delivered_2028',
  'openai_payments',
  'end_customer_cash',
  'vendor_funding',
  'outside_money_share',
  'recycled_share_of_payments',
  'circular_share_low',
  'circular_share_high',
  'funding_gap_total',
  'gap_exit_run_rate',
  'closing_cash_2028',
  'private_credit_loss',
  'debtrank_equity_hit',
  'required_to_forecast',
  'nvidia_stake_irr',
]);

/** The comparison with as many figures as a slide can show: those that answer the question; all where the workbook has none of them. */
export function comparisonToShow(comparison: ScenarioComparison): ScenarioComparison {
  const figures = comparison.figures.filter(({ name }) => answering.has(name));
  return figures.length > 0 ? { ...comparison, figures } : comparison;
}

/** True for a figure that reads the same under every scenario. */
function unmoved({ values, format }: ComparedFigure): boolean {
  return new Set(values.map((value) => figureText(value, format))).size <= 1;
}

/** How many figures the slide leaves out, because no scenario moves them; none when that would be all. */
export function unmovedCount({ figures }: ScenarioComparison): number {
  const count = figures.filter(unmoved).length;
  return count === figures.length ? 0 : count;
}

/** The figures that the scenarios move, with their differences from the first scenario; all figures when none moves. */
export function scenarioRows(comparison: ScenarioComparison): readonly ScenarioRow[] {
  const moved = comparison.figures.filter((figure) => !unmoved(figure));
  return (moved.length > 0 ? moved : comparison.figures).map(({ label, unit, format, values }) => {
    const [base] = values;
    const differences = values.map((value) =>
      typeof value === 'number' && typeof base === 'number' ? value - base : 0,
    );
    const largest = Math.max(...differences.map(Math.abs));
    return {
      label,
      unit: figureUnit(unit, format).replace(/ per year$/, '/yr'),
      values: values.map((value) => (typeof value === 'number' ? value : null)),
      cells: values.map((value, index) => {
        const difference = differences[index] ?? 0;
        const text = figureDifferenceText(difference, format);
        return {
          text: figureText(value, format),
          isNumber: typeof value === 'number',
          difference: text,
          largest: text !== '' && Math.abs(difference) === largest,
        };
      }),
    };
  });
}
