import type { Area } from '../address.ts';
import type { ConditionalFormat } from '../conditional/conditional-format.ts';

/** The areas of conditional formats that were added, taken away or changed, or that count before or after others now. */
export function changedFormats(
  before: readonly ConditionalFormat[],
  after: readonly ConditionalFormat[],
): Area[] {
  const first = sharedAtStart(before, after);
  const [was, is] = [before.slice(first).toReversed(), after.slice(first).toReversed()];
  const last = sharedAtStart(was, is);
  const areas = [...was.slice(last), ...is.slice(last)].flatMap(({ sheet, ranges }) =>
    ranges.map((range): Area => ({ sheet, range })),
  );
  return [...new Map(areas.map((area) => [JSON.stringify(area), area])).values()];
}

/** With how many formats in a row both lists begin. */
function sharedAtStart(one: readonly ConditionalFormat[], other: readonly ConditionalFormat[]): number {
  const different = one.findIndex((format, place) => JSON.stringify(format) !== JSON.stringify(other[place]));
  return different < 0 ? one.length : different;
}
