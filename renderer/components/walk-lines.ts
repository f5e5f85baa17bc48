import type { KeyboardEvent } from 'react';

const lineSelector = '[data-line]';

/**
 * Moves the focus along the lines of a list: up, down, Home and End. True when the key was one of
 * these. Lines are marked with `data-line`.
 */
export function walkLines(event: KeyboardEvent<HTMLElement>): boolean {
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>(lineSelector)];
  const at = lines.findIndex((line) => line.contains(document.activeElement));
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(lines.length - 1, at + 1),
    ArrowUp: Math.max(0, at - 1),
    Home: 0,
    End: lines.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined) return false;
  event.preventDefault();
  lines[target]?.focus();
  return true;
}
