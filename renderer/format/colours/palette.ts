import type { CellStyle } from '../../../shared/workbook/document.ts';
import { borderParts, type Colour } from '../../../shared/workbook/look.ts';
import { roleLine } from '../../../shared/workbook/role-look.ts';
import { tinted } from '../../../shared/workbook/tint.ts';

/** A colour to choose, and its name as it is read out. */
export interface NamedColour {
  readonly name: string;
  readonly colour: Colour;
}

/** Colours that stand beside each other, ten in a row. */
export interface ColourGroup {
  readonly name: string;
  readonly colours: readonly NamedColour[];
}

const usualTints = [0.8, 0.6, 0.4, -0.25, -0.5];

/** The colours of Excel's theme, each with the tints that it has there. */
const theme: readonly (readonly [name: string, rgb: string, tints: readonly number[]])[] = [
  ['White', 'FFFFFF', [-0.05, -0.15, -0.25, -0.35, -0.5]],
  ['Black', '000000', [0.5, 0.35, 0.25, 0.15, 0.05]],
  ['Light grey', 'E7E6E6', [-0.1, -0.25, -0.5, -0.75, -0.9]],
  ['Blue grey', '44546A', usualTints],
  ['Blue', '4472C4', usualTints],
  ['Orange', 'ED7D31', usualTints],
  ['Grey', 'A5A5A5', usualTints],
  ['Gold', 'FFC000', usualTints],
  ['Light blue', '5B9BD5', usualTints],
  ['Green', '70AD47', usualTints],
];

const standard: readonly NamedColour[] = [
  { name: 'Dark red', colour: '#C00000' },
  { name: 'Red', colour: '#FF0000' },
  { name: 'Orange', colour: '#FFC000' },
  { name: 'Yellow', colour: '#FFFF00' },
  { name: 'Light green', colour: '#92D050' },
  { name: 'Green', colour: '#00B050' },
  { name: 'Light blue', colour: '#00B0F0' },
  { name: 'Blue', colour: '#0070C0' },
  { name: 'Dark blue', colour: '#002060' },
  { name: 'Purple', colour: '#7030A0' },
];

/** How many of a workbook's own colours are offered. */
const mostOwn = 10;

const tintCount = 5;

/** The colours that everybody is offered: those of the theme, row by row of tints, and the standard ones. */
export const colourGroups: readonly ColourGroup[] = [
  {
    name: 'Theme colours',
    colours: Array.from({ length: tintCount + 1 }, (_, row) =>
      theme.map(([name, rgb, tints]) => {
        const tint = row === 0 ? 0 : (tints[row - 1] ?? 0);
        return { name: tintedName(name, tint), colour: tinted(rgb, tint) ?? `#${rgb}` };
      }),
    ).flat(),
  },
  { name: 'Standard colours', colours: standard },
];

/** What a colour is called: its name in the palette, or else its digits. */
export function nameOfColour(colour: Colour): string {
  return colourGroups.flatMap(({ colours }) => colours).find((one) => one.colour === colour)?.name ?? colour;
}

function tintedName(name: string, tint: number): string {
  if (tint === 0) return name;
  return `${name}, ${tint > 0 ? 'lighter' : 'darker'} ${Math.abs(tint * 100)}%`;
}

/** Colours that cells of a workbook have and nobody is offered, the newest first. */
export function ownColours(styles: readonly CellStyle[]): ColourGroup {
  const offered = new Set<Colour>([
    roleLine.colour,
    ...colourGroups.flatMap(({ colours }) => colours.map(({ colour }) => colour)),
  ]);
  const found = new Set<Colour>();
  for (const style of styles.toReversed()) {
    const { textColour, fillColour } = style;
    const lines = Object.values(borderParts).map((part) => style[part]?.colour);
    for (const colour of [textColour, fillColour, ...lines])
      if (colour !== undefined && colour !== 'none' && !offered.has(colour)) found.add(colour);
  }
  const colours = [...found].slice(0, mostOwn).map((colour) => ({ name: colour, colour }));
  return { name: 'Colours of this workbook', colours };
}

/** The colour that was typed, as `#RRGGBB`, `RRGGBB` or `#RGB`; undefined where it is none. */
export function typedColour(text: string): Colour | undefined {
  const digits = /^\s*#?(?<digits>[0-9a-f]{3}|[0-9a-f]{6})\s*$/i.exec(text)?.groups?.['digits'];
  if (digits === undefined) return undefined;
  const whole = digits.length === 6 ? digits : digits.replace(/./g, '$&$&');
  return `#${whole.toUpperCase()}`;
}
