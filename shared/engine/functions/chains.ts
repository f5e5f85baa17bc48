import { any, excelFunctions } from './excel-function.ts';
import { notAvailable } from './excel-values.ts';
import type { Ast, EngineValue, FunctionCall } from '../internals/interpreter.ts';
import { constantNode, operationNode } from '../internals/syntax-tree.ts';
import { chainFunction } from '../syntax/operator-chains.ts';

/** First value, operator, second value, and so on, from left to right. */
function chain({ args }: FunctionCall, evaluate: (argument: Ast) => EngineValue): EngineValue {
  const [first] = args;
  if (first === undefined) return notAvailable();
  let result = evaluate(first);
  for (let index = 1; index + 1 < args.length; index += 2) {
    const [operator, next] = [args[index], args[index + 1]];
    if (operator === undefined || next === undefined || !('value' in operator)) return notAvailable();
    if (typeof operator.value !== 'string') return notAvailable();
    result = evaluate(operationNode(operator.value, constantNode(result), next));
  }
  return result;
}

/** The function that stands for a long chain of operators. */
export const chainFunctions = excelFunctions({
  [chainFunction]: {
    parameters: [any],
    repeatLastArgs: 1,
    evaluate: chain,
    resultSize: (sizes) => ({
      width: Math.max(...sizes.map(({ width }) => width)),
      height: Math.max(...sizes.map(({ height }) => height)),
    }),
  },
});
