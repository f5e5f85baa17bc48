import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useState, type RefObject } from 'react';
import { onMac } from './shortcuts.ts';

export interface TabArrowsProps {
  readonly list: RefObject<HTMLElement | null>;
  /** Another value where there may be other tabs. */
  readonly version: number;
}

/** Where a list can be scrolled to; null where all of it is seen. */
interface Reach {
  readonly left: boolean;
  readonly right: boolean;
}

/** So much of a row of tabs is led on by a click, in parts of what is seen of it. */
const stepPart = 0.5;

/** Lead to the tabs that have no room, with Ctrl to the first and the last. The arrow keys and the list of commands lead there too. */
export function TabArrows({ list, version }: TabArrowsProps) {
  const [reach, setReach] = useState<Reach | null>(null);
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const look = () => {
      const { scrollLeft, clientWidth, scrollWidth } = element;
      const room = scrollWidth - clientWidth;
      const now = room > 1 ? { left: scrollLeft > 0, right: scrollLeft < room - 1 } : null;
      setReach((before) => (before?.left === now?.left && before?.right === now?.right ? before : now));
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    const listening = new AbortController();
    element.addEventListener('scroll', look, { signal: listening.signal, passive: true });
    look();
    return () => {
      sizes.disconnect();
      listening.abort();
    };
  }, [list, version]);
  if (!reach) return null;
  const lead = (to: -1 | 1, toEnd: boolean) => {
    const { clientWidth = 0, scrollWidth = 0 } = list.current ?? {};
    list.current?.scrollBy({ left: to * (toEnd ? scrollWidth : clientWidth * stepPart) });
  };
  const arrow = (to: -1 | 1, words: string, isPossible: boolean) => (
    <button
      type="button"
      className="tab-arrow"
      aria-label={words}
      title={`${words} (with ${onMac ? '⌘' : 'Ctrl'} to the ${to < 0 ? 'first' : 'last'})`}
      tabIndex={-1}
      disabled={!isPossible}
      // The sheet keeps the keyboard.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => lead(to, onMac ? event.metaKey : event.ctrlKey)}
    >
      {to < 0 ? <ChevronLeft className="icon" /> : <ChevronRight className="icon" />}
    </button>
  );
  return (
    <div className="tab-arrows">
      {arrow(-1, 'Earlier sheets', reach.left)}
      {arrow(1, 'Later sheets', reach.right)}
    </div>
  );
}
