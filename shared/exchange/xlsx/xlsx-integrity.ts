import { xmlFault } from './xml-fault.ts';
import { textOf, type ZipParts } from './zip.ts';

/** A cell of shared text with the number of its text. */
const sharedTextCell =
  /<(?:\w+:)?c\s[^>]*\bt=["']s["'][^>]*(?<!\/)>(?:(?!<\/(?:\w+:)?c>)[\s\S])*?<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</g;

/**
 * What is wrong with the parts of an xlsx file, as a sentence that names the part; null when they
 * hold together. The library reads over such damage and gives empty cells.
 */
export function partsFault(parts: ZipParts): string | null {
  let sharedTexts = 0;
  for (const [name, bytes] of parts) {
    // Text of two bytes a character is allowed and never written.
    if (!/\.(?:xml|rels)$/i.test(name) || bytes[0] === 0xff || bytes[0] === 0xfe) continue;
    const text = textOf(bytes);
    const fault = xmlFault(text);
    if (fault !== null) return `Its part "${name}" ${fault}.`;
    if (/(?:^|\/)sharedStrings\.xml$/i.test(name))
      sharedTexts = text.match(/<(?:\w+:)?si[\s/>]/g)?.length ?? 0;
  }
  for (const [name, bytes] of parts) {
    if (!/(?:^|\/)worksheets\/[^/]+\.xml$/i.test(name)) continue;
    for (const [, number = ''] of textOf(bytes).matchAll(sharedTextCell)) {
      const index = Number(number);
      if (!Number.isInteger(index) || index < 0 || index >= sharedTexts)
        return `Its part "${name}" asks for text number ${number} of ${sharedTexts}.`;
    }
  }
  return null;
}
