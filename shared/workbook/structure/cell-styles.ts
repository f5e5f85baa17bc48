import type { CellStyle, WorkbookDocument } from '../document.ts';
import { withoutIdleParts } from '../role-look.ts';

/** What of a style is to be another; null takes it away, and what is undefined stays. */
export type StyleChange = { readonly [Key in keyof CellStyle]?: CellStyle[Key] | null | undefined };

/** The style of a cell that has none. */
export const plainStyle: CellStyle = { role: 'calculation' };

/** The styles of a document by their keys, and those that cells need besides. */
export class CellStyles {
  readonly #before: WorkbookDocument['styles'];
  #added: Record<string, CellStyle> | undefined;
  /** Keys by what the styles look like, once that is asked. */
  #keys: Map<string, string> | undefined;
  /** Keys after changes that were asked for already: many cells share few of both. */
  readonly #changed = new Map<string, string | undefined>();

  constructor(styles: WorkbookDocument['styles']) {
    this.#before = styles;
  }

  /** All styles; the object that was given where none has come. */
  get all(): WorkbookDocument['styles'] {
    return this.#added ? { ...this.#before, ...this.#added } : this.#before;
  }

  /** The style of a key; undefined for none. */
  of(key: string | undefined): CellStyle | undefined {
    return key === undefined ? undefined : (this.#added?.[key] ?? this.#before[key]);
  }

  /** The key of the style that a cell has after a change of its own; the same key where nothing changes. */
  changed(key: string | undefined, change: StyleChange): string | undefined {
    const question = JSON.stringify([key, change]);
    if (this.#changed.has(question)) return this.#changed.get(question);
    const changed = this.#keyAfter(key, change);
    this.#changed.set(question, changed);
    return changed;
  }

  #keyAfter(key: string | undefined, change: StyleChange): string | undefined {
    const before = this.of(key);
    const style = styleAfter(before ?? plainStyle, change);
    const text = textOf(style);
    if (text === textOf(withoutIdleParts(before ?? plainStyle))) return key;
    // Of styles that look alike the first is taken.
    this.#keys ??= new Map(
      Object.entries(this.#before)
        .map(([known, one]) => [textOf(one), known] as const)
        .toReversed(),
    );
    const known = this.#keys.get(text);
    if (known !== undefined) return known;
    const fresh = this.#freeKey();
    this.#added = { ...this.#added, [fresh]: style };
    this.#keys.set(text, fresh);
    return fresh;
  }

  #freeKey(): string {
    let number = 1;
    while (this.of(`cell-${number}`)) number++;
    return `cell-${number}`;
  }
}

/** The style with what the change says, without what it takes away. A style always says what its cell is for. */
export function styleAfter(before: CellStyle, change: StyleChange): CellStyle {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const parts = Object.entries({ ...before, ...Object.fromEntries(given) }).filter(
    ([, value]) => value !== null,
  );
  return withoutIdleParts({ role: before.role, ...Object.fromEntries(parts) });
}

/** A text that two styles share exactly when they look alike. */
function textOf(style: CellStyle): string {
  return JSON.stringify(Object.entries(style).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
