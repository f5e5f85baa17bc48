import type { Problem } from '../../result.ts';
import { addressText, type Address } from '../address.ts';
import { isCellError, type CellValue } from '../document.ts';
import { formatValue } from '../number-format.ts';
import { accepts, type Allowed } from '../validation/allowed.ts';
import { allowedWords, choiceWords, mostChoicesNamed } from '../validation/allowed-words.ts';
import { alertStyles, validationAt, type Validation } from '../validation/validation.ts';
import type { ValidatedWorkbook } from '../validation/validated-workbook.ts';

/** A cell that holds what it may not. */
interface Found {
  readonly address: Address;
  readonly validation: Validation;
  readonly allowed: Allowed;
  readonly value: CellValue;
}

/**
 * Why contents are not written: one of the cells may not hold what stands in it now. Null when all may.
 * Emptying a cell is always allowed. Of several the gravest alert counts; with `consent` only those
 * that stop do.
 */
export function validationRefusal(
  cells: readonly Address[],
  { validations, allowed, valueAt, formatAt }: ValidatedWorkbook,
  consent: boolean,
): Problem | null {
  const sheets = new Set(cells.map(({ sheet }) => sheet));
  const own = validations.filter(({ sheet, alert }) => alert && sheets.has(sheet));
  if (own.length === 0) return null;
  const found: Found[] = [];
  for (const address of cells) {
    // One without an alert before it hides those after it.
    const validation = validationAt(validations, address);
    if (!validation?.alert || (consent && validation.alert.style !== 'stop')) continue;
    const value = valueAt(address);
    const may = allowed.at(validation, address);
    if (!accepts(may, value)) found.push({ address, validation, allowed: may, value });
  }
  for (const style of alertStyles) {
    const same = found.filter(({ validation }) => validation.alert?.style === style);
    const [first] = same;
    if (first) return problemOf(first, same.length, formatAt(first.address));
  }
  return null;
}

function problemOf(
  { address, validation, allowed, value }: Found,
  count: number,
  format: string | undefined,
): Problem {
  const subject = addressText(address);
  const { style = 'stop', title, text } = validation.alert ?? {};
  const written = isCellError(value) ? value.error : formatValue(value, format).text;
  const isChoice = allowed.kind === 'choices';
  const several = `${count} cells cannot take what was to be written into them, because ${isChoice ? 'it is none of their choices' : 'their data validation does not allow it'}. The first is ${subject}, with “${written}”.`;
  const one = isChoice
    ? `“${written}” is none of the choices of ${subject}.`
    : `“${written}” is not allowed in ${subject}.`;
  const message = count > 1 ? several : (text ?? one);
  return {
    code: style === 'stop' ? (isChoice ? 'not-a-choice' : 'not-allowed') : `validation-${style}`,
    ...(title !== undefined && { heading: title }),
    message,
    subject,
    remedy: remedyOf(allowed, format, count > 1 || text !== undefined ? subject : null),
  };
}

/** What the cell may hold; `subject` is its address where that has not been said yet. */
function remedyOf(allowed: Allowed, format: string | undefined, subject: string | null): string {
  if (allowed.kind !== 'choices')
    return `${subject ?? 'The cell'} may hold ${allowedWords(allowed, format)}.`;
  const whose = subject === null ? 'Its' : 'The';
  const of = subject === null ? '' : ` of ${subject}`;
  const { choices } = allowed;
  return choices.length > mostChoicesNamed
    ? `${whose} ${choices.length} choices${of} are in its list.`
    : `${whose} choices${of} are ${choiceWords(allowed, format).join(', ')}.`;
}
