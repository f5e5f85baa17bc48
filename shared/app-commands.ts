/** The menus, in the order of the menu bar. */
export type MenuTitle =
  | 'File'
  | 'Edit'
  | 'Insert'
  | 'Format'
  | 'Data'
  | 'Sheet'
  | 'View'
  | 'Present'
  | 'Help';

/** Where a context menu opens: on cells, on whole rows or columns, or on the tab of a sheet. */
export type ContextPlace = 'cells' | 'rows' | 'columns' | 'tab';

interface ListedCommand {
  readonly id: string;
  readonly label: string;
  readonly menu: MenuTitle;
  /** `Mod` is Ctrl, or Command on macOS. The key itself is named as browsers do, `+` as `Plus`, a space as `Space`. */
  readonly shortcut?: string;
  /** Other keys that Excel has for it. */
  readonly aliases?: readonly string[];
  /**
   * Who hears its keys; unset, the window does wherever the focus is. `grid`: only while the grid has
   * the keyboard. `outsideText`: a text field does the same to its own text. `system`: the browser
   * carries the key out and tells the grid.
   */
  readonly heard?: 'grid' | 'outsideText' | 'system';
  /** Goes on while the key is held down. */
  readonly repeats?: true;
  /** Draws a line above it in its menu. */
  readonly startsGroup?: true;
  /** The context menus it also stands in. */
  readonly contexts?: readonly ContextPlace[];
}

const list = [
  { id: 'file.new', label: 'New from seeds', menu: 'File', shortcut: 'Mod+N' },
  { id: 'file.open', label: 'Open…', menu: 'File', shortcut: 'Mod+O', aliases: ['Mod+F12'] },
  {
    id: 'file.save',
    label: 'Save',
    menu: 'File',
    shortcut: 'Mod+S',
    aliases: ['Shift+F12'],
    startsGroup: true,
  },
  { id: 'file.saveAs', label: 'Save as…', menu: 'File', shortcut: 'Mod+Shift+S', aliases: ['F12'] },
  { id: 'file.exportXlsx', label: 'Export to Excel…', menu: 'File', shortcut: 'Mod+E', startsGroup: true },

  {
    id: 'edit.undo',
    label: 'Undo',
    menu: 'Edit',
    shortcut: 'Mod+Z',
    aliases: ['Alt+Backspace'],
    heard: 'outsideText',
    repeats: true,
  },
  {
    id: 'edit.redo',
    label: 'Redo',
    menu: 'Edit',
    shortcut: 'Mod+Y',
    aliases: ['Mod+Shift+Z', 'Alt+Shift+Backspace'],
    heard: 'outsideText',
    repeats: true,
  },
  {
    id: 'edit.cut',
    label: 'Cut',
    menu: 'Edit',
    shortcut: 'Mod+X',
    aliases: ['Shift+Delete'],
    heard: 'system',
    startsGroup: true,
    contexts: ['cells', 'rows', 'columns'],
  },
  {
    id: 'edit.copy',
    label: 'Copy',
    menu: 'Edit',
    shortcut: 'Mod+C',
    aliases: ['Mod+Insert'],
    heard: 'system',
    contexts: ['cells', 'rows', 'columns'],
  },
  {
    id: 'edit.paste',
    label: 'Paste',
    menu: 'Edit',
    shortcut: 'Mod+V',
    aliases: ['Shift+Insert'],
    heard: 'system',
    contexts: ['cells', 'rows', 'columns'],
  },
  {
    id: 'edit.pasteValues',
    label: 'Paste values',
    menu: 'Edit',
    shortcut: 'Mod+Shift+V',
    heard: 'system',
    contexts: ['cells'],
  },
  {
    id: 'edit.pasteSpecial',
    label: 'Paste special…',
    menu: 'Edit',
    shortcut: 'Mod+Alt+V',
    heard: 'grid',
    contexts: ['cells'],
  },
  {
    id: 'edit.fillDown',
    label: 'Fill down',
    menu: 'Edit',
    shortcut: 'Mod+D',
    heard: 'grid',
    startsGroup: true,
    contexts: ['cells'],
  },
  {
    id: 'edit.fillRight',
    label: 'Fill right',
    menu: 'Edit',
    shortcut: 'Mod+R',
    heard: 'grid',
    contexts: ['cells'],
  },
  {
    id: 'edit.clear',
    label: 'Clear contents',
    menu: 'Edit',
    shortcut: 'Delete',
    heard: 'grid',
    startsGroup: true,
    contexts: ['cells', 'rows', 'columns'],
  },
  { id: 'edit.cell', label: 'Edit cell', menu: 'Edit', shortcut: 'F2', heard: 'grid', contexts: ['cells'] },
  {
    id: 'edit.choose',
    label: 'Pick from drop-down list…',
    menu: 'Edit',
    shortcut: 'Alt+ArrowDown',
    heard: 'grid',
    contexts: ['cells'],
  },
  {
    id: 'edit.chooseAll',
    label: 'Select all',
    menu: 'Edit',
    shortcut: 'Mod+A',
    heard: 'grid',
    startsGroup: true,
  },
  { id: 'edit.chooseRows', label: 'Select rows', menu: 'Edit', shortcut: 'Shift+Space', heard: 'grid' },
  { id: 'edit.chooseColumns', label: 'Select columns', menu: 'Edit', shortcut: 'Mod+Space', heard: 'grid' },
  {
    id: 'edit.chooseRegion',
    label: 'Select region',
    menu: 'Edit',
    shortcut: 'Mod+Shift+*',
    aliases: ['Mod+Shift+8', 'Mod+*'],
    heard: 'grid',
  },
  {
    id: 'edit.choosePrecedents',
    label: 'Select precedents',
    menu: 'Edit',
    shortcut: 'Mod+[',
    heard: 'grid',
  },
  {
    id: 'edit.chooseDependents',
    label: 'Select dependents',
    menu: 'Edit',
    shortcut: 'Mod+]',
    heard: 'grid',
  },
  {
    id: 'edit.find',
    label: 'Find…',
    menu: 'Edit',
    shortcut: 'Mod+F',
    aliases: ['Shift+F5'],
    startsGroup: true,
  },
  {
    id: 'edit.findNext',
    label: 'Find next',
    menu: 'Edit',
    shortcut: 'F3',
    aliases: ['Shift+F4'],
    repeats: true,
  },
  { id: 'edit.replace', label: 'Replace…', menu: 'Edit', shortcut: 'Mod+H' },
  { id: 'edit.goTo', label: 'Go to…', menu: 'Edit', shortcut: 'Mod+G', aliases: ['F5'] },

  {
    id: 'insert.lines',
    label: 'Insert rows or columns…',
    menu: 'Insert',
    shortcut: 'Mod+Shift+Plus',
    aliases: ['Mod+Plus'],
    heard: 'grid',
    contexts: ['cells'],
  },
  {
    id: 'insert.rowsAbove',
    label: 'Insert rows above',
    menu: 'Insert',
    startsGroup: true,
    contexts: ['rows'],
  },
  { id: 'insert.rowsBelow', label: 'Insert rows below', menu: 'Insert', contexts: ['rows'] },
  { id: 'insert.columnsLeft', label: 'Insert columns left', menu: 'Insert', contexts: ['columns'] },
  { id: 'insert.columnsRight', label: 'Insert columns right', menu: 'Insert', contexts: ['columns'] },
  {
    id: 'insert.sheet',
    label: 'New sheet',
    menu: 'Insert',
    shortcut: 'Shift+F11',
    aliases: ['Alt+Shift+F1'],
    startsGroup: true,
    contexts: ['tab'],
  },

  {
    id: 'insert.note',
    label: 'Note…',
    menu: 'Insert',
    shortcut: 'Shift+F2',
    heard: 'grid',
    startsGroup: true,
    contexts: ['cells'],
  },
  { id: 'insert.name', label: 'Names…', menu: 'Insert', shortcut: 'Mod+F3' },
  {
    id: 'insert.sum',
    label: 'AutoSum',
    menu: 'Insert',
    shortcut: 'Alt+=',
    heard: 'grid',
    startsGroup: true,
    contexts: ['cells'],
  },
  { id: 'insert.date', label: 'Today’s date', menu: 'Insert', shortcut: 'Mod+;', heard: 'grid' },
  {
    id: 'insert.time',
    label: 'Time of day',
    menu: 'Insert',
    shortcut: 'Mod+Shift+:',
    aliases: ['Mod+Shift+;'],
    heard: 'grid',
  },
  {
    id: 'insert.formulaAbove',
    label: 'Formula from above',
    menu: 'Insert',
    shortcut: "Mod+'",
    heard: 'grid',
  },
  {
    id: 'insert.valueAbove',
    label: 'Value from above',
    menu: 'Insert',
    shortcut: 'Mod+Shift+"',
    aliases: ["Mod+Shift+'"],
    heard: 'grid',
  },

  {
    id: 'format.cells',
    label: 'Format cells…',
    menu: 'Format',
    shortcut: 'Mod+1',
    contexts: ['cells', 'rows', 'columns'],
  },
  {
    id: 'format.conditional',
    label: 'Conditional formatting…',
    menu: 'Format',
    startsGroup: true,
    contexts: ['cells', 'rows', 'columns'],
  },
  { id: 'format.clearConditional', label: 'Clear conditional formatting', menu: 'Format' },
  {
    id: 'format.general',
    label: 'General',
    menu: 'Format',
    shortcut: 'Mod+Shift+~',
    aliases: ['Mod+Shift+`'],
    heard: 'grid',
    startsGroup: true,
  },
  {
    id: 'format.number',
    label: 'Number',
    menu: 'Format',
    shortcut: 'Mod+Shift+!',
    aliases: ['Mod+Shift+1'],
    heard: 'grid',
  },
  {
    id: 'format.currency',
    label: 'Currency',
    menu: 'Format',
    shortcut: 'Mod+Shift+$',
    aliases: ['Mod+Shift+4'],
    heard: 'grid',
  },
  {
    id: 'format.percent',
    label: 'Percentage',
    menu: 'Format',
    shortcut: 'Mod+Shift+%',
    aliases: ['Mod+Shift+5'],
    heard: 'grid',
  },
  {
    id: 'format.scientific',
    label: 'Scientific',
    menu: 'Format',
    shortcut: 'Mod+Shift+^',
    aliases: ['Mod+Shift+6'],
    heard: 'grid',
  },
  {
    id: 'format.date',
    label: 'Date',
    menu: 'Format',
    shortcut: 'Mod+Shift+#',
    aliases: ['Mod+Shift+3'],
    heard: 'grid',
  },
  {
    id: 'format.time',
    label: 'Time',
    menu: 'Format',
    shortcut: 'Mod+Shift+@',
    aliases: ['Mod+Shift+2'],
    heard: 'grid',
  },
  { id: 'format.moreDecimals', label: 'Increase decimal', menu: 'Format', startsGroup: true, repeats: true },
  { id: 'format.fewerDecimals', label: 'Decrease decimal', menu: 'Format', repeats: true },
  {
    id: 'format.bold',
    label: 'Bold',
    menu: 'Format',
    shortcut: 'Mod+B',
    aliases: ['Mod+2'],
    heard: 'grid',
    startsGroup: true,
  },
  {
    id: 'format.italic',
    label: 'Italic',
    menu: 'Format',
    shortcut: 'Mod+I',
    aliases: ['Mod+3'],
    heard: 'grid',
  },
  {
    id: 'format.underline',
    label: 'Underline',
    menu: 'Format',
    shortcut: 'Mod+U',
    aliases: ['Mod+4'],
    heard: 'grid',
  },
  { id: 'format.strikethrough', label: 'Strikethrough', menu: 'Format', shortcut: 'Mod+5', heard: 'grid' },
  { id: 'format.textColour', label: 'Text colour…', menu: 'Format', contexts: ['cells'] },
  { id: 'format.fillColour', label: 'Fill colour…', menu: 'Format', contexts: ['cells'] },
  { id: 'format.styles', label: 'Cell styles…', menu: 'Format', contexts: ['cells'] },
  { id: 'format.painter', label: 'Format painter', menu: 'Format', contexts: ['cells'] },
  { id: 'format.wrap', label: 'Wrap text', menu: 'Format', startsGroup: true },
  { id: 'format.alignLeft', label: 'Align left', menu: 'Format' },
  { id: 'format.alignCenter', label: 'Align center', menu: 'Format' },
  { id: 'format.alignRight', label: 'Align right', menu: 'Format' },
  {
    id: 'format.bordersOutside',
    label: 'Outside borders',
    menu: 'Format',
    shortcut: 'Mod+Shift+&',
    aliases: ['Mod+Shift+7'],
    heard: 'grid',
    startsGroup: true,
  },
  { id: 'format.bordersAll', label: 'All borders', menu: 'Format' },
  { id: 'format.borderTop', label: 'Top border', menu: 'Format' },
  { id: 'format.borderBottom', label: 'Bottom border', menu: 'Format' },
  { id: 'format.borderTotal', label: 'Top and double bottom border', menu: 'Format' },
  {
    id: 'format.bordersNone',
    label: 'No border',
    menu: 'Format',
    shortcut: 'Mod+Shift+_',
    aliases: ['Mod+Shift+-'],
    heard: 'grid',
  },
  { id: 'format.borders', label: 'More borders…', menu: 'Format', contexts: ['cells'] },

  { id: 'data.sortAscending', label: 'Sort A to Z', menu: 'Data', contexts: ['cells'] },
  { id: 'data.sortDescending', label: 'Sort Z to A', menu: 'Data', contexts: ['cells'] },
  { id: 'data.sort', label: 'Sort…', menu: 'Data', contexts: ['cells'] },
  {
    id: 'data.filter',
    label: 'Filter',
    menu: 'Data',
    shortcut: 'Mod+Shift+L',
    startsGroup: true,
    contexts: ['cells'],
  },
  { id: 'data.clearFilter', label: 'Clear filter', menu: 'Data' },
  { id: 'data.reapplyFilter', label: 'Reapply filter', menu: 'Data', shortcut: 'Mod+Alt+L' },

  {
    id: 'data.validation',
    label: 'Data validation…',
    menu: 'Data',
    startsGroup: true,
    contexts: ['cells'],
  },
  { id: 'data.circleInvalid', label: 'Circle invalid data', menu: 'Data' },
  {
    id: 'data.group',
    label: 'Group…',
    menu: 'Data',
    shortcut: 'Alt+Shift+ArrowRight',
    heard: 'grid',
    startsGroup: true,
  },
  {
    id: 'data.ungroup',
    label: 'Ungroup…',
    menu: 'Data',
    shortcut: 'Alt+Shift+ArrowLeft',
    heard: 'grid',
  },
  { id: 'data.groupRows', label: 'Group rows', menu: 'Data', contexts: ['rows'] },
  { id: 'data.ungroupRows', label: 'Ungroup rows', menu: 'Data', contexts: ['rows'] },
  { id: 'data.groupColumns', label: 'Group columns', menu: 'Data', contexts: ['columns'] },
  { id: 'data.ungroupColumns', label: 'Ungroup columns', menu: 'Data', contexts: ['columns'] },
  {
    id: 'data.hideDetail',
    label: 'Hide detail',
    menu: 'Data',
    shortcut: 'Alt+Shift+-',
    aliases: ['Alt+Shift+_'],
    heard: 'grid',
  },
  {
    id: 'data.showDetail',
    label: 'Show detail',
    menu: 'Data',
    shortcut: 'Alt+Shift+Plus',
    aliases: ['Alt+Shift+='],
    heard: 'grid',
  },

  {
    id: 'sheet.deleteLines',
    label: 'Delete rows or columns…',
    menu: 'Sheet',
    shortcut: 'Mod+-',
    heard: 'grid',
    contexts: ['cells'],
  },
  { id: 'sheet.deleteRows', label: 'Delete rows', menu: 'Sheet', contexts: ['rows'] },
  { id: 'sheet.deleteColumns', label: 'Delete columns', menu: 'Sheet', contexts: ['columns'] },
  { id: 'sheet.rowsUp', label: 'Move rows up', menu: 'Sheet', startsGroup: true, contexts: ['rows'] },
  { id: 'sheet.rowsDown', label: 'Move rows down', menu: 'Sheet', contexts: ['rows'] },
  { id: 'sheet.columnsLeft', label: 'Move columns left', menu: 'Sheet', contexts: ['columns'] },
  { id: 'sheet.columnsRight', label: 'Move columns right', menu: 'Sheet', contexts: ['columns'] },
  { id: 'sheet.rowHeight', label: 'Row height…', menu: 'Sheet', startsGroup: true, contexts: ['rows'] },
  { id: 'sheet.fitRows', label: 'AutoFit row height', menu: 'Sheet', contexts: ['rows'] },
  { id: 'sheet.columnWidth', label: 'Column width…', menu: 'Sheet', contexts: ['columns'] },
  { id: 'sheet.fitColumns', label: 'AutoFit column width', menu: 'Sheet', contexts: ['columns'] },
  {
    id: 'sheet.hideRows',
    label: 'Hide rows',
    menu: 'Sheet',
    shortcut: 'Mod+9',
    heard: 'grid',
    startsGroup: true,
    contexts: ['rows'],
  },
  {
    id: 'sheet.unhideRows',
    label: 'Unhide rows',
    menu: 'Sheet',
    shortcut: 'Mod+Shift+(',
    aliases: ['Mod+Shift+9'],
    heard: 'grid',
    contexts: ['rows'],
  },
  {
    id: 'sheet.hideColumns',
    label: 'Hide columns',
    menu: 'Sheet',
    shortcut: 'Mod+0',
    heard: 'grid',
    contexts: ['columns'],
  },
  {
    id: 'sheet.unhideColumns',
    label: 'Unhide columns',
    menu: 'Sheet',
    shortcut: 'Mod+Shift+)',
    aliases: ['Mod+Shift+0'],
    heard: 'grid',
    contexts: ['columns'],
  },
  { id: 'sheet.rename', label: 'Rename sheet', menu: 'Sheet', startsGroup: true, contexts: ['tab'] },
  { id: 'sheet.delete', label: 'Delete sheet', menu: 'Sheet', contexts: ['tab'] },
  { id: 'sheet.hide', label: 'Hide sheet', menu: 'Sheet', contexts: ['tab'] },
  { id: 'sheet.unhide', label: 'Unhide sheet…', menu: 'Sheet', contexts: ['tab'] },
  { id: 'sheet.moveLeft', label: 'Move sheet left', menu: 'Sheet', contexts: ['tab'] },
  { id: 'sheet.moveRight', label: 'Move sheet right', menu: 'Sheet', contexts: ['tab'] },
  {
    id: 'sheet.next',
    label: 'Next sheet',
    menu: 'Sheet',
    shortcut: 'Mod+PageDown',
    repeats: true,
    startsGroup: true,
  },
  { id: 'sheet.previous', label: 'Previous sheet', menu: 'Sheet', shortcut: 'Mod+PageUp', repeats: true },

  { id: 'view.palette', label: 'Command palette…', menu: 'View', shortcut: 'Mod+K', aliases: ['Alt+Q'] },
  { id: 'view.history', label: 'History', menu: 'View' },
  {
    id: 'view.activeCell',
    label: 'Show the active cell',
    menu: 'View',
    shortcut: 'Mod+Backspace',
    heard: 'grid',
  },
  {
    id: 'view.inspector',
    label: 'Inspector',
    menu: 'View',
    shortcut: 'Mod+Shift+I',
    startsGroup: true,
    contexts: ['cells'],
  },
  { id: 'view.cellHistory', label: 'Cell history', menu: 'View', contexts: ['cells'] },
  { id: 'view.watchCell', label: 'Watch cell', menu: 'View', contexts: ['cells'] },
  { id: 'view.audit', label: 'Audit the workbook', menu: 'View' },
  { id: 'view.formulas', label: 'Show formulas', menu: 'View', shortcut: 'Mod+`' },
  { id: 'view.freeze', label: 'Freeze panes', menu: 'View' },
  {
    id: 'view.zoomIn',
    label: 'Zoom in',
    menu: 'View',
    shortcut: 'Mod+Alt+Plus',
    aliases: ['Mod+Alt+=', 'Mod+Alt+Shift+Plus'],
    repeats: true,
    startsGroup: true,
  },
  { id: 'view.zoomOut', label: 'Zoom out', menu: 'View', shortcut: 'Mod+Alt+-', repeats: true },
  { id: 'view.zoomSelection', label: 'Zoom to selection', menu: 'View' },
  { id: 'view.zoom50', label: 'Zoom to 50 %', menu: 'View' },
  { id: 'view.zoom75', label: 'Zoom to 75 %', menu: 'View' },
  { id: 'view.zoom100', label: 'Zoom to 100 %', menu: 'View' },
  { id: 'view.zoom125', label: 'Zoom to 125 %', menu: 'View' },
  { id: 'view.zoom150', label: 'Zoom to 150 %', menu: 'View' },
  { id: 'view.zoom200', label: 'Zoom to 200 %', menu: 'View' },
  { id: 'view.themeSystem', label: 'Theme of the system', menu: 'View', startsGroup: true },
  { id: 'view.themeLight', label: 'Light theme', menu: 'View' },
  { id: 'view.themeDark', label: 'Dark theme', menu: 'View' },
  { id: 'view.densityCompact', label: 'Compact rows', menu: 'View', startsGroup: true },
  { id: 'view.densityRegular', label: 'Regular rows', menu: 'View' },
  { id: 'view.densityRelaxed', label: 'Relaxed rows', menu: 'View' },

  { id: 'present.start', label: 'Present from the first slide', menu: 'Present', shortcut: 'Mod+F5' },
  { id: 'present.pdf', label: 'Save slides as PDF…', menu: 'Present' },

  { id: 'help.keys', label: 'Keyboard shortcuts', menu: 'Help', shortcut: 'F1' },
  { id: 'help.functions', label: 'Functions…', menu: 'Help', shortcut: 'Shift+F3' },
  { id: 'help.about', label: 'About and licences', menu: 'Help' },
] as const satisfies readonly ListedCommand[];

type Listed = (typeof list)[number];

export type AppCommandId = Listed['id'];

/** The commands of one menu. */
export type CommandsOf<Menu extends MenuTitle> = Extract<Listed, { readonly menu: Menu }>['id'];

export interface AppCommand extends ListedCommand {
  readonly id: AppCommandId;
}

/**
 * One list of what the program can do: the drawn menus, the native menu, the context menus, the
 * palette, the shortcuts and the help page are made from it.
 */
export const appCommands: readonly AppCommand[] = list;

/** The menus that have commands, in the order of the menu bar. */
export const menuTitles: readonly MenuTitle[] = [...new Set(list.map(({ menu }) => menu))];

/** The commands of a menu, in groups with a line between them. */
export function menuGroups(menu: MenuTitle): AppCommand[][] {
  return grouped((command) => command.menu === menu);
}

/** The commands of a context menu, in the groups that they have in the menus. */
export function contextGroups(place: ContextPlace): AppCommand[][] {
  return grouped(({ contexts }) => contexts?.includes(place) ?? false);
}

function grouped(wanted: (command: AppCommand) => boolean): AppCommand[][] {
  const groups: AppCommand[][] = [];
  let menu: MenuTitle | null = null;
  for (const command of appCommands) {
    if (command.menu !== menu || command.startsGroup) groups.push([]);
    ({ menu } = command);
    if (wanted(command)) groups.at(-1)?.push(command);
  }
  return groups.filter((group) => group.length > 0);
}
