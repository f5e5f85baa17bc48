/** Milliseconds after which a letter begins anew. */
const pause = 1000;

/** What letters typed into a list of choices lead to. */
export class ChoiceLetters {
  #typed = '';
  #lastAt = -Infinity;

  /**
   * The place of the choice that begins with the letters typed so far, from the chosen one on and
   * around; the same letter again leads to the next that begins with it. Undefined where there is none.
   */
  type(letter: string, at: number, words: readonly string[], chosen: number): number | undefined {
    this.#typed = at - this.#lastAt > pause ? letter : this.#typed + letter;
    this.#lastAt = at;
    const typed = this.#typed.toLowerCase();
    const repeated = letter.toLowerCase();
    const isRepeated = typed.replaceAll(repeated, '') === '';
    const sought = isRepeated ? repeated : typed;
    const first = isRepeated ? chosen + 1 : chosen;
    const places = words.map((_, step) => (first + step) % words.length);
    return places.find((place) => words[place]?.toLowerCase().startsWith(sought));
  }
}
