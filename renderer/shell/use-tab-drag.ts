import { useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';

/** So far the pointer must go before a press is a drag. */
const leastPixels = 5;
/** So near to an end of the list, the list scrolls on. */
const edgePixels = 24;

export interface TabDrag {
  /** The pointer went down on a tab. */
  readonly begin: (name: string, event: ReactPointerEvent) => void;
  /** On which side of the tab at a place the dragged one would come. */
  readonly markOf: (place: number) => 'before' | 'after' | undefined;
}

/** Drags tabs to another place. `onMove` takes the place counted without the tab that is dragged. */
export function useTabDrag(
  list: RefObject<HTMLElement | null>,
  names: readonly string[],
  onMove: (name: string, to: number) => void,
): TabDrag {
  /** The tab before which the dragged one would come; null while none is dragged. */
  const [target, setTarget] = useState<number | null>(null);

  const begin = (name: string, { button, clientX: from }: ReactPointerEvent) => {
    if (button !== 0) return;
    const listening = new AbortController();
    const { signal } = listening;
    let drop: number | null = null;
    const show = (place: number | null) => {
      drop = place;
      setTarget(place);
    };
    const end = () => {
      listening.abort();
      show(null);
    };
    window.addEventListener(
      'pointermove',
      ({ clientX }) => {
        if (!list.current || (drop === null && Math.abs(clientX - from) < leastPixels)) return;
        const { left, right } = list.current.getBoundingClientRect();
        if (clientX < left + edgePixels) list.current.scrollLeft -= edgePixels;
        else if (clientX > right - edgePixels) list.current.scrollLeft += edgePixels;
        show(placeAt(list.current, clientX));
      },
      { signal },
    );
    window.addEventListener(
      'pointerup',
      () => {
        const place = names.indexOf(name);
        const to = drop !== null && drop > place ? drop - 1 : drop;
        end();
        if (to !== null && to !== place) onMove(name, to);
      },
      { signal },
    );
    window.addEventListener('pointercancel', end, { signal });
  };

  return {
    begin,
    markOf: (place) =>
      place === target
        ? 'before'
        : target === names.length && place === names.length - 1
          ? 'after'
          : undefined,
  };
}

/** How many tabs have their middle before the pointer. */
function placeAt(list: HTMLElement, x: number): number {
  return [...list.querySelectorAll('[role="tab"]')].filter((tab) => {
    const { left, width } = tab.getBoundingClientRect();
    return left + width / 2 < x;
  }).length;
}
