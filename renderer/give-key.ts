import { isOneCharacter, type KeyPress } from './grid/grid-keys.ts';
import { onMac } from './shell/shortcuts.ts';
import { isTextField } from './shell/text-field.ts';

/** Gives a key press to whatever has the keyboard now; into a text field, its character is written. */
export function giveKey(press: KeyPress): void {
  const { key, code = key, ctrlKey, metaKey, altKey, shiftKey } = press;
  const target = document.activeElement ?? document.body;
  if (isTextField(target)) {
    const start = target.selectionStart ?? target.value.length;
    const end = target.selectionEnd ?? start;
    // Alt gives characters with Ctrl on some keyboards, and by itself on macOS.
    const writes = altKey ? ctrlKey || onMac : !(ctrlKey || metaKey);
    if (isOneCharacter(key) && writes) return write(target, key, start, end);
    if (key === 'Backspace') return write(target, '', start === end ? Math.max(0, start - 1) : start, end);
  }
  target.dispatchEvent(
    new KeyboardEvent('keydown', {
      key,
      code,
      ctrlKey,
      metaKey,
      altKey,
      shiftKey,
      bubbles: true,
      cancelable: true,
    }),
  );
}

function write(
  field: HTMLInputElement | HTMLTextAreaElement,
  text: string,
  start: number,
  end: number,
): void {
  field.setRangeText(text, start, end, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
