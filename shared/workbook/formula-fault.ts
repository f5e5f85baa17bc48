import { argumentCountFault, argumentCountWords } from '../function-guide/argument-count.ts';
import { argumentAt } from '../function-guide/guide-function.ts';
import { guideTo } from '../function-guide/index.ts';
import { mustBeCells } from '../function-guide/reference-arguments.ts';
import type { Problem } from '../result.ts';
import { maximumFormulaLevels } from './formula-limits.ts';
import { calledFunction, formulaTree, type Call, type FormulaTree } from './formula-tree.ts';
import { unsupportedIn, unsupportedWords, type UnsupportedKind } from './unsupported.ts';

const codes: Readonly<Record<UnsupportedKind, string>> = {
  function: 'unsupported-function',
  'unknown-function': 'unknown-function',
  table: 'unsupported-reference',
  'other-file': 'unsupported-reference',
  'several-sheets': 'unsupported-reference',
};

/**
 * Why a formula is refused for the cell of this address, though it may read: it uses what cannot be
 * calculated, has too many functions inside each other, or gives one too few or too many arguments. Null
 * when it does neither. `isName` knows the defined names.
 */
export function formulaFault(
  formula: string,
  subject: string,
  isName?: (text: string) => boolean,
): Problem | null {
  const [unsupported] = unsupportedIn(formula, isName);
  if (unsupported) {
    const { what, remedy } = unsupportedWords(unsupported);
    return {
      code: codes[unsupported.kind],
      message: `${notTaken(subject)}: ${what}.`,
      subject,
      remedy,
    };
  }
  const call = faultyCall(formula);
  return call && { ...call, message: `${notTaken(subject)}: ${call.message}.`, subject };
}

function notTaken(subject: string): string {
  return `The formula for ${subject} was not taken`;
}

/** The first call whose arguments Excel would refuse, as a problem without its end and place; null when there is none. */
function faultyCall(formula: string): Problem | null {
  for (const { call, level } of callsIn(formula)) {
    const fault = level > maximumFormulaLevels ? tooDeep : (countFault(call) ?? cellsFault(call));
    if (fault) return fault;
  }
  return null;
}

const tooDeep: Problem = {
  code: 'formula-too-deep',
  message: `more than ${maximumFormulaLevels} functions stand inside each other`,
  remedy: 'Put an inner part into a cell of its own.',
};

/** The calls of a formula in the order of their names, each with its level: 1 for one that stands in no other. */
export function* callsIn(formula: string): Generator<{ readonly call: Call; readonly level: number }> {
  const waiting: { readonly node: FormulaTree | null; readonly within: number }[] = [
    { node: formulaTree(formula), within: 0 },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, within } = next;
    if (node === null || !('parts' in node)) continue;
    const level = node.type === 'call' ? within + 1 : within;
    if (node.type === 'call') yield { call: node, level };
    for (const part of node.parts.toReversed()) waiting.push({ node: part, within: level });
  }
}

/** What is wrong with the number of arguments of a call, without the end of its sentence; null when nothing is. */
export function countFault(call: Call): Problem | null {
  const guide = guideTo(calledFunction(call));
  const code = guide && argumentCountFault(guide, call.parts.length);
  if (!guide || !code) return null;
  const given = call.parts.length === 1 ? '1 is given' : `${call.parts.length || 'none'} are given`;
  const isHalfGroup =
    code === 'too-few-arguments' &&
    call.parts.length >= guide.arguments.filter(({ optional }) => !optional).length;
  return {
    code,
    message: isHalfGroup
      ? `${guide.name} takes its last arguments together, and one of them is missing`
      : `${guide.name} takes ${argumentCountWords(guide)}, and ${given}`,
    remedy: `Write it as ${guide.syntax}.`,
  };
}

/** Functions whose result may be cells. */
const giveCells = new Set('CHOOSE DROP IF IFS INDEX INDIRECT LET OFFSET SWITCH TAKE XLOOKUP'.split(' '));
/** Signs that join references, or stand before or after one. */
const referenceSigns = new Set([':', ' ', ',', '#', '@']);

function mayBeCells(argument: FormulaTree): boolean {
  switch (argument.type) {
    case 'call':
      return giveCells.has(calledFunction(argument));
    case 'operation':
      return referenceSigns.has(argument.sign);
    case 'number':
      return false;
    case 'constant':
      return false;
    default:
      return !argument.text.startsWith('"');
  }
}

/** The first argument of a call that must be cells and cannot be, without the end of its sentence; null when there is none. */
function cellsFault(call: Call): Problem | null {
  const name = calledFunction(call);
  const position = call.parts.findIndex(
    (part, index) => part !== null && mustBeCells(name, index) && !mayBeCells(part),
  );
  const guide = guideTo(name);
  const argument = guide && argumentAt(guide, position);
  if (!guide || argument === undefined || position < 0) return null;
  return {
    code: 'argument-must-be-cells',
    message: `${name} takes only cells as ${guide.arguments[argument]?.name ?? 'this argument'}, and an array or a value is given`,
    remedy: 'Put the values into cells and name those; SUMPRODUCT takes arrays too.',
  };
}
