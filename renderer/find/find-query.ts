/** What is looked for, and where. */
export interface FindQuery {
  /** As it is written, but for `*` (any signs), `?` (one sign) and `~` before either or itself (the sign as it is). */
  readonly text: string;
  readonly lookIn: 'values' | 'formulas' | 'notes';
  readonly within: 'sheet' | 'workbook';
  /** Whether the cells are gone through row by row or column by column. */
  readonly order: 'rows' | 'columns';
  readonly matchCase: boolean;
  /** The cell must hold the text and nothing else. */
  readonly wholeCell: boolean;
}

/** Looks for a text in others. */
export interface TextSearch {
  readonly isIn: (text: string) => boolean;
  /** The text with another in the place of every occurrence. */
  readonly replaceIn: (text: string, replacement: string) => string;
}

/**
 * Looks for the text of a query, with Excel's wildcards: `*` stands for as few signs as possible, at
 * the end for all that follow. A minus is found whichever sign it has.
 */
export function textSearch({ text, matchCase, wholeCell }: FindQuery): TextSearch {
  const pattern = patternOf(text);
  const source = wholeCell ? `^(?:${pattern})$` : pattern;
  const flags = matchCase ? 'u' : 'iu';
  const once = new RegExp(source, flags);
  const every = new RegExp(source, `${flags}g`);
  return {
    isIn: (searched) => once.test(searched),
    // What matches nothing at all, such as `*` at the end of a text, is no occurrence.
    replaceIn: (searched, replacement) =>
      searched.replace(every, (found) => (found === '' ? '' : replacement)),
  };
}

function patternOf(text: string): string {
  return text.replaceAll(/~[*?~]|[\\^$.*+?()[\]{}|]|[-\u2212]/g, (sign: string, at: number) => {
    if (sign.length > 1) return sign === '~~' ? '~' : `\\${sign.slice(1)}`;
    if (sign === '*') return at === text.length - 1 ? String.raw`[\s\S]*` : String.raw`[\s\S]*?`;
    if (sign === '?') return String.raw`[\s\S]`;
    return /[-\u2212]/.test(sign) ? minus : `\\${sign}`;
  });
}

/** The hyphen that is typed and the true minus sign that is shown. */
const minus = String.raw`[\-\u2212]`;
