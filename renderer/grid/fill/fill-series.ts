import { isFormula, plainText, textContent, type CellContent } from '../../../shared/workbook/document.ts';
import { isDateFormat, isTextFormat } from '../../../shared/workbook/number-format.ts';
import type { FillMode, SourceCell } from './source-cell.ts';
import { dateSeries } from './date-series.ts';
import { linearTrend } from './linear-trend.ts';
import { countingText } from './counting-text.ts';

/** The content at a place counted from the first cell of the source; undefined where the source is repeated. */
export type Series = (place: number) => CellContent | undefined;

/** How the cells of a row or a column go on before the first and after the last of them. */
export function seriesOf(cells: readonly SourceCell[], mode: FillMode): Series {
  if (mode === 'copy' || (mode === 'opposite' && cells.length > 1)) return () => undefined;
  const groups = new Map<string, SourceCell[]>();
  const terms = cells.map((cell) => {
    const kind = kindOf(cell);
    if (kind === undefined) return undefined;
    const group = groups.get(kind) ?? [];
    groups.set(kind, group);
    group.push(cell);
    return { group, index: group.length - 1 };
  });
  const steps = new Map([...groups.values()].map((group) => [group, stepsOf(group, mode)]));
  return (place) => {
    const turn = Math.floor(place / cells.length);
    const term = terms[place - turn * cells.length];
    // Each turn through the source goes on where the turn before ended.
    return term && steps.get(term.group)?.(turn * term.group.length + term.index);
  };
}

/** What cells must have in common to go on together; undefined for cells that are only copied. */
function kindOf({ content, format }: SourceCell): string | undefined {
  if (typeof content === 'number') return isDate(format) ? 'date' : 'number';
  if (typeof content !== 'string' || isFormula(content)) return undefined;
  const counted = countingText(plainText(content));
  return counted && `text ${counted.kind}`;
}

function stepsOf(cells: readonly SourceCell[], mode: FillMode): Series | undefined {
  const numbers = cells.map(({ content }) => content).filter((content) => typeof content === 'number');
  const [first] = numbers;
  if (first === undefined) return mode === 'continue' ? textSteps(cells) : undefined;
  if (isDate(cells[0]?.format))
    return mode === 'continue' ? dateSeries(numbers, cells[0]?.format ?? '') : undefined;
  if (numbers.length > 1) return linearTrend(numbers);
  return mode === 'opposite' ? linearTrend([first, first + 1]) : undefined;
}

function textSteps(cells: readonly SourceCell[]): Series | undefined {
  const texts = cells
    .map(({ content }) => (typeof content === 'string' ? countingText(plainText(content)) : undefined))
    .filter((text) => text !== undefined);
  const [first, second] = texts;
  if (!first) return undefined;
  const { cycle } = first;
  const distance = (from: number, to: number) =>
    cycle === undefined ? to - from : (((to - from) % cycle) + cycle) % cycle;
  const step = second ? distance(first.value, second.value) : 1;
  const isEven = texts.every(
    ({ value }, index) => index === 0 || distance(texts[index - 1]?.value ?? 0, value) === step,
  );
  // “May” is as well the short name; beside “April” it is the long one.
  const { write } = texts.reduce((one, other) => (other.length > one.length ? other : one));
  return isEven ? (place) => textContent(write(first.value + step * place)) : undefined;
}

function isDate(format: string | undefined): boolean {
  return format !== undefined && isDateFormat(format) && !isTextFormat(format);
}
