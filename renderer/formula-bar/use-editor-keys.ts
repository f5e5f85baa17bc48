import { useCallback, type KeyboardEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useWorkspace } from '../use-workspace.ts';
import type { EntryTarget } from '../entry-cells.ts';
import { giveKey } from '../give-key.ts';
import { chosenRanges } from '../sheet-view.ts';
import { argumentNames } from './argument-names.ts';
import { calculatePart } from './calculated-part.ts';
import { commandOfKey } from '../shell/shortcuts.ts';
import { insert } from './insert-text.ts';
import { insertedText, isInserting } from './inserted-text.ts';
import { pointsOn, type Caret } from './pointing.ts';

const arrows = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);
/** Further keys that lead from cell to cell; End alone stays in the text. */
const leaps = new Set(['Home', 'PageUp', 'PageDown']);

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
        workspace.giveEntryUp();
      } else if (mod && !event.altKey && /^[zy]$/i.test(key)) {
        event.preventDefault();
        const isBack = key.toLowerCase() === 'z' && !shiftKey;
        const caret = flushSync(() => editing.step(isBack));
        if (caret !== undefined) field.current?.setSelectionRange(caret, caret);
      } else if (isInserting(inserting)) {
        event.preventDefault();
        insert(event.currentTarget, insertedText(inserting, session, state.address), editing);
      } else if (key === 'F2') {
        event.preventDefault();
        editing.changeArrows(caretOf(event.currentTarget));
      } else if (key === 'F4') {
        event.preventDefault();
        const element = event.currentTarget;
        const turned = flushSync(() => editing.turn(caretOf(element)));
        if (turned) element.setSelectionRange(turned.start, turned.end);
      } else if (key === 'F9') {
        event.preventDefault();
        const element = event.currentTarget;
        const calculated = calculatePart(session, editing, caretOf(element)).then((chosen) => {
          if (chosen) element.setSelectionRange(chosen.start, chosen.end);
          return true;
        });
        void workspace.waiting.during(calculated);
      } else if (mod && shiftKey && key.toLowerCase() === 'a') {
        event.preventDefault();
        const element = event.currentTarget;
        const caret = element.selectionEnd;
        const names = argumentNames(state.text, caret, session.formulaWords.current);
        if (!names) return;
        insert(element, names.text, editing);
        const first = caret + names.first.at;
        element.setSelectionRange(first, first + names.first.length);
      } else if (arrows.has(key) || leaps.has(key) || (key === 'End' && mod)) {
        // Where a reference may stand, these point at cells; elsewhere they leave a cell that is typed over.
        const points = state.typedOver || pointsOn(caretOf(event.currentTarget), state.pointed);
        if (points && workspace.grid?.pointWith(event)) event.preventDefault();
        else if (state.typedOver && !shiftKey) leave(() => giveKey(event));
      }
    },
    [session, editing, view, workspace, field],
  );
}

function caretOf({ selectionStart: start, selectionEnd: end }: HTMLTextAreaElement): Caret {
  return { start, end };
}

/** True for the text in the cell or in the bar, and where nothing has the focus. */
function isInEditor(element: Element | null): boolean {
  return (
    element === null || element === document.body || element.closest('.formula-field, .sheet-stage') !== null
  );
}
