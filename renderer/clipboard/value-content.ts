import {
  isCellError,
  plainText,
  textContent,
  type CellContent,
  type CellValue,
  type ErrorCode,
} from '../../shared/workbook/document.ts';

/** Errors that a formula can give by naming them. */
const enterable: ReadonlySet<ErrorCode> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
]);

/** The content that gives exactly this value without calculating; an error that only arises is its text. */
export function contentOfValue(value: CellValue): CellContent | null {
  if (isCellError(value)) return enterable.has(value.error) ? `=${value.error}` : value.error;
  if (typeof value !== 'string') return value;
  // An empty text is not an empty cell.
  return value === '' ? "'" : textContent(value);
}

/** The value of a content that is no formula. */
export function valueOfContent(content: CellContent | null): CellValue {
  return typeof content === 'string' ? plainText(content) : content;
}
