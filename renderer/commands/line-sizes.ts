import { quoteSheet } from '../../shared/workbook/address.ts';
import type { Command, PartCommand } from '../../shared/workbook/command.ts';
import { maximumColumnWidth, maximumRowHeight } from '../../shared/workbook/document.ts';
import type { LineSpans } from '../../shared/workbook/line-spans.ts';
import { linesText, type Axis, type Interval } from '../../shared/workbook/structure/line-change.ts';

/** Lines in words: `rows 5 to 7`, and how many there are where they do not lie together. */
export function spansText(axis: Axis, spans: LineSpans): string {
  const [only] = spans;
  if (only && spans.length === 1) return linesText(axis, only.first, only.last - only.first + 1);
  return `${spans.reduce((sum, { first, last }) => sum + last - first + 1, 0)} ${axis}`;
}

/** The command that gives lines another size, in CSS pixels at 100 %; 0 hides them, and any other shows them. */
export function sizeCommand(sheet: string, axis: Axis, lines: LineSpans, size: number): Command {
  const label = `${axis === 'rows' ? 'Height' : 'Width'} of ${spansText(axis, lines)} of ${quoteSheet(sheet)}`;
  const commands = lines.flatMap((span): PartCommand[] => {
    const shown = setHidden(sheet, axis, span, size === 0, label);
    return size === 0 ? [shown] : [sized(sheet, axis, span, size, label), shown];
  });
  return { kind: 'several', label, commands };
}

/**
 * The command that makes lines as large as what they hold; null where there is nothing to do. `widthOf`
 * tells what a column needs; columns in which nothing stands keep their width.
 */
export function fitCommand(
  sheet: string,
  axis: Axis,
  lines: LineSpans,
  widthOf: (column: number) => number | undefined,
): Command | null {
  const label = `AutoFit ${spansText(axis, lines)} of ${quoteSheet(sheet)}`;
  const commands = lines.flatMap(({ first, last }): PartCommand[] => {
    if (axis === 'rows') return [{ kind: 'setRowHeight', label, sheet, first, last, height: null }];
    return Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((column) => {
      const width = widthOf(column);
      return width === undefined ? [] : [sized(sheet, axis, { first: column, last: column }, width, label)];
    });
  });
  return commands.length === 0 ? null : { kind: 'several', label, commands };
}

/** The command that shows hidden lines. */
export function showCommand(sheet: string, axis: Axis, lines: Interval): Command {
  const label = `Unhide ${spansText(axis, [lines])} of ${quoteSheet(sheet)}`;
  return setHidden(sheet, axis, lines, false, label);
}

function sized(
  sheet: string,
  axis: Axis,
  { first, last }: Interval,
  size: number,
  label: string,
): PartCommand {
  return axis === 'rows'
    ? { kind: 'setRowHeight', label, sheet, first, last, height: Math.min(size, maximumRowHeight) }
    : { kind: 'setColumnWidth', label, sheet, first, last, width: Math.min(size, maximumColumnWidth) };
}

function setHidden(
  sheet: string,
  axis: Axis,
  { first, last }: Interval,
  hidden: boolean,
  label: string,
): PartCommand {
  return { kind: 'setLinesHidden', label, sheet, axis, at: first, count: last - first + 1, hidden };
}
