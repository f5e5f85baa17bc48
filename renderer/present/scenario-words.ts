import type { ScenarioComparison } from '../../shared/analysis/scenarios.ts';
import { figureText, figureUnit } from '../charts/figure-text.ts';
import { unmovedCount } from './scenario-rows.ts';
import { countWords, listWords, moneyWords } from './money-words.ts';

type ComparedFigure = ScenarioComparison['figures'][number];

/** The figure the title speaks of. */
const leadingFigure = 'probable_by_2028';

function amountWords(value: number, { unit, format }: ComparedFigure): string {
  if (unit.startsWith('US$ bn')) return moneyWords(value);
  const shownUnit = figureUnit(unit, format);
  return `${figureText(value, format)}${shownUnit === '' ? '' : `\u00A0${shownUnit}`}`;
}

/** The title of the comparison of scenarios; the words for a workbook without scenarios included. */
export function scenariosTitle({ scenarios, figures }: ScenarioComparison): string {
  const figure = figures.find(({ name }) => name === leadingFigure) ?? figures[0];
  if (!figure || scenarios.length === 0) return 'This workbook has no scenarios to compare';
  const given = scenarios.flatMap((scenario, index) => {
    const value = figure.values[index];
    return typeof value === 'number' ? [{ scenario, value }] : [];
  });
  if (given.length === 0) return `${figure.label} cannot be worked out in any scenario`;
  const values = given.map(({ value }) => value);
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const [lowWords, highWords] = [amountWords(lowest, figure), amountWords(highest, figure)];
  const [only] = given;
  if (given.length === 1 && only) return `${figure.label} is ${lowWords} in ${only.scenario}`;
  if (lowWords === highWords) {
    return `${figure.label} is ${lowWords} in ${given.length === 2 ? 'both' : `all ${countWords(given.length)}`} scenarios`;
  }
  const named = (words: string) =>
    listWords(
      given.filter(({ value }) => amountWords(value, figure) === words).map(({ scenario }) => scenario),
    );
  return `${figure.label} runs from ${lowWords} in ${named(lowWords)} to ${highWords} in ${named(highWords)}`;
}

/** The line under it: how to read the small figures, and what is left out. */
export function scenariosSubtitle(comparison: ScenarioComparison): string {
  const [base, ...others] = comparison.scenarios;
  if (base === undefined || others.length === 0) return '';
  const left = unmovedCount(comparison);
  const words = countWords(left);
  const leftOut =
    left === 0
      ? ''
      : ` ${words.charAt(0).toUpperCase()}${words.slice(1)} ${left === 1 ? 'figure that no scenario moves is' : 'figures that no scenario moves are'} left out.`;
  return `Small figures are differences from ${base}, the largest of a row in bold; blank means the same.${leftOut}`;
}
