/** A rectangle in pixels, y downwards. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Rising diagonal lines that fill a rectangle, as SVG path data, each cut at its edges. Lines and
 * not an SVG pattern, because patterns become raster images when the page is printed to PDF.
 * `spacing` is the distance between two lines, measured across them.
 */
export function hatchPath({ x, y, width, height }: Box, spacing: number): string {
  const [right, bottom] = [x + width, y + height];
  const step = spacing * Math.SQRT2;
  const round = (value: number) => Math.round(value * 100) / 100;
  // Along each line x + y is the same.
  const count = Math.max(0, Math.ceil((width + height) / step) - 1);
  return Array.from({ length: count }, (_, index) => {
    const sum = x + y + (index + 1) * step;
    const low = Math.min(bottom, sum - x);
    const high = Math.max(y, sum - right);
    return `M${round(sum - low)} ${round(low)}L${round(sum - high)} ${round(high)}`;
  }).join('');
}
