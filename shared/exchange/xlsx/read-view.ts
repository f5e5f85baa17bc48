import type { FileSheet } from './file-workbook.ts';
import type { StyleReader } from './read-style.ts';
import { maximumZoom, minimumZoom, type Sheet } from '../../workbook/document.ts';

/** How large a sheet of a file is shown, whether, and the colour of its tab. A workbook shows at least one sheet, the first where the file shows none. */
export function readView(
  sheet: FileSheet,
  sheets: readonly FileSheet[],
  styles: StyleReader,
): Pick<Sheet, 'zoom' | 'visibility' | 'tabColour'> {
  const tab = sheet.view?.tabColor;
  const tabColour = tab && styles.colourOf(tab);
  const zoom = Math.min(maximumZoom, Math.max(minimumZoom, Math.round(sheet.view?.zoomScale || 100)));
  const isHidden = ({ hidden, veryHidden }: FileSheet) => hidden === true || veryHidden === true;
  const mustShow = sheet === sheets[0] && sheets.every(isHidden);
  return {
    ...(zoom !== 100 && { zoom }),
    ...(tabColour !== undefined && { tabColour }),
    ...(isHidden(sheet) && !mustShow && { visibility: sheet.veryHidden ? 'veryHidden' : 'hidden' }),
  };
}
