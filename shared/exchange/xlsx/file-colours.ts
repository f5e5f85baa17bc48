import type { CellStyle as FileStyle } from 'hucre/xlsx';
import type { Colour } from '../../workbook/look.ts';
import { tinted } from '../../workbook/tint.ts';
import { textOf, type ZipParts } from './zip.ts';

/** A colour as the file library reads it. */
export type FileColour = NonNullable<NonNullable<FileStyle['font']>['color']>;

/** Colours of a file without a theme of its own: those of Office, in the order in which cells count them. */
const officeTheme = [
  'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72',
].flatMap((line) => line.split(' '));

/** The colours that old files count. The first eight stand for the next eight too. */
const oldPalette = [
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF',
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF',
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080',
  '9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF',
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF',
  '00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99',
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696',
  '003366 339966 003300 333300 993300 993366 333399 333333',
].flatMap((line) => line.split(' '));

/** The place of the colour of text in a theme. */
const themeText = 1;

/** What the colours of a file stand for: written out, counted in its theme, or in the old palette. */
export class FileColours {
  readonly #theme: readonly string[];
  readonly #palette: readonly string[];

  /** `theme` as the file library gives it: the dark of each of the first two pairs before the light. */
  constructor(theme: readonly string[] | undefined, parts: ZipParts) {
    const [dark1, light1, dark2, light2, ...rest] = theme ?? [];
    const isWhole = dark1 && light1 && dark2 && light2 && rest.length > 0;
    this.#theme = isWhole ? [light1, dark1, light2, dark2, ...rest] : officeTheme;
    this.#palette = ownPalette(parts) ?? oldPalette;
  }

  /** The colour; undefined for the one that text has without any. */
  of(colour: FileColour | undefined): Colour | undefined {
    if (!colour) return undefined;
    const { rgb, theme, tint = 0, indexed } = colour;
    if (rgb !== undefined) return tinted(rgb, tint);
    if (theme === themeText && tint === 0) return undefined;
    if (theme !== undefined) return tinted(this.#theme[theme], tint);
    return indexed === undefined ? undefined : tinted(this.#palette[indexed], tint);
  }
}

/** A palette that takes the place of the old one, where the file has one. */
function ownPalette(parts: ZipParts): readonly string[] | undefined {
  const styles = parts.get('xl/styles.xml');
  if (!styles) return undefined;
  const listed = /<(?:\w+:)?indexedColors>(?<colours>.*?)<\/(?:\w+:)?indexedColors>/s.exec(textOf(styles));
  const colours = [
    ...(listed?.groups?.['colours'] ?? '').matchAll(/\srgb="(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})"/g),
  ];
  return colours.length === 0 ? undefined : colours.map(([, rgb = '']) => rgb);
}
