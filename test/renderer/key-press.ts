import type { KeyPress } from '../../renderer/grid/grid-keys.ts';

/** A key that goes down by itself, or with the keys that are held. */
export function press(key: string, held: Partial<Omit<KeyPress, 'key'>> = {}): KeyPress {
  return { key, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...held };
}
