/** Excel's limit on the length of a sheet's name, in characters. */
const maximumLength = 31;

/** Why Excel would not take this as the name of a sheet, as the end of a sentence; null when it would. */
export function sheetNameFault(name: string): string | null {
  if (name === '') return 'is empty';
  if (name.length > maximumLength) return `has ${name.length} characters; the limit is ${maximumLength}`;
  const forbidden = /[[\]:*?/\\]/.exec(name);
  if (forbidden) return `holds the character ${forbidden[0]}, which no sheet name may hold`;
  if (holdsUnshowable(name)) return 'holds a character that cannot be shown';
  if (name.startsWith("'") || name.endsWith("'")) return 'begins or ends with an apostrophe';
  if (name.toLowerCase() === 'history') return 'is one that Excel keeps for itself';
  return null;
}

/** Control characters, halves of a character pair, and the code points that XML has no place for. */
function holdsUnshowable(text: string): boolean {
  return /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text);
}
