import { columnNumber, parseReference, type Area } from '../workbook/address.ts';
import { formulaTokens } from '../workbook/formula-tokens.ts';

/** A formula as it reads in every cell into which it could be filled, and the single cells it names. */
export interface RelativeForm {
  /** The same text for formulas that differ only by where they stand. */
  readonly form: string;
  /** The references of one cell each, in order, the same one once. */
  readonly cells: readonly Area[];
}

const corner = /(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})/g;
const columnEdge = /(\$?)([A-Za-z]{1,3})/g;
const rowEdge = /(\$?)([0-9]{1,7})/g;

/** Reads a formula that stands in a cell. */
export function relativeForm(formula: string, sheet: string, row: number, column: number): RelativeForm {
  const cells = new Map<string, Area>();
  const pieces = formulaTokens(formula).map(({ kind, text }) => {
    if (kind === 'space') return ' ';
    if (kind === 'name' || kind === 'function') return text.toUpperCase();
    if (kind !== 'cells') return text;
    const read = text.includes(':') ? undefined : parseReference(text);
    if (read) {
      const area = { sheet: read.sheet ?? sheet, range: read.range };
      cells.set(`${area.sheet}!${area.range.top}:${area.range.left}`, area);
    }
    const bang = text.lastIndexOf('!') + 1;
    return text.slice(0, bang).toLowerCase() + relativeCells(text.slice(bang), row, column);
  });
  return { form: pieces.join(''), cells: [...cells.values()] };
}

function relativeCells(text: string, row: number, column: number): string {
  const columnText = (fixed: string, letters: string) =>
    `C${fixed ? columnNumber(letters) : `[${columnNumber(letters) - column}]`}`;
  const rowText = (fixed: string, digits: string) =>
    `R${fixed ? Number(digits) - 1 : `[${Number(digits) - 1 - row}]`}`;
  if (/[A-Za-z]/.test(text) && /[0-9]/.test(text))
    return text.replace(
      corner,
      (_, fixedColumn: string, letters: string, fixedRow: string, digits: string) =>
        rowText(fixedRow, digits) + columnText(fixedColumn, letters),
    );
  return /[0-9]/.test(text)
    ? text.replace(rowEdge, (_, fixed: string, digits: string) => rowText(fixed, digits))
    : text.replace(columnEdge, (_, fixed: string, letters: string) => columnText(fixed, letters));
}
