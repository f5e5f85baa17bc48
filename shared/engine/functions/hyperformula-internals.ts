/*
 * Everything Excel's rules need of HyperFormula that it keeps to itself, in one place: read this
 * file first when its version changes. Tests of the operators and ranges fail when a part is gone.
 */
/* oxlint-disable typescript/no-unsafe-type-assertion */
import {
  FunctionPlugin,
  type ArraySize,
  type CellError,
  type FunctionArgument,
  type FunctionMetadata,
  type FunctionPluginDefinition,
  type SimpleRangeValue,
} from 'hyperformula';
import type { CalendarDay } from '../../workbook/excel-date.ts';

/** The engine's interpreter, of which HyperFormula exports no name. */
export type Interpreter = ConstructorParameters<typeof FunctionPlugin>[0];
export type Ast = Parameters<Interpreter['evaluateAst']>[0];
export type State = Parameters<Interpreter['evaluateAst']>[1];
export type FunctionCall = Extract<Ast, { procedureName: string }>;
/** What a formula or a part of it gives inside the engine. */
export type EngineValue = ReturnType<Interpreter['evaluateAst']>;
export type EngineScalar = Exclude<EngineValue, SimpleRangeValue>;

/** The parts of the interpreter that decide on operators, conversions and the calendar. */
export interface InterpreterRules {
  concatOp: (left: EngineScalar, right: EngineScalar) => string | CellError;
  readonly arithmeticHelper: {
    compare: (left: EngineScalar, right: EngineScalar) => number;
    pow: (left: EngineScalar, right: EngineScalar) => number | CellError;
    coerceToMaybeNumber: (value: EngineScalar) => EngineScalar | undefined;
  };
  readonly dateTimeHelper: {
    numberToSimpleDate: (serial: number) => CalendarDay;
  };
}

export function rulesOf(interpreter: Interpreter): InterpreterRules {
  return interpreter as unknown as InterpreterRules;
}

/** What a function of a plugin calls on it. */
export interface PluginMethods {
  runFunction(
    args: Ast[],
    state: State,
    metadata: FunctionMetadata,
    calculate: (...values: never[]) => EngineValue,
  ): EngineValue;
  evaluateAst(ast: Ast, state: State): EngineValue;
  arraySizeForAst(ast: Ast, state: State): ArraySize;
  metadata(name: string): FunctionMetadata;
}

export function methodsOf(plugin: FunctionPlugin): PluginMethods {
  return plugin as unknown as PluginMethods;
}

type Coerce = (
  this: FunctionPlugin,
  value: EngineValue,
  parameter: FunctionArgument,
  state: State,
) => unknown;

/** The conversion of arguments to the kinds of their parameters, which all plugins share. */
export function argumentConversion(): { coerceToType: Coerce } {
  return FunctionPlugin.prototype as unknown as { coerceToType: Coerce };
}

/** A plugin with the names of its functions in the engine's one language. */
export type NamedPlugin = FunctionPluginDefinition & {
  readonly translations: Record<string, Record<string, string>>;
};

/** The plugin as the engine takes it, which wants to know its abstract base. */
export function pluginDefinition(
  plugin: new (interpreter: Interpreter) => FunctionPlugin,
  functions: Pick<NamedPlugin, 'implementedFunctions' | 'translations'>,
): NamedPlugin {
  return Object.assign(plugin, functions);
}

type SheetRange = NonNullable<SimpleRangeValue['range']>;
type DependencyGraph = Parameters<SheetRange['effectiveHeight']>[0];

/** Cells of a sheet that a range value stands for and has not read yet. */
export interface UnreadCells {
  readonly range: SheetRange;
  readonly graph: DependencyGraph;
}

/** Undefined for an array, and for cells whose values are at hand already. */
export function unreadCells(value: SimpleRangeValue): UnreadCells | undefined {
  const { _data: data, dependencyGraph: graph } = value as unknown as {
    _data?: EngineScalar[][];
    dependencyGraph?: DependencyGraph;
  };
  const { range } = value;
  return data === undefined && range !== undefined && graph !== undefined ? { range, graph } : undefined;
}
