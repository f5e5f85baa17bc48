import { CellError, ErrorType } from 'hyperformula';
import type { Ast } from '../internals/interpreter.ts';
import { refusal, type FormulaGrammar, type Parsed, type Token } from '../internals/parser.ts';
import { childrenOf, errorNode, replaceChildren } from '../internals/syntax-tree.ts';

/** Levels of brackets that are read at once: the parser needs much stack for each of them. */
const levelsAtOnce = 12;

/**
 * How deep a formula may be for calculation, and how many signs may stand in a row. Excel allows 64
 * levels of functions, with brackets and operators between them; a function takes about as much
 * stack as two of those. All of this fits in half a megabyte of stack, which is what the worker of
 * a browser has: the tests of deep formulas run in no more.
 */
const deepest = 250;
const functionDepth = 2;
const mostSigns = 12;

/** Marks the word that stands for a part of the formula read already; no formula contains it. */
const standsFor = '\u0000';

interface OpenBracket {
  readonly words: Token[];
  /** Levels of brackets inside that are not read yet. */
  levels: number;
}

/**
 * What is given for a formula that is refused; it counts as one that cannot be read. The message is
 * the end of a sentence.
 */
export function refused(message: string): Parsed {
  return {
    ast: errorNode(new CellError(ErrorType.ERROR, message)),
    errors: [{ type: refusal, message }],
  };
}

export function tooDeep(): Parsed {
  return refused('it has too many levels of brackets and functions');
}

function hasManySigns(words: readonly Token[]): boolean {
  let signs = 0;
  for (const { image } of words) {
    signs = image === '-' || image === '+' ? signs + 1 : 0;
    if (signs > mostSigns) return true;
  }
  return false;
}

/** Puts the parts read before in their places. */
function withParts(node: Ast, parts: readonly Ast[]): Ast {
  if ('value' in node && typeof node.value === 'number' && node.leadingWhitespace === standsFor)
    return parts[node.value] ?? node;
  replaceChildren(node, (child) => withParts(child, parts));
  return node;
}

/**
 * Reads a formula from the inside out, a few levels of brackets at a time, so that the stack the
 * parser needs does not grow with their number.
 */
export function parsedInPieces(
  grammar: FormulaGrammar,
  words: readonly Token[],
  parse: (piece: Token[]) => Parsed,
): Parsed {
  const [equals] = words;
  if (equals === undefined || hasManySigns(words)) return tooDeep();
  const { NumberLiteral: numberWord } = grammar.lexerConfig;
  const parts: Ast[] = [];
  const parsePiece = (piece: Token[]): Parsed => {
    const { ast, errors } = parse(piece);
    return { ast: errors.length > 0 ? ast : withParts(ast, parts), errors };
  };

  let open: OpenBracket = { words: [], levels: 0 };
  const outer: OpenBracket[] = [];
  for (const word of words) {
    if (/[({]$/.test(word.image)) {
      outer.push(open);
      open = { words: [word], levels: 0 };
      continue;
    }
    open.words.push(word);
    const around = /^[)}]$/.test(word.image) ? outer.pop() : undefined;
    if (around === undefined) continue;
    // The braces of an array hold nothing deep.
    if (word.image === ')' && open.levels + 1 >= levelsAtOnce) {
      const part = parsePiece([equals, ...open.words]);
      if (part.errors.length > 0) return part;
      around.words.push({
        image: String(parts.push(part.ast) - 1),
        tokenType: numberWord,
        tokenTypeIdx: numberWord.tokenTypeIdx,
        leadingWhitespace: { image: standsFor },
      });
    } else {
      around.words.push(...open.words);
      around.levels = Math.max(around.levels, open.levels + 1);
    }
    open = around;
  }
  // A bracket that is never closed is for the parser to report, unless there are too many to read.
  if (outer.length > levelsAtOnce) return tooDeep();
  return parsePiece([...outer.flatMap((bracket) => bracket.words), ...open.words]);
}

/** Whether a formula is deeper than can be calculated. */
export function nestsTooDeeply(root: Ast): boolean {
  const waiting: [node: Ast, depth: number][] = [[root, 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, above] = next;
    const depth = above + ('procedureName' in node ? functionDepth : 1);
    if (depth > deepest) return true;
    for (const child of childrenOf(node)) waiting.push([child, depth]);
  }
  return false;
}
