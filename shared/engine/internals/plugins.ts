/*
 * Functions and how they take their arguments.
 */
/* oxlint-disable typescript/no-unsafe-type-assertion */
import {
  FunctionPlugin,
  HyperFormula,
  SimpleRangeValue,
  type ArraySize,
  type FunctionArgument,
  type FunctionMetadata,
  type FunctionPluginDefinition,
} from 'hyperformula';
import type { Ast, EngineScalar, EngineValue, Interpreter, SheetRange, State } from './interpreter.ts';
import type { RangeNode } from './ranges.ts';

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

/** An argument's value, whether it may be passed over when it cannot be converted, and whether it was left empty. */
type EvaluatedArgument = [value: EngineValue, ignorable: boolean, empty: boolean];

type EvaluateArguments = (
  this: FunctionPlugin,
  args: Ast[],
  state: State,
  metadata: FunctionMetadata,
) => EvaluatedArgument[];

/** The value at a place of an array that stands for one value: one row or column stands for all. */
type TakeFromArray = (
  this: FunctionPlugin,
  array: SimpleRangeValue,
  row: number,
  column: number,
) => EngineScalar | undefined;

/** How all plugins evaluate arguments and convert them to the kinds of their parameters. */
export interface ArgumentRules {
  coerceToType: Coerce;
  evaluateArguments: EvaluateArguments;
  vectorizeAndBroadcastRangeArgument: TakeFromArray;
}

export function argumentRules(): ArgumentRules {
  return FunctionPlugin.prototype as unknown as ArgumentRules;
}

type Aggregate = (this: FunctionPlugin, args: readonly Ast[], state: State, ...how: unknown[]) => EngineValue;

/** The values of a range of cells that an aggregate sees, each brought to its kind; `node` keeps what is worked out of them. */
type RangeValues = (
  this: FunctionPlugin,
  functionName: string,
  range: SheetRange,
  node: RangeNode,
  ...how: unknown[]
) => unknown[];

/** How SUM, COUNT, AVERAGE, MAX, STDEV and their kin go through their arguments, and through a range of cells. */
export function aggregationRules(): { reduce: Aggregate; getRangeValues: RangeValues } {
  const plugin = HyperFormula.getFunctionPlugin('SUM');
  if (!plugin) throw new Error('The engine has no SUM');
  return plugin.prototype;
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
