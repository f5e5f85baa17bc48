import type { ListedCommand } from './listed-command.ts';

export const dataMenu = [
  { id: 'data.sortAscending', label: 'Sort A to Z', contexts: ['cells'] },
  { id: 'data.sortDescending', label: 'Sort Z to A', contexts: ['cells'] },
  { id: 'data.sort', label: 'Sort…', contexts: ['cells'] },
  { id: 'data.filter', label: 'Filter', shortcut: 'Mod+Shift+L', startsGroup: true, contexts: ['cells'] },
  { id: 'data.clearFilter', label: 'Clear filter' },
  { id: 'data.reapplyFilter', label: 'Reapply filter', shortcut: 'Mod+Alt+L' },
  { id: 'data.validation', label: 'Data validation…', startsGroup: true, contexts: ['cells'] },
  { id: 'data.circleInvalid', label: 'Circle invalid data' },
  { id: 'data.group', label: 'Group…', shortcut: 'Alt+Shift+ArrowRight', heard: 'grid', startsGroup: true },
  { id: 'data.ungroup', label: 'Ungroup…', shortcut: 'Alt+Shift+ArrowLeft', heard: 'grid' },
  { id: 'data.groupRows', label: 'Group rows', contexts: ['rows'] },
  { id: 'data.ungroupRows', label: 'Ungroup rows', contexts: ['rows'] },
  { id: 'data.groupColumns', label: 'Group columns', contexts: ['columns'] },
  { id: 'data.ungroupColumns', label: 'Ungroup columns', contexts: ['columns'] },
  {
    id: 'data.hideDetail',
    label: 'Hide detail',
    shortcut: 'Alt+Shift+-',
    aliases: ['Alt+Shift+_'],
    heard: 'grid',
  },
  {
    id: 'data.showDetail',
    label: 'Show detail',
    shortcut: 'Alt+Shift+Plus',
    aliases: ['Alt+Shift+='],
    heard: 'grid',
  },
  { id: 'data.summaryBelow', label: 'Summary rows below detail' },
  { id: 'data.summaryRight', label: 'Summary columns to right of detail' },
] as const satisfies readonly ListedCommand[];
