import type { SheetView } from '../sheet-view.ts';
import type { KeyPress } from './grid-keys.ts';

const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']);

/**
 * Excel's End mode, which End turns on and off: the next arrow leads to the edge of the data, Home to the last
 * cell in use, and Enter to the last one of the row. Gives the key that `press` stands for; null for End itself.
 */
export function inEndMode(press: KeyPress, view: SheetView): KeyPress | null {
  const { key } = press;
  if (modifiers.has(key)) return press;
  const wasOn = view.isEndMode;
  view.setEndMode(false);
  if (!press.ctrlKey && !press.metaKey && !press.altKey) {
    if (key === 'End') {
      view.setEndMode(!wasOn);
      return null;
    }
    if (wasOn && key.startsWith('Arrow')) return { ...pressOf(press), ctrlKey: true };
    if (wasOn && key === 'Home') return { ...pressOf(press), key: 'End', ctrlKey: true };
    if (wasOn && key === 'Enter') return { ...pressOf(press), key: 'End' };
  }
  return press;
}

/** An event does not spread. */
function pressOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): KeyPress {
  return { key, ctrlKey, metaKey, altKey, shiftKey };
}
