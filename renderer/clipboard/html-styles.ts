import { ordinaryPoints } from '../grid/own-css.ts';
import { lookOfCss, sizeOfCss, type HtmlLook } from './html-look.ts';

/** What the styles of a table from a spreadsheet say about its cells. */
export interface HtmlStyles {
  /** Number formats by the name of their class; `td` is that of all cells. */
  readonly formats: ReadonlyMap<string, string>;
  /** Looks by the name of their class. */
  readonly looks: ReadonlyMap<string, HtmlLook>;
  /** Points of the text of cells without a look of their own. */
  readonly usualSize: number;
  /** The signs with which the numbers are displayed. */
  readonly decimal: string;
  readonly thousands: string;
}

/** Reads the style sheets of a table. */
export function readHtmlStyles(sheets: string): HtmlStyles {
  const formats = new Map<string, string>();
  const bodies = new Map<string, string>();
  for (const rule of sheets.matchAll(/(?:\.(?<name>[\w-]+)|\btd)\s*\{(?<body>(?:"[^"]*"|[^}"])*)\}/g)) {
    const { name = 'td', body = '' } = rule.groups ?? {};
    bodies.set(name, body);
    const format = styledFormat(body);
    if (format !== undefined) formats.set(name, format);
  }
  const usualSize = sizeOfCss(bodies.get('td') ?? '') ?? ordinaryPoints;
  return {
    formats,
    looks: new Map([...bodies].map(([name, body]) => [name, lookOfCss(body, usualSize)])),
    usualSize,
    decimal: separator(sheets, 'decimal') ?? '.',
    thousands: separator(sheets, 'thousand') ?? ',',
  };
}

const formatPattern = /mso-number-format:\s*(?:"(?<quoted>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^;}"']+))/i;

/** The number format of a list of declarations, as a code or by the name that Excel gives it. */
export function styledFormat(declarations: string): string | undefined {
  const found = formatPattern.exec(declarations)?.groups;
  const text = found?.['quoted'] ?? found?.['single'] ?? found?.['bare'];
  // [ENG] says in which language the code is written: in ours.
  return text === undefined ? undefined : unescaped(text.trim()).replace(/^\[ENG\]/i, '');
}

function separator(sheets: string, which: 'decimal' | 'thousand'): string | undefined {
  const found = new RegExp(`mso-displayed-${which}-separator:\\s*"(?<sign>[^"]*)"`, 'i').exec(sheets);
  const sign = found?.groups?.['sign'];
  return sign === undefined ? undefined : unescaped(sign);
}

/** Signs of style sheets are written as themselves after a backslash, or as four figures. */
function unescaped(text: string): string {
  return text.replace(/\\(?:(?<code>[0-9a-f]{4}) ?|(?<sign>.))/gis, (...found) => {
    const { code, sign }: { code?: string; sign?: string } = found.at(-1) ?? {};
    return code === undefined ? (sign ?? '') : String.fromCharCode(Number.parseInt(code, 16));
  });
}
