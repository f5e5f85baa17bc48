/** Where a context menu opens: on cells, on whole rows or columns, or on the tab of a sheet. */
export type ContextPlace = 'cells' | 'rows' | 'columns' | 'tab';

/** A command as its menu lists it. */
export interface ListedCommand {
  readonly id: string;
  readonly label: string;
  /** What a person who knows it from elsewhere looks for: further words that find it in the palette. */
  readonly also?: string;
  /**
   * Runs it in its menu, in capitals: a letter of the label, or of `also` where none of those is free; a
   * digit is the last resort. There are no access keys on macOS, where Option with a letter writes a sign.
   */
  readonly access: string;
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
  /** The command of another menu that it stands right after in a context menu. */
  readonly contextAfter?: string;
}
