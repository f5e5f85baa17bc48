/*
 * The interpreter, its values and its rules.
 */
/* oxlint-disable typescript/no-unsafe-type-assertion */
import {
  HyperFormula,
  type ArraySize,
  type CellError,
  type FunctionPlugin,
  type SimpleCellAddress,
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
  /** Applies an operator to two values, to each cell where one of them is an array. */
  binaryRangeWrapper: (
    operator: (left: EngineScalar, right: EngineScalar) => EngineScalar,
    left: EngineValue,
    right: EngineValue,
    state: State,
  ) => EngineValue;
  readonly arithmeticHelper: {
    compare: (left: EngineScalar, right: EngineScalar) => number;
    pow: (left: EngineScalar, right: EngineScalar) => number | CellError;
    coerceToMaybeNumber: (value: EngineScalar) => EngineScalar | undefined;
  };
  readonly dateTimeHelper: {
    numberToSimpleDate: (serial: number) => CalendarDay;
  };
  readonly dependencyGraph: {
    /** The array that fills exactly this range; in place of its cells it may hold one error. */
    getArray: (range: SheetRange) => { readonly array: { readonly error?: CellError } } | undefined;
  };
}

export function rulesOf(interpreter: Interpreter): InterpreterRules {
  return interpreter as unknown as InterpreterRules;
}

/** The interpreter of an engine. */
export function interpreterOf(formulas: HyperFormula): Interpreter {
  return formulas.evaluator.interpreter;
}

/** What the engine was given as its context, for its functions and its parser. */
export function contextOf(interpreter: Interpreter): unknown {
  return interpreter.config.context;
}

export type SheetRange = NonNullable<SimpleRangeValue['range']>;
export type DependencyGraph = Parameters<SheetRange['effectiveHeight']>[0];

/** The node of the dependency graph for a formula, which knows how many cells are kept for its result. */
export type FormulaNode = NonNullable<State['formulaVertex']>;

/** How the value of a formula becomes that of its cells. */
interface EvaluatorRules {
  readonly interpreter: Interpreter;
  evaluateAstToCellValue: Evaluate;
}

type Evaluate = (this: EvaluatorRules, ast: Ast, state: State) => EngineValue;

/** Changes how a whole formula is evaluated, for all engines at once; `adjusted` is given the way until now. */
export function adjustEvaluation(adjusted: (evaluate: Evaluate) => Evaluate): void {
  const sample = HyperFormula.buildEmpty({ licenseKey: 'gpl-v3' });
  const rules = Object.getPrototypeOf(sample.evaluator) as EvaluatorRules;
  sample.destroy();
  rules.evaluateAstToCellValue = adjusted(rules.evaluateAstToCellValue);
}

/** What says how many cells a formula will fill, before it is calculated. */
export interface SizePredictor {
  checkArraySize: (ast: Ast, place: SimpleCellAddress) => ArraySize;
}

export function predictorOf(interpreter: Interpreter): SizePredictor {
  return interpreter.arraySizePredictor;
}

/** Takes a function from an interpreter that is being made, where the engine lets none be taken from all. */
export function forgetFunction(interpreter: Interpreter, name: string): void {
  const { functionRegistry } = interpreter as unknown as {
    functionRegistry: { instancePlugins: Map<string, unknown> };
  };
  functionRegistry.instancePlugins.delete(name);
}
