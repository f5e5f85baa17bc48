import type { ListedCommand } from './listed-command.ts';

export const helpMenu = [
  { id: 'help.keys', label: 'Keyboard shortcuts', also: 'hotkeys', shortcut: 'F1' },
  { id: 'help.functions', label: 'Functions…', also: 'insert function formulas fx', shortcut: 'Shift+F3' },
  { id: 'help.about', label: 'About and licences' },
] as const satisfies readonly ListedCommand[];
