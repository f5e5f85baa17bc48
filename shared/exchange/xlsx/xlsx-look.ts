import type { CellRole, CellStyle } from '../../workbook/document.ts';

/*
 * How a cell looks in an exported workbook: the light theme of the screen, in Excel's terms.
 * Calibri is the one sans that every Excel of the last fifteen years has, on both systems.
 */

interface Color {
  readonly rgb: string;
}

/** The part of a file library's cell style that we use. */
export interface XlsxLook {
  readonly font?: {
    readonly name: string;
    readonly size: number;
    readonly bold?: boolean;
    readonly color?: Color;
  };
  readonly fill?: { readonly type: 'pattern'; readonly pattern: 'solid'; readonly fgColor: Color };
  readonly border?: { readonly top?: Line; readonly bottom?: Line };
  readonly alignment: {
    readonly horizontal?: 'left' | 'center' | 'right';
    readonly vertical: 'top' | 'center';
    readonly wrapText?: boolean;
    readonly indent?: number;
  };
  readonly numFmt?: string;
}

interface Line {
  readonly style: 'thin';
  readonly color: Color;
}

/** Colours of the light theme. */
const ink = {
  text: '181C22',
  label: '494D55',
  quiet: '62676E',
  input: '1C49BE',
  inputFill: 'F3F7FE',
  resultFill: 'F1F2F4',
  link: '006745',
  line: '858991',
  holds: '12773D',
  holdsFill: 'E4F3E8',
  fails: 'B91A28',
  failsFill: 'FDECEB',
} as const;

export const bodyFont = { name: 'Calibri', size: 11, color: { rgb: ink.text } } as const;

interface RoleLook {
  readonly color: string;
  readonly bold?: boolean;
  /** In points; without one, the body's. */
  readonly size?: number;
  readonly fill?: string;
}

const roleLooks: Readonly<Record<CellRole, RoleLook>> = {
  title: { color: ink.text, bold: true, size: 15 },
  subtitle: { color: ink.label, size: 12 },
  section: { color: ink.text, bold: true, size: 12 },
  header: { color: ink.text, bold: true },
  unit: { color: ink.quiet, size: 9 },
  label: { color: ink.label },
  note: { color: ink.quiet },
  identifier: { color: ink.quiet, size: 10 },
  input: { color: ink.input, fill: ink.inputFill },
  source: { color: ink.quiet, size: 10 },
  calculation: { color: ink.text },
  link: { color: ink.link },
  total: { color: ink.text, bold: true },
  check: { color: ink.text },
  result: { color: ink.text, fill: ink.resultFill },
};

/** The title of a sheet that is read as a page is as large as on a cover; in points. */
const pageTitleSize = 22;

/**
 * The look of a cell of this style. `page` is true on sheets without grid lines; `ownFigure` is
 * false for an input whose content is a formula, which is then no longer blue.
 */
export function xlsxLook(style: CellStyle, page: boolean, ownFigure: boolean): XlsxLook {
  const role: CellRole = style.role === 'input' && !ownFigure ? 'calculation' : style.role;
  const look = roleLooks[role];
  const bold = look.bold === true || style.strong === true;
  const size = style.role === 'title' && page ? pageTitleSize : (look.size ?? bodyFont.size);
  const line: Line = { style: 'thin', color: { rgb: ink.line } };
  const top = style.lineAbove === true || style.role === 'total';
  const bottom = style.lineBelow === true;
  return {
    font: { name: bodyFont.name, size, ...(bold && { bold }), color: { rgb: look.color } },
    ...(look.fill && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: look.fill } } }),
    ...((top || bottom) && { border: { ...(top && { top: line }), ...(bottom && { bottom: line }) } }),
    alignment: {
      vertical: style.wrap === true ? 'top' : 'center',
      ...(style.align && { horizontal: style.align }),
      // A unit stands right beside the figure it belongs to: without a step in, they touch.
      ...(style.role === 'unit' && !style.align && { horizontal: 'left', indent: 1 }),
      ...(style.wrap && { wrapText: true }),
    },
    ...(style.format !== undefined && style.format !== '' && { numFmt: style.format }),
  };
}

/** Colours of a check that holds and of one that fails. */
export const checkLooks = {
  holds: {
    font: { color: { rgb: ink.holds } },
    fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: ink.holdsFill } },
  },
  fails: {
    font: { bold: true, color: { rgb: ink.fails } },
    fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: ink.failsFill } },
  },
} as const;
