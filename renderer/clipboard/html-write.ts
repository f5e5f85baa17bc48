import { isCellError, type CellStyle, type CellValue } from '../../shared/workbook/document.ts';
import { writtenLook, type WrittenLook } from './html-look-write.ts';

/**
 * Writes cells as a table in HTML, for other programs: values as they are displayed, and beside them
 * what Excel and LibreOffice read instead: exact numbers, number formats, looks, and that a text is a text.
 */
export class HtmlWriter {
  readonly #rows: string[] = [];
  /** Classes by their declarations. */
  readonly #classes = new Map<string, string>();
  readonly #looks = new Map<CellStyle | undefined, WrittenLook>();

  /** Adds a row: values, the texts that are displayed, and styles. */
  add(
    values: readonly CellValue[],
    texts: readonly string[],
    styles: readonly (CellStyle | undefined)[] = [],
  ): void {
    let row = '<tr>';
    for (const [column, value] of values.entries())
      row += this.#cell(value, texts[column] ?? '', styles[column]);
    this.#rows.push(`${row}</tr>`);
  }

  /** The page that holds the table. */
  page(): string {
    const rules = [...this.#classes].map(([declarations, name]) => `.${name}{${declarations}}`);
    return [
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8">',
      `<style>br{mso-data-placement:same-cell}${rules.join('')}</style></head><body><table>`,
      ...this.#rows,
      '</table></body></html>',
    ].join('\n');
  }

  #cell(value: CellValue, shown: string, style: CellStyle | undefined): string {
    const look = this.#lookOf(style);
    if (value === null) return `<td${this.#marks(look, undefined)}></td>`;
    const text = tagged(htmlText(shown), look.tags);
    if (isCellError(value))
      return `<td align=center${this.#marks(look, undefined)} x:err="${value.error}">${text}</td>`;
    if (typeof value === 'boolean')
      return `<td align=center${this.#marks(look, undefined)} x:bool="${shown}" sdval="${Number(value)}" sdnum="1033;0;BOOLEAN">${text}</td>`;
    if (typeof value === 'string') {
      // Anything but words could be read as a number, a date or a formula.
      const format = /^\p{L}+[^0-9]*$/u.test(value) ? undefined : '@';
      return `<td${this.#marks(look, format)} x:str>${text}</td>`;
    }
    return `<td align=right${this.#marks(look, style?.format)} x:num="${value}" sdval="${value}">${text}</td>`;
  }

  #lookOf(style: CellStyle | undefined): WrittenLook {
    const known = this.#looks.get(style) ?? writtenLook(style);
    this.#looks.set(style, known);
    return known;
  }

  /** The attributes that say what a cell looks like. */
  #marks({ css, attributes }: WrittenLook, format: string | undefined): string {
    const declarations = [format !== undefined && `mso-number-format:${cssText(format)}`, css].filter(
      Boolean,
    );
    const name = declarations.length === 0 ? '' : ` class=${this.#classOf(declarations.join(';'))}`;
    return `${name}${attributes}${format === undefined ? '' : ` sdnum="1033;0;${attribute(format)}"`}`;
  }

  #classOf(declarations: string): string {
    const known = this.#classes.get(declarations);
    if (known !== undefined) return known;
    const name = `f${this.#classes.size}`;
    this.#classes.set(declarations, name);
    return name;
  }
}

/** A text within tags. */
function tagged(text: string, tags: readonly string[]): string {
  return tags.reduceRight((inner, tag) => `<${tag}>${inner}</${tag.split(' ')[0]}>`, text);
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
