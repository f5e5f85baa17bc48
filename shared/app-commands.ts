/** One list of what the program can do: the drawn menus, the native menu and the shortcuts are made from it. */
export interface AppCommand {
  readonly id: string;
  readonly label: string;
  readonly menu: 'File' | 'Edit' | 'View' | 'Present' | 'Help';
  /** `Mod` is Ctrl, or Command on macOS. */
  readonly shortcut?: string;
  /** Draws a line above it in its menu. */
  readonly startsGroup?: boolean;
}

export const appCommands = [
  { id: 'file.new', label: 'New from seeds', menu: 'File', shortcut: 'Mod+N' },
  { id: 'file.open', label: 'Open…', menu: 'File', shortcut: 'Mod+O' },
  { id: 'file.save', label: 'Save', menu: 'File', shortcut: 'Mod+S', startsGroup: true },
  { id: 'file.saveAs', label: 'Save as…', menu: 'File', shortcut: 'Mod+Shift+S' },
  { id: 'file.exportXlsx', label: 'Export to Excel…', menu: 'File', shortcut: 'Mod+E', startsGroup: true },
  { id: 'edit.undo', label: 'Undo', menu: 'Edit', shortcut: 'Mod+Z' },
  { id: 'edit.redo', label: 'Redo', menu: 'Edit', shortcut: 'Mod+Y' },
  { id: 'edit.clear', label: 'Clear cells', menu: 'Edit', shortcut: 'Delete', startsGroup: true },
  { id: 'view.themeSystem', label: 'Theme of the system', menu: 'View' },
  { id: 'view.themeLight', label: 'Light theme', menu: 'View' },
  { id: 'view.themeDark', label: 'Dark theme', menu: 'View' },
  { id: 'view.densityCompact', label: 'Compact rows', menu: 'View', startsGroup: true },
  { id: 'view.densityRegular', label: 'Regular rows', menu: 'View' },
  { id: 'view.densityRelaxed', label: 'Relaxed rows', menu: 'View' },
  { id: 'view.nextSheet', label: 'Next sheet', menu: 'View', shortcut: 'Mod+PageDown', startsGroup: true },
  { id: 'view.previousSheet', label: 'Previous sheet', menu: 'View', shortcut: 'Mod+PageUp' },
  { id: 'present.start', label: 'Present from the first slide', menu: 'Present', shortcut: 'F5' },
  { id: 'present.pdf', label: 'Save slides as PDF…', menu: 'Present' },
  { id: 'help.keys', label: 'Keyboard shortcuts', menu: 'Help', shortcut: 'F1' },
  { id: 'help.functions', label: 'Functions…', menu: 'Help', shortcut: 'Shift+F3' },
  { id: 'help.about', label: 'About and licences', menu: 'Help' },
] as const satisfies readonly AppCommand[];

export type AppCommandId = (typeof appCommands)[number]['id'];
