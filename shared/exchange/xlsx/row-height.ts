import type { CellStyle, CellValue } from '../../workbook/document.ts';

/** Height of a line of body text in points. */
const lineHeight = 15;
/** Heights in points of rows with a larger font. */
const pageTitleHeight = 33;
const titleHeight = 21;
const sectionHeight = 18;
/** Excel's limit on the height of a row, in points. */
const maximumHeight = 409;
/** Width of a letter of the body font in pixels, over ordinary text; and the space beside the text. */
const letterWidth = 6.2;
const padding = 6;

interface RowCell {
  readonly value: CellValue;
  readonly style: CellStyle | undefined;
  /** Width of its column in pixels. */
  readonly width: number;
}

/**
 * Height in points of a row that needs more than one line of body text, for titles and wrapped
 * text; undefined for all other rows. Files hold heights, and not every program works them out.
 * `page` is true on sheets without grid lines.
 */
export function rowHeight(cells: readonly RowCell[], page: boolean): number | undefined {
  const height = Math.max(lineHeight, ...cells.map((cell) => cellHeight(cell, page)));
  return height === lineHeight ? undefined : height;
}

function cellHeight({ value, style, width }: RowCell, page: boolean): number {
  if (value === null || value === '') return 0;
  if (style?.role === 'title') return page ? pageTitleHeight : titleHeight;
  if (style?.role === 'section') return sectionHeight;
  if (!style?.wrap || typeof value !== 'string') return 0;
  const room = Math.max(letterWidth, width - padding);
  const lines = value
    .split('\n')
    .reduce((sum, paragraph) => sum + Math.max(1, Math.ceil((paragraph.length * letterWidth) / room)), 0);
  return Math.min(maximumHeight, lines * lineHeight);
}
