import { formulaTokens, type FormulaToken } from './formula-tokens.ts';

/*
 * A formula as a tree, as far as it matters what a range is given to: arithmetic signs are not
 * ranked, since all of them ask for values.
 */

interface Part {
  /** Where it begins and ends in the formula. */
  readonly start: number;
  readonly end: number;
}

export interface Call extends Part {
  readonly type: 'call';
  readonly name: string;
  /** Null where an argument is left out. */
  readonly parts: readonly (FormulaTree | null)[];
}

export type FormulaTree =
  | (Part & { readonly type: 'cells' | 'name' | 'constant' | 'other'; readonly text: string })
  | (Part & { readonly type: 'number'; readonly value: number })
  /** `sign` is `:`, a space or a comma where references are joined, else `#`, `@` or any arithmetic sign. */
  | (Part & { readonly type: 'operation'; readonly sign: string; readonly parts: readonly FormulaTree[] })
  | Call;

class Unreadable extends Error {}

const arithmetic = new Set(['+', '-', '*', '/', '^', '&', '=', '<', '>', '<>', '<=', '>=']);

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

class Reader {
  readonly #tokens: readonly FormulaToken[];
  #at = 0;

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

  #skip(sign: string): boolean {
    const token = this.#next();
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    this.#at++;
    return true;
  }

  #expression(): FormulaTree {
    const parts = [this.#operand()];
    let sign = '';
    for (
      let token = this.#next();
      token?.kind === 'sign' && arithmetic.has(token.text);
      token = this.#next()
    ) {
      sign = token.text;
      this.#at++;
      parts.push(this.#operand());
    }
    return parts.length === 1 ? parts[0]! : operation(sign, parts);
  }

  #operand(): FormulaTree {
    const before: FormulaToken[] = [];
    for (
      let token = this.#next();
      token?.kind === 'sign' && /^[-+@]$/.test(token.text);
      token = this.#next()
    ) {
      before.push(token);
      this.#at++;
    }
    let tree = this.#reference();
    while (this.#skip('%')) tree = operation('%', [tree]);
    for (const { text, start } of before.toReversed()) tree = { ...operation(text, [tree]), start };
    return tree;
  }

  /** An operand with the references that are joined to it. */
  #reference(): FormulaTree {
    let tree = this.#primary();
    for (;;) {
      const afterSpace = this.#tokens[this.#at]?.kind === 'space';
      const token = this.#next();
      if (this.#skip('#')) tree = operation('#', [tree]);
      else if (tree.type === 'call' && !afterSpace && token?.text === '(') {
        // The function that a LAMBDA makes is called at once.
        const { parts, start, end } = this.#call('', tree.start);
        tree = { type: 'call', name: '', parts: [tree, ...parts], start, end };
      } else if (this.#skip(':')) tree = operation(':', [tree, this.#primary()]);
      else if (
        afterSpace &&
        token &&
        (['cells', 'name', 'function'].includes(token.kind) || token.text === '(')
      )
        tree = operation(' ', [tree, this.#primary()]);
      else return tree;
    }
  }

  #primary(): FormulaTree {
    const token = this.#next();
    if (!token) throw new Unreadable();
    const { kind, text, start } = token;
    const end = start + text.length;
    this.#at++;
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
    const parts = [this.#expression()];
    while (this.#skip(',')) parts.push(this.#expression());
    if (!this.#skip(')')) throw new Unreadable();
    return parts.length === 1 ? parts[0]! : operation(',', parts);
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

function operation(
  sign: string,
  parts: readonly FormulaTree[],
): FormulaTree & { readonly type: 'operation' } {
  return { type: 'operation', sign, parts, start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 };
}
