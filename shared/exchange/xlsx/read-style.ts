import type { CellStyle as FileStyle } from 'hucre/xlsx';
import type { ConditionalLook } from '../../workbook/conditional/conditional-format.ts';
import {
  cellRoles,
  isFormula,
  type CellContent,
  type CellRole,
  type CellStyle,
} from '../../workbook/document.ts';
import {
  borderParts,
  deepestIndent,
  lineKinds,
  lookPartNames,
  textSizes,
  type BorderLine,
  type Colour,
  type OwnLook,
} from '../../workbook/look.ts';
import { withoutIdleParts } from '../../workbook/role-look.ts';
import type { FileColour, FileColours } from './file-colours.ts';
import { bodyFont, xlsxLook } from './xlsx-look.ts';

/** What there is to know of a file before the looks of its cells can be read. */
export interface StyleOrigin {
  readonly colours: FileColours;
  /** Points of the text of cells without a look. */
  readonly usualSize: number;
  /** Whether we wrote the file, so that colours tell roles. */
  readonly isOurs: boolean;
}

/** What a file says of a cell. */
export interface FileCellLook {
  readonly style: FileStyle | undefined;
  readonly content: CellContent | null;
  /** Whether its cell holds one of a list. */
  readonly isChoice: boolean;
  /** Whether its sheet is a page without grid lines. */
  readonly page: boolean;
}

/** Reads the looks of the cells of a file, each kind once. */
export class StyleReader {
  readonly #origin: StyleOrigin;
  readonly #styles = new Map<string, CellStyle>();
  /** Keys by what the cells of a file have: many cells share few of them. */
  readonly #known = new Map<FileStyle | undefined, Map<string, string | undefined>>();

  constructor(origin: StyleOrigin) {
    this.#origin = origin;
  }

  /** All styles that were read, by their keys. */
  get styles(): Record<string, CellStyle> {
    return Object.fromEntries(this.#styles);
  }

  /** The key of the style of a cell; undefined when it has none. */
  keyOf(cell: FileCellLook): string | undefined {
    const kind = `${roleOfContent(cell.content, cell.isChoice)}/${cell.page}`;
    const known = this.#known.get(cell.style) ?? new Map<string, string | undefined>();
    this.#known.set(cell.style, known);
    if (!known.has(kind)) known.set(kind, this.#added(this.#read(cell)));
    return known.get(kind);
  }

  #added(style: CellStyle | undefined): string | undefined {
    if (!style) return undefined;
    const { role, format, align, wrap } = style;
    const key = [
      role,
      format ?? 'General',
      align,
      wrap && 'wrap',
      ...lookPartNames.map((part) => partWords(part, style)),
    ]
      .filter(Boolean)
      .join('/');
    if (!this.#styles.has(key)) this.#styles.set(key, style);
    return key;
  }

  #read({ style: file = {}, content, isChoice, page }: FileCellLook): CellStyle | undefined {
    const { isOurs } = this.#origin;
    const { numFmt, alignment } = file;
    const horizontal = alignment?.horizontal;
    const align =
      horizontal === 'left' || horizontal === 'right' || horizontal === 'center' ? horizontal : undefined;
    const guessed = roleOfContent(content, isChoice);
    const role = isOurs ? (this.#roleOfLook(file, guessed === 'label', page) ?? guessed) : guessed;
    const own = this.#ownLook(file);
    const isUsual = isOurs && align === xlsxLook({ role }, page, true).alignment?.horizontal;
    const style: CellStyle = withoutIdleParts({
      role,
      ...(numFmt !== undefined && numFmt !== 'General' && { format: numFmt }),
      ...(align && !isUsual && { align }),
      ...(alignment?.wrapText && { wrap: true }),
      ...(isOurs ? this.#beyondRole(own, role, alignment?.wrapText === true, page) : own),
    });
    const isBare = Object.keys(style).length === 1 && (!isOurs || role === 'calculation');
    return isBare ? undefined : style;
  }

  /** What a colour of the file stands for; undefined for the one that text has without any. */
  colourOf(colour: FileColour): Colour | undefined {
    return this.#origin.colours.of(colour);
  }

  /** The look of cells that meet a rule of conditional formatting, whose fill stands in a file as the ground of a pattern. */
  conditionalLook({ font, fill, border }: FileStyle): ConditionalLook {
    const { strong, italic, underline, strikethrough, textColour, ...others } = this.#ownLook({
      // Without a font of its own the rule leaves that of the cell.
      font: font ?? {},
      ...(border && { border }),
    });
    const { borderTop, borderRight, borderBottom, borderLeft } = others;
    const fillColour =
      fill?.type === 'pattern' ? this.#origin.colours.of(fill.bgColor ?? fill.fgColor) : undefined;
    return {
      ...(strong && { strong }),
      ...(italic && { italic }),
      ...(underline && { underline }),
      ...(strikethrough && { strikethrough }),
      ...(textColour && { textColour }),
      ...(fillColour && { fillColour }),
      ...(borderTop && { borderTop }),
      ...(borderRight && { borderRight }),
      ...(borderBottom && { borderBottom }),
      ...(borderLeft && { borderLeft }),
    };
  }

  /** The look as the file has it, whatever the role. */
  #ownLook({ font: ownFont, fill, border, alignment }: FileStyle): OwnLook {
    const { colours, usualSize, isOurs } = this.#origin;
    // The library leaves the font out where it is that of the file.
    const font: FileStyle['font'] = ownFont ?? (isOurs ? bodyFont : undefined);
    const textColour = colours.of(font?.color);
    const fillColour =
      fill?.type === 'pattern' && fill.pattern === 'solid' ? colours.of(fill.fgColor) : undefined;
    const size = font?.size;
    const isSize = size !== undefined && size >= textSizes.least && size <= textSizes.most;
    const { vertical, indent = 0 } = alignment ?? {};
    return {
      ...(font?.bold && { strong: true }),
      ...(font?.italic && { italic: true }),
      ...(font?.underline && {
        underline: String(font.underline).startsWith('double') ? ('double' as const) : ('single' as const),
      }),
      ...(font?.strikethrough && { strikethrough: true }),
      // Ordinary text is as large here as in the file.
      ...(isSize && size !== usualSize && { textSize: Math.min(textSizes.most, scaled(size, usualSize)) }),
      ...(textColour && { textColour }),
      ...(fillColour && { fillColour }),
      ...this.#lines(border),
      ...(vertical === 'top' && { vertical }),
      ...(vertical === 'bottom' && { vertical }),
      ...(vertical === 'center' && { vertical: 'middle' as const }),
      ...(indent >= 1 && { indent: Math.min(deepestIndent, Math.round(indent)) }),
    };
  }

  #lines(border: FileStyle['border']): OwnLook {
    const lineOf = (side: keyof typeof borderParts): BorderLine | undefined => {
      const line = border?.[side];
      const kind = lineKinds.find((one) => one === line?.style);
      const colour = this.#origin.colours.of(line?.color);
      return kind && { line: kind, ...(colour && { colour }) };
    };
    const [top, right, bottom, left] = [lineOf('top'), lineOf('right'), lineOf('bottom'), lineOf('left')];
    return {
      ...(top && { borderTop: top }),
      ...(right && { borderRight: right }),
      ...(bottom && { borderBottom: bottom }),
      ...(left && { borderLeft: left }),
    };
  }

  /** What of a look is not what we write for a cell of the role alone. */
  #beyondRole(own: OwnLook, role: CellRole, wrap: boolean, page: boolean): OwnLook {
    const style = { role, ...(wrap && { wrap }) };
    const plain = this.#ownLook(xlsxLook(style, page, true));
    const { fillColour } = own;
    const onFill = fillColour && this.#ownLook(xlsxLook({ ...style, fillColour }, page, true)).textColour;
    const same = (part: keyof OwnLook) =>
      JSON.stringify(own[part]) === JSON.stringify(plain[part]) ||
      (part === 'textColour' && own.textColour === onFill);
    return {
      ...Object.fromEntries(
        Object.entries(own).filter(([part]) => !lookPartNames.some((one) => one === part && same(one))),
      ),
      ...(plain.strong && !own.strong && { strong: false }),
      ...(plain.fillColour && !own.fillColour && { fillColour: 'none' }),
      ...(plain.borderTop && !own.borderTop && { borderTop: { line: 'none' as const } }),
    };
  }

  /** The role whose look we write so; undefined where several roles or none do. */
  #roleOfLook(file: FileStyle, isText: boolean, page: boolean): CellRole | undefined {
    const own = this.#ownLook(file);
    const fitting = cellRoles.filter((role) => {
      const plain = this.#ownLook(xlsxLook({ role }, page, true));
      return (
        own.textColour === plain.textColour &&
        own.textSize === plain.textSize &&
        own.fillColour === plain.fillColour &&
        (own.strong ?? false) === (plain.strong ?? false) &&
        (role !== 'total' || own.borderTop !== undefined)
      );
    });
    // A heading is text, and a total is not.
    const order: readonly CellRole[] = isText
      ? ['header', 'title', 'section', 'subtitle', 'label', 'unit', 'note', 'source', 'link', 'input']
      : ['total', 'calculation', 'input', 'link', 'result', 'source', 'header'];
    // What was chosen beyond the role leaves its colour most often.
    const alike: readonly CellRole[] = ['calculation', 'label', 'note', 'input', 'link'];
    return (
      order.find((role) => fitting.includes(role)) ??
      fitting[0] ??
      alike.find((role) => own.textColour === this.#ownLook(xlsxLook({ role }, page, true)).textColour)
    );
  }
}

function scaled(size: number, usualSize: number): number {
  return Math.round(((size * bodyFont.size) / usualSize) * 2) / 2;
}

function partWords(part: keyof OwnLook, style: CellStyle): string | false {
  const value = style[part];
  if (value === undefined) return false;
  if (value === true) return part;
  return `${part} ${typeof value === 'object' ? [value.line, value.colour].filter(Boolean).join(' ') : value}`;
}

/** A file does not say what a cell is for: figures and choices are taken for inputs. */
function roleOfContent(content: CellContent | null, isChoice: boolean): CellRole {
  if (isFormula(content)) return 'calculation';
  if (isChoice || typeof content === 'number') return 'input';
  return content === null ? 'calculation' : 'label';
}
