import type { CellRole, CellStyle } from './document.ts';
import { borderParts, type BorderLine, type Colour } from './look.ts';

/** What a role alone gives a cell: on paper, which is what a cell with a fill of its own looks like too. */
export interface RoleLook {
  readonly textColour: Colour;
  readonly bold?: true;
  /** In points; without one, the size of ordinary text. */
  readonly size?: number;
  readonly fillColour?: Colour;
  readonly lineAbove?: true;
}

const text = '#181C22';
const label = '#494D55';
const quiet = '#62676E';

/** Looks of the roles in the light theme. */
export const roleLooks: Readonly<Record<CellRole, RoleLook>> = {
  title: { textColour: text, bold: true, size: 15 },
  subtitle: { textColour: label, size: 12 },
  section: { textColour: text, bold: true, size: 12 },
  header: { textColour: text, bold: true },
  unit: { textColour: quiet, size: 9 },
  label: { textColour: label },
  note: { textColour: quiet },
  identifier: { textColour: quiet, size: 10 },
  input: { textColour: '#1C49BE', fillColour: '#F3F7FE' },
  source: { textColour: quiet, size: 10 },
  calculation: { textColour: text },
  link: { textColour: '#006745' },
  total: { textColour: text, bold: true, lineAbove: true },
  check: { textColour: text },
  result: { textColour: text, fillColour: '#F1F2F4' },
};

/** The line of totals and of headings. */
export const roleLine = { line: 'thin', colour: '#858991' } as const satisfies BorderLine;

/** Whether the text of a cell is bold, by its role or by choice. */
export function isBold(style: CellStyle | undefined): boolean {
  return style?.strong ?? roleLooks[style?.role ?? 'calculation'].bold ?? false;
}

/** The line that a side of a cell has of its own, by its role or by choice. */
export function borderOf(
  style: CellStyle | undefined,
  side: keyof typeof borderParts,
): (BorderLine & { readonly line: Exclude<BorderLine['line'], 'none'> }) | undefined {
  const own = style?.[borderParts[side]];
  if (own) return own.line === 'none' ? undefined : { ...own, line: own.line };
  return side === 'top' && style && roleLooks[style.role].lineAbove ? roleLine : undefined;
}

/** The style without what says nothing: what is off anyway, and what takes away what the role does not give. */
export function withoutIdleParts(style: CellStyle): CellStyle {
  const { bold, fillColour, lineAbove } = roleLooks[style.role];
  const idle = new Set<string>();
  if (style.strong === (bold ?? false)) idle.add('strong');
  for (const part of ['wrap', 'italic', 'strikethrough'] as const) if (style[part] === false) idle.add(part);
  if (style.fillColour === 'none' && fillColour === undefined) idle.add('fillColour');
  for (const [side, part] of Object.entries(borderParts)) {
    // Units have a line where they stand under headings.
    const givesLine = (side === 'top' && lineAbove) || (side === 'bottom' && style.role === 'unit');
    if (style[part]?.line === 'none' && !givesLine) idle.add(part);
  }
  if (idle.size === 0) return style;
  const kept: Record<string, unknown> = { ...style };
  for (const part of idle) delete kept[part];
  return { ...kept, role: style.role };
}
