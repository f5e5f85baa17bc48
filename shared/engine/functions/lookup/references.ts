import { CellError, EmptyValue, SimpleRangeValue } from 'hyperformula';
import { EngineContext } from '../../engine-context.ts';
import { isComputedCall, relinked, type ComputedCall } from '../../syntax/computed-references.ts';
import { internal } from '../../syntax/internal-names.ts';
import {
  any,
  excelFunctions,
  oneCell,
  type ExcelSpecialFunction,
  type ResultSize,
} from '../excel-function.ts';
import { notAvailable, plainValue, toNumber, wrongReference, wrongValue } from '../excel-values.ts';
import {
  contextOf,
  type Ast,
  type EngineScalar,
  type EngineValue,
  type FunctionCall,
  type Interpreter,
} from '../../internals/interpreter.ts';
import { areaReferenceMaker } from '../../internals/reference-nodes.ts';
import { callNode, childrenOf, errorNode, groupNode } from '../../internals/syntax-tree.ts';
import { cellsOf } from '../ranges.ts';
import { isUnknownResult, unsupportedResult } from '../../unknown-results.ts';
import { passesOverErrors } from '../unknown-results.ts';
import { areasOf, type Areas, type Workings } from './reference-areas.ts';

/** A text that tells the references a formula may have from each other. */
export function referenceKey(areas: Areas): string {
  if (areas instanceof CellError) return areas.type;
  return areas
    .map(({ sheet, range: { top, left, bottom, right } }) => `${sheet}:${top}:${left}:${bottom}:${right}`)
    .join(' ');
}

/** The values that LET names in a formula, in the order in which they are worked out. */
function localValues(root: Ast): Ast[] {
  const values: Ast[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('procedureName' in node && node.procedureName === internal.value) values.push(node);
    waiting.push(...childrenOf(node).toReversed());
  }
  return values;
}

/** The formula's references as they come out now; undefined for one that depends on another that came out anew. */
export function foundReferences(call: ComputedCall, workings: Workings): (Areas | undefined)[] {
  const [formula] = call.args;
  // What a reference is worked out from may be named by LET, further up in the formula.
  if (formula !== undefined) for (const value of localValues(formula)) workings.evaluate(value);
  const found: (Areas | undefined)[] = [];
  const isNew = new Set<number>();
  for (const [index, source] of call.args.slice(1).entries()) {
    if (call.needs[index]?.some((needed) => isNew.has(needed))) {
      found.push(undefined);
      isNew.add(index);
      continue;
    }
    const areas = areasOf(source, workings);
    found.push(areas);
    if (referenceKey(areas) !== call.linked[index]) isNew.add(index);
  }
  return found;
}

/** The call with its references as they were found, as absolute references; `written` may put them into brackets. */
export function linkedTo(
  call: ComputedCall,
  found: readonly (Areas | undefined)[],
  interpreter: Interpreter,
  written: (reference: Ast) => Ast = (reference) => reference,
): ComputedCall {
  const referenceTo = areaReferenceMaker(interpreter);
  const node = (areas: Areas): Ast => {
    if (areas instanceof CellError) return errorNode(areas);
    const [first, ...others] = areas.map(referenceTo);
    if (first !== undefined && others.length === 0) return written(first);
    return callNode(internal.union, areas.map(referenceTo));
  };
  return relinked(
    call,
    found.map((areas) => areas && node(areas)),
    call.linked.map((key, index) => {
      const areas = found[index];
      return areas === undefined ? key : referenceKey(areas);
    }),
  );
}

/** More rounds than a formula has references are never needed: each round settles one more. */
function settledValue(first: ComputedCall, workings: Workings): EngineValue {
  let call = first;
  for (let round = 0; round <= first.linked.length; round++) {
    const found = foundReferences(call, workings);
    if (isLinkedTo(call, found)) break;
    // In brackets, because functions look for a range as it stands in the graph, where this one need not be.
    call = linkedTo(call, found, workings.interpreter, groupNode);
  }
  return valueOf(call, foundReferences(call, workings), workings);
}

/** The formula's value; where it passes over a reference that would be several, there is none. */
function valueOf(
  { args: [formula] }: ComputedCall,
  found: readonly (Areas | undefined)[],
  { evaluate }: Workings,
): EngineValue {
  if (formula === undefined) return notAvailable();
  const value = evaluate(formula);
  const several = found.find(isUnknownResult);
  return several && passesOverErrors(formula) ? several : value;
}

function isLinkedTo(call: ComputedCall, found: readonly (Areas | undefined)[]): boolean {
  return found.every((areas, index) => areas !== undefined && referenceKey(areas) === call.linked[index]);
}

/**
 * A formula with references that are worked out. Where they are not those that its cell depends on, it
 * is left to the engine to enter it anew, and its value does not count. Outside of a cell all that it
 * reads has been calculated.
 */
const computed: ExcelSpecialFunction = {
  parameters: [any],
  repeatLastArgs: 1,
  evaluate: (call, evaluate, place, { interpreter }, { formulaVertex }) => {
    const [formula] = call.args;
    const context = contextOf(interpreter);
    if (formula === undefined || !isComputedCall(call) || !(context instanceof EngineContext))
      return notAvailable();
    const workings = { interpreter, place, evaluate };
    if (formulaVertex === undefined) return settledValue(call, workings);
    context.references.add(place);
    const found = foundReferences(call, workings);
    if (isLinkedTo(call, found)) return valueOf(call, found, workings);
    context.references.report(place, found);
    return notAvailable();
  },
  resultSize: ([size]) => finite(size),
};

/** Whole columns and rows fill more cells than a formula can. */
function finite(size: ResultSize | undefined): ResultSize {
  if (size === undefined || !Number.isFinite(size.width) || !Number.isFinite(size.height)) return oneCell;
  return { width: size.width, height: size.height };
}

/** How many areas a reference has. */
const areas: ExcelSpecialFunction = {
  parameters: [any],
  evaluate: ({ args: [reference, ...others] }, evaluate, place, { interpreter }) => {
    if (reference === undefined || others.length > 0) return notAvailable();
    const found = areasOf(reference, { interpreter, place, evaluate });
    return found instanceof CellError ? found : found.length;
  },
  resultSize: () => oneCell,
};

/** Whether a reference stands for cells. */
const isReference: ExcelSpecialFunction = {
  parameters: [any],
  evaluate: ({ args: [reference, ...others] }, evaluate, place, { interpreter }) => {
    if (reference === undefined || others.length > 0) return notAvailable();
    const found = areasOf(reference, { interpreter, place, evaluate });
    return isUnknownResult(found) ? found : !(found instanceof CellError);
  },
  resultSize: () => oneCell,
};

/** The values of several areas one below the other. */
const union: ExcelSpecialFunction = {
  parameters: [any],
  repeatLastArgs: 1,
  evaluate: ({ args }, evaluate) => {
    const values: EngineScalar[][] = [];
    for (const area of args) {
      const value = evaluate(area);
      if (value instanceof CellError) return value;
      const cells = cellsOf(value instanceof SimpleRangeValue ? value : SimpleRangeValue.fromScalar(value));
      for (let row = 0; row < cells.height; row++)
        for (let column = 0; column < cells.width; column++)
          values.push([cells.at(row, column) ?? EmptyValue]);
    }
    return SimpleRangeValue.onlyValues(values);
  },
  resultSize: (sizes) => ({
    width: 1,
    height: sizes.reduce((sum, { width, height }) => sum + width * height, 0),
  }),
};

function areaByNumber(
  { args: [selector, ...choices] }: FunctionCall,
  evaluate: (argument: Ast) => EngineValue,
): EngineValue {
  const value = selector === undefined ? EmptyValue : evaluate(selector);
  if (value instanceof SimpleRangeValue) return wrongValue('area_num must be one number');
  const number = toNumber(plainValue(value));
  if (number instanceof CellError) return number;
  const choice = choices[Math.trunc(number) - 1];
  return choice === undefined
    ? wrongReference('area_num must be the number of one of the areas')
    : evaluate(choice);
}

/** What `@` takes of a value that is no reference: the first of an array. */
function firstOf(value: EngineValue): EngineValue {
  if (!(value instanceof SimpleRangeValue)) return value;
  return value.data[0]?.[0] ?? EmptyValue;
}

/** Functions that stand for Excel's signs between references, and for references that are worked out. */
export const referenceFunctions = excelFunctions({
  [internal.computed]: computed,
  [internal.place]: {
    parameters: [any],
    readsPlacesOnly: true,
    evaluate: () => wrongValue(),
    resultSize: () => oneCell,
  },
  [internal.areas]: areas,
  [internal.unsupported]: { parameters: [], evaluate: () => unsupportedResult(), resultSize: () => oneCell },
  [internal.isReference]: isReference,
  [internal.union]: union,
  [internal.area]: {
    parameters: [any],
    repeatLastArgs: 1,
    evaluate: areaByNumber,
    resultSize: ([, size = oneCell, ...others]) =>
      others.every(({ width, height }) => width === size.width && height === size.height) ? size : oneCell,
  },
  [internal.single]: {
    parameters: [any],
    evaluate: ({ args: [value] }, evaluate) =>
      value === undefined ? notAvailable() : firstOf(evaluate(value)),
    resultSize: () => oneCell,
  },
  // Formulas that call it are read as calls of `internal.computed`, which works it out.
  INDIRECT: {
    parameters: [any],
    repeatLastArgs: 1,
    evaluate: () => notAvailable(),
    resultSize: () => oneCell,
  },
});
