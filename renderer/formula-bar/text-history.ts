/** A text, and where the text cursor is put in it. */
export interface RestoredText {
  readonly text: string;
  readonly caret: number;
}

/**
 * What an entry was while it was typed, so that Ctrl+Z and Ctrl+Y work in it whatever wrote the text:
 * keys, a word that was completed, or cells that were pointed at. Letters that are typed one behind the
 * other are one step, and so are references that took each other's place.
 */
export class TextHistory {
  #past: string[] = [];
  #future: string[] = [];
  /** The text cursor behind the last letter, while letters go on. */
  #typedTo: number | null = null;

  /** The text became another; `goesOn` where that belongs to the change before. */
  record(before: string, after: string, goesOn = false): void {
    const letter = typedLetter(before, after);
    const isSameWord = letter !== undefined && letter.at === this.#typedTo && !letter.isBreak;
    if (!goesOn && !isSameWord) this.#past.push(before);
    this.#future = [];
    this.#typedTo = letter === undefined || letter.isBreak ? null : letter.at + 1;
  }

  /** The text before the last change; undefined where nothing has changed. */
  undo(now: string): RestoredText | undefined {
    return this.#step(now, this.#past, this.#future);
  }

  /** The text that was taken back last. */
  redo(now: string): RestoredText | undefined {
    return this.#step(now, this.#future, this.#past);
  }

  #step(now: string, from: string[], to: string[]): RestoredText | undefined {
    const text = from.pop();
    if (text === undefined) return undefined;
    to.push(now);
    this.#typedTo = null;
    return { text, caret: text.length - sameAtEnd(now, text) };
  }
}

/** The one letter that was put into a text, and its place; undefined where more or something else changed. */
function typedLetter(
  before: string,
  after: string,
): { readonly at: number; readonly isBreak: boolean } | undefined {
  if (after.length !== before.length + 1) return undefined;
  const at = after.length - sameAtEnd(before, after) - 1;
  if (before.slice(0, at) + after.charAt(at) + before.slice(at) !== after) return undefined;
  // A step ends where a word does.
  return { at, isBreak: !/[\p{L}\p{N}_.]/u.test(after.charAt(at)) };
}

/** How many signs both texts end with, beyond what they begin with. */
function sameAtEnd(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  let begin = 0;
  while (begin < shorter && one.charAt(begin) === other.charAt(begin)) begin++;
  let count = 0;
  while (count < shorter - begin && one.at(-1 - count) === other.at(-1 - count)) count++;
  return count;
}
