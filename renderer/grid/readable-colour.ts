import type { Colour } from '../../shared/workbook/look.ts';
import { contrast, partsOf, readableText } from '../../shared/workbook/contrast.ts';

/*
 * Colours that a person chose, on a light and on a dark page. A fill is shown as it is, and a cell with
 * one looks the same in both themes. A colour on the bare page stays as it is on the light one; on the
 * dark one it becomes lighter until it can be read.
 */

/** The ground and the text of cells in the dark theme, as in the style sheet. */
export const darkPage: Colour = '#111316';
const darkText: Colour = '#E6E8EB';

/** Least contrast of text, and of lines. */
const readable = { text: readableText, line: 3 } as const;

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

function colourOf(parts: readonly number[]): Colour {
  const hex = parts.map((part) =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${hex.join('').toUpperCase()}`;
}
