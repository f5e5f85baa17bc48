import type { Editing } from '../editing.ts';

/** Writes at the text cursor of a field, over what is selected. */
export function insert(element: HTMLTextAreaElement, text: string, editing: Editing): void {
  element.setRangeText(text, element.selectionStart, element.selectionEnd, 'end');
  editing.type(element.value);
}

/** The same in the field of the entry that has the keyboard; false where none has it. */
export function insertAtCursor(text: string, editing: Editing): boolean {
  const element = document.activeElement;
  if (!editing.state || !(element instanceof HTMLTextAreaElement) || !element.closest('.formula-field'))
    return false;
  insert(element, text, editing);
  return true;
}
