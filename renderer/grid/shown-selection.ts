import type { Range } from '../../shared/workbook/address.ts';
import type { CellPosition } from '../session/sheet-mirror.ts';
import { chosenRanges, sameRange, type SheetView } from '../sheet-view.ts';
import type { GridKeyboard } from './grid-keyboard.ts';
import type { Core } from './handsontable.ts';
import { fromActiveCorner, rangeOf } from './hot-ranges.ts';

/** What Handsontable shows as chosen, and what the view says is: each is brought to the other. */
export class ShownSelection {
  readonly #hot: Core;
  readonly #view: SheetView;
  readonly #keyboard: Pick<GridKeyboard, 'leave'>;
  #isQuiet = false;

  constructor(hot: Core, view: SheetView, keyboard: Pick<GridKeyboard, 'leave'>) {
    this.#hot = hot;
    this.#view = view;
    this.#keyboard = keyboard;
  }

  /** True while what Handsontable chooses was chosen by nobody. */
  get isQuiet(): boolean {
    return this.#isQuiet;
  }

  /** Does what makes Handsontable choose cells without a person's doing. */
  quietly(act: () => void): void {
    const before = this.#isQuiet;
    this.#isQuiet = true;
    act();
    this.#isQuiet = before;
  }

  /** Whether Handsontable shows what the view says. */
  get isShown(): boolean {
    const { row, column } = this.#view.selection;
    const ranges = chosenRanges(this.#view.selection);
    const shown = this.#chosen();
    return (
      shown?.active.row === row &&
      shown.active.column === column &&
      shown.ranges.length === ranges.length &&
      ranges.every((range) => shown.ranges.some((other) => sameRange(range, other)))
    );
  }

  /** Has Handsontable show what the view says, once the cells are drawn. */
  show(): void {
    const { row, column } = this.#view.selection;
    const corners = chosenRanges(this.#view.selection).map((range) => fromActiveCorner(range, row, column));
    this.quietly(() => {
      this.#hot.selectCells(corners, true, false);
      this.#keyboard.leave();
      const [startRow, startColumn] = corners.at(-1) ?? [];
      const highlight = this.#hot.getSelectedRangeActive()?.highlight.clone();
      if (highlight && (startRow !== row || startColumn !== column))
        this.#hot.selection.setRangeFocus(highlight.assign({ row, col: column }));
    });
  }

  /** Tells the view what the mouse or a key of the grid has chosen on a sheet. */
  take(sheet: string): void {
    const chosen = this.#chosen();
    if (this.#isQuiet || !chosen) return;
    const { active, range, ranges } = chosen;
    const place = this.#hot.getActiveSelectionLayerIndex();
    this.#view.select(
      { sheet, ...active },
      range,
      ranges.filter((_, other) => other !== place),
    );
  }

  /** What Handsontable shows as chosen; undefined where nothing is. */
  #chosen(): { readonly active: CellPosition; readonly range: Range; readonly ranges: Range[] } | undefined {
    const active = this.#hot.getSelectedRangeActive();
    const all = this.#hot.getSelectedRange();
    if (!active || !all) return undefined;
    const { row, col } = active.highlight;
    return {
      active: { row: Math.max(0, row ?? 0), column: Math.max(0, col ?? 0) },
      range: rangeOf(active),
      ranges: all.map(rangeOf),
    };
  }
}
