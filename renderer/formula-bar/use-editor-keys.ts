import { useCallback, type KeyboardEvent, type RefObject } from 'react';
import { useWorkspace } from '../use-workspace.ts';
import { isOneCharacter } from '../grid/grid-keys.ts';
import { pointsOn } from './pointing.ts';
import { turnReference } from './turn-reference.ts';

const arrows = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

/**
 * Excel's keys while a cell is edited, the same in the cell and in the formula bar. Keys that come
 * while the engine looks at the text wait for its answer, so that none is lost.
 */
export function useEditorKeys(field: RefObject<HTMLTextAreaElement | null>) {
  const workspace = useWorkspace();
  const { editing, view } = workspace;

  return useCallback(
    (event: KeyboardEvent<HTMLTextAreaElement>) => {
      const { state } = editing;
      if (!state) return;
      event.stopPropagation();
      if (state.committing) {
        event.preventDefault();
        const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
        waiting.push({ key, shiftKey, ctrlKey, metaKey, altKey });
        return;
      }
      const { key, shiftKey } = event;
      const mod = event.ctrlKey || event.metaKey;
      // An input method uses Enter and Escape for itself.
      if (event.nativeEvent.isComposing) return;

      const leave = async (move: (() => void) | null, into?: boolean) => {
        event.preventDefault();
        const seen = view.version();
        const taken = await editing.commit(into ? view.selection.range : undefined);
        // Keys that waited were meant for a cell that is not there yet, or no longer.
        if (!taken || view.version() !== seen || !isInEditor(document.activeElement)) {
          waiting.length = 0;
          return;
        }
        // References may have been picked on another sheet.
        view.show(state.address.sheet);
        workspace.grid?.focus();
        move?.();
        replay(() => editing.state?.committing === true);
      };

      if (key === 'Enter' && event.altKey) {
        event.preventDefault();
        const element = event.currentTarget;
        element.setRangeText('\n', element.selectionStart, element.selectionEnd, 'end');
        editing.type(element.value);
      } else if (key === 'Enter' && mod) void leave(null, true);
      else if (key === 'Enter' || key === 'Tab') void leave(() => workspace.grid?.press(key, shiftKey));
      else if (key === 'Escape') {
        event.preventDefault();
        editing.cancel();
        workspace.grid?.focus();
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
        else if (state.typedOver && !mod && !shiftKey) void leave(() => pressAgain({ key }));
      }
    },
    [editing, view, workspace, field],
  );
}

type WaitingKey = Pick<KeyboardEventInit, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const waiting: WaitingKey[] = [];

/** Gives the keys that waited to whatever has the focus now, until one of them has to wait again. */
function replay(mustWait: () => boolean): void {
  while (!mustWait()) {
    const press = waiting.shift();
    if (!press) return;
    const { key = '', ctrlKey, metaKey } = press;
    const active = document.activeElement;
    const isCharacter = isOneCharacter(key) && !ctrlKey && !metaKey;
    if (active instanceof HTMLTextAreaElement && isInEditor(active) && isCharacter) {
      active.setRangeText(key, active.selectionStart, active.selectionEnd, 'end');
      active.dispatchEvent(new Event('input', { bubbles: true }));
    } else pressAgain(press);
  }
}

function pressAgain(press: WaitingKey): void {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(
    new KeyboardEvent('keydown', {
      ...press,
      ...(press.key !== undefined && { code: press.key }),
      bubbles: true,
      cancelable: true,
    }),
  );
}

/** True for the text in the cell or in the bar, and where nothing has the focus. */
function isInEditor(element: Element | null): boolean {
  return (
    element === null || element === document.body || element.closest('.formula-field, .sheet-stage') !== null
  );
}
