import type { CellPosition } from '../session/sheet-mirror.ts';
import type { Core } from './handsontable.ts';

/** How far a sheet was scrolled when another came into view, in pixels, and the last lines seen and drawn then. */
interface LeftSheet {
  readonly scrollTop: number;
  readonly scrollLeft: number;
  readonly lastSeen: CellPosition;
  readonly lastDrawn: CellPosition;
}

/** Where each sheet was left, by its name, so that it comes back there. */
export class LeftSheets {
  readonly #left = new Map<string, LeftSheet>();

  /** Notes where the sheet in view is. */
  leave(name: string, hot: Core): void {
    const { scrollTop, scrollLeft } = scrollingPart(hot);
    const row = hot.getLastRenderedVisibleRow() ?? 0;
    const column = hot.getLastRenderedVisibleColumn() ?? 0;
    this.#left.set(name, {
      scrollTop,
      scrollLeft,
      lastSeen: { row, column },
      lastDrawn: { row: hot.countRows() - 1, column: hot.countCols() - 1 },
    });
  }

  /** The last row and column that were seen of a sheet. */
  lastSeen(name: string): CellPosition {
    return this.#left.get(name)?.lastSeen ?? { row: 0, column: 0 };
  }

  /** The last row and column that a sheet had in the grid; undefined for one that was never in view. */
  lastDrawn(name: string): CellPosition | undefined {
    return this.#left.get(name)?.lastDrawn;
  }

  /** Scrolls the sheet in view to where it was left, or to its beginning. */
  comeBack(name: string, hot: Core): void {
    const holder = scrollingPart(hot);
    const { scrollTop, scrollLeft } = this.#left.get(name) ?? { scrollTop: 0, scrollLeft: 0 };
    holder.scrollTop = scrollTop;
    holder.scrollLeft = scrollLeft;
    tellScrolled(hot);
  }
}

/** Tells the grid that it has been scrolled. The browser tells later; until then it would take cells for visible that are not. */
export function tellScrolled(hot: Core): void {
  scrollingPart(hot).dispatchEvent(new Event('scroll'));
}

function scrollingPart(hot: Core): HTMLElement {
  const holder = hot.rootElement.querySelector<HTMLElement>('.ht_master .wtHolder');
  if (!holder) throw new Error('The grid has no scrolling part');
  return holder;
}
