/** What a presenter can do. */
export type PresentationAction =
  | { readonly kind: 'slide'; readonly index: number }
  | { readonly kind: 'next' | 'previous' | 'last' }
  | { readonly kind: 'scenario' | 'basis'; readonly step: 1 | -1 }
  | { readonly kind: 'table' | 'end' };

interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/**
 * The action of a key while presenting, or null. Remote controls send PageDown, PageUp and Escape.
 * Keys held with Ctrl, Alt or Command are left to the program.
 */
export function presentationAction({
  key,
  shiftKey,
  ctrlKey,
  altKey,
  metaKey,
}: PressedKey): PresentationAction | null {
  if (ctrlKey || altKey || metaKey) return null;
  if (/^[1-9]$/.test(key)) return { kind: 'slide', index: Number(key) - 1 };
  switch (key) {
    case 'ArrowRight':
    case 'PageDown':
      return { kind: 'next' };
    case 'ArrowLeft':
    case 'PageUp':
      return { kind: 'previous' };
    case ' ':
      return { kind: shiftKey ? 'previous' : 'next' };
    case 'Home':
      return { kind: 'slide', index: 0 };
    case 'End':
      return { kind: 'last' };
    case 'ArrowDown':
      return { kind: 'scenario', step: 1 };
    case 'ArrowUp':
      return { kind: 'scenario', step: -1 };
    case 's':
    case 'S':
      return { kind: 'scenario', step: shiftKey ? -1 : 1 };
    case 'b':
    case 'B':
      return { kind: 'basis', step: shiftKey ? -1 : 1 };
    case 't':
    case 'T':
      return { kind: 'table' };
    case 'Escape':
      return { kind: 'end' };
    default:
      return null;
  }
}

/** True for keys that the browser engine would act on behind the slides: reload, search, help, full screen, scrolling. */
export function isBrowserKey({ key }: Pick<PressedKey, 'key'>): boolean {
  return ['F1', 'F3', 'F5', 'F6', 'F7', 'F11', "'", '/', 'Backspace'].includes(key);
}

/** The choice `step` further in a list that has no ends; the first when the current one is not in it. */
export function steppedChoice(choices: readonly string[], current: string, step: 1 | -1): string | undefined {
  const index = choices.indexOf(current);
  if (index < 0) return choices[0];
  return choices.at((index + step) % choices.length);
}
