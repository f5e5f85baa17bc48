import type { ListedCommand } from './listed-command.ts';

export const fileMenu = [
  { id: 'file.new', label: 'New from seeds', shortcut: 'Mod+N' },
  { id: 'file.open', label: 'Open…', shortcut: 'Mod+O', aliases: ['Mod+F12'] },
  { id: 'file.save', label: 'Save', shortcut: 'Mod+S', aliases: ['Shift+F12'], startsGroup: true },
  { id: 'file.saveAs', label: 'Save as…', shortcut: 'Mod+Shift+S', aliases: ['F12'] },
  {
    id: 'file.exportXlsx',
    label: 'Export to Excel…',
    also: 'xlsx save as',
    shortcut: 'Mod+E',
    startsGroup: true,
  },
] as const satisfies readonly ListedCommand[];
