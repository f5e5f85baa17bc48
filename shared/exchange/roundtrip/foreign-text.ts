/**
 * What a text that is no `.roundtrip` file looks like, as the end of the sentence "it looks like …".
 * `text` is the file's bytes read as UTF-8. Gives null when nothing speaks against a damaged
 * `.roundtrip` file.
 */
export function foreignLooks(text: string): string | null {
  if (text === '') return 'an empty file: it holds nothing at all';
  if (/^\0+$/.test(text))
    return 'an empty file: it holds only zero bytes, as after a power failure while saving';
  if (text.trim() === '') return 'an empty file: it holds only spaces and line breaks';
  if (text.startsWith('PK\u0003\u0004') || text.startsWith('PK\u0005\u0006'))
    return 'an Excel workbook (.xlsx) or another zip archive';
  // The first bytes of an OLE file, D0 CF 11 E0, read as UTF-8 and as Latin-1.
  if (text.startsWith('\uFFFD\uFFFD\u0011') || text.startsWith('\u00D0\u00CF\u0011'))
    return 'an old or encrypted Office file';
  if (text.startsWith('%PDF-')) return 'a PDF';
  if (/^\s*<(!doctype\s+html|html)\b/i.test(text)) return 'a web page (HTML)';
  if (/^\s*<[?!a-z]/i.test(text)) return 'XML';
  const start = text.slice(0, 4096);
  if (start.includes('\0') || start.split('\uFFFD').length - 1 > start.length / 20) return 'a binary file';
  if (/^\s*[{[]/.test(text)) return null;
  return 'plain text';
}

/** What parsed JSON of another program looks like, as the end of the sentence "it looks like …". */
export function foreignJsonLooks(value: unknown): string {
  if (Array.isArray(value)) return 'JSON of another kind: a list';
  if (typeof value !== 'object' || value === null) return 'plain text';
  const keys = Object.keys(value)
    .slice(0, 4)
    .map((key) => `"${key.slice(0, 40)}"`);
  return keys.length === 0
    ? 'JSON of another kind: an object without fields'
    : `JSON of another kind, with the fields ${keys.join(', ')}`;
}
