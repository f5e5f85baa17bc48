import type { ListedCommand } from './listed-command.ts';

export const helpMenu = [
  { id: 'help.keys', label: 'Keyboard shortcuts', access: 'K', also: 'hotkeys', shortcut: 'F1' },
  {
    id: 'help.functions',
    label: 'Functions…',
    access: 'F',
    also: 'insert function formulas fx',
    shortcut: 'Shift+F3',
  },
  { id: 'help.about', label: 'About and licences', access: 'A' },
] as const satisfies readonly ListedCommand[];
