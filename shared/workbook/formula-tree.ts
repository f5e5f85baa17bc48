import { formulaTokens, type FormulaToken } from './formula-tokens.ts';

/*
 * A formula as a tree of calls, operations and operands, each with its place in the text.
 */

interface Part {
  /** Where it begins and ends in the formula, without the brackets around it. */
  readonly start: number;
  readonly end: number;
}

export interface Call extends Part {
  readonly type: 'call';
  readonly name: string;
  /** Null where an argument is left out. */
  readonly parts: readonly (FormulaTree | null)[];
}

/**
 * One operation after the other, from left to right, on two or more parts: `2*A1/3` is one of three.
 * On one part it is the sign before it, or `#` or `%` after it.
 */
export interface Operation extends Part {
  readonly type: 'operation';
  /** The first sign: `:`, a space or a comma where references are joined, else `#`, `%`, `@` or an arithmetic sign. */
  readonly sign: string;
  /** The signs between the parts, all of the same rank; for one part its own sign. */
  readonly signs: readonly string[];
  readonly parts: readonly FormulaTree[];
  /** Where each part ends, with the brackets around it. */
  readonly partEnds: readonly number[];
}

export type FormulaTree =
  | (Part & { readonly type: 'cells' | 'name' | 'constant' | 'other'; readonly text: string })
  | (Part & { readonly type: 'number'; readonly value: number })
  | Operation
  | Call;

class Unreadable extends Error {}

/** Signs between two values, by rank: those further on bind closer. */
const ranks: readonly (readonly string[])[] = [
  ['=', '<', '>', '<>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];
const arithmetic = new Set(ranks.flat());

/** The formula, with its equals sign, as a tree; null when it does not read. */
export function formulaTree(formula: string): FormulaTree | null {
  try {
    return new Reader(formulaTokens(formula)).whole();
  } catch (error) {
    // Brackets that go too deep for the program's own calls are no formula that a person wrote.
    if (error instanceof Unreadable || error instanceof RangeError) return null;
    throw error;
  }
}

/** The name of the function that is called, in capitals and without the prefixes that files give to newer ones. */
export function calledFunction({ name }: Call): string {
  return name.toUpperCase().replace(/^(?:_XLFN\.|_XLWS\.|_XLUDF\.)+/, '');
}

/** A part with the brackets around it. */
interface Operand extends Part {
  readonly tree: FormulaTree;
}

class Reader {
  readonly #tokens: readonly FormulaToken[];
  #at = 0;
  /** Where the last token taken ends. */
  #end = 0;

  constructor(tokens: readonly FormulaToken[]) {
    this.#tokens = tokens;
  }

  whole(): FormulaTree {
    const tree = this.#expression();
    if (this.#next()) throw new Unreadable();
    return tree;
  }

  /** The next token but for spaces. */
  #next(): FormulaToken | undefined {
    while (this.#tokens[this.#at]?.kind === 'space') this.#at++;
    return this.#tokens[this.#at];
  }

  #take({ start, text }: FormulaToken): void {
    this.#at++;
    this.#end = start + text.length;
  }

  #skip(sign: string): boolean {
    const token = this.#next();
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    this.#take(token);
    return true;
  }

  #expression(): FormulaTree {
    const operands = [this.#operand()];
    const signs: string[] = [];
    for (
      let token = this.#next();
      token?.kind === 'sign' && arithmetic.has(token.text);
      token = this.#next()
    ) {
      signs.push(token.text);
      this.#take(token);
      operands.push(this.#operand());
    }
    return ranked(operands, signs).tree;
  }

  #operand(): Operand {
    const before: FormulaToken[] = [];
    const outerStart = this.#next()?.start ?? 0;
    for (
      let token = this.#next();
      token?.kind === 'sign' && /^[-+@]$/.test(token.text);
      token = this.#next()
    ) {
      before.push(token);
      this.#take(token);
    }
    const start = this.#next()?.start ?? 0;
    let tree = this.#reference();
    while (this.#skip('%')) tree = this.#operation('%', [tree], start);
    for (const { text, start: signStart } of before.toReversed())
      tree = this.#operation(text, [tree], signStart);
    return { tree, start: outerStart, end: this.#end };
  }

  /** An operation that ends with the token taken last. */
  #operation(sign: string, parts: readonly FormulaTree[], start: number): Operation {
    const partEnds = parts.map(({ end }) => end);
    return { type: 'operation', sign, signs: [sign], parts, partEnds, start, end: this.#end };
  }

  /** An operand with the references that are joined to it. */
  #reference(): FormulaTree {
    const start = this.#next()?.start ?? 0;
    let tree = this.#primary();
    for (;;) {
      const afterSpace = this.#tokens[this.#at]?.kind === 'space';
      const token = this.#next();
      if (this.#skip('#')) tree = this.#operation('#', [tree], start);
      else if (tree.type === 'call' && !afterSpace && token?.text === '(') {
        // The function that a LAMBDA makes is called at once.
        const { parts, end } = this.#call('', tree.start);
        tree = { type: 'call', name: '', parts: [tree, ...parts], start: tree.start, end };
      } else if (this.#skip(':')) tree = this.#operation(':', [tree, this.#primary()], start);
      else if (
        afterSpace &&
        token &&
        (['cells', 'name', 'function'].includes(token.kind) || token.text === '(')
      )
        tree = this.#operation(' ', [tree, this.#primary()], start);
      else return tree;
    }
  }

  #primary(): FormulaTree {
    const token = this.#next();
    if (!token) throw new Unreadable();
    const { kind, text, start } = token;
    const end = start + text.length;
    this.#take(token);
    switch (kind) {
      case 'cells':
      case 'name':
      case 'constant':
        return { type: kind, text, start, end };
      case 'number':
        return { type: 'number', value: Number(text), start, end };
      case 'text':
      case 'error':
      case 'table':
        return { type: 'other', text, start, end };
      case 'function':
        return this.#call(text, start);
      default:
        if (text !== '(') throw new Unreadable();
        return this.#group();
    }
  }

  #group(): FormulaTree {
    const start = this.#next()?.start ?? 0;
    const parts = [this.#expression()];
    while (this.#skip(',')) parts.push(this.#expression());
    const joined = parts.length === 1 ? parts[0]! : this.#operation(',', parts, start);
    if (!this.#skip(')')) throw new Unreadable();
    return joined;
  }

  #call(name: string, start: number): Call {
    this.#skip('(');
    const parts: (FormulaTree | null)[] = [];
    for (;;) {
      const token = this.#next();
      const isLeftOut = token?.kind === 'sign' && (token.text === ',' || token.text === ')');
      // `PI()` has no argument, `IF(A1,)` has two.
      if (!isLeftOut) parts.push(this.#expression());
      else if (token.text === ',' || parts.length > 0) parts.push(null);
      if (this.#skip(',')) continue;
      const end = this.#next();
      if (!end || !this.#skip(')')) throw new Unreadable();
      return { type: 'call', name, parts, start, end: end.start + 1 };
    }
  }
}

/** The operands joined by their signs, those of the highest rank first and from left to right. */
function ranked(operands: readonly Operand[], signs: readonly string[], rank = 0): Operand {
  const level = ranks[rank];
  const [only] = operands;
  if (!level || (only && signs.length === 0)) return only!;
  const runs: Operand[] = [];
  const between: string[] = [];
  let from = 0;
  for (const [index, sign] of [...signs.entries(), [signs.length, undefined] as const]) {
    if (sign !== undefined && !level.includes(sign)) continue;
    runs.push(ranked(operands.slice(from, index + 1), signs.slice(from, index), rank + 1));
    if (sign !== undefined) between.push(sign);
    from = index + 1;
  }
  const [first] = runs;
  if (between.length === 0) return first!;
  const [start, end] = [first!.start, runs.at(-1)!.end];
  const tree: Operation = {
    type: 'operation',
    sign: between[0]!,
    signs: between,
    parts: runs.map((run) => run.tree),
    partEnds: runs.map((run) => run.end),
    start,
    end,
  };
  return { tree, start, end };
}
