import { spanAt, type LineSpans } from '../../shared/workbook/line-spans.ts';

/** Marks the header of a line beside which others are hidden, so that a double line is drawn there. */
export function markHidden(header: HTMLElement, line: number, hidden: LineSpans): void {
  const words: string[] = [];
  if (line >= 0 && spanAt(hidden, line + 1)) words.push('after');
  // Only before the first line that is shown nothing else stands for the hidden ones.
  const before = spanAt(hidden, line - 1);
  if (before?.first === 0) words.push('before');
  if (words.length > 0) header.dataset['hidden'] = words.join(' ');
  else if (header.dataset['hidden'] !== undefined) delete header.dataset['hidden'];
}
