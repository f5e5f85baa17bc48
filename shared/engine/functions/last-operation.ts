import { compareNumbers } from '../../workbook/number-text.ts';
import { chainFunction } from '../syntax/operator-chains.ts';
import { notANumber } from './excel-values.ts';
import { adjustEvaluation, type Ast } from '../internals/interpreter.ts';
import { callNode, constantNode, operationNode, type BinaryOperation } from '../internals/syntax-tree.ts';

const plus = 'PLUS_OP';
const minus = 'MINUS_OP';
const call = 'FUNCTION_CALL';

/** Whether a formula adds or subtracts last. */
function isSum(root: Ast): root is BinaryOperation {
  const type: string = root.type;
  return type === plus || type === minus;
}

/** The last operation of a long chain of operators, as one of its own. */
function lastOfChain(root: Ast): Ast {
  const type: string = root.type;
  if (type !== call || !('procedureName' in root) || root.procedureName !== chainFunction) return root;
  const [operator, right] = root.args.slice(-2);
  if (operator === undefined || right === undefined || !('value' in operator)) return root;
  if (operator.value !== plus && operator.value !== minus) return root;
  return operationNode(operator.value, callNode(chainFunction, root.args.slice(0, -2)), right);
}

/**
 * Makes a formula whose last operation adds or subtracts two numbers give exactly 0 where their first
 * 15 digits cancel: `=0.1+0.2-0.3` is 0, but `=(0.1+0.2-0.3)` is 5.55E-17, because its last operation
 * are the brackets. To be called once before the first engine is built, and before results are
 * fitted into their cells. Sources: Apache POI, ExcelArithmetic; accounts of W. Kahan's examples of
 * how Excel rounds the last subtraction.
 */
export function useExcelLastOperation(): void {
  adjustEvaluation(
    (evaluate) =>
      function (root, state) {
        const last = lastOfChain(root);
        if (!isSum(last)) return evaluate.call(this, root, state);
        const left = this.interpreter.evaluateAst(last.left, state);
        const right = this.interpreter.evaluateAst(last.right, state);
        if (typeof left !== 'number' || typeof right !== 'number')
          return evaluate.call(
            this,
            operationNode(last.type, constantNode(left), constantNode(right)),
            state,
          );
        const type: string = last.type;
        const other = type === minus ? right : -right;
        const difference = left - other;
        if (compareNumbers(left, other) === 0) return 0;
        return Number.isFinite(difference) ? difference : notANumber();
      },
  );
}
