import { useEffect, useEffectEvent, useRef } from 'react';
import { giveKey } from '../give-key.ts';
import type { Workspace } from '../workspace.ts';
import { accessLetter, menuOfLetter } from './access-keys.ts';
import type { AppActions } from './app-actions.ts';
import { walkRegions } from './regions.ts';
import { commandOfKey, isSystemKey } from './shortcuts.ts';
import { isTextField } from './text-field.ts';
import type { WindowState } from './window-state.ts';

/** Parts of the window that are no part of an entry under way. */
const leavesEntry = '.title-bar, .switch-bar, .headline-strip, .sheet-bar';

/**
 * Carries out the shortcuts, and takes an entry when the person turns to another part of the window.
 * Keys that come while the engine looks at an entry wait for its answer, so that none is lost.
 */
export function useWindowKeys(
  workspace: Workspace | null,
  actions: AppActions | null,
  windowState: WindowState,
  isCovered: () => boolean,
): void {
  const isArriving = useArrivingPages(workspace, windowState);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!workspace || !actions || event.defaultPrevented) return;
    const { waiting } = workspace;
    const isForPage = isArriving() || (waiting.isWaiting && !waiting.isBlocked);
    if (isCovered() && !isForPage) return;
    // Nobody has the keyboard, as for a moment after a dialog: who types now means the cells.
    if (!isCovered() && document.activeElement === document.body) workspace.grid?.focus();
    if (mustWait(event, workspace)) {
      const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
      event.preventDefault();
      event.stopPropagation();
      workspace.waiting.do(() => giveKey({ key, code, ctrlKey, metaKey, altKey, shiftKey }));
      return;
    }
    if (event.key === 'F6') {
      event.preventDefault();
      walkRegions(event.shiftKey ? -1 : 1, () => workspace.grid?.focus());
      return;
    }
    const command = commandOfKey(event);
    if (!command) {
      if (!isCovered()) turnToMenu(event);
      return;
    }
    if (command.heard === 'outsideText' && isTextField(event.target)) return;
    if (command.heard === 'grid' && !workspace.grid?.hasFocus()) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat || command.repeats) actions.run(command.id);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    // Before the grid, so that every shortcut does its work once.
    window.addEventListener('keydown', listener, true);
    return () => window.removeEventListener('keydown', listener, true);
  }, []);

  const onFocus = useEffectEvent((target: EventTarget | null) => {
    const editing = workspace?.editing;
    if (!editing?.state || editing.state.committing || editing.state.problem) return;
    // A formula may go on on another sheet; everything else is taken when the person turns away.
    if (!(target instanceof Element) || !target.closest(leavesEntry)) return;
    if (editing.state.text.startsWith('=') && target.closest('[role="tab"]')) return;
    void editing.commit();
  });
  useEffect(() => {
    const listener = ({ target }: Event) => onFocus(target);
    window.addEventListener('focusin', listener);
    return () => window.removeEventListener('focusin', listener);
  }, []);
}

/**
 * Gives Alt with the letter of a menu to the menu bar. As with a click there, an entry under way is taken
 * first, and the key waits for the answer.
 */
function turnToMenu(event: KeyboardEvent): void {
  const here = document.activeElement;
  if (!event.altKey || !here?.closest('.workbook-window') || here.closest('.menu-bar')) return;
  const letter = accessLetter(event);
  const menu = letter === null ? undefined : menuOfLetter(letter);
  if (menu === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  document.querySelector<HTMLElement>(`[data-menu="${menu}"]`)?.focus();
  giveKey(event);
}

/**
 * Lets keys wait from when a page is opened until it has the keyboard: they are meant for it, and not for
 * the cells. Tells whether one is on its way.
 */
function useArrivingPages(workspace: Workspace | null, windowState: WindowState): () => boolean {
  const settle = useRef<((hasArrived: boolean) => void) | null>(null);
  useEffect(() => {
    let { page } = windowState.shown;
    const end = (hasArrived: boolean) => {
      settle.current?.(hasArrived);
      settle.current = null;
    };
    const unsubscribe = windowState.subscribe(() => {
      if (windowState.shown.page === page) return;
      ({ page } = windowState.shown);
      end(page !== null);
      if (page === null || !workspace) return;
      const arrival = new Promise<boolean>((resolve) => {
        settle.current = resolve;
      });
      void workspace.waiting.during(arrival);
    });
    const listener = ({ target }: Event) => {
      if (target instanceof Element && !target.closest('.workbook-window')) end(true);
    };
    window.addEventListener('focusin', listener);
    return () => {
      window.removeEventListener('focusin', listener);
      unsubscribe();
      end(false);
    };
  }, [workspace, windowState]);
  return () => settle.current !== null;
}

const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta']);

/** True for a key that comes too early; a text field that is no part of the sheet takes it at once. */
function mustWait(event: KeyboardEvent, { waiting }: Workspace): boolean {
  const { key, target, isComposing } = event;
  if (!waiting.isWaiting || isComposing || modifiers.has(key)) return false;
  // The clipboard is open only while the browser carries its keys out; what they do waits in the grid.
  if (isSystemKey(event)) return false;
  const isElsewhere = isTextField(target) && !target.closest('.formula-field');
  return !(waiting.isBlocked && isElsewhere);
}
