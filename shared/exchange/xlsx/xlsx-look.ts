import type { CellStyle as FileStyle } from 'hucre/xlsx';
import type { ConditionalLook } from '../../workbook/conditional/conditional-format.ts';
import type { CellRole, CellStyle } from '../../workbook/document.ts';
import type { Colour, Side } from '../../workbook/look.ts';
import { textOnPaper } from '../../workbook/contrast.ts';
import { borderOf, isBold, roleLooks } from '../../workbook/role-look.ts';

/*
 * How a cell looks in an exported workbook: the light theme of the screen, in Excel's terms.
 * Calibri is the one sans that every Excel of the last fifteen years has, on both systems.
 */

type FileBorder = NonNullable<FileStyle['border']>;

/** Colours of checks in the light theme. */
const ink = {
  holds: '12773D',
  holdsFill: 'E4F3E8',
  fails: 'B91A28',
  failsFill: 'FDECEB',
} as const;

/** Who the properties of a file say has written it. */
export const author = 'Roundtrip';

export const bodyFont = {
  name: 'Calibri',
  size: 11,
  color: fileColour(roleLooks.calculation.textColour),
} as const;

/** The title of a sheet that is read as a page is as large as on a cover; in points. */
const pageTitleSize = 22;

/**
 * The look of a cell of this style. `page` is true on sheets without grid lines; `ownFigure` is
 * false for an input whose content is a formula, which is then no longer blue.
 */
export function xlsxLook(style: CellStyle, page: boolean, ownFigure: boolean): FileStyle {
  const role: CellRole = style.role === 'input' && !ownFigure ? 'calculation' : style.role;
  const look = roleLooks[role];
  const roleSize = style.role === 'title' && page ? pageTitleSize : (look.size ?? bodyFont.size);
  const fill = style.fillColour ?? look.fillColour ?? 'none';
  const border = fileBorder(style);
  return {
    font: {
      name: bodyFont.name,
      size: style.textSize ?? roleSize,
      ...(isBold(style) && { bold: true }),
      ...(style.italic && { italic: true }),
      ...(style.underline && { underline: style.underline }),
      ...(style.strikethrough && { strikethrough: true }),
      color: fileColour(textOnPaper({ ...style, role })),
    },
    ...(fill !== 'none' && {
      fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: fileColour(fill) },
    }),
    ...(border && { border }),
    alignment: fileAlignment(style),
    ...(style.format !== undefined && style.format !== '' && { numFmt: style.format }),
  };
}

/** The look of cells that meet a rule of conditional formatting, which a file writes with the fill as the ground. */
export function conditionalLookOf(look: ConditionalLook): FileStyle {
  const { strong, italic, underline, strikethrough, textColour, fillColour } = look;
  const font = {
    ...(strong !== undefined && { bold: strong }),
    ...(italic !== undefined && { italic }),
    ...(underline && { underline }),
    ...(strikethrough !== undefined && { strikethrough }),
    ...(textColour && { color: fileColour(textColour) }),
  };
  const border = fileBorder({ role: 'calculation', ...look });
  return {
    ...(Object.keys(font).length > 0 && { font }),
    ...(fillColour && {
      fill: { type: 'pattern' as const, pattern: 'solid' as const, bgColor: fileColour(fillColour) },
    }),
    ...(border && { border }),
  };
}

function fileAlignment({
  role,
  align,
  wrap,
  vertical,
  indent,
}: CellStyle): NonNullable<FileStyle['alignment']> {
  // A unit stands right beside the figure it belongs to: without a step in, they touch.
  const step = indent ?? (role === 'unit' && !align ? 1 : undefined);
  const horizontal = align ?? (step === undefined ? undefined : 'left');
  return {
    vertical: vertical === 'middle' ? 'center' : (vertical ?? (wrap === true ? 'top' : 'center')),
    ...(horizontal && { horizontal }),
    ...(step !== undefined && { indent: step }),
    ...(wrap && { wrapText: true }),
  };
}

function fileBorder(style: CellStyle): FileBorder | undefined {
  const sideOf = (side: Side): FileBorder[Side] => {
    const border = borderOf(style, side);
    // 64 is the colour of text, whatever that is.
    return (
      border && { style: border.line, color: border.colour ? fileColour(border.colour) : { indexed: 64 } }
    );
  };
  const [top, right, bottom, left] = [sideOf('top'), sideOf('right'), sideOf('bottom'), sideOf('left')];
  if (!top && !right && !bottom && !left) return undefined;
  return { ...(top && { top }), ...(right && { right }), ...(bottom && { bottom }), ...(left && { left }) };
}

function fileColour(colour: Colour): { readonly rgb: string } {
  return { rgb: colour.slice(1) };
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
