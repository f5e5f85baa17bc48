/** Something the palette offers, as far as the search looks at it. */
export interface Findable {
  readonly key: string;
  readonly label: string;
  /** Further words that find it, such as its menu. */
  readonly detail: string;
  /** More such words, which are not shown. */
  readonly also?: string;
}

/** How well an entry fits that is called just what was typed: better than any other. */
const exactly = 1000;

/**
 * The entries that fit what was typed, best first. Every word typed must begin or stand in a word of
 * the entry, or be spelled out by letters of one in their order. Among equals those used last come
 * first, then those listed first.
 */
export function search<Entry extends Findable>(
  entries: readonly Entry[],
  typed: string,
  recent: readonly string[],
): Entry[] {
  const whole = typed.trim().toLowerCase();
  const words = wordsOf(typed);
  // Signs alone are no word of anything.
  if (whole !== '' && words.length === 0) return [];
  const lastUse = new Map(recent.map((key, index) => [key, index]));
  return entries
    .map((entry) => ({
      entry,
      fit: entry.label.toLowerCase() === whole ? exactly : fitOf(entry, words),
      use: lastUse.get(entry.key) ?? recent.length,
    }))
    .filter(({ fit }) => fit > 0)
    .toSorted((one, other) => other.fit - one.fit || one.use - other.use)
    .map(({ entry }) => entry);
}

/** How many of the last choices are remembered, in the settings too. */
const mostRemembered = 30;

/** The choices with this one as the last, the last first. A key too long to be kept is not. */
export function withChoice(recent: readonly string[], key: string): string[] {
  return key.length > 300
    ? [...recent]
    : [key, ...recent.filter((other) => other !== key)].slice(0, mostRemembered);
}

/** How well an entry fits all words; 0 when it does not. */
function fitOf({ label, detail, also = '' }: Findable, wanted: readonly string[]): number {
  const own = wordsOf(label);
  const further = wordsOf(`${detail} ${also}`);
  let fit = 1;
  for (const word of wanted) {
    // A word of the label counts more than the same one beside it.
    const best = Math.max(2 * bestOf(own, word), bestOf(further, word));
    if (best === 0) return 0;
    fit += best;
  }
  return fit;
}

function bestOf(words: readonly string[], wanted: string): number {
  return Math.max(0, ...words.map((word) => wordFit(word, wanted)));
}

function wordFit(word: string, wanted: string): number {
  if (word === wanted) return 4;
  if (word.startsWith(wanted)) return 3;
  if (word.includes(wanted)) return 2;
  return wanted.length > 2 && spells(word, wanted) ? 1 : 0;
}

/** True when the letters of `wanted` stand in the word in their order, beginning with its first. */
function spells(word: string, wanted: string): boolean {
  if (word[0] !== wanted[0]) return false;
  let from = 0;
  for (const letter of wanted) {
    const at = word.indexOf(letter, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
