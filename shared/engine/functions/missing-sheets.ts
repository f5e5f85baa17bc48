import type { SimpleCellAddress } from 'hyperformula';
import type { Ast, Interpreter } from '../internals/interpreter.ts';
import { areaOf, isPlainReference } from '../internals/reference-nodes.ts';

/** Whether a sheet exists. The engine also numbers those that formulas only name. */
export function isSheet({ dependencyGraph }: Interpreter, sheet: number): boolean {
  return dependencyGraph.sheetMapping.hasSheetWithId(sheet);
}

/**
 * Whether an argument of a formula at a place is a reference to a sheet that does not exist, also in
 * brackets, and where INDEX takes a cell of one.
 */
export function namesMissingSheet(
  argument: Ast,
  place: SimpleCellAddress,
  interpreter: Interpreter,
): boolean {
  if ('expression' in argument) return namesMissingSheet(argument.expression, place, interpreter);
  if ('procedureName' in argument) {
    const [source] = argument.procedureName === 'INDEX' ? argument.args : [];
    return source !== undefined && namesMissingSheet(source, place, interpreter);
  }
  const area = isPlainReference(argument) ? areaOf(argument, place) : undefined;
  return area !== undefined && !isSheet(interpreter, area.sheet);
}
