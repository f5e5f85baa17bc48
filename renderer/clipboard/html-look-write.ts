import type { CellStyle } from '../../shared/workbook/document.ts';
import type { LineKind } from '../../shared/workbook/look.ts';
import { textOnPaper } from '../../shared/workbook/contrast.ts';
import { borderOf, isBold, roleLooks } from '../../shared/workbook/role-look.ts';

/** The look of a cell as other programs read it: Excel from a class, LibreOffice from tags and attributes. */
export interface WrittenLook {
  /** Declarations beside the number format; empty where the look is that of every cell. */
  readonly css: string;
  /** Attributes of the cell, each with a space before it. */
  readonly attributes: string;
  /** Tags around its text, from outside to inside. */
  readonly tags: readonly string[];
}

/** Excel’s words for lines. */
const lineWords: Readonly<Record<LineKind, string>> = {
  hair: '.5pt hairline',
  dotted: '.5pt dotted',
  dashDotDot: '.5pt dot-dot-dash',
  dashDot: '.5pt dot-dash',
  dashed: '.5pt dashed',
  thin: '.5pt solid',
  mediumDashDotDot: '1pt dot-dot-dash',
  slantDashDot: '1pt dot-dash',
  mediumDashDot: '1pt dot-dash',
  mediumDashed: '1pt dashed',
  medium: '1pt solid',
  thick: '1.5pt solid',
  double: '2pt double',
};

const plain: WrittenLook = { css: '', attributes: '', tags: [] };

/** The look of a style on paper. */
export function writtenLook(style: CellStyle | undefined): WrittenLook {
  if (!style) return plain;
  const { role, italic, underline, strikethrough, textSize, align, vertical, wrap, indent } = style;
  const colour = textOnPaper(style);
  const isColoured = colour !== roleLooks.calculation.textColour;
  const fill = style.fillColour ?? roleLooks[role].fillColour ?? 'none';
  const bold = isBold(style);
  const lines = [underline && 'underline', strikethrough && 'line-through'].filter(Boolean).join(' ');
  const css = [
    isColoured && `color:${colour}`,
    fill !== 'none' && `background:${fill}`,
    bold && 'font-weight:700',
    italic && 'font-style:italic',
    lines !== '' && `text-decoration:${lines}`,
    underline === 'double' && 'text-underline-style:double',
    textSize !== undefined && `font-size:${textSize}pt`,
    align && `text-align:${align}`,
    vertical && `vertical-align:${vertical}`,
    wrap && 'white-space:normal',
    indent !== undefined && `padding-left:${indent * 9}px;mso-char-indent-count:${indent}`,
    ...(['top', 'right', 'bottom', 'left'] as const).map((side) => {
      const line = borderOf(style, side);
      return line && `border-${side}:${lineWords[line.line]} ${line.colour ?? 'windowtext'}`;
    }),
  ];
  return {
    css: css.filter(Boolean).join(';'),
    attributes: fill === 'none' ? '' : ` bgcolor="${fill}"`,
    tags: [
      ...(bold ? ['b'] : []),
      ...(italic ? ['i'] : []),
      ...(underline ? ['u'] : []),
      ...(strikethrough ? ['s'] : []),
      ...(isColoured ? [`font color="${colour}"`] : []),
    ],
  };
}
