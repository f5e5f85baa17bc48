import { withReadDigits } from '../../workbook/number-text.ts';
import { mayHoldReferenceSigns, withReferenceCalls } from './reference-operators.ts';

/**
 * Where HyperFormula's formula language differs from Excel's: TRUE and FALSE are functions there,
 * an exponent is written with a small e, all digits of a number count, a doubled quote does not stand
 * for a quote inside a text, and a backslash before a quote hides it.
 */
const differences =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.$\\])(?:TRUE|FALSE)(?![\p{L}\p{N}_.:!(]|\s*\()|(?<![\p{L}\p{N}_.$\\])(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:E(?=[+-]?[0-9])|(?![\p{L}\p{N}_.:!(]))/giu;

const mayDiffer = /"[^"]*(?:""|\\)|TRUE|FALSE|[0-9.]E|[0-9.]{16}/i;

function engineText(literal: string): string {
  const text = literal.slice(1, -1).replaceAll('""', '"');
  if (!text.includes('"') && !text.endsWith('\\')) return literal;
  // A quote, and a backslash that would hide the closing quote, can only be had from their codes.
  const parts = text.split(/("|\\$)/).filter((part) => part !== '');
  return `(${parts.map((part) => (part === '"' ? 'CHAR(34)' : part === '\\' ? 'CHAR(92)' : `"${part}"`)).join('&')})`;
}

/** A formula as Excel writes it, in the words of HyperFormula's language. It gives the same value. */
export function engineFormula(formula: string): string {
  const words = withEngineWords(formula);
  return mayHoldReferenceSigns(words) ? withReferenceCalls(words) : words;
}

function withEngineWords(formula: string): string {
  if (!mayDiffer.test(formula)) return formula;
  return formula.replace(differences, (token) => {
    if (token.startsWith('"')) return engineText(token);
    if (token.startsWith("'")) return token;
    return /^[tf]/i.test(token) ? `${token.toUpperCase()}()` : withReadDigits(token).toLowerCase();
  });
}
