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
  type SimpleCellAddress,
  type SimpleRangeValue,
} from 'hyperformula';
import type { Range } from '../../workbook/address.ts';
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
  readonly dependencyGraph: {
    /** The array that fills exactly this range; in place of its cells it may hold one error. */
    getArray: (range: SheetRange) => { readonly array: { readonly error?: CellError } } | undefined;
  };
}

export function rulesOf(interpreter: Interpreter): InterpreterRules {
  return interpreter as unknown as InterpreterRules;
}

/** What the engine was given as its context, for its functions and its parser. */
export function contextOf(interpreter: Interpreter): unknown {
  return interpreter.config.context;
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

/** An argument's value, whether it may be passed over when it cannot be converted, and whether it was left empty. */
type EvaluatedArgument = [value: EngineValue, ignorable: boolean, empty: boolean];

type EvaluateArguments = (
  this: FunctionPlugin,
  args: Ast[],
  state: State,
  metadata: FunctionMetadata,
) => EvaluatedArgument[];

/** The evaluation of arguments and their conversion to the kinds of their parameters, which all plugins share. */
export function argumentRules(): { coerceToType: Coerce; evaluateArguments: EvaluateArguments } {
  return FunctionPlugin.prototype as unknown as {
    coerceToType: Coerce;
    evaluateArguments: EvaluateArguments;
  };
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

/** One word of a formula: its text, its kind, by which the parser takes it, and the space before it. */
export interface Token {
  readonly image: string;
  readonly tokenType: object;
  readonly tokenTypeIdx: number | undefined;
  readonly leadingWhitespace?: { readonly image: string };
}

/** The syntax tree of a formula, or why there is none. */
export interface Parsed {
  readonly ast: Ast;
  readonly errors: readonly { readonly type: string; readonly message: string }[];
}

/** The grammar of formulas, behind the parser's cache. */
export interface FormulaGrammar {
  parseFromTokens(tokens: Token[], address: SimpleCellAddress): Parsed;
  readonly lexerConfig: {
    readonly NumberLiteral: { readonly tokenTypeIdx?: number };
  };
}

interface Parser {
  readonly formulaParser: FormulaGrammar;
  parse(formula: string, address: SimpleCellAddress): Parsed;
}

function parserOf(interpreter: Interpreter): Parser {
  const { dependencyGraph } = interpreter as unknown as {
    dependencyGraph: { lazilyTransformingAstService: { parser: Parser } };
  };
  return dependencyGraph.lazilyTransformingAstService.parser;
}

/** The grammar that belongs to an interpreter. It is at hand before the first formula is read. */
export function grammarOf(interpreter: Interpreter): FormulaGrammar {
  return parserOf(interpreter).formulaParser;
}

export type BinaryOperation = Extract<Ast, { left: Ast }>;
type CellRange = Extract<Ast, { start: { toColumnAddress: unknown } }>;
export type CellAddress = CellRange['start'];

/** The nodes right below one. */
export function childrenOf(node: Ast): readonly Ast[] {
  if ('left' in node) return [node.left, node.right];
  if ('value' in node) return typeof node.value === 'object' ? [node.value] : [];
  if ('expression' in node) return [node.expression];
  if ('procedureName' in node) return node.args;
  return 'args' in node ? node.args.flat() : [];
}

/** Puts what `replace` gives in the place of each node right below one. */
export function replaceChildren(node: Ast, replace: (child: Ast) => Ast): void {
  if ('left' in node) {
    node.left = replace(node.left);
    node.right = replace(node.right);
  } else if ('value' in node) {
    if (typeof node.value === 'object') node.value = replace(node.value);
  } else if ('expression' in node) node.expression = replace(node.expression);
  else if ('procedureName' in node) node.args = node.args.map(replace);
  else if ('args' in node) node.args = node.args.map((row) => row.map(replace));
}

export function errorNode(error: CellError): Ast {
  return { type: 'ERROR', error } as unknown as Ast;
}

/** A node that gives a value known already, of whatever kind. */
export function constantNode(value: EngineValue): Ast {
  return { type: 'NUMBER', value } as unknown as Ast;
}

export function textNode(value: string): Ast {
  return { type: 'STRING', value } as unknown as Ast;
}

export function callNode(procedureName: string, args: Ast[]): Ast {
  return { type: 'FUNCTION_CALL', procedureName, args } as unknown as Ast;
}

export function operationNode(type: string, left: Ast, right: Ast): Ast {
  return { type, left, right } as unknown as Ast;
}

/** A range from a cell to a cell of the same sheet, and whether that sheet is named. */
export function rangeNode(start: CellAddress, end: CellAddress): Ast {
  const sheetReferenceType = start.sheet === undefined ? 0 : 2;
  return { type: 'CELL_RANGE', start, end, sheetReferenceType } as unknown as Ast;
}

/** Makes absolute references to cells of any sheet; the sheets are known before the first formula is read. */
export function referenceMaker(interpreter: Interpreter): (sheet: string, range: Range) => Ast {
  const { ast } = parserOf(interpreter).parse('=$A$1', { sheet: 0, row: 0, col: 0 });
  if (!('reference' in ast)) throw new Error('The engine does not read $A$1 as a reference');
  const { reference: corner } = ast;
  const { sheetMapping } = interpreter.dependencyGraph;
  return (sheet, { top, left, bottom, right }) => {
    const id = sheetMapping.getSheetId(sheet);
    if (id === undefined) throw new Error(`The engine has no sheet "${sheet}"`);
    const start = corner.withSheet(id).moved(id, left, top);
    if (top === bottom && left === right)
      return { type: 'CELL_REFERENCE', reference: start } as unknown as Ast;
    return rangeNode(start, start.moved(id, right - left, bottom - top));
  };
}

/** Undefined for whole columns and rows. */
export function cellRangeOf(node: Ast): CellRange | undefined {
  return 'start' in node && 'row' in node.start && 'col' in node.start ? (node as CellRange) : undefined;
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

/** The node of the dependency graph for a range of cells; it keeps results until one of the cells changes. */
export type RangeNode = NonNullable<ReturnType<DependencyGraph['getRange']>>;

/** Undefined for an array and for cells that no formula names as they are, such as a part of a range. */
export function rangeNodeOf({ range, graph }: UnreadCells): RangeNode | undefined {
  return graph.getRange(range.start, range.end);
}

/** What has been kept with a range under a name, by key. Each name is of one kind of result. */
export function resultsKeptWith<Result>(node: RangeNode, name: string): Map<string, [Result, []]> {
  const results = node.getCriterionFunctionValues(name);
  node.setCriterionFunctionValues(name, results);
  return results as unknown as Map<string, [Result, []]>;
}
