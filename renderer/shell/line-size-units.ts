import type { Axis } from '../../shared/workbook/structure/line-change.ts';

/*
 * Sizes of lines as Excel gives them: the height of a row in points, and the width of a column in digits
 * of the ordinary font, the space beside them left out.
 */

const pixelsPerPoint = 4 / 3;
const digitWidth = 7;
const besideDigits = 5;

/** What the dialog about lines of an axis says, and the largest number that it takes. */
export const sizeUnits: Readonly<
  Record<Axis, { readonly heading: string; readonly label: string; readonly most: number }>
> = {
  rows: { heading: 'Row height', label: 'Height in points', most: 409.5 },
  columns: { heading: 'Column width', label: 'Width in digits', most: 255 },
};

/** The size of a line in the unit of its axis, of its size in CSS pixels. */
export function sizeIn(axis: Axis, pixels: number): number {
  const size =
    axis === 'rows'
      ? pixels / pixelsPerPoint
      : pixels < digitWidth + besideDigits
        ? pixels / (digitWidth + besideDigits)
        : (pixels - besideDigits) / digitWidth;
  return Math.round(size * 100) / 100;
}

/** The size in CSS pixels of a line whose size was typed; undefined for what is no size of one. */
export function pixelsOf(axis: Axis, text: string): number | undefined {
  const size = text.trim() === '' ? NaN : Number(text.replace(',', '.'));
  if (!(size >= 0 && size <= sizeUnits[axis].most)) return undefined;
  if (axis === 'rows') return Math.round(size * pixelsPerPoint * 100) / 100;
  return Math.round(size < 1 ? size * (digitWidth + besideDigits) : size * digitWidth + besideDigits);
}
