import { isCellError, type CellValue } from '../../shared/workbook/document.ts';

/**
 * Writes cells as a table in HTML, for other programs: values as they are displayed, and beside them
 * what Excel and LibreOffice read instead: exact numbers, number formats, and that a text is a text.
 */
export class HtmlWriter {
  readonly #rows: string[] = [];
  /** Classes by number format. */
  readonly #classes = new Map<string, string>();

  /** Adds a row: values, the texts that are displayed, and number formats. */
  add(
    values: readonly CellValue[],
    texts: readonly string[],
    formats: readonly (string | undefined)[] = [],
  ): void {
    let row = '<tr>';
    for (const [column, value] of values.entries())
      row += this.#cell(value, texts[column] ?? '', formats[column]);
    this.#rows.push(`${row}</tr>`);
  }

  /** The page that holds the table. */
  page(): string {
    const rules = [...this.#classes].map(
      ([format, name]) => `.${name}{mso-number-format:${cssText(format)}}`,
    );
    return [
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8">',
      `<style>br{mso-data-placement:same-cell}${rules.join('')}</style></head><body><table>`,
      ...this.#rows,
      '</table></body></html>',
    ].join('\n');
  }

  #cell(value: CellValue, shown: string, format: string | undefined): string {
    if (value === null) return '<td></td>';
    const text = htmlText(shown);
    if (isCellError(value)) return `<td align=center x:err="${value.error}">${text}</td>`;
    if (typeof value === 'boolean')
      return `<td align=center x:bool="${shown}" sdval="${Number(value)}" sdnum="1033;0;BOOLEAN">${text}</td>`;
    if (typeof value === 'string') {
      // Anything but words could be read as a number, a date or a formula.
      const mark = /^\p{L}+[^0-9]*$/u.test(value) ? '' : ` class=${this.#classOf('@')} sdnum="1033;0;@"`;
      return `<td${mark} x:str>${text}</td>`;
    }
    const style =
      format === undefined ? '' : ` class=${this.#classOf(format)} sdnum="1033;0;${attribute(format)}"`;
    return `<td align=right${style} x:num="${value}" sdval="${value}">${text}</td>`;
  }

  #classOf(format: string): string {
    const known = this.#classes.get(format);
    if (known !== undefined) return known;
    const name = `f${this.#classes.size}`;
    this.#classes.set(format, name);
    return name;
  }
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
}

function htmlText(text: string): string {
  if (!/[&<>"\n\r]|^ | {2}| $/.test(text)) return text;
  return attribute(text)
    .replace(/\r\n?|\n/g, '<br>')
    .replace(
      /^ +| {2,}| +$/g,
      (spaces) => `<span style="mso-spacerun:yes">${'&nbsp;'.repeat(spaces.length)}</span>`,
    );
}

/** A number format as a quoted text of a style sheet; nothing in it can end the sheet. */
function cssText(text: string): string {
  const escaped = text.replace(/["\\<>&\n\r{};]/g, (sign) =>
    sign === '\\' ? '\\\\' : `\\${sign.charCodeAt(0).toString(16).padStart(4, '0')} `,
  );
  return `"${escaped}"`;
}
