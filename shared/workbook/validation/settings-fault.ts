import type { Problem } from '../../result.ts';
import { formulaFault } from '../formula-fault.ts';
import { formulaTokens, isLocalName } from '../formula-tokens.ts';
import { formulasOf, type ValidationSettings } from './validation.ts';

/** What is known of a workbook in which rules are to hold. */
export interface RuledWorkbook {
  readonly isName: (text: string) => boolean;
  readonly hasSheet: (name: string) => boolean;
  /** Why a formula does not read, as the end of a sentence or unknown; null when it does. */
  readonly unread: (formula: string) => { readonly reason: string | undefined } | null;
}

/** Excel's limit on the length of a formula of a rule, in characters. */
const longestFormula = 255;

/**
 * Why settings are refused: one of their formulas does not read, is too long, uses what cannot be
 * calculated, or refers to a name or a sheet that there is not. Null when none does. The subject is the
 * formula.
 */
export function settingsFault(settings: ValidationSettings, workbook: RuledWorkbook): Problem | null {
  for (const formula of formulasOf(settings)) {
    const fault = faultOf(formula, workbook);
    if (fault) return { ...fault, subject: formula };
  }
  return null;
}

function faultOf(formula: string, { isName, hasSheet, unread }: RuledWorkbook): Problem | null {
  if (formula.length > longestFormula + 1) {
    return {
      code: 'formula-too-long',
      message: `A formula of a rule has at most ${longestFormula} characters; this one has ${formula.length - 1}.`,
      remedy: 'Put it into a cell, and let the rule refer to that.',
    };
  }
  const fault = formulaFault(formula, formula, isName);
  if (fault) return fault;
  const wrong = unread(formula);
  if (wrong) {
    return {
      code: 'formula-does-not-parse',
      message: `This formula cannot be read${wrong.reason === undefined ? '' : `: ${wrong.reason}`}.`,
      remedy: 'Check brackets, commas between arguments and quotes around text.',
    };
  }
  const tokens = formulaTokens(formula);
  for (const { kind, text } of tokens) {
    const split = text.lastIndexOf('!');
    const sheet = split < 0 ? null : text.slice(0, split).replace(/^'|'$/g, '').replaceAll("''", "'");
    if ((kind === 'cells' || kind === 'name') && sheet !== null && !hasSheet(sheet)) {
      return {
        code: 'unknown-sheet',
        message: `There is no sheet "${sheet}".`,
        remedy: 'Refer to a sheet of this workbook.',
      };
    }
    const name = text.slice(split + 1);
    const isConstant = /^(?:TRUE|FALSE)$/i.test(name);
    if (kind === 'name' && !isConstant && !isName(text) && !isLocalName(tokens, name)) {
      return {
        code: 'unknown-name',
        message: `There is no name "${name}".`,
        remedy:
          'Refer to a name of this workbook, or to cells; items of a list are typed without an equals sign.',
      };
    }
  }
  return null;
}
