import { CellError, EmptyValue, ErrorType, SimpleRangeValue } from 'hyperformula';
import { forEachOf, largest } from '../lookup/arrays.ts';
import { any, excelFunctions, optional } from '../excel-function.ts';
import { compareValues, notAvailable, plainValue, wrongValue, type PlainValue } from '../excel-values.ts';
import type { Ast, EngineScalar, EngineValue, FunctionCall } from '../../internals/interpreter.ts';
import { cellsOf } from '../ranges.ts';

/** The truth of a value given directly; undefined for text that is neither TRUE nor FALSE. */
function truth(value: Exclude<PlainValue, CellError>): boolean | undefined {
  if (typeof value !== 'string') return value !== null && value !== false && value !== 0;
  const upper = value.toUpperCase();
  return upper === 'TRUE' ? true : upper === 'FALSE' ? false : undefined;
}

/** Booleans and numbers of the arguments; texts and empty cells inside ranges are passed over. */
function truths(values: readonly (EngineScalar | SimpleRangeValue)[]): boolean[] | CellError {
  const found: boolean[] = [];
  for (const value of values) {
    if (value instanceof SimpleRangeValue) {
      const cells = cellsOf(value);
      for (let row = 0; row < cells.height; row++) {
        for (let column = 0; column < cells.width; column++) {
          const cell = cells.at(row, column);
          if (cell instanceof CellError) return cell;
          if (typeof cell === 'boolean' || typeof cell === 'number') found.push(cell !== false && cell !== 0);
        }
      }
      continue;
    }
    const plain = plainValue(value);
    if (plain instanceof CellError) return plain;
    const known = truth(plain);
    if (known === undefined) return wrongValue();
    found.push(known);
  }
  return found.length === 0 ? wrongValue() : found;
}

function overTruths(finish: (found: readonly boolean[]) => boolean) {
  return (...values: (EngineScalar | SimpleRangeValue)[]): EngineValue => {
    const found = truths(values);
    return found instanceof CellError ? found : finish(found);
  };
}

const notTrueOrFalse = (): CellError => wrongValue('logical_test must be TRUE or FALSE');

/** The first value of an array of one; any other as it is. */
function single(value: EngineValue): EngineValue {
  if (!(value instanceof SimpleRangeValue) || value.width() > 1 || value.height() > 1) return value;
  return value.data[0]?.[0] ?? EmptyValue;
}

function isTrue(condition: EngineScalar): boolean | CellError {
  const plain = plainValue(condition);
  return plain instanceof CellError ? plain : (truth(plain) ?? notTrueOrFalse());
}

/**
 * IF: for one condition the branch as it is, be it a value or a whole range, for an array of conditions
 * what each cell of it chooses.
 */
function decide({ args }: FunctionCall, evaluate: (argument: Ast) => EngineValue): EngineValue {
  const [test, ...branches] = args;
  if (test === undefined || branches.length === 0 || branches.length > 2) return notAvailable();
  const condition = single(evaluate(test));
  if (condition instanceof SimpleRangeValue) {
    const [yes, no = false] = branches.map(evaluate);
    if (yes === undefined) return notAvailable();
    return forEachOf([condition, yes, no], (cell, whenTrue = EmptyValue, whenFalse = EmptyValue) => {
      const known = isTrue(cell ?? EmptyValue);
      if (known instanceof CellError) return known;
      return known ? whenTrue : whenFalse;
    });
  }
  const known = isTrue(condition);
  if (known instanceof CellError) return known;
  const branch = branches[known ? 0 : 1];
  return branch === undefined ? false : evaluate(branch);
}

/** IFERROR and IFNA: the second argument in place of such an error, of a whole range in place of one value. */
function inPlaceOf(isReplaced: (value: EngineScalar) => boolean) {
  return ({ args }: FunctionCall, evaluate: (argument: Ast) => EngineValue): EngineValue => {
    const [tried, other] = args;
    if (tried === undefined || other === undefined || args.length > 2) return notAvailable();
    const value = single(evaluate(tried));
    if (!(value instanceof SimpleRangeValue)) return isReplaced(value) ? evaluate(other) : value;
    return forEachOf([value, evaluate(other)], (cell = EmptyValue, replacement = EmptyValue) =>
      isReplaced(cell) ? replacement : cell,
    );
  };
}

const noneTrue = (): CellError => notAvailable('no condition is TRUE');

/** The value after the first condition that is true. */
function firstTrue(...pairs: EngineScalar[]): EngineScalar {
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const known = isTrue(pairs[index] ?? EmptyValue);
    if (known instanceof CellError) return known;
    if (known) return pairs[index + 1] ?? EmptyValue;
  }
  return noneTrue();
}

/**
 * IFS: the value after the first condition that is true, as it is, like IF; from an array of
 * conditions on, what each cell of it chooses. What stands behind that value does not count.
 */
function decideFirst({ args }: FunctionCall, evaluate: (argument: Ast) => EngineValue): EngineValue {
  if (args.length === 0 || args.length % 2 !== 0) return notAvailable();
  for (const [index, test] of args.entries()) {
    if (index % 2 !== 0) continue;
    const condition = single(evaluate(test));
    if (condition instanceof SimpleRangeValue)
      return forEachOf([condition, ...args.slice(index + 1).map(evaluate)], firstTrue);
    const known = isTrue(condition);
    if (known instanceof CellError) return known;
    const value = args[index + 1];
    if (known && value) return evaluate(value);
  }
  return noneTrue();
}

const noneEqual = (): CellError => notAvailable('no value equals expression, and there is no default');

/** Whether a value of SWITCH is the one looked for; an error among them is passed over. */
function isEqual(sought: Exclude<PlainValue, CellError>, tried: EngineScalar): boolean {
  const plain = plainValue(tried);
  return !(plain instanceof CellError) && compareValues(sought, plain) === 0;
}

/** The result after the first value that equals the expression; else the default, which is last. */
function firstEqual(expression: EngineScalar = EmptyValue, ...choices: EngineScalar[]): EngineScalar {
  const sought = plainValue(expression);
  if (sought instanceof CellError) return sought;
  for (let index = 0; index + 1 < choices.length; index += 2) {
    if (isEqual(sought, choices[index] ?? EmptyValue)) return choices[index + 1] ?? EmptyValue;
  }
  return choices.length % 2 === 0 ? noneEqual() : (choices.at(-1) ?? EmptyValue);
}

/** SWITCH: the result, as it is, that belongs to one expression; to an array, what belongs to each cell. */
function switchTo({ args }: FunctionCall, evaluate: (argument: Ast) => EngineValue): EngineValue {
  const [test, ...choices] = args;
  if (test === undefined || choices.length < 2) return notAvailable();
  const expression = single(evaluate(test));
  if (expression instanceof SimpleRangeValue)
    return forEachOf([expression, ...choices.map(evaluate)], firstEqual);
  const sought = plainValue(expression);
  if (sought instanceof CellError) return sought;
  for (let index = 0; index + 1 < choices.length; index += 2) {
    const [choice, result] = choices.slice(index, index + 2);
    if (choice === undefined || result === undefined) break;
    const tried = single(evaluate(choice));
    if (tried instanceof SimpleRangeValue)
      return forEachOf([expression, tried, ...choices.slice(index + 1).map(evaluate)], firstEqual);
    if (isEqual(sought, tried)) return evaluate(result);
  }
  const otherwise = choices.length % 2 === 0 ? undefined : choices.at(-1);
  return otherwise === undefined ? noneEqual() : evaluate(otherwise);
}

/** Logical functions over any number of values and ranges. */
export const logicFunctions = excelFunctions({
  AND: { parameters: [any], repeatLastArgs: 1, calculate: overTruths((found) => found.every(Boolean)) },
  IF: { parameters: [any, any, optional(any)], evaluate: decide, resultSize: largest },
  IFERROR: {
    parameters: [any, any],
    evaluate: inPlaceOf((value) => value instanceof CellError),
    resultSize: largest,
  },
  IFNA: {
    parameters: [any, any],
    evaluate: inPlaceOf((value) => value instanceof CellError && value.type === ErrorType.NA),
    resultSize: largest,
  },
  IFS: { parameters: [any, any], repeatLastArgs: 2, evaluate: decideFirst, resultSize: largest },
  OR: { parameters: [any], repeatLastArgs: 1, calculate: overTruths((found) => found.some(Boolean)) },
  SWITCH: { parameters: [any, any, any], repeatLastArgs: 1, evaluate: switchTo, resultSize: largest },
  XOR: {
    parameters: [any],
    repeatLastArgs: 1,
    calculate: overTruths((found) => found.filter(Boolean).length % 2 === 1),
  },
});
