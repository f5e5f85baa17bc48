/** Which part of the copied cells is pasted; `all` is contents, looks, choices and notes, `links` a reference to each. */
export type PasteWhat = 'all' | 'formulas' | 'values' | 'formats' | 'links';

/** What is done with the numbers that the cells hold already. */
export type PasteOperation = 'none' | 'add' | 'subtract' | 'multiply' | 'divide';

/** How cells are pasted, as Excel’s Paste Special asks it. */
export interface PasteOptions {
  readonly what: PasteWhat;
  readonly operation: PasteOperation;
  /** Empty cells leave what they would replace, and its look. */
  readonly skipBlanks: boolean;
  /** Rows become columns. */
  readonly transpose: boolean;
}

/** An ordinary paste. */
export const plainPaste: PasteOptions = {
  what: 'all',
  operation: 'none',
  skipBlanks: false,
  transpose: false,
};
