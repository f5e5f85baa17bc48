import {
  isCellError,
  isNamedError,
  plainText,
  textContent,
  type CellContent,
  type CellValue,
} from '../../shared/workbook/document.ts';

/** The content that gives exactly this value without calculating; an error that only arises is its text. */
export function contentOfValue(value: CellValue): CellContent | null {
  if (isCellError(value)) return isNamedError(value.error) ? `=${value.error}` : value.error;
  if (typeof value !== 'string') return value;
  // An empty text is not an empty cell.
  return value === '' ? "'" : textContent(value);
}

/** The value of a content that is no formula. */
export function valueOfContent(content: CellContent | null): CellValue {
  return typeof content === 'string' ? plainText(content) : content;
}
