import { onMac } from './shortcuts.ts';

/** Keys that move, choose and enter, as Excel has them; all others belong to commands. */
export const movementKeys: readonly (readonly [keys: string, meaning: string])[] = [
  ['Enter, Tab', 'Take the entry and go down, or right; with Shift back'],
  ['Escape', 'Give the entry up; end a copy'],
  ['Alt+Enter', 'A new line in the cell'],
  ['Mod+Enter', 'Put the entry into all chosen cells'],
  ['Mod+Shift+Enter', 'One array formula over the chosen cells'],
  ['F2', 'In an entry: arrows point at cells, or move in the text'],
  ['F4', 'Turn a reference: A1, $A$1, A$1, $A1'],
  ['F9', 'In a formula: the chosen part becomes its value'],
  ['Mod+Shift+A', 'Behind the name of a function: the names of its arguments'],
  ['Mod+Arrow', 'To the edge of the data; with Shift choosing'],
  ['Mod+Home, Mod+End', 'To the first cell, to the last'],
  ['Page Up, Page Down', 'A page up or down; with Alt to the left or right, with Shift choosing'],
  [
    'End',
    'The next arrow leads to the edge of the data, Home to the last cell, Enter to the last of the row',
  ],
  ['F8', 'Arrows draw the selection on, until F8 or Escape'],
  ['Shift+F8', 'Arrows choose another range beside it'],
  ['Mod+.', 'To the next corner of the selection'],
  ['Shift+Backspace', 'Only the active cell'],
  ['Shift+F10', 'The menu of the chosen cells'],
  ...(onMac ? [] : [['Alt', 'To the menus: the underlined letters open them, and choose in them'] as const]),
  ['F6', 'To the next part of the window; with Shift back'],
];
