import { columnLetters, columnNumber } from '../../workbook/address.ts';
import { maximumLines, type Axis, type Interval } from '../../workbook/structure/line-change.ts';

/** Lines as a file names them: `5:7` for rows, `C:D` for columns. */
export function spanText({ first, last }: Interval, axis: Axis): string {
  const text = (line: number) => (axis === 'rows' ? `${line + 1}` : columnLetters(line));
  return `${text(first)}:${text(last)}`;
}

const spanPatterns = { rows: /^([1-9]\d{0,6}):([1-9]\d{0,6})$/, columns: /^([A-Z]{1,3}):([A-Z]{1,3})$/ };

/** The lines that a file names; undefined where they are none of a sheet. */
function spanOf(text: string, axis: Axis): Interval | undefined {
  const [, first, last] = spanPatterns[axis].exec(text) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const line = (name: string) => (axis === 'rows' ? Number(name) - 1 : columnNumber(name));
  const span = { first: line(first), last: line(last) };
  return span.first <= span.last && span.last < maximumLines[axis] ? span : undefined;
}

/**
 * The lines that a file names one after the other, or what is wrong with them: they stand in order and
 * have no line in common, and with `apart` there is at least one between them.
 */
export function readSpans(
  texts: readonly string[],
  axis: Axis,
  apart: boolean,
): { readonly spans: readonly Interval[] } | { readonly what: string } {
  const spans: Interval[] = [];
  for (const text of texts) {
    const span = spanOf(text, axis);
    if (!span)
      return { what: `names "${text}", which are no ${axis} such as ${axis === 'rows' ? '5:7' : 'C:D'}` };
    const before = spans.at(-1);
    if (before && span.first <= before.last + (apart ? 1 : 0))
      return { what: `names "${text}" out of order or twice` };
    spans.push(span);
  }
  return { spans };
}
