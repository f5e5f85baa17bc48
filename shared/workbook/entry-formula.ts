import { formulaTokens } from './formula-tokens.ts';

/** A formula with the closing brackets that are missing at its end, if that makes it balanced. */
export function closeBrackets(formula: string): string {
  let open = 0;
  let quote = '';
  for (const character of formula) {
    if (quote) {
      // A doubled quote inside a text closes it and opens it again.
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '(') open++;
    else if (character === ')' && --open < 0) return formula;
  }
  return quote ? formula : formula + ')'.repeat(open);
}

/**
 * A formula as Excel writes it: functions, references and TRUE and FALSE in capitals. Names, sheets and
 * quoted text stay as they are.
 */
export function inCapitals(formula: string): string {
  let written = '=';
  for (const { kind, text } of formulaTokens(formula)) {
    const isConstant = kind === 'name' && /^(?:true|false)$/i.test(text);
    if (kind === 'function' || isConstant) written += text.toUpperCase();
    else if (kind === 'cells') {
      const behindSheet = text.lastIndexOf('!') + 1;
      written += text.slice(0, behindSheet) + text.slice(behindSheet).toUpperCase();
    } else written += text;
  }
  return written;
}

const operandPattern =
  /^(?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|"(?:[^"]|"")*"|(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[\p{L}_\\][\p{L}\p{N}_.]*(?:\$[0-9]+)?(?::\$?[A-Za-z]{1,3}\$?[0-9]+)?)/u;

/** True for a text such as `-A1*2` or `+SUM(A1:A3)`: a sign before an expression of operands and operators. */
export function isSignedFormula(text: string): boolean {
  if (!/^[+-]/.test(text)) return false;
  let rest = text.slice(1);
  let open = 0;
  let needsOperand = true;
  while (rest !== '') {
    let length: number;
    if (needsOperand) {
      const operand = operandPattern.exec(rest)?.[0];
      if (/^[+-]/.test(rest)) length = 1;
      else if (rest.startsWith('(')) {
        open++;
        length = 1;
      } else if (operand) {
        length = operand.length;
        needsOperand = false;
        if (rest.startsWith('(', length)) {
          // A function: what its brackets hold is the engine's to read.
          open++;
          length++;
          needsOperand = !rest.startsWith(')', length);
        }
      } else return false;
    } else if (rest.startsWith(')')) {
      if (--open < 0) return false;
      length = 1;
    } else {
      const operator = /^ *(?:%|(?:<>|<=|>=|[-+*/^&=<>,]) *)/.exec(rest)?.[0];
      if (!operator) return false;
      if (operator.trim() === ',' && open === 0) return false;
      length = operator.length;
      needsOperand = operator.trim() !== '%';
    }
    rest = rest.slice(length);
  }
  return !needsOperand;
}
