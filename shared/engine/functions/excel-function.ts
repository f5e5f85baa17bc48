import {
  ArraySize,
  CellError,
  EmptyValue,
  FunctionArgumentType,
  FunctionPlugin,
  SimpleRangeValue,
  type FunctionArgument,
  type FunctionMetadata,
  type SimpleCellAddress,
} from 'hyperformula';
import { engineVersion } from './beyond-excel.ts';
import { chosenBranch } from './chosen-references.ts';
import { notAvailable, plainValue, toText, useExcelOperators, wrongReference } from './excel-values.ts';
import { EngineContext, type UnseenRows } from '../engine-context.ts';
import { useLinkedRanges } from './linked-ranges.ts';
import { namesMissingSheet } from './missing-sheets.ts';
import { isArray, loneCell } from './ranges.ts';
import { useLearnedRooms } from './result-rooms.ts';
import { useExcelSyntax } from '../syntax/excel-syntax.ts';
import { internal } from '../syntax/internal-names.ts';
import { formulaIn } from '../internals/dependency-graph.ts';
import {
  type Ast,
  type EngineValue,
  forgetFunction,
  type FunctionCall,
  type Interpreter,
  type State,
} from '../internals/interpreter.ts';
import {
  aggregationRules,
  argumentRules,
  methodsOf,
  type NamedPlugin,
  pluginDefinition,
} from '../internals/plugins.ts';
import { constantNode } from '../internals/syntax-tree.ts';

/** Width and height of a result that fills several cells. */
export interface ResultSize {
  readonly width: number;
  readonly height: number;
}

export const oneCell: ResultSize = { width: 1, height: 1 };

/**
 * One function: its arguments, and how its value comes from them. The engine reads the arguments,
 * converts each to its kind, and calls `calculate` once for every cell of a range that stands where
 * one value is expected; an error in an argument is the result.
 */
export interface ExcelFunction {
  readonly parameters: readonly FunctionArgument[];
  /** How many of the last parameters may be repeated. */
  readonly repeatLastArgs?: number;
  // The kinds of the arguments are those of `parameters`, which TypeScript cannot follow.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly calculate: (...values: any[]) => EngineValue;
  /**
   * For a function that fills several cells: how many, known from the sizes of its arguments before
   * anything is calculated. Such a function is not called once for each cell of its arguments.
   */
  readonly resultSize?: (sizes: readonly ResultSize[], call: FunctionCall) => ResultSize;
  /** It is calculated anew whenever anything is, like RAND. */
  readonly changesEveryTime?: boolean;
}

/** What the formulas of cells are. */
export interface CellFormulas {
  readonly interpreter: Interpreter;
  /** The formula of a cell; undefined where it has none. */
  formulaAt(position: SimpleCellAddress): Ast | undefined;
  /** The formula of a cell as it was entered, with its equals sign. */
  formulaTextAt(position: SimpleCellAddress): string | undefined;
  /** Whether a row is out of sight: hidden by a filter, or at all. */
  isUnseen(sheet: number, row: number, which: keyof UnseenRows): boolean;
  /** Where a sheet stands among the others, from 0; undefined where it does not exist. */
  placeOfSheet(sheet: number): number | undefined;
}

/** A function that decides itself which of its arguments to calculate, and how. */
export interface ExcelSpecialFunction {
  readonly parameters: readonly FunctionArgument[];
  readonly repeatLastArgs?: number;
  /** The place is that of the formula. */
  readonly evaluate: (
    call: FunctionCall,
    evaluate: (argument: Ast) => EngineValue,
    place: SimpleCellAddress,
    formulas: CellFormulas,
    state: State,
  ) => EngineValue;
  /** It asks where its arguments stand and not what they hold, so that it may name its own cell. */
  readonly readsPlacesOnly?: boolean;
  /** It gives #REF! for a reference to a sheet that does not exist, also where it would pass over an error. */
  readonly refusesMissingSheets?: boolean;
  readonly resultSize?: (sizes: readonly ResultSize[], call: FunctionCall) => ResultSize;
}

/** A number; empty counts as 0, a boolean as 0 or 1, text as the number it reads as. */
export const number: FunctionArgument = { argumentType: FunctionArgumentType.NUMBER };
export const text: FunctionArgument = { argumentType: FunctionArgumentType.STRING };
export const boolean: FunctionArgument = { argumentType: FunctionArgumentType.BOOLEAN };
/** One value of any kind; the function sees errors too. */
export const scalar: FunctionArgument = { argumentType: FunctionArgumentType.SCALAR };
/** One value of any kind but an error. */
export const noError: FunctionArgument = { argumentType: FunctionArgumentType.NOERROR };
/** Cells or an array; one value counts as an array of one. */
export const range: FunctionArgument = { argumentType: FunctionArgumentType.RANGE };
/** One value or a range, as it is. */
export const any: FunctionArgument = { argumentType: FunctionArgumentType.ANY };

/** The parameter, which may be left out. */
export function optional(
  parameter: FunctionArgument,
  defaultValue?: number | string | boolean,
): FunctionArgument {
  return defaultValue === undefined ? { ...parameter, optionalArg: true } : { ...parameter, defaultValue };
}

/** HyperFormula's base of all plugins, in an interpreter with Excel's syntax and operators. */
class ExcelPlugin extends FunctionPlugin implements CellFormulas {
  declare readonly interpreter: Interpreter;

  constructor(interpreter: Interpreter) {
    super(interpreter);
    forgetFunction(interpreter, engineVersion);
    useExcelSyntax(interpreter);
    useExcelOperators(interpreter);
    useLearnedRooms(interpreter);
    useLinkedRanges(interpreter);
  }

  formulaAt(position: SimpleCellAddress): Ast | undefined {
    return formulaIn(this.dependencyGraph, position);
  }

  formulaTextAt(position: SimpleCellAddress): string | undefined {
    const { context } = this.config;
    return context instanceof EngineContext ? context.formulaTextAt(position) : undefined;
  }

  isUnseen(sheet: number, row: number, which: keyof UnseenRows): boolean {
    const { context } = this.config;
    return context instanceof EngineContext && context.isUnseen(sheet, row, which);
  }

  placeOfSheet(sheet: number): number | undefined {
    const { context } = this.config;
    return context instanceof EngineContext ? context.placeOf(sheet) : undefined;
  }
}

type Method = (this: ExcelPlugin, call: FunctionCall, state: State) => EngineValue;
type SizeMethod = (this: ExcelPlugin, call: FunctionCall, state: State) => ArraySize;

/**
 * A plugin of these functions, by name, for the engine. Names the engine knows already are
 * replaced, others are added.
 */
export function excelFunctions(
  functions: Readonly<Record<string, ExcelFunction | ExcelSpecialFunction>>,
): NamedPlugin {
  class Functions extends ExcelPlugin {}
  const implementedFunctions: Record<string, FunctionMetadata> = {};
  for (const [name, definition] of Object.entries(functions)) {
    const { parameters, repeatLastArgs, resultSize } = definition;
    const sizeMethod = `${name} size`;
    implementedFunctions[name] = {
      method: name,
      parameters: [...parameters],
      ...(repeatLastArgs === undefined ? {} : { repeatLastArgs }),
      ...('readsPlacesOnly' in definition && definition.readsPlacesOnly
        ? { doesNotNeedArgumentsToBeComputed: true, isDependentOnSheetStructureChange: true }
        : {}),
      ...('changesEveryTime' in definition && definition.changesEveryTime ? { isVolatile: true } : {}),
      ...(resultSize === undefined
        ? {}
        : { sizeOfResultArrayMethod: sizeMethod, vectorizationForbidden: true }),
    };
    const method: Method =
      'calculate' in definition
        ? function (call, state) {
            const plugin = methodsOf(this);
            return plugin.runFunction(call.args, state, plugin.metadata(name), definition.calculate);
          }
        : function (call, state) {
            const plugin = methodsOf(this);
            const evaluate = (argument: Ast) => plugin.evaluateAst(argument, state);
            const isMissing = (argument: Ast) =>
              namesMissingSheet(argument, state.formulaAddress, this.interpreter);
            if (definition.refusesMissingSheets && call.args.some(isMissing)) return wrongReference();
            return definition.evaluate(call, evaluate, state.formulaAddress, this, state);
          };
    Object.defineProperty(Functions.prototype, name, { value: method });
    if (resultSize) {
      const size: SizeMethod = function (call, state) {
        const plugin = methodsOf(this);
        const { width, height } = resultSize(
          call.args.map((argument) => plugin.arraySizeForAst(argument, state)),
          call,
        );
        return new ArraySize(width, height);
      };
      Object.defineProperty(Functions.prototype, sizeMethod, { value: size });
    }
  }
  // A function the engine does not know needs its name in the engine's one language.
  const translations = { enGB: Object.fromEntries(Object.keys(functions).map((name) => [name, name])) };
  return pluginDefinition(Functions, { implementedFunctions, translations });
}

/** Functions that give cells of one of their arguments, by its place. */
const sourceOfReference: Readonly<Record<string, number>> = { INDEX: 0, XLOOKUP: 2 };

/**
 * Whether an argument is a place on a sheet, whatever it holds: references, also in brackets, and
 * INDEX and XLOOKUP of one.
 */
export function isReference(argument: Ast): boolean {
  if ('reference' in argument || 'start' in argument) return true;
  if ('expression' in argument) return isReference(argument.expression);
  if (!('procedureName' in argument)) return false;
  if ('isPlace' in argument) return true;
  if (argument.procedureName === internal.area) return argument.args.slice(1).every(isReference);
  const source = argument.args[sourceOfReference[argument.procedureName] ?? argument.args.length];
  return source !== undefined && isReference(source);
}

/** Whether an argument gives a place on a sheet now: a reference, or a function that chooses one. */
function givesReference(argument: Ast, evaluate: (part: Ast) => EngineValue): boolean {
  if (isReference(argument)) return true;
  if ('expression' in argument) return givesReference(argument.expression, evaluate);
  const branch = 'procedureName' in argument ? chosenBranch(argument, evaluate) : undefined;
  return branch !== undefined && givesReference(branch, evaluate);
}

/**
 * Makes all functions, the engine's own too, take their arguments as Excel does: numbers in text
 * arguments have 15 digits (LEN(1/3) is 17), the empty text is no truth value, and one cell among
 * the values of an aggregate counts like a range of one, whose text and emptiness are passed over:
 * MEDIAN of an empty cell and 10 is 10; beyond the end of a shorter array its value is #N/A. To be
 * called once before the first engine is built.
 */
export function useExcelArguments(): void {
  const rules = argumentRules();
  const { coerceToType, evaluateArguments, vectorizeAndBroadcastRangeArgument } = rules;
  rules.vectorizeAndBroadcastRangeArgument = function (array, row, column) {
    return vectorizeAndBroadcastRangeArgument.call(this, array, row, column) ?? notAvailable();
  };
  rules.coerceToType = function (value, parameter, state): unknown {
    const isNumber = typeof value === 'number' || (typeof value === 'object' && 'val' in value);
    if (parameter.argumentType === FunctionArgumentType.STRING && isNumber) return toText(plainValue(value));
    if (parameter.argumentType === FunctionArgumentType.BOOLEAN && value === '') return undefined;
    return coerceToType.call(this, value, parameter, state);
  };
  rules.evaluateArguments = function (args, state, metadata) {
    const evaluated = evaluateArguments.call(this, args, state, metadata);
    const { parameters, repeatLastArgs, expandRanges } = metadata;
    const repeated = parameters?.at(-1);
    if (repeatLastArgs !== 1 || expandRanges || repeated?.argumentType !== FunctionArgumentType.ANY)
      return evaluated;
    return evaluated.map((argument, index) => {
      const [value, ...flags] = argument;
      const syntax = args[index];
      const alone = !(value instanceof SimpleRangeValue) && !(value instanceof CellError);
      if (!alone || syntax === undefined || index < (parameters?.length ?? 0) - 1) return argument;
      const evaluate = (part: Ast) => methodsOf(this).evaluateAst(part, state);
      // A number counts alike in a cell and outside of one.
      const ofCell = typeof value === 'number' ? isReference(syntax) : givesReference(syntax, evaluate);
      return ofCell ? [loneCell(value), ...flags] : argument;
    });
  };
  const aggregation = aggregationRules();
  const { reduce, getRangeValues } = aggregation;
  // Of a vast range only the dependency graph's own tells which cells hold anything.
  aggregation.getRangeValues = function (functionName, _range, node, ...how) {
    return getRangeValues.call(this, functionName, node.range, node, ...how);
  };
  // HyperFormula's own aggregates see a reference only where it is written plainly.
  aggregation.reduce = function (args, state, ...how) {
    if (!args.some(isWrapped)) return reduce.call(this, args, state, ...how);
    const seen = args.map((argument) => {
      if (!isWrapped(argument)) return argument;
      const evaluate = (part: Ast) => methodsOf(this).evaluateAst(part, state);
      const value = evaluate(argument);
      if (value instanceof SimpleRangeValue) return constantNode(countedArray(value));
      // A number counts alike in a cell and outside of one.
      if (typeof value === 'number' || !givesReference(argument, evaluate)) return constantNode(value);
      // The engine takes an array of one for its value: an empty cell beside it changes no aggregate.
      return constantNode(SimpleRangeValue.onlyValues([[value, EmptyValue]]));
    });
    return reduce.call(this, seen, state, ...how);
  };
}

/** Whether a function or brackets give an argument, so that it may be a place on a sheet or an array. */
function isWrapped(argument: Ast): boolean {
  return 'procedureName' in argument || 'expression' in argument;
}

/** Cells as they are; what is empty in an array counts as 0. */
function countedArray(value: SimpleRangeValue): SimpleRangeValue {
  if (!isArray(value) || !value.data.some((row) => row.includes(EmptyValue))) return value;
  return SimpleRangeValue.onlyValues(
    value.data.map((row) => row.map((cell) => (cell === EmptyValue ? 0 : cell))),
  );
}
