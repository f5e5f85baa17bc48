import type { LookChange } from '../../shared/workbook/command.ts';
import type { CellStyle } from '../../shared/workbook/document.ts';

/** Which list of choices a cell has after it got a look: its own, or that of the look where such a name is known. */
export type ChoicesRule = 'stay' | ((name: string) => boolean);

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
    const look: LookChange = {
      role: style?.role ?? 'calculation',
      format: style?.format ?? null,
      align: style?.align ?? null,
      wrap: style?.wrap ?? null,
      strong: style?.strong ?? null,
      lineAbove: style?.lineAbove ?? null,
      lineBelow: style?.lineBelow ?? null,
    };
    if (this.#choices === 'stay') return look;
    const name = style?.choicesName;
    return { ...look, choicesName: name !== undefined && this.#choices(name) ? name : null };
  }
}
