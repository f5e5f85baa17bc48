import type { PartValue } from '../../engine/part-values.ts';
import { argumentAt, type GuideFunction } from '../../function-guide/guide-function.ts';
import { guideTo } from '../../function-guide/index.ts';
import { countFault } from '../formula-fault.ts';
import { calledFunction, type Call, type FormulaTree } from '../formula-tree.ts';
import { readTextNumber } from '../number-format.ts';
import type { FormulaParts } from './formula-parts.ts';
import type { InnermostPart } from './innermost-part.ts';
import {
  isLiteral,
  isWords,
  partValueWords,
  shortened,
  sizeWords,
  valueAt,
  valueWords,
} from './part-words.ts';

/** Functions that look for their first argument in their second. */
const lookups = new Set(['MATCH', 'XMATCH', 'VLOOKUP', 'HLOOKUP', 'LOOKUP', 'XLOOKUP']);

/** More arguments than this are not listed. */
const mostListed = 4;

interface Argument {
  readonly node: FormulaTree;
  /** Its name in the guide; undefined for a function that the guide does not have. */
  readonly name: string | undefined;
  readonly value: PartValue | undefined;
}

/** Why a call gives an error, as a sentence without its full stop. */
export function functionReason(parts: FormulaParts, call: Call, part: InnermostPart): string {
  const name = calledFunction(call);
  const guide = guideTo(name);
  const miscounted = countFault(call);
  if (miscounted) return `${miscounted.message}: ${guide?.syntax}`;
  const given = argumentsOf(parts, call, part, guide);
  const { reason, error } = part.error;
  if (reason !== undefined && !(lookups.has(name) && reason.endsWith(' not found'))) {
    const sizes = isAboutRanges(reason) ? sizesOf(parts, given) : undefined;
    if (sizes !== undefined) return `In ${name}, ${reason}: ${sizes}`;
    return [`In ${name}, ${reason}`, ...namedValues(parts, given, reason, part)].join('; ');
  }
  const list = listOf(parts, given);
  switch (error) {
    case '#N/A': {
      if (name === 'NA') return 'NA() stands for a value that is not available';
      const [wanted, searched] = given;
      return lookups.has(name) && wanted && searched
        ? `${name} finds no ${wantedWords(parts, wanted, part)} in ${shortened(parts.text(searched.node))}`
        : (unequal(parts, name, given) ?? `${name} finds no value for ${list}`);
    }
    case '#VALUE!':
      return (
        textGiven(parts, name, given, part) ??
        unequal(parts, name, given) ??
        `${name} cannot use what it is given: ${list}`
      );
    case '#DIV/0!':
      return divisionReason(parts, name, given, part) ?? `${name} divides by zero, given ${list}`;
    case '#NUM!':
      return `${name} has no result for ${list}`;
    case '#REF!':
      return `${name} refers to a place that does not exist, given ${list}`;
    default:
      return `${name} gives ${error} for ${list}`;
  }
}

function argumentsOf(
  parts: FormulaParts,
  call: Call,
  { scope }: InnermostPart,
  guide: GuideFunction | undefined,
): Argument[] {
  return call.parts.flatMap((node, index) => {
    if (!node) return [];
    const position = guide && argumentAt(guide, index);
    const name = position === undefined ? undefined : guide?.arguments[position]?.name;
    return [{ node, name, value: parts.value(node, scope) }];
  });
}

/** The values of the arguments that a reason names: `B3 is 7`, or for several `start_date is 5, end_date is 3`. */
function namedValues(
  parts: FormulaParts,
  given: readonly Argument[],
  reason: string,
  { scope, at }: InnermostPart,
): string[] {
  const [subject = ''] = reason.split(/ (?:must|is|are|was|were|has|have|lies|lie) /, 1);
  // In the rest of a reason a word such as `number` is no name.
  const isNamed = (name: string) =>
    wordsOf(subject).includes(name) || (name.includes('_') && wordsOf(reason).includes(name));
  const named = given.filter(
    ({ name, value }) => name !== undefined && isNamed(name) && value && value.height * value.width <= 1,
  );
  const [only] = named;
  if (only && named.length === 1) return [isWords(parts, only.node, scope, at) ?? ''].filter(Boolean);
  const values = named.flatMap(({ name, value }) =>
    value ? [`${name} is ${valueWords(valueAt(value, at))}`] : [],
  );
  return values.length === 0 ? [] : [values.join(', ')];
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** `rate 5, nper B2 = 3`. */
function listOf(parts: FormulaParts, given: readonly Argument[]): string {
  if (given.length === 0) return 'no arguments';
  const words = given.slice(0, mostListed).map(({ node, name, value }) => {
    const text = shortened(parts.text(node));
    const isSeveral = value && value.height * value.width > 1;
    const what = isLiteral(node) || isSeveral || !value ? text : `${text} (${partValueWords(value)})`;
    return name === undefined ? what : `${name} ${what}`;
  });
  return words.join(', ') + (given.length > mostListed ? ' …' : '');
}

function wantedWords(parts: FormulaParts, { node, value }: Argument, { at }: InnermostPart): string {
  const words = value ? valueWords(valueAt(value, at)).replace(/^the text /, '') : '';
  return isLiteral(node) || words === ''
    ? words || parts.text(node)
    : `${words} (${shortened(parts.text(node))})`;
}

/** True for a reason that says how ranges or arrays should fit together. */
function isAboutRanges(reason: string): boolean {
  return /\b(?:ranges|arrays)\b/.test(reason);
}

/** The sizes of the ranges, where they are not all alike. */
function sizesOf(parts: FormulaParts, given: readonly Argument[]): string | undefined {
  const sized = given.flatMap(({ node, value }) =>
    value && value.height * value.width > 1
      ? [{ text: shortened(parts.text(node)), size: sizeWords(value) }]
      : [],
  );
  if (new Set(sized.map(({ size }) => size)).size < 2) return undefined;
  return sized
    .slice(0, mostListed)
    .map(({ text, size }) => `${text} has ${size}`)
    .join(', ');
}

/** That ranges which belong together have other sizes; undefined where all are alike. */
function unequal(parts: FormulaParts, name: string, given: readonly Argument[]): string | undefined {
  const sizes = sizesOf(parts, given);
  return sizes && `In ${name}, the ranges are of unequal size: ${sizes}`;
}

/** That a text is given where the function can use none; undefined where no argument is a text. */
function textGiven(
  parts: FormulaParts,
  name: string,
  given: readonly Argument[],
  { at }: InnermostPart,
): string | undefined {
  for (const { node, name: argument, value } of given) {
    const scalar = value && valueAt(value, at);
    if (typeof scalar !== 'string' || readTextNumber(scalar) !== undefined) continue;
    const place = isLiteral(node) ? '' : `, ${shortened(parts.text(node))},`;
    return `In ${name}, ${argument ?? 'an argument'}${place} is ${valueWords(scalar)}, which it cannot use`;
  }
  return undefined;
}

function divisionReason(
  parts: FormulaParts,
  name: string,
  given: readonly Argument[],
  { scope, at }: InnermostPart,
): string | undefined {
  if (/^(?:AVERAGE|DAVERAGE|TRIMMEAN)/.test(name)) {
    const text = name.startsWith('AVERAGEIF')
      ? ''
      : ` in ${given.map(({ node }) => shortened(parts.text(node))).join(', ')}`;
    return `${name} has no numbers to average${text}`;
  }
  if (/^(?:D?STDEV|D?VAR)/.test(name)) return `${name} needs at least two numbers`;
  if (name !== 'MOD' && name !== 'QUOTIENT') return undefined;
  const divisor = given[1];
  const value = divisor && isWords(parts, divisor.node, scope, at);
  return `${name} divides by zero${value === undefined ? '' : `: ${value}`}`;
}
