import type { ListedCommand } from './listed-command.ts';

export const helpMenu = [
  { id: 'help.keys', label: 'Keyboard shortcuts', shortcut: 'F1' },
  { id: 'help.functions', label: 'Functions…', shortcut: 'Shift+F3' },
  { id: 'help.about', label: 'About and licences' },
] as const satisfies readonly ListedCommand[];
