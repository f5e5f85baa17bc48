/*
 * Text in an xlsx part. XML has no place for some characters, and the format writes them as `_x`,
 * four hexadecimal digits and `_`; text that only looks like that is escaped in turn.
 */

/** Halves of a character pair that stand alone, and the two code points that XML forbids everywhere. */
const unshowable = /[\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The text as a part holds it, apart from control characters and XML's own signs. */
export function escapedText(text: string): string {
  return text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(
      unshowable,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}

/** The text that a part holds, without its escapes. */
export function unescapedText(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_escape, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
