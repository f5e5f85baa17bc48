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
      unit: figureUnit(unit, format),
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
