/** Text in quotes, a quoted sheet, an error, an array, a word or number (with `!` a sheet), and signs. */
const piece =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!|#[A-Z][A-Z0-9/]*[!?]?|\{[^{}]+\}|[\p{L}\p{N}_.$\\]+!?|<>|<=|>=|\s+|./gu;

/**
 * True when operands, operators and brackets of a formula stand as Excel needs them, whatever its
 * functions and names are. For formulas that the engine could not make sense of: those that only
 * use an unknown name may be exported, those that do not read may not.
 */
export function isReadable(formula: string): boolean {
  const brackets: ('call' | 'group')[] = [];
  let needsOperand = true;
  let previous = '';
  let spaced = false;
  for (const text of formula.slice(1).match(piece) ?? []) {
    if (text.trim() === '') {
      spaced = true;
      continue;
    }
    if (text === '(') {
      if (!needsOperand && !isWord(previous)) return false;
      brackets.push(needsOperand ? 'group' : 'call');
      needsOperand = true;
    } else if (text === ')') {
      const bracket = brackets.pop();
      const mayBeEmpty = bracket === 'call' && (previous === '(' || previous === ',');
      if (bracket === undefined || (needsOperand && !mayBeEmpty)) return false;
      needsOperand = false;
    } else if (text === ',') {
      const mayBeEmpty = brackets.at(-1) === 'call' && (previous === '(' || previous === ',');
      if (brackets.length === 0 || (needsOperand && !mayBeEmpty)) return false;
      needsOperand = true;
    } else if (text === '%' || text === '#') {
      if (needsOperand) return false;
    } else if (/^(?:[-+@])$/.test(text) && needsOperand) {
      // A sign before an operand.
    } else if (/^(?:[-+*/^&=<>:]|<>|<=|>=)$/.test(text)) {
      if (needsOperand) return false;
      needsOperand = true;
    } else if (/^["'#{]./.test(text) || isWord(text)) {
      // Two references with a space between them mean the cells they share.
      if (!needsOperand && !(spaced && isName(previous) && isName(text))) return false;
      needsOperand = text.endsWith('!') && !text.startsWith('#');
    } else return false;
    previous = text;
    spaced = false;
  }
  return brackets.length === 0 && !needsOperand;
}

function isName(text: string): boolean {
  return /^[\p{L}_$\\]/u.test(text);
}

function isWord(text: string): boolean {
  return /^[\p{L}\p{N}_.$\\]/u.test(text);
}
