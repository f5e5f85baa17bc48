import { columnHeaderHeight } from './grid-size.ts';

/** A cell on the page, and the part of the page that shows the grid. */
export interface CellOnStage {
  readonly cell: Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;
  readonly stage: Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;
}

/** Where the button and the list of a cell's choices stand, in pixels of the stage. */
export interface ChoicePlace {
  readonly button: { readonly left: number; readonly top: number; readonly height: number };
  readonly list: {
    readonly left: number;
    readonly minWidth: number;
    readonly maxWidth: number;
    readonly maxHeight: number;
    readonly top?: number;
    readonly bottom?: number;
  };
}

/** Clear of the handle at the corner of the chosen cell. */
const gapBesideCell = 4;
const buttonSize = { width: 18, height: 20 };
const scrollBarWidth = 16;
const margin = 8;
const listSize = { widest: 420, narrowest: 120, highest: 320 };
const optionHeight = 26;

/**
 * The button stands at the right of the cell, or inside it at the edge of the grid. The list opens
 * below the cell, or above it where there is more room and the list needs it. `zoom` is that of the sheet in percent.
 */
export function choicePlace({ cell, stage }: CellOnStage, choices: number, zoom: number): ChoicePlace {
  const height = Math.min(buttonSize.height, cell.bottom - cell.top);
  const rightmost = stage.right - stage.left - scrollBarWidth - buttonSize.width;
  const left = cell.left - stage.left;
  const needed = Math.min(listSize.highest, choices * optionHeight + margin);
  const below = stage.bottom - cell.bottom - margin;
  const above = cell.top - stage.top - columnHeaderHeight(zoom) - margin;
  const opensUpwards = below < needed && above > below;
  const minWidth = Math.min(listSize.widest, Math.max(listSize.narrowest, cell.right - cell.left));
  return {
    button: {
      left: Math.min(cell.right - stage.left + gapBesideCell, rightmost),
      top: cell.bottom - stage.top - height,
      height,
    },
    list: {
      left: Math.max(0, Math.min(left, stage.right - stage.left - margin - minWidth)),
      minWidth,
      maxWidth: listSize.widest,
      maxHeight: Math.min(listSize.highest, opensUpwards ? above : below),
      ...(opensUpwards ? { bottom: stage.bottom - cell.top + 1 } : { top: cell.bottom - stage.top + 1 }),
    },
  };
}
