import type { LookChange } from '../../../shared/workbook/command.ts';
import type { CellStyle } from '../../../shared/workbook/document.ts';
import type { ColourGroup } from '../colours/palette.ts';

/** What the pages about the look of cells have in common. */
export interface LookPageProps {
  /** The style of the active cell, with what was changed so far. */
  readonly style: CellStyle;
  /** Colours of the workbook that are in no other group. */
  readonly own: ColourGroup;
  readonly onChange: (change: LookChange) => void;
}
