import type { Colour } from '../../shared/workbook/look.ts';
import { roleLooks } from '../../shared/workbook/role-look.ts';

/*
 * Colours that a person chose, on a light and on a dark page. A fill is shown as it is, and a cell with
 * one looks the same in both themes. A colour on the bare page stays as it is on the light one; on the
 * dark one it becomes lighter until it can be read.
 */

/** The ground and the text of cells in the dark theme, as in the style sheet. */
export const darkPage: Colour = '#111316';
const darkText: Colour = '#E6E8EB';

/** Least contrast of text, and of lines. */
const readable = { text: 4.5, line: 3 } as const;

/** Greys up to this part of each colour are the black of paper: text without a colour of its own. */
const darkestGrey = 0.25;

const kept = new Map<string, Colour>();

/** A colour that stands on the bare page, as a style sheet writes it for both themes. */
export function onPage(colour: Colour, as: keyof typeof readable): string {
  const key = `${as} ${colour}`;
  const known = kept.get(key) ?? lightened(colour, readable[as]);
  kept.set(key, known);
  return known === colour ? colour : `light-dark(${colour}, ${known})`;
}

/** The first of the colours that can be read on a fill; black or white where none can. */
export function onFill(fill: Colour, wanted: Colour): Colour {
  if (contrast(fill, wanted) >= readable.text) return wanted;
  const ink = roleLooks.calculation.textColour;
  return contrast(fill, ink) >= contrast(fill, '#FFFFFF') ? ink : '#FFFFFF';
}

/** Contrast of two colours, from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function lightened(colour: Colour, least: number): Colour {
  const parts = partsOf(colour);
  const spread = Math.max(...parts) - Math.min(...parts);
  if (spread < 0.04 && Math.max(...parts) <= darkestGrey) return darkText;
  for (let step = 0; step <= 20; step++) {
    const made = colourOf(parts.map((part) => part + ((1 - part) * step) / 20));
    if (contrast(made, darkPage) >= least) return made;
  }
  return '#FFFFFF';
}

function partsOf(colour: Colour): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
}

function colourOf(parts: readonly number[]): Colour {
  const hex = parts.map((part) =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${hex.join('').toUpperCase()}`;
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
