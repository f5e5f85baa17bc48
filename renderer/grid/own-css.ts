import type { CellStyle } from '../../shared/workbook/document.ts';
import type { Colour } from '../../shared/workbook/look.ts';
import { textOnPaper } from '../../shared/workbook/contrast.ts';
import { onPage } from './readable-colour.ts';

/** Points of text that is as large as that of ordinary cells. */
export const ordinaryPoints = 11;

/** Pixels of one step of indent in text of ordinary size. */
const indentStep = 9;

/** What a cell looks like by choice, as declarations; each is empty where the role decides alone. */
export interface OwnCss {
  /** Of its text, wherever that runs. */
  readonly text: string;
  /** Of the cell. */
  readonly cell: string;
}

const none: OwnCss = { text: '', cell: '' };

/** The fill that was chosen for a cell; undefined where none was. */
export function ownFill(style: CellStyle | undefined): Colour | undefined {
  const fill = style?.fillColour;
  return fill === 'none' ? undefined : fill;
}

/** Pixels by which a text stands away from its side. */
export function indentWidth(style: CellStyle | undefined): number {
  return (style?.indent ?? 0) * indentStep;
}

/** How text of a style looks that runs over a cell of another, whose fill is its ground then. */
export function textCssOn(
  ground: CellStyle | undefined,
  style: CellStyle | undefined,
  size: number,
  leading: number,
): string {
  const { fillColour: _, ...text } = style ?? { role: 'calculation' };
  const fill = ownFill(ground);
  return ownCss({ ...text, ...(fill && { fillColour: fill }) }, size, leading).text;
}

/** What a style adds to the look of its role. `size` and `leading` are pixels of its text and its lines. */
export function ownCss(style: CellStyle | undefined, size: number, leading: number): OwnCss {
  if (!style) return none;
  const { textColour, fillColour, strong, italic, underline, strikethrough, textSize, vertical } = style;
  const fill = ownFill(style);
  const text: string[] = [];
  const cell: string[] = [];
  if (fill) {
    text.push(`color:${textOnPaper(style)}!important`);
    cell.push(`--own-fill:${fill}`);
  } else {
    if (textColour) text.push(`color:${onPage(textColour, 'text')}!important`);
    if (fillColour === 'none') cell.push('--own-fill:transparent');
  }
  if (strong === false) text.push('font-weight:var(--weight-regular)');
  if (italic) text.push('font-style:italic');
  const lines = [underline && 'underline', strikethrough && 'line-through'].filter(Boolean);
  if (lines.length > 0)
    text.push(`text-decoration:${lines.join(' ')}${underline === 'double' ? ' double' : ''}`);
  if (textSize !== undefined) text.push(`font-size:${size}px`, `line-height:${leading}px`);
  if (vertical) cell.push(`vertical-align:${vertical}`);
  return { text: text.join(';'), cell: cell.join(';') };
}
