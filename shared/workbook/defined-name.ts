import { maximumColumns, maximumRows, parseReference } from './address.ts';

/** Excel's limit on the length of a defined name, in characters. */
const maximumLength = 255;

const wellFormed = /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u;
const rowColumn = /^(?:R([0-9]*)(?:C([0-9]*))?|C([0-9]*)(?:R([0-9]*))?)$/i;

/** Why Excel would not take this as a defined name, as the end of a sentence; null when it would. */
export function definedNameFault(name: string): string | null {
  if (name.length > maximumLength) return `has ${name.length} characters; the limit is ${maximumLength}`;
  if (!wellFormed.test(name))
    return 'must begin with a letter, underscore or backslash and hold only letters, digits, underscores, full stops, backslashes and question marks';
  if (/^\\.?$/u.test(name)) return 'is a backslash with at most one character after it';
  if (parseReference(name) || readsAsRowColumn(name)) return 'reads as the address of a cell';
  if (/^(?:true|false)$/i.test(name)) return 'reads as a truth value';
  return null;
}

/** Whether a text is a row, a column or a cell in the other style of references, as R, C3 and R1C1 are. */
function readsAsRowColumn(text: string): boolean {
  const match = rowColumn.exec(text);
  if (!match) return false;
  const [, row, column, columnFirst, rowLast] = match;
  const fits = (digits: string | undefined, most: number) =>
    !digits || (Number(digits) >= 1 && Number(digits) <= most);
  return fits(row ?? rowLast, maximumRows) && fits(column ?? columnFirst, maximumColumns);
}
