import type { LookChange } from '../../shared/workbook/command.ts';
import type { CellStyle } from '../../shared/workbook/document.ts';

/** Which list of choices a cell has after it got a look: its own, or that of the look where such a name is known. */
export type ChoicesRule = 'stay' | ((name: string) => boolean);

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
} as const satisfies Record<keyof Omit<LookChange, 'choicesName'>, unknown>;

/** Styles as commands carry them whole, so that nothing is left of the look before. Those that look alike are one object. */
export class WholeLooks {
  readonly #choices: ChoicesRule;
  readonly #byStyle = new Map<CellStyle | undefined, LookChange>();
  readonly #byText = new Map<string, LookChange>();

  constructor(choices: ChoicesRule) {
    this.#choices = choices;
  }

  /** The look of a style; undefined is that of a cell without any. */
  of(style: CellStyle | undefined): LookChange {
    const known = this.#byStyle.get(style);
    if (known) return known;
    const made = this.#made(style);
    const text = JSON.stringify(made);
    const look = this.#byText.get(text) ?? made;
    this.#byText.set(text, look);
    this.#byStyle.set(style, look);
    return look;
  }

  #made(style: CellStyle | undefined): LookChange {
    const { choicesName: name, ...own } = style ?? {};
    const look: LookChange = { ...plainLook, ...own };
    if (this.#choices === 'stay') return look;
    return { ...look, choicesName: name !== undefined && this.#choices(name) ? name : null };
  }
}
