import { useCallback, type KeyboardEvent, type RefObject } from 'react';
import { useWorkspace } from '../use-workspace.ts';
import type { EntryTarget } from '../entry-cells.ts';
import { giveKey } from '../give-key.ts';
import { chosenRanges } from '../sheet-view.ts';
import type { Editing } from '../editing.ts';
import { commandOfKey } from '../shell/shortcuts.ts';
import { insertedText, isInserting } from './inserted-text.ts';
import { pointsOn } from './pointing.ts';
import { turnReference } from './turn-reference.ts';

const arrows = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

/** Excel's keys while a cell is edited, the same in the cell and in the formula bar. */
export function useEditorKeys(field: RefObject<HTMLTextAreaElement | null>) {
  const workspace = useWorkspace();
  const { session, editing, view } = workspace;

  return useCallback(
    (event: KeyboardEvent<HTMLTextAreaElement>) => {
      const { state } = editing;
      if (!state) return;
      event.stopPropagation();
      const { key, shiftKey } = event;
      const mod = event.ctrlKey || event.metaKey;
      const inserting = commandOfKey(event)?.id;
      // An input method uses Enter and Escape for itself.
      if (event.nativeEvent.isComposing) return;

      const leave = (move: (() => void) | null, into?: EntryTarget) => {
        event.preventDefault();
        const seen = view.version();
        void editing.commit(into);
        workspace.waiting.do(() => {
          // The person may have gone elsewhere meanwhile.
          if (view.version() !== seen || !isInEditor(document.activeElement)) return;
          // References may have been picked on another sheet.
          view.show(state.address.sheet);
          workspace.grid?.focus();
          move?.();
        });
      };

      if (key === 'Enter' && event.altKey) {
        event.preventDefault();
        insert(event.currentTarget, '\n', editing);
      } else if (key === 'Enter' && mod)
        leave(null, { ranges: chosenRanges(view.selection), asArray: shiftKey });
      else if (key === 'Enter' || key === 'Tab') leave(() => workspace.grid?.press(key, shiftKey));
      else if (key === 'Escape') {
        event.preventDefault();
        editing.cancel();
        workspace.grid?.focus();
      } else if (isInserting(inserting)) {
        event.preventDefault();
        insert(event.currentTarget, insertedText(inserting, session, state.address), editing);
      } else if (key === 'F2') {
        event.preventDefault();
        editing.stayInside();
      } else if (key === 'F4') {
        event.preventDefault();
        const element = event.currentTarget;
        const turned = turnReference(element.value, element.selectionStart);
        if (turned) {
          editing.type(turned.text);
          requestAnimationFrame(() => field.current?.setSelectionRange(turned.caret, turned.caret));
        }
      } else if (arrows.has(key)) {
        const { selectionStart: start, selectionEnd: end } = event.currentTarget;
        // Where a reference may stand, arrows point at cells; elsewhere they leave a cell that is typed over.
        const points = state.typedOver || pointsOn({ start, end }, state.pointed);
        if (points && workspace.grid?.pointWith(event)) event.preventDefault();
        else if (state.typedOver && !mod && !shiftKey) leave(() => giveKey(event));
      }
    },
    [session, editing, view, workspace, field],
  );
}

/** Writes at the text cursor, over what is selected. */
function insert(element: HTMLTextAreaElement, text: string, editing: Editing): void {
  element.setRangeText(text, element.selectionStart, element.selectionEnd, 'end');
  editing.type(element.value);
}

/** True for the text in the cell or in the bar, and where nothing has the focus. */
function isInEditor(element: Element | null): boolean {
  return (
    element === null || element === document.body || element.closest('.formula-field, .sheet-stage') !== null
  );
}
