/** Excel's limit on the length of a defined name, in characters. */
const maximumLength = 255;

const wellFormed = /^[A-Za-z_\u00C0-\u02AF][A-Za-z0-9_.\u00C0-\u02AF]*$/;
/** The engine takes any letters followed by digits for a cell, also beyond Excel's last column. */
const looksLikeCell = /^[A-Za-z]+[0-9]+$/;
const looksLikeRowColumn = /^[Rr][0-9]*([Cc][0-9]*)?$|^[Cc][0-9]*$/;

/** Why Excel or the engine would not take this as a defined name, as the end of a sentence; null when they would. */
export function definedNameFault(name: string): string | null {
  if (name.length > maximumLength) return `has ${name.length} characters; the limit is ${maximumLength}`;
  if (!wellFormed.test(name))
    return 'must begin with a letter or underscore and hold only letters, digits, underscores and full stops';
  if (looksLikeCell.test(name) || looksLikeRowColumn.test(name)) return 'reads as the address of a cell';
  if (/^(?:true|false)$/i.test(name)) return 'reads as a truth value';
  return null;
}
