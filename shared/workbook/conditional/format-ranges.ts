import type { Range } from '../address.ts';
import { firstCell, without } from '../range-parts.ts';
import { relocateFormula } from '../relocate.ts';
import { withOperands, type ConditionalFormat } from './conditional-format.ts';

/** The format on other cells, each of which is judged as it would be if it were one of its own. */
export function onRanges(format: ConditionalFormat, ranges: readonly Range[]): ConditionalFormat {
  const [before, now] = [firstCell(format.ranges), firstCell(ranges)];
  const rule = withOperands(format.rule, (formula) =>
    relocateFormula(formula, before, now, { wrapEdges: true }),
  );
  return { ...format, ranges, rule };
}

/** The formats of a workbook without those of some cells. */
export function withoutFormats(
  formats: readonly ConditionalFormat[],
  sheet: string,
  cells: readonly Range[],
): ConditionalFormat[] {
  return formats.flatMap((format) => {
    if (format.sheet !== sheet) return [format];
    const left = cells.reduce(
      (ranges: readonly Range[], gone) => ranges.flatMap((range) => without(range, gone)),
      format.ranges,
    );
    if (left.length === format.ranges.length && left.every((range, index) => range === format.ranges[index]))
      return [format];
    return left.length === 0 ? [] : [onRanges(format, left)];
  });
}
