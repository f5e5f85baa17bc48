import { isFilterButton } from '../filter/filter-button.ts';
import type { SheetMirror } from '../session/sheet-mirror.ts';
import { reachBelow } from './fill/neighbour-reach.ts';
import { rangeOf, type HotRange } from './hot-ranges.ts';
import type { SheetGridOptions } from './sheet-grid-options.ts';

/** A cell as Handsontable names it; a heading has a line below 0. */
interface Place {
  readonly row: number;
  readonly col: number;
}

/** The hooks of Handsontable for the mouse over cells. */
export function mouseHooks({
  onPoint,
  onOpenCell,
  onFilterButton,
}: SheetGridOptions): Record<string, unknown> {
  return {
    beforeOnCellMouseDown: (event: MouseEvent, { row, col }: Place) => {
      if (event.button !== 0) return;
      if (isFilterButton(event.target)) onFilterButton({ row, column: col });
      else if (!onPoint({ row, column: col }, event, false)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    beforeOnCellMouseOver: (event: MouseEvent, { row, col }: Place) => {
      if (event.buttons !== 1) return;
      if (onPoint({ row, column: col }, event, true)) event.stopImmediatePropagation();
    },
    afterOnCellMouseDown: (event: MouseEvent, { row, col }: Place) => {
      if (event.detail === 2 && row >= 0 && col >= 0) onOpenCell({ row, column: col });
    },
  };
}

/** The hooks of Handsontable for the handle that fills; `sheet` is the one in view now, `signal` ends with the grid. */
export function fillHooks(
  { root, view, onFill }: SheetGridOptions,
  sheet: () => SheetMirror,
  signal: AbortSignal,
): Record<string, unknown> {
  let isWithControl = false;
  // Before the grid, which fills when the button is let go.
  root.ownerDocument.addEventListener(
    'mouseup',
    ({ ctrlKey, metaKey }) => {
      isWithControl = ctrlKey || metaKey;
    },
    { signal, capture: true },
  );
  return {
    beforeAutofill: (_data: unknown, source: HotRange, target: HotRange) => {
      onFill(rangeOf(source), rangeOf(target), isWithControl ? 'opposite' : 'continue');
      return false;
    },
    afterOnCellCornerDblClick: () => {
      const { range } = view.selection;
      const below = reachBelow(range, (row, column) => sheet().isFilled(row, column));
      if (below) onFill(range, below, 'continue');
    },
  };
}
