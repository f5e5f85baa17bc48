import { addressText } from '../address.ts';
import type { CellContent } from '../document.ts';
import type { Happening } from './cell-history.ts';
import type { LogEntry } from './log-entry.ts';

/** `0.45 (was 0.4)`: a content and the one before it; `text` tells how a content is written. */
export function contentWords(
  { was, is }: { readonly was: CellContent | null; readonly is: CellContent | null },
  text: (content: CellContent) => string,
): string {
  return `${is === null ? 'Emptied' : text(is)} (was ${was === null ? 'empty' : text(was)})`;
}

/** What happened to a cell, in a few words. */
export function happeningWords(happening: Happening, text: (content: CellContent) => string): string {
  switch (happening.kind) {
    case 'content':
      return contentWords(happening, text);
    case 'oneOfMany':
      return happening.certain
        ? `One of ${happening.count} cells that changed`
        : `Perhaps one of ${happening.count} cells that changed around it`;
    case 'moved':
      return `Moved here from ${addressText(happening.from)}`;
    case 'left':
      return `Cut and pasted to ${addressText(happening.to)}`;
    case 'look':
      return 'Look changed';
    case 'note':
      return 'Note changed';
    case 'validation':
      return 'Data validation changed';
    case 'conditionalFormat':
      return 'Conditional formatting changed';
    case 'added':
      return 'Inserted';
    case 'removed':
      return 'Deleted or pasted over';
    case 'restored':
      return 'Came back';
    default:
      return happening satisfies never;
  }
}

/** What was done, in the words of the Undo menu: `Undo: Type 5 in Deals!B4`. */
export function entryWords({ kind, label }: Pick<LogEntry, 'kind' | 'label'>): string {
  return { step: '', undo: 'Undo: ', redo: 'Redo: ' }[kind] + label;
}
