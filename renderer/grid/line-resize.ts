import { nearestOutside, spanAt, type LineSpans } from '../../shared/workbook/line-spans.ts';
import type { Axis, Interval } from '../../shared/workbook/structure/line-change.ts';

/** How near the edge of a heading the mouse takes hold of it, in pixels. */
const reach = 4;
/** Less is a click with an unsteady hand. */
const leastDrag = 3;

/** An edge between headings: that of the line before it, or of hidden lines that end there. */
interface HeldEdge {
  readonly axis: Axis;
  readonly line: number;
  readonly hidden: Interval | undefined;
}

export interface LineResizeOptions {
  readonly root: HTMLElement;
  readonly signal: AbortSignal;
  /** The line of a heading; null for what is no heading of a line. */
  readonly lineOf: (heading: HTMLTableCellElement) => { readonly axis: Axis; readonly line: number } | null;
  readonly hidden: (axis: Axis) => LineSpans;
  /** The size of a line as it is drawn at 100 %, in pixels. */
  readonly size: (axis: Axis, line: number) => number;
  /** Pixels of the page to a pixel of the sheet. */
  readonly scale: () => number;
  readonly onResize: (axis: Axis, line: number, size: number) => void;
  /** As large as what the line holds. */
  readonly onFit: (axis: Axis, line: number) => void;
  readonly onShow: (axis: Axis, lines: Interval) => void;
}

/**
 * Drags and double clicks on the edges of headings: a line gets another size or as much as it needs, and
 * hidden lines are shown, as in Excel. Right of the double line the mouse has hold of what is hidden there.
 */
export function resizeLines(options: LineResizeOptions): void {
  const { root, signal, size, scale, onResize, onFit, onShow } = options;
  let isDragging = false;
  root.addEventListener(
    'mousemove',
    (event) => {
      if (isDragging) return;
      const edge = event.buttons === 0 ? edgeAt(event, options) : null;
      const cursor = edge && (edge.hidden ? `${edge.axis} hidden` : edge.axis);
      if (cursor) root.dataset['edge'] = cursor;
      else if (root.dataset['edge'] !== undefined) delete root.dataset['edge'];
    },
    { signal },
  );
  root.addEventListener(
    'mousedown',
    (event) => {
      const edge = event.button === 0 ? edgeAt(event, options) : null;
      if (!edge) return;
      // The line is not chosen.
      event.preventDefault();
      event.stopImmediatePropagation();
      const { axis, line, hidden } = edge;
      if (event.detail === 2) {
        if (hidden) onShow(axis, hidden);
        else onFit(axis, line);
        return;
      }
      isDragging = true;
      const before = hidden ? 0 : size(axis, line);
      const sizeNow = ({ moved }: Drag): number => Math.max(0, Math.round(before + moved / scale()));
      drag(root, axis, event, (dragged) => {
        isDragging = false;
        if (Math.abs(dragged.moved) >= leastDrag) onResize(axis, line, sizeNow(dragged));
      });
    },
    { signal, capture: true },
  );
}

function edgeAt(
  { target, clientX, clientY }: MouseEvent,
  { lineOf, hidden }: Pick<LineResizeOptions, 'lineOf' | 'hidden'>,
): HeldEdge | null {
  const heading = target instanceof Element ? target.closest('th') : null;
  const place = heading && lineOf(heading);
  if (!heading || !place) return null;
  const { axis, line } = place;
  const box = heading.getBoundingClientRect();
  const [at, first, last] =
    axis === 'columns' ? [clientX, box.left, box.right] : [clientY, box.top, box.bottom];
  if (last - at <= reach) return { axis, line, hidden: undefined };
  if (at - first > reach) return null;
  const lines = hidden(axis);
  const behind = spanAt(lines, line - 1);
  if (behind) return { axis, line: behind.last, hidden: behind };
  const before = nearestOutside(lines, line - 1, -1);
  return before < 0 ? null : { axis, line: before, hidden: undefined };
}

interface Drag {
  /** Pixels of the page. */
  readonly moved: number;
}

/** Follows the mouse with a line over the sheet until the button is let go; Escape ends it where it began. */
function drag(root: HTMLElement, axis: Axis, from: MouseEvent, onEnd: (drag: Drag) => void): void {
  const stage = root.parentElement ?? root;
  const line = document.createElement('div');
  line.className = 'resize-line';
  line.dataset['axis'] = axis;
  stage.append(line);
  const box = stage.getBoundingClientRect();
  const place = ({ clientX, clientY }: MouseEvent) => (axis === 'columns' ? clientX : clientY);
  const follow = (event: MouseEvent) => {
    const along = place(event) - (axis === 'columns' ? box.left : box.top);
    line.style.translate = axis === 'columns' ? `${along}px 0` : `0 ${along}px`;
  };
  const ending = new AbortController();
  const { signal } = ending;
  const end = (moved: number) => {
    ending.abort();
    line.remove();
    onEnd({ moved });
  };
  follow(from);
  document.addEventListener('mousemove', follow, { signal });
  document.addEventListener('mouseup', (event) => end(place(event) - place(from)), { signal, capture: true });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      end(0);
    },
    { signal, capture: true },
  );
}
