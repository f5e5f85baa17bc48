import type { CellStyle } from '../../shared/workbook/document.ts';
import {
  borderParts,
  textSizes,
  type BorderLine,
  type Colour,
  type LineKind,
} from '../../shared/workbook/look.ts';
import { ordinaryPoints } from '../grid/own-css.ts';

/** What a table of another spreadsheet says about the look of a cell, beside its number format. */
export type HtmlLook = Omit<CellStyle, 'role' | 'format'>;

/** The colours that Excel writes by name. */
const namedColours: Readonly<Record<string, Colour>> = {
  white: '#FFFFFF',
  silver: '#C0C0C0',
  gray: '#808080',
  red: '#FF0000',
  maroon: '#800000',
  yellow: '#FFFF00',
  olive: '#808000',
  lime: '#00FF00',
  green: '#008000',
  aqua: '#00FFFF',
  teal: '#008080',
  blue: '#0000FF',
  navy: '#000080',
  fuchsia: '#FF00FF',
  purple: '#800080',
};

/**
 * The look that declarations of a style sheet describe. `usualSize` is the size of text without any, in
 * points.
 */
export function lookOfCss(declarations: string, usualSize = ordinaryPoints): HtmlLook {
  const found = partsOf(declarations);
  const get = (name: string) => found.get(name) ?? '';
  const textColour = colourOf(get('color'));
  const fillColour = colourOf(get('background-color') || get('background'));
  const underline = /underline/.test(get('text-decoration'));
  const isDouble = /double/.test(get('text-underline-style') || get('text-decoration'));
  const size = sizeOf(get('font-size'));
  const indent = Number(get('mso-char-indent-count'));
  const align = /^(?:left|right|center)$/.exec(get('text-align'))?.[0];
  const vertical = /^(?:top|middle)$/.exec(get('vertical-align'))?.[0];
  return {
    ...((/bold/.test(get('font-weight')) || Number(get('font-weight')) >= 600) && { strong: true }),
    ...(/italic|oblique/.test(get('font-style')) && { italic: true }),
    ...(underline && { underline: isDouble ? ('double' as const) : ('single' as const) }),
    ...(/line-through/.test(get('text-decoration')) && { strikethrough: true }),
    ...(size !== undefined && size !== usualSize && { textSize: scaled(size, usualSize) }),
    ...(textColour && { textColour }),
    ...(fillColour && { fillColour }),
    ...bordersOf(found),
    ...((align === 'left' || align === 'right' || align === 'center') && { align }),
    ...((vertical === 'top' || vertical === 'middle') && { vertical }),
    ...(indent >= 1 && indent <= 250 && { indent: Math.round(indent) }),
    ...(get('white-space') === 'normal' && { wrap: true }),
  };
}

/** The size of text in points; undefined where declarations have none. */
export function sizeOfCss(declarations: string): number | undefined {
  return sizeOf(partsOf(declarations).get('font-size') ?? '');
}

/** A colour as HTML has it; undefined for the one of text, and where there is none. */
export function colourOf(text: string): Colour | undefined {
  const hex = /^#(?<digits>[0-9a-f]{6})\b/i.exec(text.trim())?.groups?.['digits'];
  if (hex !== undefined) return hex === '000000' ? undefined : `#${hex.toUpperCase()}`;
  const parts = /^rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)/i.exec(text.trim())?.slice(1);
  if (!parts) return namedColours[/^[a-z]+/i.exec(text.trim())?.[0].toLowerCase() ?? ''];
  const digits = parts.map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0')).join('');
  return digits === '000000' ? undefined : `#${digits.toUpperCase()}`;
}

function partsOf(declarations: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  // A number format may hold anything.
  for (const part of declarations.replace(/"[^"]*"|'[^']*'/g, '').split(';')) {
    const at = part.indexOf(':');
    if (at > 0)
      parts.set(
        part.slice(0, at).trim().toLowerCase(),
        part
          .slice(at + 1)
          .trim()
          .toLowerCase(),
      );
  }
  return parts;
}

function sizeOf(text: string): number | undefined {
  const { size, unit } = /^(?<size>\d*\.?\d+)(?<unit>pt|px)/.exec(text)?.groups ?? {};
  const points = size === undefined ? Number.NaN : Number(size) * (unit === 'px' ? 0.75 : 1);
  return points >= textSizes.least && points <= textSizes.most ? points : undefined;
}

/** Ordinary text is as large here as there. */
function scaled(size: number, usualSize: number): number {
  return Math.min(textSizes.most, Math.round(((size * ordinaryPoints) / usualSize) * 2) / 2);
}

function bordersOf(parts: ReadonlyMap<string, string>): HtmlLook {
  const look: { -readonly [Part in (typeof borderParts)[keyof typeof borderParts]]?: BorderLine } = {};
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    const line = lineOf(parts.get(`border-${side}`) ?? parts.get('border') ?? '');
    if (line) look[borderParts[side]] = line;
  }
  return look;
}

/** A line such as `.5pt solid windowtext` or `2px dashed #C00000`. */
function lineOf(text: string): BorderLine | undefined {
  const { size, unit, kind, rest } =
    /^(?<size>\d*\.?\d+)(?<unit>pt|px)\s+(?<kind>[a-z-]+)\s*(?<rest>.*)$/.exec(text)?.groups ?? {};
  if (kind === undefined || kind === 'none' || kind === 'hidden') return undefined;
  // A pixel of a screen is as wide as the half point of Excel’s thin line.
  const width = Number(size) * (unit === 'px' ? 0.5 : 1);
  if (width === 0) return undefined;
  const colour = colourOf(rest ?? '');
  return { line: lineKind(kind, width), ...(colour && { colour }) };
}

function lineKind(kind: string, points: number): LineKind {
  const isWide = points > 0.75;
  switch (kind) {
    case 'double':
      return 'double';
    case 'hairline':
      return 'hair';
    case 'dotted':
      return 'dotted';
    case 'dashed':
      return isWide ? 'mediumDashed' : 'dashed';
    case 'dot-dash':
      return isWide ? 'mediumDashDot' : 'dashDot';
    case 'dot-dot-dash':
      return isWide ? 'mediumDashDotDot' : 'dashDotDot';
    default:
      return points >= 1.5 ? 'thick' : isWide ? 'medium' : 'thin';
  }
}
