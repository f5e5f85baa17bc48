/** What is looked for, and where. */
export interface FindQuery {
  readonly text: string;
  readonly lookIn: 'values' | 'formulas';
  readonly within: 'sheet' | 'workbook';
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

/** Looks for the text of a query as it is written. A minus is found whichever sign it has. */
export function textSearch({ text, matchCase, wholeCell }: FindQuery): TextSearch {
  const literal = text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`).replaceAll(/[-\u2212]/g, minus);
  const source = wholeCell ? `^(?:${literal})$` : literal;
  const flags = matchCase ? 'u' : 'iu';
  const once = new RegExp(source, flags);
  const every = new RegExp(source, `${flags}g`);
  return {
    isIn: (searched) => once.test(searched),
    replaceIn: (searched, replacement) => searched.replace(every, () => replacement),
  };
}

/** The hyphen that is typed and the true minus sign that is shown. */
const minus = String.raw`[\-\u2212]`;
