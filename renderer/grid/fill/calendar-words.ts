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

/** Months, long and short, in a language and in English. */
export function monthWords(language: string): readonly WordList[] {
  return (months[language] ??= lists(language, 'month', 12, (place) => Date.UTC(2026, place, 1)));
}

/** Weekdays, long and short, in a language and in English. */
export function weekdayWords(language: string): readonly WordList[] {
  // 4 January 2026 was a Sunday.
  return (weekdays[language] ??= lists(language, 'weekday', 7, (place) => Date.UTC(2026, 0, 4 + place)));
}

const months: Record<string, readonly WordList[]> = {};
const weekdays: Record<string, readonly WordList[]> = {};

/** Words that Excel has in its lists where the system writes others. */
const inExcel: Readonly<Record<string, Readonly<Record<string, string>>>> = { de: { Mär: 'Mrz' } };

function lists(
  own: string,
  part: 'month' | 'weekday',
  count: number,
  day: (place: number) => number,
): readonly WordList[] {
  return [...new Set([own, 'en'])].flatMap((language) =>
    (['short', 'long'] as const).flatMap((style) => {
      const names = new Intl.DateTimeFormat(language, {
        [part]: style,
        timeZone: 'UTC',
        calendar: 'gregory',
      });
      const words = Array.from({ length: count }, (_, place) => names.format(day(place)));
      // Shortened words are written with and without their point.
      const plain = words.map((word) => word.replace(/\.$/, ''));
      const excel = plain.map((word) => inExcel[language.slice(0, 2)]?.[word] ?? word);
      const spellings = [excel, plain, words].filter(
        (each, place, all) => all.findIndex((other) => other.join() === each.join()) === place,
      );
      return spellings.map((each) => wordList(`${part} ${language}`, each));
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
