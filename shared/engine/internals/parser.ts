/*
 * Formulas as text: their words and how they are read.
 */
/* oxlint-disable typescript/no-unsafe-type-assertion */
import type { HyperFormula, SimpleCellAddress } from 'hyperformula';
import { interpreterOf, type Ast, type Interpreter } from './interpreter.ts';

/** One word of a formula: its text, its kind, by which the parser takes it, and the space before it. */
export interface Token {
  readonly image: string;
  readonly tokenType: object;
  readonly tokenTypeIdx: number | undefined;
  /** Where it begins in the formula. */
  readonly startOffset?: number;
  readonly leadingWhitespace?: { readonly image: string };
}

/** The type of an error that says in words for a person why a formula is refused. */
export const refusal = 'Refusal';

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

/** What the interpreter needs to know of a formula to calculate it outside of a cell. */
type Dependencies = Parameters<HyperFormula['evaluator']['runAndForget']>[2];

interface Parser {
  readonly formulaParser: FormulaGrammar;
  tokenizeFormula(formula: string): { readonly tokens: Token[]; readonly errors: readonly object[] };
  bindWhitespacesToTokens(tokens: Token[]): Token[];
  parse(formula: string, address: SimpleCellAddress): Parsed & { readonly dependencies: Dependencies };
  readonly cache: {
    readonly cache: Map<string, object>;
    readonly functionRegistry: object;
    readonly constructor: unknown;
  };
}

/** What reads the formulas of an interpreter. It is at hand before the first is read. */
export function parserOf(interpreter: Interpreter): Parser {
  const { dependencyGraph } = interpreter as unknown as {
    dependencyGraph: { lazilyTransformingAstService: { parser: Parser } };
  };
  return dependencyGraph.lazilyTransformingAstService.parser;
}

/** The words of a formula; undefined when there is something that is no word. */
export function wordsOf(interpreter: Interpreter, formula: string): Token[] | undefined {
  const parser = parserOf(interpreter);
  const { tokens, errors } = parser.tokenizeFormula(formula);
  return errors.length > 0 ? undefined : parser.bindWhitespacesToTokens(tokens);
}

/** The grammar that belongs to an interpreter. */
export function grammarOf(interpreter: Interpreter): FormulaGrammar {
  return parserOf(interpreter).formulaParser;
}

/** Forgets the formulas that an engine has read: the next time it comes upon one it reads it anew. */
export function forgetReadFormulas(formulas: HyperFormula): void {
  parserOf(interpreterOf(formulas)).cache.cache.clear();
}
