import type { Problem } from '../../result.ts';
import type { Address } from '../address.ts';
import type { CalculatedDocument } from '../calculated-document.ts';
import { formulaFault } from '../formula-fault.ts';
import { maximumFormulaLength } from '../formula-limits.ts';
import { severalReferences } from '../several-references.ts';
import { unreadablePart } from '../unreadable-part.ts';

/**
 * Why a formula is not taken: it is too long, does not read, uses what cannot be calculated, or gives a
 * function the wrong number of arguments. Null when it is. `subject` names what holds it; `place` is the
 * cell for which it is written.
 */
export function formulaRefusal(
  formula: string,
  place: Address,
  subject: string,
  calculated: CalculatedDocument,
): Problem | null {
  if (formula.length > maximumFormulaLength) {
    return {
      code: 'formula-too-long',
      message: `The formula for ${subject} has ${formula.length} characters; the limit is ${maximumFormulaLength}.`,
      subject,
      remedy: 'Split it over helper cells.',
    };
  }
  const fault = formulaFault(formula, subject, (text) => calculated.isName(text, place.sheet));
  if (fault) return fault;
  const unread = calculated.engine.faultOf(formula, place);
  if (unread) {
    const reason = unread.reason ?? unreadablePart(formula);
    return {
      code: 'formula-does-not-parse',
      message: `The formula for ${subject} cannot be read: ${reason === undefined ? formula : `${reason}.`}`,
      subject,
      remedy:
        reason === undefined
          ? 'Check brackets, commas between arguments and quotes around text; begin with an apostrophe to keep it as text.'
          : 'Change that part; begin with an apostrophe to keep it as text.',
    };
  }
  const several = severalReferences(formula, calculated.engine.isArrayAt(place));
  return (
    several && {
      code: 'several-references',
      message: `The formula for ${subject} was not taken: ${several.what}.`,
      subject,
      remedy: several.remedy,
    }
  );
}
