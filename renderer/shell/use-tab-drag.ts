import { useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';
import { onMac } from './shortcuts.ts';

/** So far the pointer must go before a press is a drag. */
const leastPixels = 5;
/** So near to an end of the list, the list scrolls on. */
const edgePixels = 24;

export interface TabDrag {
  /** The pointer went down on a tab. */
  readonly begin: (name: string, event: ReactPointerEvent) => void;
  /** On which side of the tab at a place the dragged one would come. */
  readonly markOf: (place: number) => 'before' | 'after' | undefined;
  /** Whether a copy of the dragged tab would come there, as with Ctrl held. */
  readonly copies: boolean;
}

/** Drags tabs to another place, or copies of them with Ctrl held, Option on macOS; Escape gives it up. */
export function useTabDrag(
  list: RefObject<HTMLElement | null>,
  names: readonly string[],
  /** Takes the place counted without the tab that is dragged. */
  onMove: (name: string, to: number) => void,
  onCopy: (name: string, to: number) => void,
): TabDrag {
  /** The tab before which the dragged one would come; null while none is dragged. */
  const [target, setTarget] = useState<number | null>(null);
  const [copies, setCopies] = useState(false);
  const isCopy = ({ ctrlKey, altKey }: PointerEvent | KeyboardEvent) => (onMac ? altKey : ctrlKey);

  const begin = (name: string, { button, clientX: from, nativeEvent }: ReactPointerEvent) => {
    if (button !== 0) return;
    setCopies(isCopy(nativeEvent));
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
      (event) => {
        const { clientX } = event;
        setCopies(isCopy(event));
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
      (event) => {
        const place = names.indexOf(name);
        const before = drop;
        end();
        if (before === null) return;
        const to = before > place ? before - 1 : before;
        if (isCopy(event)) onCopy(name, before);
        else if (to !== place) onMove(name, to);
      },
      { signal },
    );
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') setCopies(event.type === 'keydown' && isCopy(event));
      else if (drop !== null) {
        event.preventDefault();
        event.stopPropagation();
        end();
      }
    };
    window.addEventListener('keydown', onKey, { signal, capture: true });
    window.addEventListener('keyup', onKey, { signal, capture: true });
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
    copies: copies && target !== null,
  };
}

/** How many tabs have their middle before the pointer. */
function placeAt(list: HTMLElement, x: number): number {
  return [...list.querySelectorAll('[role="tab"]')].filter((tab) => {
    const { left, width } = tab.getBoundingClientRect();
    return left + width / 2 < x;
  }).length;
}
