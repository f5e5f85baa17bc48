import type { ValueChange } from '../engine/engine.ts';
import type { ConditionalFormat } from './conditional/conditional-format.ts';
import type { ConditionalChange } from './conditional/conditional-looks.ts';
import type { CellDifferences, Reshaping } from './document-changes.ts';
import type { WorkbookDocument } from './document.ts';

/** What a command, an undo or a redo did, in place or to the shape of the workbook. */
export interface Changes extends CellDifferences {
  /** Every value that moved; where the workbook has another shape they are all to be read anew. */
  readonly values: readonly ValueChange[];
  /** The styles, where there are others than before. */
  readonly styles: WorkbookDocument['styles'] | null;
  /** The conditional formats, where there are others than before. */
  readonly conditionalFormats: readonly ConditionalFormat[] | null;
  /** Every cell to which they give another look than before; where the workbook has another shape all are to be read anew. */
  readonly conditionalLooks: readonly ConditionalChange[];
  /** What cells may hold, where that is another than before. */
  readonly validations: NonNullable<WorkbookDocument['validations']> | null;
  readonly reshaping: Reshaping | null;
  /** Whether anything was calculated: false where only looks and the like are others. */
  readonly isRecalculated: boolean;
}

/** Of what left everything as it was. */
export const noChanges: Changes = {
  contents: [],
  results: [],
  looks: [],
  values: [],
  styles: null,
  conditionalFormats: null,
  conditionalLooks: [],
  validations: null,
  reshaping: null,
  isRecalculated: false,
};
