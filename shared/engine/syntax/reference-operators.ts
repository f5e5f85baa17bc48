import { formulaTokens, type FormulaToken } from '../../workbook/formula-tokens.ts';
import { engineName, internal, internalName } from './internal-names.ts';

/*
 * Excel's signs between references, which HyperFormula does not read, as calls of functions of our
 * own: `A1:INDEX(B:B,3)`, `(A1,C1)`, `A1:B9 B2:C3`, `@A1:A9`, `A1#`. The names that LET gives are
 * made plain here too, because a name of Excel may look like a cell to HyperFormula.
 */

/**
 * What HyperFormula would read otherwise than Excel, or could not divide into words: signs it does not
 * know, names from which and to which it would take columns, and what its own OFFSET begins with.
 */
const mayDiffer = /[@#]|OFFSET|LET\s*\(|:[A-Z]{4}|(?<=[A-Z]{4}):[A-Z]/i;

class Unreadable extends Error {}

/** The formula with its signs between references as calls; itself where it has none or does not read. */
export function withReferenceCalls(formula: string): string {
  try {
    return `=${new Reader(formulaTokens(formula)).whole()}`;
  } catch (error) {
    // Brackets that go too deep for the program's own calls are refused by the parser.
    if (error instanceof Unreadable || error instanceof RangeError) return formula;
    throw error;
  }
}

/** Whether a formula has to be read for its references before HyperFormula reads it. */
export function mayHoldReferenceSigns(formula: string): boolean {
  return mayDiffer.test(formula);
}

/** The names of LET that hold in a part of a formula, in small letters, by what they are called for the engine. */
type LocalNames = ReadonlyMap<string, string>;

const between = new Set(['+', '-', '*', '/', '^', '&', '=', '<', '>', '<>', '<=', '>=']);
const singleCell = /^(?:(.*)!)?\$?[A-Z]{1,3}\$?[0-9]{1,7}$/is;

interface Operand {
  readonly text: string;
  /** A cell as it is written, of which HyperFormula reads ranges itself: its sheet. */
  readonly cellSheet?: string | undefined;
}

function joined(start: Operand, end: Operand): Operand {
  const plain =
    start.cellSheet !== undefined &&
    end.cellSheet !== undefined &&
    (end.cellSheet === '' || end.cellSheet.toLowerCase() === start.cellSheet.toLowerCase());
  return { text: plain ? `${start.text}:${end.text}` : `${internal.range}(${start.text},${end.text})` };
}

/** A name that LET may give: none that could be a cell, in either style of references. */
function isLocalName({ kind, text }: FormulaToken): boolean {
  return (
    kind === 'name' &&
    /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(text) &&
    !/^(?:R[0-9]*)?(?:C[0-9]*)?$/i.test(text)
  );
}

class Reader {
  readonly #tokens: readonly FormulaToken[];
  #at = 0;
  #locals = 0;
  #names: LocalNames = new Map();

  constructor(tokens: readonly FormulaToken[]) {
    this.#tokens = tokens;
  }

  whole(): string {
    const text = this.#expression();
    if (this.#next()) throw new Unreadable();
    return text;
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

  #expression(): string {
    let text = this.#signed();
    for (let token = this.#next(); token?.kind === 'sign' && between.has(token.text); token = this.#next()) {
      this.#at++;
      text += token.text + this.#signed();
    }
    return text;
  }

  #signed(): string {
    const token = this.#next();
    const sign = token?.kind === 'sign' && /^[-+@]$/.test(token.text) ? token.text : '';
    if (sign === '@') {
      this.#at++;
      return this.#percents(`${internal.single}(${this.#single()})`);
    }
    if (sign === '') return this.#percents(this.#intersection());
    this.#at++;
    return sign + this.#signed();
  }

  /** What `@` takes a single cell of. */
  #single(): string {
    const token = this.#next();
    return token?.kind === 'sign' && /^[-+@]$/.test(token.text) ? this.#signed() : this.#intersection();
  }

  #percents(text: string): string {
    if (!this.#skip('%')) return text;
    let result = `${text}%`;
    // HyperFormula reads one percent sign only.
    while (this.#skip('%')) result = `(${result})%`;
    return result;
  }

  #intersection(): string {
    let { text } = this.#range();
    for (;;) {
      const token = this.#next();
      const afterSpace = this.#tokens[this.#at - 1]?.kind === 'space';
      if (
        !afterSpace ||
        !token ||
        !(['cells', 'name', 'function'].includes(token.kind) || token.text === '(')
      )
        return text;
      text = `${internal.intersection}(${text},${this.#range().text})`;
    }
  }

  #range(): Operand {
    let operand = this.#spilled();
    while (this.#skip(':')) operand = joined(operand, this.#spilled());
    return operand;
  }

  #spilled(): Operand {
    let operand = this.#primary();
    while (this.#skip('#')) operand = { text: `${internal.spill}(${operand.text})` };
    return operand;
  }

  #primary(): Operand {
    const token = this.#next();
    if (!token) throw new Unreadable();
    this.#at++;
    const { kind, text } = token;
    switch (kind) {
      case 'cells': {
        const cell = singleCell.exec(text);
        // HyperFormula would take a sheet of this name for its function.
        const quoted = text.replace(/^(offset[^'!]*)!/i, "'$1'!");
        return { text: quoted, cellSheet: cell ? (cell[1] ?? '') : undefined };
      }
      case 'name':
        return { text: this.#names.get(text.toLowerCase()) ?? engineName(text) };
      case 'error':
      case 'constant':
      case 'number':
      case 'text':
        return { text };
      case 'function':
        return { text: this.#call(text) };
      default:
        if (text !== '(') throw new Unreadable();
        return { text: this.#group() };
    }
  }

  #group(): string {
    const parts = [this.#expression()];
    while (this.#skip(',')) parts.push(this.#expression());
    if (!this.#skip(')')) throw new Unreadable();
    return parts.length === 1 ? `(${parts[0]})` : `(${internal.union}(${parts.join()}))`;
  }

  #call(name: string): string {
    this.#skip('(');
    if (/^LET$/i.test(name)) return this.#let(name);
    const called = /^OFFSET$/i.test(name) ? internal.offset : name;
    const parts: string[] = [];
    do parts.push(this.#argument());
    while (this.#skip(','));
    if (!this.#skip(')')) throw new Unreadable();
    return `${called}(${parts.join()})`;
  }

  /** Empty where it is left out. */
  #argument(): string {
    const token = this.#next();
    const isLeftOut = token?.kind === 'sign' && (token.text === ',' || token.text === ')');
    return isLeftOut ? '' : this.#expression();
  }

  /** A name holds in what comes after its own value. */
  #let(name: string): string {
    const outer = this.#names;
    const own = new Set<string>();
    const parts: string[] = [];
    for (;;) {
      const token = this.#next();
      const declared = token && isLocalName(token) ? token : null;
      const key = declared?.text.toLowerCase() ?? '';
      const before = this.#at;
      if (declared) this.#at++;
      if (!declared || own.has(key) || !this.#skip(',')) {
        this.#at = before;
        parts.push(this.#argument());
        break;
      }
      own.add(key);
      const called = internalName(`LOCAL${++this.#locals}`);
      parts.push(called, this.#argument());
      this.#names = new Map([...this.#names, [key, called]]);
      if (!this.#skip(',')) break;
    }
    this.#names = outer;
    while (this.#skip(',')) parts.push(this.#argument());
    if (!this.#skip(')')) throw new Unreadable();
    return `${name}(${parts.join()})`;
  }
}
