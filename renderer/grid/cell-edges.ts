import type { CellStyle } from '../../shared/workbook/document.ts';
import { lineKinds, type Colour, type LineKind } from '../../shared/workbook/look.ts';
import { borderOf, roleLooks } from '../../shared/workbook/role-look.ts';
import { ownFill } from './own-css.ts';
import { onFill } from '../../shared/workbook/contrast.ts';
import { onPage } from './readable-colour.ts';

/** A line that is drawn. */
export type Line = NonNullable<ReturnType<typeof borderOf>>;

/** How the edges of a cell are drawn, as declarations. */
export interface CellEdges {
  /** Of the cell. */
  readonly cell: string;
  /** Of a layer over it, for a line that its border cannot draw; empty for none. */
  readonly layer: string;
}

/** The styles of a cell and of those around it. */
export interface StylesAround {
  readonly own: CellStyle | undefined;
  readonly right: CellStyle | undefined;
  readonly below: CellStyle | undefined;
  /** Whether nothing lies above, or to the left. */
  readonly isFirstRow: boolean;
  readonly isFirstColumn: boolean;
  /** Whether text runs on into the cell at the right, and no line through it. */
  readonly isOpen: boolean;
}

/** Width in pixels and style of each kind of line. */
const drawn: Readonly<Record<LineKind, readonly [width: number, style: string]>> = {
  hair: [1, 'dotted'],
  dotted: [1, 'dotted'],
  dashDotDot: [1, 'dashed'],
  dashDot: [1, 'dashed'],
  dashed: [1, 'dashed'],
  thin: [1, 'solid'],
  mediumDashDotDot: [2, 'dashed'],
  slantDashDot: [2, 'dashed'],
  mediumDashDot: [2, 'dashed'],
  mediumDashed: [2, 'dashed'],
  medium: [2, 'solid'],
  thick: [3, 'solid'],
  double: [3, 'double'],
};

/** Dashes and gaps by turns, in pixels along a line, of the kinds for which style sheets have no word. */
const rhythms: Readonly<Partial<Record<LineKind, readonly number[]>>> = {
  dashDot: [6, 3, 2, 3],
  dashDotDot: [6, 3, 2, 3, 2, 3],
  mediumDashDot: [9, 3, 3, 3],
  slantDashDot: [10, 2, 4, 2],
  mediumDashDotDot: [9, 3, 3, 3, 3, 3],
};

/**
 * The picture that dashes and dots a line, in place of what `lineCss` says of its kind; undefined for lines that
 * need none.
 */
export function lineImage(line: Line, ground?: Colour): string | undefined {
  const dashes = dashesOf(line, ground);
  return dashes && `${dashes} ${drawn[line.line][0]}`;
}

/** The dashes and dots of a line. Aslant, they have the same rhythm down a line and along one. */
function dashesOf(line: Line, ground: Colour | undefined): string | undefined {
  const rhythm = rhythms[line.line];
  if (!rhythm) return undefined;
  const colour = colourOf(line, ground);
  let done = 0;
  const stops = rhythm.map((length, place) => {
    const from = done;
    done += length * Math.SQRT1_2;
    return `${place % 2 === 0 ? colour : 'transparent'} ${from.toFixed(2)}px ${done.toFixed(2)}px`;
  });
  return `repeating-linear-gradient(135deg,${stops.join(',')})`;
}

/** Of two lines that a cell draws, the side of the one that needs a picture of its own: a border has one for all its sides. */
function sideBesideOther(
  atRight: Line | undefined,
  atBottom: Line | undefined,
  ground: Colour | undefined,
): 'right' | 'bottom' | undefined {
  if (!atRight || !atBottom) return undefined;
  const [right, bottom] = [lineImage(atRight, ground), lineImage(atBottom, ground)];
  if (right === bottom) return undefined;
  return bottom === undefined ? 'right' : 'bottom';
}

/** How a line is drawn, as in `2px dashed #C00000`; on the bare page, or in a cell with a fill. */
export function lineCss(line: Line, ground?: Colour): string {
  const [width, style] = drawn[line.line];
  const colour = colourOf(line, ground);
  // The finest line is as wide as others on a screen, and only half as strong.
  return `${widthCss(width)} ${style} ${line.line === 'hair' ? `color-mix(in srgb, ${colour} 55%, transparent)` : colour}`;
}

/** A wide line is finer in a small sheet, so that a low row has room for it. */
function widthCss(pixels: number): string {
  return pixels === 1 ? '1px' : `clamp(1px,round(up,${pixels}px * var(--sheet-zoom,1),1px),${pixels}px)`;
}

/** True where a style changes what is drawn at the right of or below the cells beside it. */
export function reachesOver(style: CellStyle | undefined): boolean {
  return (
    style !== undefined &&
    (ownFill(style) !== undefined ||
      borderOf(style, 'left') !== undefined ||
      borderOf(style, 'top') !== undefined)
  );
}

/**
 * The declarations for the edges of a cell. A cell draws those at its right and below it, for its
 * neighbours too: the heavier of two lines, of equals the one of the later cell. A fill covers the
 * grid. Empty where the edges are those of the bare grid.
 */
export function edgesCss(around: StylesAround): CellEdges {
  const { own, right, below, isFirstRow, isFirstColumn, isOpen } = around;
  if (!own && !right && !below) return { cell: '', layer: '' };
  const ground = ownFill(own);
  const atRight = isOpen ? undefined : heavier(borderOf(own, 'right'), borderOf(right, 'left'));
  const atBottom = heavier(borderOf(own, 'bottom'), borderOf(below, 'top'));
  const rightCover = isOpen ? undefined : (ground ?? ownFill(right));
  const bottomCover = ground ?? ownFill(below);
  const parts: string[] = [];
  const shadows: (string | undefined)[] = [];
  // Borders are cut aslant where two meet, so that beside a line the grid is no border.
  const layered = sideBesideOther(atRight, atBottom, ground);
  if (atRight && layered === 'right')
    parts.push('border-right-width:0!important', `--no-right-line:${drawn[atRight.line][0]}px`);
  else if (atRight) parts.push(`border-right:${lineCss(atRight, ground)}!important`);
  else if (atBottom && !isOpen) {
    parts.push('border-right-width:0!important', '--no-right-line:1px');
    shadows.push(`inset -1px 0 0 ${rightCover ?? 'var(--grid-line)'}`);
  } else if (rightCover) parts.push(`border-right-color:${rightCover}!important`);
  if (layered === 'bottom') parts.push('border-bottom-width:0!important', 'padding-bottom:2px');
  else if (atBottom) {
    const [width] = drawn[atBottom.line];
    parts.push(`border-bottom:${lineCss(atBottom, ground)}!important`);
    // A row stays as high as it is.
    if (width > 1) parts.push('padding-bottom:0');
    if (width > 2) parts.push('padding-top:0');
  } else if (atRight) {
    parts.push('border-bottom-width:0!important', 'padding-bottom:2px');
    shadows.push(`inset 0 -1px 0 ${bottomCover ?? 'var(--line-under,var(--grid-line))'}`);
  } else if (bottomCover) parts.push(`border-bottom-color:${bottomCover}!important`);
  const bordered = (layered !== 'right' && atRight) || (layered !== 'bottom' && atBottom);
  const image = bordered && lineImage(bordered, ground);
  if (image) parts.push(`border-image:${image}!important`);
  if (isFirstRow) shadows.push(insetLine(borderOf(own, 'top'), ground, (width) => `0 ${width}px`));
  if (isFirstColumn) shadows.push(insetLine(borderOf(own, 'left'), ground, (width) => `${width}px 0`));
  const drawnShadows = shadows.filter((shadow) => shadow !== undefined);
  if (drawnShadows.length > 0) parts.push(`box-shadow:${drawnShadows.join(',')}`);
  return { cell: parts.join(';'), layer: layerCss(layered, { right: atRight, bottom: atBottom }, ground) };
}

function layerCss(
  side: 'right' | 'bottom' | undefined,
  lines: Readonly<Record<'right' | 'bottom', Line | undefined>>,
  ground: Colour | undefined,
): string {
  const line = side && lines[side];
  if (!line) return '';
  const width = `${drawn[line.line][0]}px`;
  const size = side === 'right' ? `${width} 100%` : `100% ${width}`;
  return `background:${dashesOf(line, ground)} ${side}/${size} no-repeat`;
}

function heavier(one: Line | undefined, later: Line | undefined): Line | undefined {
  if (!one || !later) return later ?? one;
  return lineKinds.indexOf(one.line) > lineKinds.indexOf(later.line) ? one : later;
}

function colourOf({ colour }: Line, ground: Colour | undefined): string {
  if (ground) return colour ?? onFill(ground, roleLooks.calculation.textColour);
  return colour ? onPage(colour, 'line') : 'var(--text)';
}

/** A line along the edge of the sheet, where no cell before draws it. */
function insetLine(
  line: Line | undefined,
  ground: Colour | undefined,
  place: (width: number) => string,
): string | undefined {
  return line && `inset ${place(drawn[line.line][0])} 0 ${colourOf(line, ground)}`;
}
