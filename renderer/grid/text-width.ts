/** The font of a cell's text, as far as its width depends on it. */
export interface CellFont {
  readonly size: number;
  readonly weight: number;
  readonly family: 'sans' | 'mono';
  readonly italic?: boolean;
  /** Percent of the normal width. */
  readonly stretch?: number;
}

const families = { sans: '"IBM Plex Sans"', mono: '"IBM Plex Mono"' } as const;
const kept = 20_000;

/** Measures text with the page's fonts, which must be loaded; widths are kept, since a sheet repeats itself. */
export function textMeasure(): (text: string, font: CellFont) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('The browser engine gives no canvas to measure text');
  const widths = new Map<string, number>();
  return (text, { size, weight, family, italic, stretch }) => {
    const font = `${italic ? 'italic ' : ''}${weight} ${size}px ${families[family]}`;
    const key = `${font}\n${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      if (widths.size >= kept) widths.clear();
      context.font = font;
      width = context.measureText(text).width;
      widths.set(key, width);
    }
    return stretch === undefined ? width : (width * stretch) / 100;
  };
}
