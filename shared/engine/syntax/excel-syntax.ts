import type { SimpleCellAddress } from 'hyperformula';
import { nestsTooDeeply, parsedInPieces, tooDeep } from './deep-formulas.ts';
import {
  childrenOf,
  grammarOf,
  type Ast,
  type Interpreter,
  type Parsed,
  type Token,
} from '../functions/hyperformula-internals.ts';
import { longChain, withFlatChains } from './operator-chains.ts';
import { namedReferencesOf, withReferences } from './defined-names.ts';
import { extendSumRange, hasSumRange } from './sum-ranges.ts';

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
  const references = namedReferencesOf(interpreter);
  const parse = grammar.parseFromTokens.bind(grammar);
  const read = (words: Token[], place: SimpleCellAddress): Parsed => {
    if (words.length < shortFormula) return parse(words, place);
    const parsed = parsedInPieces(grammar, words, (piece) => {
      const { ast, errors } = parse(piece, place);
      return { ast: errors.length > 0 ? ast : withFlatChains(ast), errors };
    });
    return parsed.errors.length === 0 && nestsTooDeeply(parsed.ast) ? tooDeep() : parsed;
  };
  grammar.parseFromTokens = (words, place) => {
    const parsed = read(words, place);
    if (parsed.errors.length > 0) return parsed;
    const hasNames = words.some(({ image }) => references.has(image.toLowerCase()));
    const ast = hasNames ? withReferences(parsed.ast, references) : parsed.ast;
    if (words.some(callsWithSumRange)) extendSumRanges(ast);
    return { ast, errors: [] };
  };
}
