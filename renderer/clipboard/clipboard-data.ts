import type { CellValue } from '../../shared/workbook/document.ts';
import { formatValue } from '../../shared/workbook/number-format.ts';
import type { OwnBlock } from './block.ts';
import { HtmlWriter } from './html-write.ts';
import { privateType } from './private-data.ts';
import { PrivateWriter } from './private-writer.ts';
import { textLine } from './text-table.ts';

/** What is on the clipboard, by type; empty where there is nothing of it. */
export interface ClipboardTexts {
  readonly text: string;
  readonly html: string;
  /** The cells that a window of this program has copied. */
  readonly own: string;
}

/** Works out the texts that a copy puts onto the clipboard, pausing after rows. */
export function* clipboardSteps(copy: string, block: OwnBlock): Generator<void, ClipboardTexts> {
  const lines: string[] = [];
  const html = new HtmlWriter();
  const own = new PrivateWriter(copy, block);
  for (const [row, values] of block.values.entries()) {
    const styles = block.looks.rows[row];
    const shown = values.map((value, column) => shownText(value, styles?.[column]?.format));
    lines.push(textLine(shown));
    html.add(values, shown, styles);
    own.add(row);
    yield;
  }
  return { text: lines.join(''), html: html.page(), own: own.text() };
}

/** Digits that a number without a format shows at most. */
const generalDigits = 10;

function shownText(value: CellValue, format: string | undefined): string {
  if (typeof value === 'number' && format === undefined) {
    // Most numbers are short, and asking for their format takes longest of all.
    const digits = String(value);
    if (digits.length <= generalDigits && !digits.includes('e')) return digits;
  }
  return formatValue(value, format).text;
}

/** Puts the texts of a copy onto the clipboard. */
export function writeClipboard(clipboard: DataTransfer, { text, html, own }: ClipboardTexts): void {
  clipboard.setData('text/plain', text);
  clipboard.setData('text/html', html);
  clipboard.setData(privateType, own);
}

/** Takes what is on the clipboard. */
export function readClipboard(clipboard: DataTransfer): ClipboardTexts {
  return {
    text: clipboard.getData('text/plain'),
    html: clipboard.getData('text/html'),
    own: clipboard.getData(privateType),
  };
}
