import type { SimpleCellAddress } from 'hyperformula';
import { nestsTooDeeply, parsedInPieces, refused, tooDeep } from './deep-formulas.ts';
import { mendCellChanges } from '../internals/cell-changes.ts';
import {
  mendArrayDependencies,
  mendRangeLinks,
  mendRemoval,
  mendUnknownSheets,
} from '../internals/dependency-graph.ts';
import { mendEdges } from '../internals/edges.ts';
import { mendVastRanges } from '../internals/vast-ranges.ts';
import type { Ast, Interpreter } from '../internals/interpreter.ts';
import { grammarOf, wordsOf, type Parsed, type Token } from '../internals/parser.ts';
import { childrenOf } from '../internals/syntax-tree.ts';
import { longChain, withFlatChains } from './operator-chains.ts';
import { withComputedReferences } from './computed-references.ts';
import { namedReferencesOf, withReferences } from './defined-names.ts';
import { isInternal } from './internal-names.ts';
import { withLocalValues, WrongLet } from './local-values.ts';
import { NoReference } from './reference-expressions.ts';
import { withReferenceCalls } from './reference-operators.ts';
import { extendSumRange, hasSumRange } from './sum-ranges.ts';
import { withUnions } from './unions.ts';

/** Formulas with fewer words than this neither nest deeply nor have long chains of operators. */
const shortFormula = 2 * longChain;

function callsWithSumRange({ image }: Token): boolean {
  return image.endsWith('(') && hasSumRange(image.slice(0, -1));
}

function extendSumRanges(root: Ast): void {
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('procedureName' in node && hasSumRange(node.procedureName)) extendSumRange(node);
    waiting.push(...childrenOf(node));
  }
}

/** The formula that words are of, but for how much space stands between them: the engine drops it between cells. */
function textOf(words: readonly Token[]): string {
  let end = 0;
  return words
    .map(({ image, startOffset = 0 }) => {
      const text = startOffset > end ? ` ${image}` : image;
      end = startOffset + image.length;
      return text;
    })
    .join('');
}

function worksReferencesOut({ image }: Token): boolean {
  return image.endsWith('(') && (isInternal(image.slice(0, -1)) || /^(?:INDIRECT|ISREF|LET)\($/i.test(image));
}

function withWorkedOutReferences(ast: Ast): Parsed {
  try {
    return { ast: withComputedReferences(withUnions(withLocalValues(ast))), errors: [] };
  } catch (error) {
    if (!(error instanceof NoReference) && !(error instanceof WrongLet)) throw error;
    return refused(error.message);
  }
}

const adjusted = new WeakSet<object>();

/**
 * Gives an interpreter's parser Excel's ways where the engine's differ: long formulas of many levels
 * are read without running out of stack, those with still more are refused, a name is the reference
 * for which it stands, and the sum range of SUMIF is as large as the tested one. The dependency graph
 * is built from what comes out here.
 */
export function useExcelSyntax(interpreter: Interpreter): void {
  const grammar = grammarOf(interpreter);
  if (adjusted.has(grammar)) return;
  adjusted.add(grammar);
  mendArrayDependencies(interpreter);
  mendCellChanges(interpreter);
  mendUnknownSheets(interpreter);
  mendEdges(interpreter);
  mendRangeLinks(interpreter);
  mendRemoval(interpreter);
  mendVastRanges(interpreter);
  const referencesNow = namedReferencesOf(interpreter);
  const parse = grammar.parseFromTokens.bind(grammar);
  const read = (words: Token[], place: SimpleCellAddress): Parsed => {
    if (words.length < shortFormula) return parse(words, place);
    const parsed = parsedInPieces(grammar, words, (piece) => {
      const { ast, errors } = parse(piece, place);
      return { ast: errors.length > 0 ? ast : withFlatChains(ast), errors };
    });
    return parsed.errors.length === 0 && nestsTooDeeply(parsed.ast) ? tooDeep() : parsed;
  };
  /** What the engine's grammar does not read may hold references that it does not know. */
  const readAnyhow = (given: Token[], place: SimpleCellAddress): [words: Token[], parsed: Parsed] => {
    const parsed = read(given, place);
    if (parsed.errors.length === 0) return [given, parsed];
    const formula = textOf(given);
    const inCalls = withReferenceCalls(formula);
    const words = inCalls === formula ? undefined : wordsOf(interpreter, inCalls);
    return words === undefined ? [given, parsed] : [words, read(words, place)];
  };
  grammar.parseFromTokens = (given, place) => {
    const [words, parsed] = readAnyhow(given, place);
    if (parsed.errors.length > 0) return parsed;
    const references = referencesNow();
    const hasNames = words.some(({ image }) => references.has(image.toLowerCase()));
    const ast = hasNames ? withReferences(parsed.ast, references) : parsed.ast;
    if (words.some(callsWithSumRange)) extendSumRanges(ast);
    return words.some(worksReferencesOut) ? withWorkedOutReferences(ast) : { ast, errors: [] };
  };
}
