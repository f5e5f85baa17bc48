export type Density = 'compact' | 'regular' | 'relaxed';

/** How large cells and what stands in them are on the screen, in pixels. */
export interface CellMetrics {
  /** Pixels of the screen to a pixel at 100 %. */
  readonly scale: number;
  /** Height of an ordinary row. */
  readonly row: number;
  /** Size of ordinary text. */
  readonly text: number;
  /** Height of a line of ordinary text. */
  readonly leading: number;
  /** Space at the sides of a cell. */
  readonly pad: number;
}

/** Row height, text size and padding by density, in pixels at 100 %, as in the style sheet. */
const densities: Readonly<
  Record<Density, { readonly row: number; readonly text: number; readonly pad: number }>
> = {
  compact: { row: 20, text: 12, pad: 6 },
  regular: { row: 24, text: 13, pad: 8 },
  relaxed: { row: 30, text: 14, pad: 10 },
};

/** What a row is higher than a line of its text: the grid's line, and a pixel above and below. */
const aroundLine = 3;

/** The sizes of cells at a zoom in percent. */
export function cellMetrics(density: Density, zoom: number): CellMetrics {
  const scale = zoom / 100;
  const { row, text, pad } = densities[density];
  const rowOnScreen = onScreen(row, scale);
  return {
    scale,
    row: rowOnScreen,
    text: text * scale,
    leading: roomForText(rowOnScreen),
    pad: Math.round(pad * scale),
  };
}

/**
 * The size of a line of the sheet on the screen, of one in pixels at 100 %. As in Excel it is whole pixels,
 * so that lines of the grid, headings and what floats over cells meet at every zoom; what is there is seen.
 */
export function onScreen(size: number, scale: number): number {
  return size === 0 ? 0 : Math.max(1, Math.round(size * scale));
}

/** The height of text that a row of a height on the screen has room for. */
export function roomForText(rowHeight: number): number {
  return Math.max(0, rowHeight - aroundLine);
}

/** The height on the screen of a row that has room for text of a height. */
export function rowHeightFor(textHeight: number): number {
  return textHeight + aroundLine;
}
