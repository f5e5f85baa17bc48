import type { CellStyle } from './document.ts';
import type { Colour } from './look.ts';
import { roleLooks } from './role-look.ts';

/** Least contrast of text that everybody can read. */
export const readableText = 4.5;

/** A colour of text where it can be read on a fill; black or white where it cannot. */
export function onFill(fill: Colour, wanted: Colour): Colour {
  if (contrast(fill, wanted) >= readableText) return wanted;
  const ink = roleLooks.calculation.textColour;
  return contrast(fill, ink) >= contrast(fill, '#FFFFFF') ? ink : '#FFFFFF';
}

/** Contrast of two colours, from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Red, green and blue, each from 0 to 1. */
export function partsOf(colour: Colour): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The colour of the text of a cell on paper: its own, or that of its role where it can be read on its fill. */
export function textOnPaper({ role, textColour, fillColour }: CellStyle): Colour {
  const ofRole = roleLooks[role].textColour;
  if (textColour !== undefined) return textColour;
  return fillColour === undefined || fillColour === 'none' ? ofRole : onFill(fillColour, ofRole);
}
