import type { LookChange } from '../../shared/workbook/command.ts';
import type { CellStyle } from '../../shared/workbook/document.ts';

/** The look that a cell without any has. */
export const plainLook = {
  role: 'calculation',
  format: null,
  align: null,
  wrap: null,
  strong: null,
  italic: null,
  underline: null,
  strikethrough: null,
  textSize: null,
  textColour: null,
  fillColour: null,
  borderTop: null,
  borderRight: null,
  borderBottom: null,
  borderLeft: null,
  vertical: null,
  indent: null,
} as const satisfies Record<keyof LookChange, unknown>;

/** Styles as commands carry them whole, so that nothing is left of the look before. Those that look alike are one object. */
export class WholeLooks {
  readonly #byStyle = new Map<CellStyle | undefined, LookChange>();
  readonly #byText = new Map<string, LookChange>();

  /** The look of a style; undefined is that of a cell without any. */
  of(style: CellStyle | undefined): LookChange {
    const known = this.#byStyle.get(style);
    if (known) return known;
    const made = wholeLook(style);
    const text = JSON.stringify(made);
    const look = this.#byText.get(text) ?? made;
    this.#byText.set(text, look);
    this.#byStyle.set(style, look);
    return look;
  }
}

function wholeLook(style: CellStyle | undefined): LookChange {
  return { ...plainLook, ...style };
}
