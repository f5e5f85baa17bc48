import type { Range } from '../../shared/workbook/address.ts';
import type { CellPosition } from '../session/sheet-mirror.ts';

/** How near the edge of the chosen cells the mouse takes hold of them, in pixels: inside, and beyond it. */
const reach = { inside: 4, beyond: 2 };

/** What letting go does: the cells move, with Ctrl they are copied, with Shift put among the others. */
export type DropHow = 'move' | 'copy' | 'insert';

export type Side = 'top' | 'bottom' | 'left' | 'right';

export interface RangeDragOptions {
  readonly root: HTMLElement;
  readonly signal: AbortSignal;
  /** The rectangle that can be taken hold of; null where none can now. */
  readonly range: () => Range | null;
  readonly placeOf: (element: Element) => CellPosition | undefined;
  /** Shows where the cells would come; null ends that. */
  readonly show: (range: Range | null) => void;
  /** The cells were let go with their first one over a cell. */
  readonly onDrop: (range: Range, to: CellPosition, how: DropHow) => void;
  /** Two clicks on an edge: the active cell goes to the edge of the data on that side. */
  readonly onLeap: (side: Side) => void;
}

/**
 * Lets the chosen cells be dragged elsewhere by their edge, as in Excel. Escape ends it with nothing moved.
 */
export function dragRange(options: RangeDragOptions): void {
  const { root, signal, range, onDrop, onLeap, show } = options;
  const cellUnder = ({ clientX, clientY }: MouseEvent) => {
    for (const element of document.elementsFromPoint(clientX, clientY)) {
      const cell = root.contains(element) ? element.closest('td') : null;
      const place = cell && options.placeOf(cell);
      if (cell && place) return { place, box: cell.getBoundingClientRect() };
    }
    return undefined;
  };
  const holdAt = (event: MouseEvent) => {
    const held = range();
    const { target } = event;
    // Buttons in cells, and the handle that fills, are pressed for themselves.
    if (!held || !(target instanceof Element) || target.closest('button, .corner, th')) return undefined;
    const under = cellUnder(event);
    const side = under && edgeUnder(held, under.place, under.box, event);
    return under && side && { held, side, from: under.place };
  };
  root.addEventListener(
    'mousemove',
    (event) => root.toggleAttribute('data-hold', event.buttons === 0 && holdAt(event) !== undefined),
    { signal },
  );
  root.addEventListener(
    'mousedown',
    (event) => {
      const hold = event.button === 0 ? holdAt(event) : undefined;
      if (!hold) return;
      // What is chosen stays so.
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.detail === 2) onLeap(hold.side);
      else follow(hold.held, hold.from, { cellUnder, show }, (to, how) => onDrop(hold.held, to, how));
    },
    { signal, capture: true },
  );
}

/** The edge of a range that the mouse is on, where it is over a cell with this box; undefined for none. */
export function edgeUnder(
  range: Range,
  { row, column }: CellPosition,
  box: Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>,
  { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>,
): Side | undefined {
  const isAlong = column >= range.left && column <= range.right;
  const isBeside = row >= range.top && row <= range.bottom;
  const isNear = (inside: boolean, beyond: boolean, [fromInside, fromBeyond]: readonly [number, number]) =>
    (inside && fromInside <= reach.inside) || (beyond && fromBeyond <= reach.beyond);
  const [up, down] = [clientY - box.top, box.bottom - clientY];
  const [back, on] = [clientX - box.left, box.right - clientX];
  if (isAlong && isNear(row === range.top, row === range.top - 1, [up, down])) return 'top';
  if (isAlong && isNear(row === range.bottom, row === range.bottom + 1, [down, up])) return 'bottom';
  if (isBeside && isNear(column === range.left, column === range.left - 1, [back, on])) return 'left';
  if (isBeside && isNear(column === range.right, column === range.right + 1, [on, back])) return 'right';
  return undefined;
}

/** Follows the mouse until the button is let go, and tells where the first cell has come, where that is elsewhere. */
function follow(
  range: Range,
  from: CellPosition,
  {
    cellUnder,
    show,
  }: {
    readonly cellUnder: (event: MouseEvent) => { readonly place: CellPosition } | undefined;
    readonly show: (range: Range | null) => void;
  },
  onEnd: (to: CellPosition, how: DropHow) => void,
): void {
  const { top, left, bottom, right } = range;
  let to: CellPosition = { row: top, column: left };
  const ending = new AbortController();
  const { signal } = ending;
  const end = () => {
    ending.abort();
    show(null);
  };
  document.addEventListener(
    'mousemove',
    (event) => {
      const place = cellUnder(event)?.place;
      if (!place) return;
      const row = Math.max(0, top + place.row - from.row);
      const column = Math.max(0, left + place.column - from.column);
      if (row === to.row && column === to.column) return;
      to = { row, column };
      show({ top: row, left: column, bottom: row + bottom - top, right: column + right - left });
    },
    { signal },
  );
  document.addEventListener(
    'mouseup',
    (event) => {
      end();
      if (to.row === top && to.column === left) return;
      onEnd(to, event.shiftKey ? 'insert' : event.ctrlKey || event.metaKey ? 'copy' : 'move');
    },
    { signal, capture: true },
  );
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      end();
    },
    { signal, capture: true },
  );
}
