import { SimpleRangeValue, type CellError, type SimpleCellAddress } from 'hyperformula';
import { EngineContext } from '../engine-context.ts';
import {
  contextOf,
  adjustEvaluation,
  type Ast,
  type EngineValue,
  type Interpreter,
} from '../internals/interpreter.ts';
import { eachError } from '../internals/cell-changes.ts';
import { areaOf, isPlainReference } from '../internals/reference-nodes.ts';
import { childrenOf } from '../internals/syntax-tree.ts';
import { isUnknownResult } from '../unknown-results.ts';

/*
 * Some formulas of a file have a result in Excel and none here. They are an error; but an IFERROR,
 * a COUNT or a lookup that reads such a cell would go on with another value than Excel's. Therefore
 * a formula with a function that passes over errors is itself not known where it reads such a cell.
 */

/** Functions that give something else than an error for arguments with an error in them. */
const passingOver = new Set(
  `AGGREGATE ARRAYTOTEXT AVERAGEIF AVERAGEIFS CELL COUNT COUNTBLANK COUNTIF COUNTIFS DAVERAGE DCOUNT DCOUNTA DGET DMAX DMIN DPRODUCT DSTDEV
  DSTDEVP DSUM DVAR DVARP ERROR.TYPE HLOOKUP IFERROR IFNA ISERR ISERROR ISLOGICAL ISNA ISNONTEXT ISNUMBER ISTEXT LOOKUP MATCH
  MAXIFS MINIFS SORT SORTBY SUBTOTAL SUMIF SUMIFS SWITCH TOCOL TOROW TYPE UNIQUE VALUETOTEXT VLOOKUP XLOOKUP XMATCH`.split(
    /\s+/,
  ),
);

const known = new WeakMap<Ast, boolean>();

/** Whether a formula has a function that may give a number where a cell that it reads is an error. */
export function passesOverErrors(root: Ast): boolean {
  let passes = known.get(root);
  if (passes === undefined) {
    passes =
      ('procedureName' in root && passingOver.has(root.procedureName)) ||
      childrenOf(root).some(passesOverErrors);
    known.set(root, passes);
  }
  return passes;
}

/** The error of a cell whose result is not known and which a formula refers to. */
function unknownRead(
  root: Ast,
  place: SimpleCellAddress,
  { unknownResults }: EngineContext,
  { dependencyGraph }: Interpreter,
): CellError | undefined {
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const area = isPlainReference(node) ? areaOf(node, place) : undefined;
    if (area === undefined) {
      waiting.push(...childrenOf(node));
      continue;
    }
    for (const cell of unknownResults.within(area)) {
      const value = dependencyGraph.getCellValue(cell);
      if (isUnknownResult(value)) return value;
      // Something else was entered there since.
      unknownResults.remove(cell);
    }
  }
  return undefined;
}

function note(result: EngineValue, place: SimpleCellAddress, { unknownResults }: EngineContext): void {
  if (!(result instanceof SimpleRangeValue)) {
    if (isUnknownResult(result)) unknownResults.add(place);
    return;
  }
  eachError(result, place, (error, cell) => {
    if (isUnknownResult(error)) unknownResults.add(cell);
  });
}

/** Keeps formulas from passing over results that are not known. To be called once before the first engine is built. */
export function useUnknownResults(): void {
  adjustEvaluation(
    (evaluate) =>
      function (root, state) {
        const result = evaluate.call(this, root, state);
        const context = contextOf(this.interpreter);
        if (!(context instanceof EngineContext)) return result;
        if (context.unknownResults.isEmpty && (typeof result !== 'object' || result === null)) return result;
        const place = state.formulaAddress;
        const isAsked = !context.unknownResults.isEmpty && !isUnknownResult(result) && passesOverErrors(root);
        const value = (isAsked && unknownRead(root, place, context, this.interpreter)) || result;
        if (state.formulaVertex !== undefined) note(value, place, context);
        return value;
      },
  );
}
