import { callNode, constantNode, type Ast, type FunctionCall } from '../functions/hyperformula-internals.ts';

const ofPlaces = /^(?:ROWS?|COLUMNS?|SHEETS?|ISFORMULA|FORMULATEXT)$/i;

/** Whether a function asks where its argument stands, so that the engine does not calculate it first. */
export function asksForPlace(name: string): boolean {
  return ofPlaces.test(name);
}

function withoutBrackets(argument: Ast): Ast {
  return 'expression' in argument ? withoutBrackets(argument.expression) : argument;
}

/**
 * Makes a name among the arguments a whole INDEX of itself: the same cells, but calculated before
 * the formula. The engine evaluates the name at once without waiting for it, and cannot go on when
 * it has no value yet.
 */
export function waitForNames(call: FunctionCall): void {
  call.args = call.args.map((argument) =>
    'expressionName' in withoutBrackets(argument)
      ? callNode('INDEX', [argument, constantNode(0), constantNode(0)])
      : argument,
  );
}
