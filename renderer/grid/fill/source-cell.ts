import type { CellContent } from '../../../shared/workbook/document.ts';

/** What a fill reads of a cell. */
export interface SourceCell {
  readonly content: CellContent | null;
  /** Its number format, if it has one. */
  readonly format?: string | undefined;
}

/**
 * Whether series go on. `continue`: as by the fill handle, two or more numbers go on, and so do
 * dates and texts that count. `opposite`: as by the handle with Ctrl, a single number counts up and
 * everything else is copied. `copy`: nothing goes on.
 */
export type FillMode = 'copy' | 'continue' | 'opposite';
