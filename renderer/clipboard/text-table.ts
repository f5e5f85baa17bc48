/** A row of cells as Excel writes it for other programs: tabs between cells, and a line end. */
export function textLine(row: readonly string[]): string {
  return `${row.map(quoted).join('\t')}\r\n`;
}

/** Excel quotes a cell with a tab, a line break or a quotation mark at its start. */
function quoted(text: string): string {
  return /[\t\r\n]/.test(text) || text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Reads the rows of cells that Excel and other programs put on the clipboard, pausing after rows. */
export function* textSteps(text: string): Generator<void, string[][]> {
  const rows: string[][] = [];
  let row: string[] = [];
  let position = 0;
  for (;;) {
    const [cell, end] = readCell(text, position);
    row.push(cell);
    const separator = text[end];
    if (separator === '\t') {
      position = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (separator === undefined) break;
    position = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    // A line break at the very end closes the last row and begins none.
    if (position >= text.length) break;
    yield;
  }
  return rows;
}

function readCell(text: string, start: number): [cell: string, end: number] {
  if (text[start] === '"') {
    let cell = '';
    let position = start + 1;
    for (;;) {
      const quote = text.indexOf('"', position);
      if (quote < 0) break;
      cell += text.slice(position, quote);
      if (text[quote + 1] !== '"') {
        const after = text[quote + 1];
        if (after === undefined || after === '\t' || after === '\r' || after === '\n')
          return [cell, quote + 1];
        // A quotation mark inside a cell that only happens to begin with one.
        break;
      }
      cell += '"';
      position = quote + 2;
    }
  }
  let end = start;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\r' && text[end] !== '\n') end++;
  return [text.slice(start, end), end];
}
