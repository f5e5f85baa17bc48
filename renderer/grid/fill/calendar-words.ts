/** Names that follow one another, such as the months in short. */
export interface WordList {
  /** What they are, the same for long and short names. */
  readonly name: string;
  readonly has: (word: string) => boolean;
  /** The place of a word that the list has, counted from 0. */
  readonly placeOf: (word: string) => number;
  /** The word at a place, in capitals or small letters as `like` is. */
  readonly word: (place: number, like: string) => string;
}

/** Months, long and short, in the person's language and in English. */
export function monthWords(): readonly WordList[] {
  return (months ??= lists('month', 12, (place) => Date.UTC(2026, place, 1)));
}

/** Weekdays, long and short, in the person's language and in English. */
export function weekdayWords(): readonly WordList[] {
  // 4 January 2026 was a Sunday.
  return (weekdays ??= lists('weekday', 7, (place) => Date.UTC(2026, 0, 4 + place)));
}

let months: readonly WordList[] | undefined;
let weekdays: readonly WordList[] | undefined;

function lists(
  part: 'month' | 'weekday',
  count: number,
  day: (place: number) => number,
): readonly WordList[] {
  const own = new Intl.DateTimeFormat().resolvedOptions().locale;
  return [...new Set([own, 'en'])].flatMap((language) =>
    (['short', 'long'] as const).map((style) => {
      const names = new Intl.DateTimeFormat(language, {
        [part]: style,
        timeZone: 'UTC',
        calendar: 'gregory',
      });
      const words = Array.from({ length: count }, (_, place) => names.format(day(place)));
      return wordList(`${part} ${language}`, words);
    }),
  );
}

function wordList(name: string, words: readonly string[]): WordList {
  const places = new Map(words.map((word, place) => [word.toLowerCase(), place]));
  return {
    name,
    has: (word) => places.has(word.toLowerCase()),
    placeOf: (word) => places.get(word.toLowerCase()) ?? 0,
    word: (place, like) => inCaseOf(words[place] ?? '', like),
  };
}

function inCaseOf(word: string, like: string): string {
  if (like === like.toUpperCase()) return word.toUpperCase();
  return like === like.toLowerCase() ? word.toLowerCase() : word;
}
