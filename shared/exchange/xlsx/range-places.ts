import { parseReference } from '../../workbook/address.ts';
import {
  arrayFunctions,
  arrayResults,
  choosingFunctions,
  parameterKind,
  rangeResults,
} from './function-parameters.ts';
import { calledFunction, formulaTree, type Call, type FormulaTree } from '../../workbook/formula-tree.ts';

/*
 * Where in a formula ranges stand as arrays: beside an operator, or as an argument of which a
 * single value is asked. Excel works on the whole range there only when the file marks the formula;
 * in all others it takes the one cell of the range in the formula's own row or column.
 */

/**
 * What stands in the place: a range, a name for one, an array constant, a function whose result is
 * an array or may be one, an operator that makes a reference, a range that a function hands on, or
 * the function that takes a single cell of a range.
 */
export type PlaceKind =
  | 'range'
  | 'name'
  | 'constant'
  | 'array-result'
  | 'range-result'
  | 'reference'
  | 'branch'
  | 'single';

export interface RangePlace {
  readonly kind: PlaceKind;
  /** Its text, and where that begins in the formula. */
  readonly text: string;
  readonly start: number;
  /** The function, in capitals, whose argument it is; empty beside an operator and outside all functions. */
  readonly functionName: string;
  /** True inside a function that reads arrays in any case, such as SUMPRODUCT. */
  readonly inArrayFunction: boolean;
  /** True when, inside such a function, it is read through one that chooses, as IF does. */
  readonly inChoice: boolean;
  /** True when the array reaches the formula's own result. */
  readonly reachesResult: boolean;
  /** True when a single value is asked for there, false when a range is taken. */
  readonly asksValue: boolean;
}

type Context = Omit<RangePlace, 'kind' | 'text' | 'start' | 'asksValue'> & {
  /** What is asked of the part: a value, or anything up to a range or, in an array function, an array. */
  readonly want: 'value' | 'range' | 'array';
};

const referenceSigns = new Set([':', ' ', ',', '#']);

/**
 * The places of a formula where an array stands or may stand. `isRangeName` tells whether a name
 * stands for more than one cell, `readingArrays` holds the functions that read arrays in any case. A
 * formula that does not read has none.
 */
export function rangePlaces(
  formula: string,
  isRangeName: (name: string) => boolean,
  readingArrays: ReadonlySet<string> = arrayFunctions,
): RangePlace[] {
  const places: RangePlace[] = [];

  const add = (kind: PlaceKind, node: FormulaTree, context: Context) => {
    const { want, ...surroundings } = context;
    const text = formula.slice(node.start, node.end);
    places.push({ kind, text, start: node.start, asksValue: want === 'value', ...surroundings });
  };

  const visitCall = (call: Call, context: Context) => {
    const name = calledFunction(call);
    if (isArrayResult(name, call)) {
      if (context.want !== 'array') add('array-result', call, context);
    } else if (rangeResults.has(name) && context.want === 'value' && !isOneCell(name, call))
      add('range-result', call, context);
    if (name === 'SINGLE') {
      add('single', call, context);
      return;
    }
    const isArrayFunction = readingArrays.has(name);
    const inChoice = context.inChoice || (context.inArrayFunction && choosingFunctions.has(name));
    for (const [index, argument] of call.parts.entries()) {
      if (!argument) continue;
      const kind = parameterKind(name, index);
      if (kind === 'branch') {
        if (isRange(argument) && context.want === 'range')
          add('branch', argument, { ...context, functionName: name });
        visit(argument, { ...context, functionName: name, inChoice });
      } else {
        const want = kind === 'value' ? 'value' : isArrayFunction ? 'array' : 'range';
        const reachesResult = context.reachesResult && (kind === 'value' || arrayResults.has(name));
        visit(argument, {
          functionName: name,
          inArrayFunction: context.inArrayFunction || (isArrayFunction && kind === 'range'),
          inChoice,
          want,
          reachesResult,
        });
      }
    }
  };

  const isRange = (node: FormulaTree) =>
    node.type === 'name'
      ? isRangeName(node.text.slice(node.text.lastIndexOf('!') + 1))
      : node.type === 'cells' && node.text.includes(':') && !isSingleCell(node.text);

  const isArrayResult = (name: string, { parts: [first] }: Call) =>
    name === 'ROW' || name === 'COLUMN' ? !!first && isRange(first) : arrayResults.has(name);

  const visit = (node: FormulaTree, context: Context): void => {
    switch (node.type) {
      case 'cells':
      case 'name':
        if (context.want === 'value' && isRange(node))
          add(node.type === 'name' ? 'name' : 'range', node, context);
        return;
      case 'constant':
        if (context.want === 'value') add('constant', node, context);
        return;
      case 'call':
        visitCall(node, context);
        return;
      case 'operation': {
        if (referenceSigns.has(node.sign)) {
          if (context.want === 'value') add('reference', node, context);
          for (const part of node.parts) visit(part, { ...context, functionName: '', want: 'range' });
          return;
        }
        const want = node.sign === '@' ? 'range' : context.want === 'array' ? 'array' : 'value';
        for (const part of node.parts) visit(part, { ...context, functionName: '', want });
        return;
      }
      default:
    }
  };

  const tree = formulaTree(formula);
  if (tree)
    visit(tree, {
      functionName: '',
      inArrayFunction: false,
      inChoice: false,
      reachesResult: true,
      want: 'value',
    });
  return places;
}

function isSingleCell(reference: string): boolean {
  const range = parseReference(reference)?.range;
  return range !== undefined && range.top === range.bottom && range.left === range.right;
}

/** True when a function that may give a range surely gives one cell. */
function isOneCell(name: string, { parts: [, ...indexes] }: Call): boolean {
  if (name !== 'INDEX' || indexes.length === 0) return false;
  // A row or column of 0 stands for all of them; a position that was looked up is never 0.
  return indexes.every(
    (index) =>
      (index?.type === 'number' && index.value !== 0) ||
      (index?.type === 'call' && ['MATCH', 'XMATCH'].includes(calledFunction(index))),
  );
}
