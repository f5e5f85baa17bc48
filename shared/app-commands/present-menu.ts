import type { ListedCommand } from './listed-command.ts';

export const presentMenu = [
  { id: 'present.start', label: 'Present from the first slide', access: 'P', shortcut: 'Mod+F5' },
  { id: 'present.pdf', label: 'Save slides as PDF…', access: 'S', also: 'print' },
] as const satisfies readonly ListedCommand[];
