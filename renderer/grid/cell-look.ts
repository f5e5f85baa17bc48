import { isCellError, isFormula, type CellStyle, type CellValue } from '../../shared/workbook/document.ts';
import type { Icon } from '../../shared/workbook/conditional/icons.ts';
import type { Bar } from '../../shared/workbook/conditional/scales.ts';
import { formatValue, type FormattedValue } from '../../shared/workbook/number-format.ts';
import { displayed } from '../session/displayed.ts';
import type { SheetMirror } from '../session/sheet-mirror.ts';
import type { CellMetrics } from './cell-metrics.ts';
import { indentWidth, ordinaryPoints, ownCss, type OwnCss } from './own-css.ts';
import { shownStyle } from './shown-style.ts';
import type { CellFont } from './text-width.ts';

/** How many rows down a heading looks for the figures it heads. */
const headingReach = 40;

/** What a check cell says, whichever way its formula puts it. */
export type CheckState = 'holds' | 'fails';

/** Everything there is to paint of one cell. */
export interface CellLook {
  readonly style: CellStyle | undefined;
  readonly text: string;
  readonly align: 'left' | 'right' | 'center';
  /** True for numbers: shown whole or, where the column is too narrow, as ####. */
  readonly numeric: boolean;
  /** Set for a date or time that is none: it is shown as ####, however wide the column is. */
  readonly notShowable?: true;
  /** Set for numbers without a format: they may be shown with fewer digits. */
  readonly general?: number;
  readonly wrap: boolean;
  /** Words for the style sheet, such as `input` or `line-below`. */
  readonly words: readonly string[];
  readonly font: CellFont;
  /** Pixels of a line of its text. */
  readonly leading: number;
  /** Where in the text a character is repeated until the cell is full. */
  readonly fill?: NonNullable<FormattedValue['fill']>;
  /** Pixels by which its text stands away from its side. */
  readonly indent: number;
  /** What was chosen beyond the role. */
  readonly own: OwnCss;
  /** The data bar behind it. */
  readonly bar?: Bar;
  /** The icon of an icon set before it. */
  readonly icon?: Icon;
  readonly check?: CheckState;
  /** The sign of contradicting sources stands beside the value. */
  readonly contradicted: boolean;
  /** How the cell breaks its bounds or its validation, in words. */
  readonly broken?: string;
  readonly note?: string;
}

export interface LookSettings {
  readonly styles: Readonly<Record<string, CellStyle>>;
  readonly metrics: CellMetrics;
  readonly headingLines: { has(row: number, column: number): boolean };
  /** How a cell breaks its bounds or its validation; null when it does not. */
  readonly brokenLimit: (row: number, column: number) => string | null;
  /** Formulas are shown in place of what they give, and numbers as they are. */
  readonly showsFormulas: boolean;
}

/** Height of a line against the size of its text. */
const lineSpacing = 1.3;

/** Formulas that are shown in place of values have no format. */
const noFormat: Partial<FormattedValue> = {};

const notGiven = 'not given';

/** What a cell shows and how, from its content, value and style. */
export function cellLook(
  sheet: SheetMirror,
  row: number,
  column: number,
  { styles, metrics, headingLines, brokenLimit, showsFormulas }: LookSettings,
): CellLook {
  const cell = sheet.cell(row, column);
  const value = sheet.shown(row, column);
  const shown = shownStyle(sheet, styles, row, column);
  const { colour, fill, notShowable } = showsFormulas ? noFormat : formatValue(value, shown?.format);
  const conditional = sheet.conditionalLook(row, column);
  // The colour of a number format stands over that of the font, and under that of a conditional format.
  const isColoured = colour !== undefined && conditional?.textColour === undefined;
  const style: CellStyle | undefined = isColoured
    ? { role: 'calculation', ...shown, textColour: colour }
    : shown;
  const bar = conditional?.bar;
  const role = style?.role ?? 'calculation';
  const words: string[] = [];
  if (style) words.push(role);
  if (!sheet.gridLines) words.push('page');
  if (headingLines.has(row, column)) words.push('line-below');
  if (style?.strong) words.push('strong');
  if (style?.fillColour !== undefined) words.push('filled');
  if (sheet.moved(row, column)) words.push('moved');
  if (cell?.note !== undefined) words.push('noted');
  const withoutFigure = value === notGiven;
  if (withoutFigure) words.push('not-given');
  // An input stays blue only while a person's own figure is in it.
  if (role === 'input' && isFormula(cell?.content)) words.push('formula');
  if (isCellError(value)) words.push('error');
  const broken = brokenLimit(row, column);
  if (broken !== null) words.push('broken-limit');
  const formula = showsFormulas && isFormula(cell?.content) ? cell.content : undefined;
  const check = role === 'check' && formula === undefined ? checkState(value) : undefined;
  const numeric = typeof value === 'number' && check === undefined && formula === undefined;
  const format = showsFormulas ? undefined : style?.format;
  const icon = numeric ? conditional?.icon : undefined;
  if (icon?.name) words.push('icon');
  if (icon?.only) words.push('icon-only');
  const wrap = style?.wrap === true && typeof value === 'string';
  if (wrap) words.push('wrap');
  const ownText =
    formula ?? (check !== undefined && typeof value !== 'string' ? check : displayed(value, format));
  const text = icon?.only ? '' : ownText;
  // Formats keep room for a bracket, so that digits stand below each other.
  if (numeric && text !== text.trim()) words.push('spaced');
  const { leading, scale } = metrics;
  const font = fontOf(style, sheet.gridLines, withoutFigure, metrics);
  const isSmall = font.size < metrics.text && style?.textSize === undefined && !wrap;
  if (isSmall) words.push('small');
  const ownLeading = Math.max(leading, Math.ceil(font.size * lineSpacing));
  return {
    style,
    text,
    align:
      formula === undefined
        ? (style?.align ??
          (withoutFigure
            ? 'right'
            : icon?.only
              ? 'left'
              : ownAlignment(sheet, row, column, role, value, check)))
        : 'left',
    numeric,
    ...(numeric && format === undefined && { general: value }),
    ...(numeric && fill && !icon?.only && { fill }),
    ...(numeric && notShowable && !icon?.only && { notShowable }),
    wrap,
    words,
    font,
    leading: style?.textSize === undefined ? leading : ownLeading,
    indent: indentWidth(style) * scale,
    own: ownCss(style, font.size, ownLeading),
    ...(bar && { bar }),
    ...(icon?.name && { icon: icon.name }),
    ...(check && { check }),
    contradicted: cell?.provenance?.contradicted === true,
    ...(broken !== null && { broken }),
    ...(cell?.note !== undefined && { note: cell.note }),
  };
}

function ownAlignment(
  sheet: SheetMirror,
  row: number,
  column: number,
  role: string,
  value: CellValue,
  check: CheckState | undefined,
): CellLook['align'] {
  if (check) return 'left';
  if (typeof value === 'number') return 'right';
  if (typeof value === 'boolean' || isCellError(value)) return 'center';
  // Headings stand as the column they head.
  if (role === 'header' && headsFigures(sheet, row, column)) return 'right';
  return 'left';
}

function headsFigures(sheet: SheetMirror, row: number, column: number): boolean {
  const end = Math.min(sheet.usedRows, row + headingReach);
  for (let below = row + 1; below < end; below++) {
    const value = sheet.value(below, column);
    if (typeof value === 'number') return true;
    if (value === notGiven) return true;
    if (value !== null && value !== '') {
      const style = sheet.cell(below, column)?.style;
      if (style !== undefined && /^(header|unit)\b/.test(style)) continue;
      return false;
    }
  }
  return false;
}

function checkState(value: CellValue): CheckState | undefined {
  if (value === true || value === 1) return 'holds';
  if (value === false || value === 0 || isCellError(value)) return 'fails';
  if (typeof value !== 'string') return undefined;
  if (/^(holds|ok|pass(es)?|yes|true)$/i.test(value)) return 'holds';
  return /^(fail(s|ed)?|no|false)$/i.test(value) ? 'fails' : undefined;
}

function fontOf(
  style: CellStyle | undefined,
  gridLines: boolean,
  withoutFigure: boolean,
  { text: textSize, scale }: CellMetrics,
): CellFont {
  const font = withoutFigure
    ? ({ size: textSize - scale, weight: 400, family: 'sans', stretch: 88 } as const)
    : roleFont(style?.role ?? 'calculation', gridLines, style?.strong === true, textSize, scale);
  const points = style?.textSize;
  return {
    ...font,
    ...(points !== undefined && {
      size: (Math.round(((points / ordinaryPoints) * textSize * 2) / scale) / 2) * scale,
    }),
    ...(style?.strong === false && { weight: 400 }),
    ...(style?.italic && { italic: true }),
  };
}

function roleFont(
  role: string,
  gridLines: boolean,
  strong: boolean,
  textSize: number,
  scale: number,
): CellFont {
  switch (role) {
    case 'title':
      return gridLines
        ? { size: 15 * scale, weight: 600, family: 'sans' }
        : { size: 28 * scale, weight: 600, family: 'sans' };
    case 'section':
      return { size: gridLines ? textSize + scale : textSize, weight: 600, family: 'sans' };
    case 'total':
      return { size: textSize, weight: 600, family: 'sans' };
    case 'header':
      return { size: textSize, weight: strong ? 600 : 500, family: 'sans' };
    case 'unit':
      return { size: 11 * scale, weight: 400, family: 'sans' };
    case 'source':
    case 'identifier':
      return { size: textSize - scale, weight: 400, family: 'mono' };
    default:
      return { size: textSize, weight: strong ? 600 : 400, family: 'sans' };
  }
}
