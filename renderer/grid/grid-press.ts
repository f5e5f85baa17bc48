import { flushSync } from 'react-dom';
import { nearestOutside } from '../../shared/workbook/line-spans.ts';
import { maximumLines } from '../../shared/workbook/structure/line-change.ts';
import { giveKey } from '../give-key.ts';
import type { Workspace } from '../workspace.ts';
import type { CellEditorHandle } from './cell-editor.tsx';
import { inEndMode } from './end-mode.ts';
import { gridKey, isOneCell, isOneCharacter, isTyped, type GridKey, type KeyPress } from './grid-keys.ts';
import { selectionKey } from './selection-keys.ts';
import { TabRun } from './tab-run.ts';

/** What surrounds the keys of the grid. */
interface Surroundings {
  readonly editor: () => CellEditorHandle | null;
  /** Scrolls until the active cell is in view. */
  readonly reveal: () => void;
  /** Whoever answers a key before the grid does; true when it is taken. */
  readonly first: readonly ((press: KeyPress) => boolean)[];
}

/**
 * Answers the keys that go down while the grid has the keyboard. Gives whether a key is taken, so
 * that it is not Handsontable's.
 */
export function gridPress(
  { session, view, editing }: Workspace,
  { editor, reveal, first }: Surroundings,
): (event: KeyboardEvent) => boolean {
  const tabRun = new TabRun();
  /** Enter after Tab leads back to the column in which the row was begun. */
  const takesRunKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): boolean => {
    // Among several chosen cells both keys go round.
    if (ctrlKey || metaKey || altKey || !isOneCell(view.selection)) return false;
    if (key === 'Tab') tabRun.step(view.selection, shiftKey ? -1 : 1);
    const next = key === 'Enter' && !shiftKey ? tabRun.end(view.selection) : undefined;
    if (next) {
      const row = nearestOutside(session.sheet(view.sheet).hiddenRows, next.row, 1);
      view.select({ sheet: view.sheet, row, column: next.column });
    }
    return next !== undefined;
  };
  const choose = ({ address, range, others }: Extract<GridKey, { kind: 'choose' }>) =>
    view.select(address, range, others);

  return (event) => {
    if (editing.state) {
      // The mouse took the focus from an entry that is not finished: its keys belong to it.
      const { key } = event;
      editor()?.focus();
      // What is typed is written by the browser itself.
      if (!isTyped(key)) {
        event.preventDefault();
        giveKey(event);
      }
      return true;
    }
    const mirror = session.sheet(view.sheet);
    const press = inEndMode(event, view);
    if (
      press === null ||
      first.some((takes) => takes(press)) ||
      takesRunKey(press) ||
      selectionKey(press, view, mirror, maximumLines, choose)
    ) {
      event.preventDefault();
      return true;
    }
    const key = gridKey(press, view.selection, mirror, maximumLines);
    if (!key) return false;
    // What is typed belongs to the active cell, wherever the wheel has gone since.
    if (key.kind !== 'choose') reveal();
    switch (key.kind) {
      case 'choose':
        choose(key);
        break;
      case 'empty':
        editing.begin(view.selection, 'cell', '');
        break;
      case 'typeOver':
        // The character itself arrives in the editor, which is drawn and has the focus by then.
        flushSync(() =>
          editing.begin(
            view.selection,
            'cell',
            event.isTrusted || !isOneCharacter(event.key) ? '' : event.key,
          ),
        );
        editor()?.focus();
        return true;
    }
    event.preventDefault();
    return true;
  };
}
