import type { CellPosition } from '../session/sheet-mirror.ts';
import type { WaitingInput } from '../waiting-input.ts';

/** What is where on the page. */
interface PageCells {
  /** The cell or heading that an element is part of, with a line of -1 for headings. */
  readonly placeOf: (element: Element) => CellPosition | undefined;
  /** What shows a cell or heading now, scrolled to where it is out of view. */
  readonly elementAt: (place: CellPosition) => Element | undefined;
  /** Whether the grid takes Ctrl for held: it goes by the keys, and not by what the mouse says. */
  readonly isControlHeld: () => boolean;
}

/**
 * Lets the mouse wait its turn as the keys do: a press on a cell that comes before earlier keys were played
 * is carried out after them, as a whole, on the cell that was seen under it. `signal` ends it.
 */
export function letMouseWait(
  root: HTMLElement,
  cells: PageCells,
  waiting: Pick<WaitingInput, 'isWaiting' | 'do'>,
  signal: AbortSignal,
): void {
  /** The press that waits and has not ended. */
  let press: (() => void)[] | null = null;

  const again = (event: MouseEvent): (() => void) => {
    const { target } = event;
    const place = target instanceof Element ? cells.placeOf(target) : undefined;
    return () => {
      // What has opened meanwhile lies over the cells.
      if (root.closest('[inert], [aria-hidden="true"]')) return;
      const stays =
        target instanceof Element && target.isConnected && samePlace(cells.placeOf(target), place);
      const seen = stays || !place ? target : cells.elementAt(place);
      const holds = event.ctrlKey || event.metaKey;
      const isHeld = cells.isControlHeld();
      if (holds !== isHeld) turnControl(root, holds);
      seen?.dispatchEvent(new MouseEvent(event.type, event));
      if (holds !== isHeld) turnControl(root, isHeld);
    };
  };
  const begin = (event: MouseEvent): void => {
    const isOnCells = event.target instanceof Element && cells.placeOf(event.target) !== undefined;
    if (!event.isTrusted || !isOnCells || press || !waiting.isWaiting) return;
    const steps: (() => void)[] = [];
    press = steps;
    waiting.do(() => {
      if (press === steps) press = null;
      for (const step of steps) step();
    });
  };
  const hear = (event: MouseEvent): void => {
    if (!event.isTrusted) return;
    // After a refusal nothing that waited is done.
    if (!waiting.isWaiting) press = null;
    if (event.type === 'mousedown' || event.type === 'contextmenu') begin(event);
    if (!press) return;
    press.push(again(event));
    if (event.type === 'mouseup' || event.buttons === 0) press = null;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const options = { signal, capture: true };
  for (const type of ['mousedown', 'mouseover', 'contextmenu'] as const)
    root.addEventListener(type, hear, options);
  // The button may be let go anywhere.
  root.ownerDocument.addEventListener('mouseup', hear, options);
}

function samePlace(one: CellPosition | undefined, other: CellPosition | undefined): boolean {
  return one?.row === other?.row && one?.column === other?.column;
}

function turnControl({ ownerDocument }: HTMLElement, held: boolean): void {
  ownerDocument.documentElement.dispatchEvent(
    new KeyboardEvent(held ? 'keydown' : 'keyup', { key: 'Control', ctrlKey: held }),
  );
}
