const referenceAround = /(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})/g;

/**
 * What F4 does in Excel: the reference at the text cursor goes from A1 to $A$1, A$1, $A1 and back.
 * Gives the new text and where the cursor then stands; undefined when there is no reference there.
 */
export function turnReference(text: string, caret: number): { text: string; caret: number } | undefined {
  if (!text.startsWith('=')) return undefined;
  for (const match of text.matchAll(referenceAround)) {
    const [whole, columnFixed = '', column = '', rowFixed = '', row = ''] = match;
    const start = match.index;
    const end = start + whole.length;
    if (caret < start || caret > end) continue;
    const next: Record<string, [string, string]> = {
      '': ['$', '$'],
      $$: ['', '$'],
      ' $': ['$', ''],
      '$ ': ['', ''],
    };
    const now = columnFixed === '' && rowFixed === '' ? '' : `${columnFixed || ' '}${rowFixed || ' '}`;
    const [columnMark, rowMark] = next[now] ?? ['', ''];
    const turned = `${columnMark}${column}${rowMark}${row}`;
    return { text: text.slice(0, start) + turned + text.slice(end), caret: start + turned.length };
  }
  return undefined;
}
