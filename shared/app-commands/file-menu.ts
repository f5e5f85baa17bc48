import type { ListedCommand } from './listed-command.ts';

export const fileMenu = [
  { id: 'file.new', label: 'New from seeds', access: 'N', shortcut: 'Mod+N' },
  { id: 'file.open', label: 'Open…', access: 'O', shortcut: 'Mod+O', aliases: ['Mod+F12'] },
  {
    id: 'file.save',
    label: 'Save',
    access: 'S',
    shortcut: 'Mod+S',
    aliases: ['Shift+F12'],
    startsGroup: true,
  },
  { id: 'file.saveAs', label: 'Save as…', access: 'A', shortcut: 'Mod+Shift+S', aliases: ['F12'] },
  {
    id: 'file.exportXlsx',
    label: 'Export to Excel…',
    access: 'E',
    also: 'xlsx save as',
    shortcut: 'Mod+E',
    startsGroup: true,
  },
] as const satisfies readonly ListedCommand[];
