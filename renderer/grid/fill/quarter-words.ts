import { ownLanguage } from './own-language.ts';

/** How quarters and halves are written: what stands before their number, and behind it. */
interface QuarterWords {
  readonly before: readonly string[];
  readonly behind: readonly string[];
  /** The ending of a number before the last of `behind`, counted from 0. */
  readonly ending?: (part: number) => string;
}

/** Texts for the person's language stand beside the English ones. */
const languages: Readonly<Record<string, QuarterWords>> = {
  en: {
    before: ['qtr', 'qtr ', 'qtr.', 'qtr. ', 'quarter ', 'q', 'h'],
    behind: ['q', 'h', ' quarter'],
    ending: (part) => ['st', 'nd', 'rd', 'th'][part] ?? '',
  },
  de: { before: ['qrtl', 'qrtl ', 'qrtl.', 'qrtl. ', 'quartal '], behind: ['. quartal'] },
  fr: {
    before: ['t', 'trim', 'trim ', 'trim. ', 'trimestre '],
    behind: ['t', ' trimestre'],
    ending: (part) => (part === 0 ? 'er' : 'e'),
  },
  es: { before: ['t', 'trim ', 'trim. ', 'trimestre '], behind: ['t', 'º trimestre', '.º trimestre'] },
  it: { before: ['t', 'trim ', 'trim. ', 'trimestre '], behind: ['º trimestre', '° trimestre'] },
  pt: { before: ['t', 'trim ', 'trim. ', 'trimestre '], behind: ['t', 'º trimestre'] },
  nl: { before: ['k', 'kwartaal '], behind: ['e kwartaal'] },
  pl: { before: ['kw. ', 'kwartał '], behind: ['. kwartał', ' kwartał'] },
  sv: { before: ['k', 'kvartal '], behind: [':a kvartalet'] },
};

/** A quarter or a half of a year in a text. */
export interface FoundQuarter {
  /** What stands around it. */
  readonly before: string;
  readonly after: string;
  /** Counted from 0. */
  readonly part: number;
  /** How many a year has. */
  readonly parts: number;
  readonly word: (part: number) => string;
  /** The same for texts that are written alike. */
  readonly name: string;
}

/** Finds a quarter or a half, in the person's language or in English; undefined where there is none. */
export function findQuarter(text: string, language = ownLanguage()): FoundQuarter | undefined {
  for (const one of new Set([language.slice(0, 2), 'en'])) {
    const words = languages[one];
    const found = words && findIn(text, words);
    if (found) return found;
  }
  return undefined;
}

/** The patterns of languages that have been looked for, by their words. */
const patterns = new Map<QuarterWords, RegExp>();

function patternOf({ before, behind, ending }: QuarterWords): RegExp {
  const [ordinary, ordinal] = ending ? [behind.slice(0, -1), behind.slice(-1)] : [behind, []];
  const endings = [0, 1, 2, 3].map((part) => ending?.(part) ?? '').join('|');
  const ends = [
    ...(ordinary.length > 0 ? [`(?<plain>${oneOf(ordinary)})`] : []),
    ...(ordinal.length > 0 ? [`(?:${endings})(?<last>${oneOf(ordinal)})`] : []),
  ];
  return new RegExp(
    `^(?<start>(?:.*[^\\p{L}\\p{N}])?)(?:(?<word>${oneOf(before)})(?<part>[1-4])(?!\\p{N})` +
      `|(?<first>[1-4])(?:${ends.join('|')})(?!\\p{L}))(?<after>.*)$`,
    'isu',
  );
}

function findIn(text: string, words: QuarterWords): FoundQuarter | undefined {
  const pattern = patterns.get(words) ?? patternOf(words);
  patterns.set(words, pattern);
  const groups = pattern.exec(text)?.groups;
  if (!groups) return undefined;
  const { start = '', word = '', after = '' } = groups;
  const rest = groups['plain'] ?? groups['last'] ?? '';
  const isOrdinal = groups['last'] !== undefined;
  const part = Number(groups['part'] ?? groups['first']) - 1;
  const parts = (word || rest).toLowerCase() === 'h' ? 2 : 4;
  if (part >= parts) return undefined;
  return {
    before: start,
    after,
    part,
    parts,
    word: (at) => `${word}${at + 1}${isOrdinal ? (words.ending?.(at) ?? '') : ''}${rest}`,
    name: `${word}#${rest}`,
  };
}

function oneOf(texts: readonly string[]): string {
  return texts.map((text) => text.replaceAll('.', '\\.')).join('|');
}
