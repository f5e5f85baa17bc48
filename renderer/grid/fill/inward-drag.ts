import { contains, type Range } from '../../../shared/workbook/address.ts';
import type { CellPosition } from '../../session/sheet-mirror.ts';

/** A place on the page, in pixels. */
type Point = Pick<MouseEvent, 'clientX' | 'clientY'>;

export interface InwardDragOptions {
  readonly root: HTMLElement;
  readonly signal: AbortSignal;
  /** The chosen cells, at whose corner the handle is. */
  readonly range: () => Range;
  readonly placeOf: (element: Element) => CellPosition | undefined;
  /** Shows which cells would be emptied; null for none. */
  readonly show: (cleared: Range | null) => void;
  /** The handle was let go over the chosen cells: these of them are to be emptied. */
  readonly onClear: (cleared: Range, range: Range) => void;
}

/** The handle that fills, dragged back over the chosen cells, empties those that it passes, as in Excel. Escape ends it. */
export function dragInward({ root, signal, range, placeOf, show, onClear }: InwardDragOptions): void {
  const cellUnder = ({ clientX, clientY }: Point) => {
    for (const element of document.elementsFromPoint(clientX, clientY)) {
      const cell = root.contains(element) ? element.closest('td') : null;
      const place = cell && placeOf(cell);
      if (cell && place) return { place, box: cell.getBoundingClientRect() };
    }
    return undefined;
  };
  root.addEventListener(
    'mousedown',
    (from) => {
      if (from.button !== 0 || !(from.target instanceof Element) || !from.target.closest('.corner')) return;
      const chosen = range();
      let cleared: Range | null = null;
      const ending = new AbortController();
      const end = () => {
        ending.abort();
        show(null);
      };
      const during = { signal: AbortSignal.any([signal, ending.signal]), capture: true };
      document.addEventListener(
        'mousemove',
        (event) => {
          const under = cellUnder(event);
          cleared = under ? clearedPart(chosen, under.place, under.box, from, event) : null;
          show(cleared);
        },
        during,
      );
      document.addEventListener(
        'mouseup',
        () => {
          end();
          if (cleared) onClear(cleared, chosen);
        },
        during,
      );
      document.addEventListener('keydown', ({ key }) => key === 'Escape' && end(), during);
    },
    { signal, capture: true },
  );
}

/**
 * The last rows or columns of a range, from the edge between cells that is nearest to the mouse, in the direction
 * in which it went further. `box` is that of the cell under the mouse. Null beside the range, and where it went nowhere.
 */
export function clearedPart(
  range: Range,
  { row, column }: CellPosition,
  box: Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>,
  from: Point,
  to: Point,
): Range | null {
  if (!contains(range, row, column)) return null;
  const top = to.clientY < (box.top + box.bottom) / 2 ? row : row + 1;
  const left = to.clientX < (box.left + box.right) / 2 ? column : column + 1;
  const [hasRows, hasColumns] = [top <= range.bottom, left <= range.right];
  const isUpwards = from.clientY - to.clientY >= from.clientX - to.clientX;
  if (hasRows && (isUpwards || !hasColumns)) return { ...range, top };
  return hasColumns ? { ...range, left } : null;
}
