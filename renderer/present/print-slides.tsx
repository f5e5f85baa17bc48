import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { PresentationSession } from './presentation-session.ts';
import { SlidesForPrint } from './slides-for-print.tsx';

/**
 * Lays all slides out for print, lets `print` print the window, and takes them away again.
 * `print` is the host's `window.printPdf` on the desktop, with `printPage` as the page, and
 * `window.print` elsewhere; its answer is passed on.
 */
export async function printSlides<Answer>(
  session: PresentationSession,
  print: () => Promise<Answer> | Answer,
): Promise<Answer> {
  const comparison = await session.ask('compareScenarios', {});
  const container = document.createElement('div');
  container.className = 'slides-for-print-root';
  document.body.append(container);
  const root = createRoot(container);
  try {
    flushSync(() => root.render(<SlidesForPrint session={session} comparison={comparison} />));
    // Weights that no part of the window has used yet are loaded only now.
    await document.fonts.ready;
    return await print();
  } finally {
    root.unmount();
    container.remove();
  }
}
