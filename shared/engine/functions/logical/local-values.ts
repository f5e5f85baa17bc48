import { SimpleRangeValue } from 'hyperformula';
import { internal } from '../../syntax/internal-names.ts';
import { any, excelFunctions, oneCell, text, type ResultSize } from '../excel-function.ts';
import { notAvailable } from '../excel-values.ts';
import type { Ast, EngineValue, FunctionCall } from '../../internals/interpreter.ts';

/*
 * The values that LET names. A formula is calculated at one go and no other in between, and no two
 * names of one formula are called alike for the engine, so that one store serves all.
 */
const values = new Map<string, EngineValue>();
const sizes = new Map<string, ResultSize>();

function keyOf({ args: [key] }: FunctionCall): string {
  if (key === undefined || !('value' in key) || typeof key.value !== 'string')
    throw new Error('A value of LET has no name');
  return key.value;
}

/** Works the values out in order, each for those after it, then what comes of them. */
function calculated({ args }: FunctionCall, evaluate: (argument: Ast) => EngineValue): EngineValue {
  let result: EngineValue = notAvailable();
  for (const argument of args) result = evaluate(argument);
  return result;
}

function keep(call: FunctionCall, evaluate: (argument: Ast) => EngineValue): EngineValue {
  const [, value] = call.args;
  const result = value === undefined ? notAvailable() : evaluate(value);
  values.set(keyOf(call), result);
  return result;
}

/** An array is given as a copy, because HyperFormula's operators write their results into their operands. */
function kept(call: FunctionCall): EngineValue {
  const value = values.get(keyOf(call)) ?? notAvailable();
  if (!(value instanceof SimpleRangeValue) || !value.isAdHoc()) return value;
  return SimpleRangeValue.onlyValues(value.data.map((row) => [...row]));
}

/** LET and what it is read as. */
export const localValueFunctions = excelFunctions({
  LET: {
    parameters: [any],
    repeatLastArgs: 1,
    evaluate: calculated,
    resultSize: (all) => all.at(-1) ?? oneCell,
  },
  [internal.value]: {
    parameters: [text, any],
    evaluate: keep,
    resultSize: ([, size = oneCell], call) => {
      sizes.set(keyOf(call), size);
      return size;
    },
  },
  [internal.variable]: {
    parameters: [text],
    evaluate: kept,
    resultSize: (_, call) => sizes.get(keyOf(call)) ?? oneCell,
  },
});
