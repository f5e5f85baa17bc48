/** A comment, character data, an instruction or a tag with quoted attributes. */
const markup =
  /<(?:!--[\s\S]*?-->|!\[CDATA\[[\s\S]*?\]\]>|\?[\s\S]*?\?>|(\/)?([^\s/<>"'=!?]+)(?:\s+[^\s/<>"'=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/)?>)/y;

/** A sign that begins an escape and does not. */
const bareSign = /&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9a-f]+);)/i;

/**
 * What is wrong with the text of an XML part, as the end of a sentence; null when every element is
 * closed. A part that was cut or changed in its markup must not be read as a shorter one.
 */
export function xmlFault(text: string): string | null {
  const open: string[] = [];
  let hasRoot = false;
  for (let at = 0; ;) {
    const next = text.indexOf('<', at);
    const between = text.slice(at, next < 0 ? undefined : next);
    if (open.length === 0 && between.trim() !== '') return 'holds text outside its elements';
    if (bareSign.test(between)) return `holds a "&" that stands for nothing`;
    if (next < 0) break;
    markup.lastIndex = next;
    const [whole, closing, name, empty] = markup.exec(text) ?? [];
    if (whole === undefined) return `does not read at its character ${next + 1}`;
    at = next + whole.length;
    if (name === undefined) continue;
    if (bareSign.test(whole)) return `holds a "&" that stands for nothing`;
    if (closing !== undefined) {
      if (open.pop() !== name) return `closes "${name}" where it is not open`;
    } else {
      if (open.length === 0 && hasRoot) return 'goes on after its end';
      hasRoot = true;
      if (empty === undefined) open.push(name);
    }
  }
  if (!hasRoot) return 'is empty';
  const last = open.at(-1);
  return last === undefined ? null : `ends before "${last}" is closed`;
}
