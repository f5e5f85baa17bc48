import { useEffect } from 'react';
import type { Workspace } from '../workspace.ts';

const modifiers = new Set(['Control', 'Meta', 'Alt']);

/**
 * Tells the engine what is likely to come, so that it is free by then: a press of the mouse or of Ctrl comes
 * well before the click or the shortcut that it begins.
 */
export function useForesight(workspace: Workspace | null): void {
  useEffect(() => {
    if (!workspace) return undefined;
    const { session, editing } = workspace;
    const expect = () => session.expectCommand(editing.state !== null);
    const onKeyDown = ({ key, repeat }: KeyboardEvent) => {
      if (!repeat && modifiers.has(key)) expect();
    };
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal };
    window.addEventListener('pointerdown', expect, options);
    window.addEventListener('keydown', onKeyDown, options);
    return () => listening.abort();
  }, [workspace]);
}
