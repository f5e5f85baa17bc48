import { zoomStep } from '../session/zoom-steps.ts';
import type { Session } from '../session.ts';
import type { SheetView } from '../sheet-view.ts';

/** Pixels of the wheel to a step; a mouse gives about a hundred at once, a touch pad a few at a time. */
const pixelsPerStep = 50;

/** The wheel with Ctrl held shows the sheet in view larger or smaller. Gives what ends it. */
export function zoomWithWheel(root: HTMLElement, session: Session, view: SheetView): () => void {
  let turned = 0;
  const listener = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    // The page stays as large as it is, and nothing scrolls.
    event.preventDefault();
    event.stopPropagation();
    turned += event.deltaY;
    const step = Math.trunc(turned / pixelsPerStep);
    if (step === 0) return;
    turned = 0;
    session.setZoom(view.sheet, zoomStep(session.sheet(view.sheet).zoom, step < 0 ? 1 : -1));
  };
  const options = { passive: false, capture: true };
  root.addEventListener('wheel', listener, options);
  return () => root.removeEventListener('wheel', listener, options);
}
