import type { BrowserWindow } from 'electron';
import type { HostImplementation } from '../host/call.ts';
import { writeExport } from '../host/write-document.ts';

const pixelsPerInch = 96;

/**
 * The window as a PDF: vector, tagged for screen readers, one page as large as the page given in
 * CSS pixels unless the page's own style says otherwise. Written atomically.
 */
export function printMethod(window: BrowserWindow): HostImplementation['window.printPdf'] {
  return async ({ path, pageWidthPx, pageHeightPx }) => {
    const pdf = await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      pageSize: { width: pageWidthPx / pixelsPerInch, height: pageHeightPx / pixelsPerInch },
    });
    // The person chose the path in a save dialog that has already asked about replacing.
    return writeExport(path, pdf, { replace: true, kinds: ['pdf'] });
  };
}
