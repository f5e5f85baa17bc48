import { monthWords, weekdayWords } from './calendar-words.ts';
import { ownLanguage } from './own-language.ts';
import { findQuarter, type FoundQuarter } from './quarter-words.ts';

/** A text that counts, taken apart: `Item 7` is the seventh of its kind. */
export interface CountingText {
  /** Characters of the text. */
  readonly length: number;
  /** The text without what counts in it: texts of one kind go on together. */
  readonly kind: string;
  readonly value: number;
  /** How many there are before they begin again; unset where there is no end. */
  readonly cycle?: number;
  /** The text of another number. */
  readonly write: (value: number) => string;
}

/**
 * What counts in a text: a quarter or a half of a year, a month or a weekday by name, or a number at
 * its end or its beginning. Quarters, halves and months beside a year go on into the next year.
 * Undefined for other texts. Words are those of the language, which is the person's own, and English ones.
 */
export function countingText(text: string, language = ownLanguage()): CountingText | undefined {
  const counted =
    quarterOrHalf(text, language) ??
    month(text, language) ??
    weekday(text, language) ??
    numberAtEnd(text) ??
    numberAtBeginning(text);
  return counted && { ...counted, length: text.length };
}

type Counted = Omit<CountingText, 'length'>;

function quarterOrHalf(text: string, language: string): Counted | undefined {
  const found = findQuarter(text, language);
  const counted = found && yearPart(found);
  // H1 alone is as well the name of a column or a hypothesis.
  return found?.parts === 2 && counted?.cycle !== undefined ? undefined : counted;
}

const wordPattern = /^(?<before>[^\p{L}]*)(?<word>\p{L}+)(?<after>[^\p{L}]*)$/u;

function month(text: string, language: string): Counted | undefined {
  const found = wordPattern.exec(text)?.groups;
  if (!found) return undefined;
  const { before = '', word = '', after = '' } = found;
  const list = monthWords(language).find((words) => words.has(word));
  if (!list) return undefined;
  return yearPart({
    before,
    after,
    part: list.placeOf(word),
    parts: 12,
    word: (at) => list.word(at, word),
    name: list.name,
  });
}

function weekday(text: string, language: string): Counted | undefined {
  const list = weekdayWords(language).find((words) => words.has(text));
  return (
    list && {
      kind: list.name,
      value: list.placeOf(text),
      cycle: 7,
      write: (value) => list.word(remainder(value, 7), text),
    }
  );
}

const yearPattern = /^(?<head>[^0-9]*)(?<year>[0-9]{4}|[0-9]{2})(?<tail>[^0-9]*)$/;

/** A part of a year with or without its year; undefined where other figures stand beside it. */
function yearPart({ before, after, part, parts, word, name }: FoundQuarter): Counted | undefined {
  const figures = [before, after].filter((beside) => /[0-9]/.test(beside));
  if (figures.length === 0)
    return {
      kind: `${before}${name}${after}`,
      value: part,
      cycle: parts,
      write: (value) => `${before}${word(remainder(value, parts))}${after}`,
    };
  const isBefore = before === figures[0];
  const found = figures.length === 1 ? yearPattern.exec(figures[0] ?? '')?.groups : undefined;
  if (!found) return undefined;
  const { head = '', year = '', tail = '' } = found;
  const around = (yearText: string, partText: string) =>
    isBefore
      ? `${head}${yearText}${tail}${partText}${after}`
      : `${before}${partText}${head}${yearText}${tail}`;
  return {
    kind: around('#'.repeat(year.length), name),
    value: Number(year) * parts + part,
    write: (value) => {
      const years = remainder(Math.floor(value / parts), 10 ** year.length);
      return around(String(years).padStart(year.length, '0'), word(remainder(value, parts)));
    },
  };
}

/** Numbers of more digits are names, not counts. */
const numberAtEndPattern = /^(?<before>(?:.*[^0-9])?)(?<digits>[0-9]{1,15})$/s;
const numberAtBeginningPattern =
  /^(?<digits>[0-9]{1,15})(?<ordinal>(?:st|nd|rd|th)(?!\p{L}))?(?<after>.*)$/su;

function numberAtEnd(text: string): Counted | undefined {
  const found = numberAtEndPattern.exec(text)?.groups;
  if (!found) return undefined;
  const { before = '', digits = '' } = found;
  return {
    kind: `${before}#`,
    value: Number(digits),
    write: (value) => `${before}${sameWidth(value, digits)}`,
  };
}

function numberAtBeginning(text: string): Counted | undefined {
  const found = numberAtBeginningPattern.exec(text)?.groups;
  if (!found || /^[0-9]/.test(found['after'] ?? '')) return undefined;
  const { digits = '', ordinal, after = '' } = found;
  return {
    kind: `#${ordinal === undefined ? '' : 'th'}${after}`,
    value: Number(digits),
    write: (value) =>
      `${sameWidth(value, digits)}${ordinal === undefined ? '' : ordinalEnding(Math.abs(value))}${after}`,
  };
}

/** The number with as many digits as it began with; below 0 it counts up again, as in Excel. */
function sameWidth(value: number, digits: string): string {
  const text = String(Math.abs(value));
  return digits.startsWith('0') ? text.padStart(digits.length, '0') : text;
}

function ordinalEnding(value: number): string {
  const tens = value % 100;
  if (tens >= 11 && tens <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

function remainder(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
