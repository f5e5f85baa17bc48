import { quoteSheet } from '../../shared/workbook/address.ts';
import { differenceOf, type LineSpans } from '../../shared/workbook/line-spans.ts';
import type { Axis } from '../../shared/workbook/structure/line-change.ts';
import type { Problem } from '../../shared/result.ts';
import type { SheetMirror } from '../session/sheet-mirror.ts';
import { shortcutWords } from '../shell/shortcuts.ts';
import { spansText } from './line-sizes.ts';

type Sheet = Pick<SheetMirror, 'name' | 'filter' | 'hiddenRows' | 'hiddenColumns'>;

/** The chosen lines that are deleted: as in Excel not those that a filter hides, and all that a person has hidden. */
export function deletedOf({ filter }: Sheet, axis: Axis, chosen: LineSpans): LineSpans {
  return axis === 'rows' && filter ? differenceOf(chosen, filter.hiddenRows) : chosen;
}

/** Why nothing is deleted where the filter hides all rows that are chosen. */
export function filteredOutProblem(sheet: Sheet, chosen: LineSpans): Problem {
  return {
    code: 'filtered-out',
    message: `The filter hides ${spansText('rows', chosen)} of ${quoteSheet(sheet.name)}, and what it hides is not deleted.`,
    subject: sheet.name,
    remedy: 'Clear the filter, or choose rows that are in sight.',
  };
}

/** What a person is told who did something to lines of which none is in sight; undefined where some are. */
export function unseenWords(
  sheet: Sheet,
  axis: Axis,
  lines: LineSpans,
  done: 'deleted' | 'inserted',
): string | undefined {
  const hidden = axis === 'rows' ? sheet.hiddenRows : sheet.hiddenColumns;
  if (lines.length === 0 || differenceOf(lines, hidden).length > 0) return undefined;
  const words = spansText(axis, lines);
  const isOne = lines.length === 1 && lines[0]?.first === lines[0]?.last;
  const back = `${shortcutWords('Mod+Z')} takes that back`;
  const subject = `${words.charAt(0).toUpperCase()}${words.slice(1)} of ${quoteSheet(sheet.name)}`;
  return done === 'deleted'
    ? `${subject}, which ${isOne ? 'was' : 'were'} hidden, ${isOne ? 'is' : 'are'} deleted. ${back}`
    : `${subject} ${isOne ? 'is' : 'are'} inserted among hidden ${axis}, and hidden as they are. ${back}`;
}
