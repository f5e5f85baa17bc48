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

/** Numbers as they are shown. Their characters keep their widths beside each other, which others may not. */
const numberText = /^[\d.,()%+−–E -]+$/;

/** Measures text with the page's fonts, which must be loaded; widths are kept, since a sheet repeats itself. */
export function textMeasure(): (text: string, font: CellFont) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('The browser engine gives no canvas to measure text');
  const byFont = new Map<string, (text: string) => number>();
  return (text, { size, weight, family, italic, stretch }) => {
    const font = `${italic ? 'italic ' : ''}${weight} ${size}px ${families[family]}`;
    let widthOf = byFont.get(font);
    if (!widthOf) {
      widthOf = widthsKept((part) => {
        context.font = font;
        return context.measureText(part).width;
      });
      byFont.set(font, widthOf);
    }
    const width = widthOf(text);
    return stretch === undefined ? width : (width * stretch) / 100;
  };
}

/** Widths of texts in one font. Numbers, of which there are more than can be kept, are added up by their characters. */
function widthsKept(measure: (text: string) => number): (text: string) => number {
  const widths = new Map<string, number>();
  const widthOf = (text: string): number => {
    let width = widths.get(text);
    if (width === undefined) {
      if (widths.size >= kept) widths.clear();
      width = measure(text);
      widths.set(text, width);
    }
    return width;
  };
  return (text) => {
    if (!numberText.test(text)) return widthOf(text);
    let width = 0;
    for (const character of text) width += widthOf(character);
    return width;
  };
}
