import { formulaTokens, type FormulaToken } from './formula-tokens.ts';

/** A bracket that is open, with the function whose arguments it holds, and which of them comes next, from 1. */
interface OpenBracket {
  readonly call: string | null;
  argument: number;
}

const operators = new Set(['+', '-', '*', '/', '^', '&', '=', '<', '>', '<>', '<=', '>=', ':']);
/** Signs that may stand before a value, and behind one. */
const prefixes = new Set(['+', '-', '@']);
const suffixes = new Set(['%', '#']);
/** Between two of these a space means the cells that both share. */
const references = new Set<FormulaToken['kind']>(['cells', 'name', 'table']);

/**
 * What in a formula cannot be read, and in which argument, as the end of a sentence without its point:
 * `a value is missing after +, in argument 2 of SUM`. Undefined where no such fault is found; whether the
 * formula reads is the engine's to say.
 */
export function unreadablePart(formula: string): string | undefined {
  const open: OpenBracket[] = [];
  /** The token before, of those that are no space. */
  let last: FormulaToken | undefined;
  let afterSpace = false;
  let needsValue = true;
  const place = () => {
    const around = open.findLast(({ call }) => call !== null);
    return around?.call == null ? '' : `, in argument ${around.argument} of ${around.call}`;
  };
  const missing = (next?: FormulaToken) => {
    if (!last) return `a value is missing before ${next?.text ?? 'the end'}`;
    const isBetween = next !== undefined && !/^[),]$/.test(next.text);
    return `a value is missing ${isBetween ? `between ${last.text} and ${next.text}` : `after ${last.text}`}${place()}`;
  };
  for (const token of formulaTokens(formula)) {
    const { kind, text } = token;
    if (kind === 'space') {
      afterSpace = true;
      continue;
    }
    const around = open.at(-1);
    if (kind !== 'sign') {
      const isShared = afterSpace && isReference(last) && (isReference(token) || kind === 'function');
      if (!needsValue && !isShared) return `a sign is missing between ${last?.text} and ${text}${place()}`;
      needsValue = kind === 'function';
    } else if (text === '"')
      return `the text that begins with ${excerpt(formula, token)} is not closed${place()}`;
    else if (text === "'")
      return `the sheet name that begins with ${excerpt(formula, token)} is not closed or has no ! behind it${place()}`;
    else if (text === '{')
      return `the array that begins with ${excerpt(formula, token)} cannot be read${place()}`;
    else if (text === ';') return `arguments are separated by commas, not by semicolons${place()}`;
    else if (text === '(') {
      if (!needsValue) return `a sign is missing between ${last?.text} and (${place()}`;
      open.push({ call: last?.kind === 'function' ? last.text.toUpperCase() : null, argument: 1 });
      needsValue = true;
    } else if (text === ')' || text === ',') {
      if (!around)
        return text === ')'
          ? 'a closing bracket has no opening one'
          : 'a comma stands in no function; decimals are written with a point';
      if (needsValue && !mayBeEmpty(last, around)) return missing(token);
      if (text === ')') open.pop();
      else around.argument++;
      needsValue = text === ',';
    } else if (suffixes.has(text)) {
      if (needsValue) return missing(token);
    } else if (operators.has(text)) {
      if (needsValue && !prefixes.has(text)) return missing(token);
      needsValue = true;
    } else if (!prefixes.has(text)) return `the sign ${text} cannot stand in a formula${place()}`;
    last = token;
    afterSpace = false;
  }
  const around = open.at(-1);
  if (needsValue && !mayBeEmpty(last, around)) return missing();
  return around && `the bracket ${around.call === null ? '' : `of ${around.call} `}is not closed`;
}

/** True at the beginning of an argument, which may be left out. */
function mayBeEmpty(last: FormulaToken | undefined, around: OpenBracket | undefined): boolean {
  return around?.call != null && (last?.text === '(' || last?.text === ',');
}

function isReference(token: FormulaToken | undefined): boolean {
  return token !== undefined && (references.has(token.kind) || token.text === ')');
}

/** The beginning of what goes wrong from a place on. */
function excerpt(formula: string, { start }: FormulaToken): string {
  const rest = formula.slice(start);
  return rest.length > 20 ? `${rest.slice(0, 19)}…` : rest;
}
