/** The parts of the window that F6 walks through, top to bottom. */
const regions = [
  '.title-bar',
  '.switch-bar',
  '.headline-strip',
  '.formula-bar',
  '.work',
  '.side-panel',
  '.sheet-tabs',
] as const;

const focusable = 'button:not([disabled]):not([tabindex="-1"]), input, select, textarea';
/** Where the focus lands in a part whose first button is not what a person comes for. */
const lands = '[data-lands]:not(:disabled):not([tabindex="-1"])';

/** Moves the focus to the next part of the window, or with -1 to the one before. */
export function walkRegions(step: 1 | -1, focusGrid: () => void): void {
  const there = regions.filter((region) => document.querySelector(region));
  // A panel lies within the part for the work.
  const at = there.findLastIndex((region) => document.activeElement?.closest(region));
  const next = there[((at < 0 ? there.indexOf('.work') : at) + step + there.length) % there.length];
  if (next === undefined) return;
  if (next === '.work') focusGrid();
  else {
    const part = document.querySelector(next);
    (part?.querySelector<HTMLElement>(lands) ?? part?.querySelector<HTMLElement>(focusable))?.focus();
  }
}
