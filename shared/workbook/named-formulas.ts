import { parseReference, parseWholeLines, quoteSheet, type Address, type Area } from './address.ts';
import type { NamedFormula } from './document.ts';
import { formulaTokens, isLocalName } from './formula-tokens.ts';
import { formulaTree } from './formula-tree.ts';
import { relocateFormula } from './relocate.ts';

/** A formula in which names are spelled out is given up when it grows longer than this: names of names may double it each time. */
const longestSpelledOut = 100_000;

const firstCell = { row: 0, column: 0 };

/** Words of a formula that may be names, sheets and functions among them. */
const word = /[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*/gu;

/** Where the name of a sheet stands before a word that is no cell. */
const nameAfterSheet = /!(?!\$?[A-Z]{1,3}(?::|\$?[0-9]+(?![\p{L}\p{N}_.])))[\p{L}_\\]/iu;

/** The words of a formula that may be names, in small letters. */
export function wordsIn(formula: string): readonly string[] {
  return formula.toLowerCase().match(word) ?? [];
}

/** A text that two names share exactly when they are the same one: names of a sheet stand beside those of the workbook. */
export function nameKey(scope: string | undefined, name: string): string {
  return (scope === undefined ? name : `${quoteSheet(scope)}!${name}`).toLowerCase();
}

/** The sheet that the beginning of a name in a formula names, and the name itself. */
export function splitName(text: string): { readonly sheet: string | undefined; readonly name: string } {
  const split = text.lastIndexOf('!');
  if (split < 0) return { sheet: undefined, name: text };
  const sheet = text.slice(0, split);
  return {
    sheet: sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet,
    name: text.slice(split + 1),
  };
}

interface Definition {
  readonly name: NamedFormula;
  /** Whether what it stands for moves along with the cell that uses it. */
  readonly moves: boolean;
}

/** The named formulas of a workbook, and formulas with what they stand for in their place. */
export class NamedFormulas {
  readonly #definitions = new Map<string, Definition>();
  readonly #words = new Set<string>();
  readonly #plain: (name: string) => boolean;

  /** `plain` knows the other names of the workbook, which stay as they are, but without the sheet before them. */
  constructor(names: readonly NamedFormula[], plain: (name: string) => boolean = () => false) {
    this.#plain = plain;
    for (const name of names) {
      const moves = formulaTokens(name.formula).some(
        ({ kind, text }) => kind === 'cells' && movesAlong(text),
      );
      this.#definitions.set(nameKey(name.scope, name.name), { name, moves });
      this.#words.add(name.name.toLowerCase());
    }
  }

  /** What a name stands for as a formula on a sheet writes it: that of the sheet before that of the workbook. */
  find(text: string, on: string): NamedFormula | undefined {
    return this.#find(text, on)?.name;
  }

  /** The cells that a name stands for on a sheet; undefined where it stands for anything but one range that stays. */
  areaOf(text: string, on: string): Area | undefined {
    const found = this.#find(text, on);
    return found && !found.moves ? fixedArea(found.name.formula) : undefined;
  }

  /** The cells that a name stands for in a cell, rectangle by rectangle; undefined where it stands for anything else. */
  areasOf(text: string, at: Address): readonly Area[] | undefined {
    if (!this.#find(text, at.sheet)) return undefined;
    const meant = formulaTokens(this.spelledOut(`=${text}`, at)).filter(
      (token) => token.kind !== 'space' && !/^[(),]$/.test(token.text),
    );
    const areas = meant.flatMap((token): Area[] => {
      const reference =
        token.kind === 'cells' ? (parseReference(token.text) ?? parseWholeLines(token.text)) : undefined;
      return reference ? [{ sheet: reference.sheet ?? at.sheet, range: reference.range }] : [];
    });
    return areas.length > 0 && areas.length === meant.length ? areas : undefined;
  }

  /**
   * The formula of a cell with what they stand for in place of its names. A name that comes to stand for itself
   * stays, and so do all where the formula would grow without end.
   */
  spelledOut(formula: string, at: Address): string {
    if (!nameAfterSheet.test(formula) && !this.#mentions(formula)) return formula;
    const text = this.#spelledOut(formula, at, []);
    return text === null ? formula : text;
  }

  #find(text: string, on: string): Definition | undefined {
    const { sheet, name } = splitName(text);
    return (
      this.#definitions.get(nameKey(sheet ?? on, name)) ?? this.#definitions.get(nameKey(undefined, name))
    );
  }

  #mentions(formula: string): boolean {
    return this.#words.size > 0 && wordsIn(formula).some((one) => this.#words.has(one));
  }

  #spelledOut(formula: string, at: Address, within: readonly Definition[]): string | null {
    const tokens = formulaTokens(formula);
    let text = '=';
    for (const token of tokens) {
      const found =
        token.kind === 'name' && !isLocalName(tokens, token.text)
          ? this.#find(token.text, at.sheet)
          : undefined;
      let part: string | null = token.text;
      if (found && !within.includes(found)) {
        const { formula: meant } = found.name;
        const moved = found.moves ? relocateFormula(meant, firstCell, at, { wrapEdges: true }) : meant;
        part = this.#spelledOut(moved, at, [...within, found]);
        if (part !== null) part = asOperand(part.slice(1));
      }
      const { sheet, name } = splitName(token.text);
      if (!found && sheet !== undefined && token.kind === 'name' && this.#plain(name)) part = name;
      if (part === null || text.length + part.length > longestSpelledOut) return null;
      text += part;
    }
    return text;
  }
}

/** Whether a named formula would come to stand for itself, by way of others or at once. */
export function standsForItself(name: NamedFormula, all: readonly NamedFormula[]): boolean {
  const named = new NamedFormulas(all);
  const seen = new Set<NamedFormula>();
  const waiting = [name];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const { kind, text } of formulaTokens(next.formula)) {
      const found = kind === 'name' ? named.find(text, name.scope ?? '') : undefined;
      if (found === name) return true;
      if (!found || seen.has(found)) continue;
      seen.add(found);
      waiting.push(found);
    }
  }
  return false;
}

/** The cells of a formula that is one range on a named sheet; undefined for any other. */
export function fixedArea(formula: string): Area | undefined {
  const reference = formula.startsWith('=') ? parseReference(formula.slice(1)) : undefined;
  return reference?.sheet === undefined ? undefined : { sheet: reference.sheet, range: reference.range };
}

/** Whether a row or column of a reference moves along with the formula that holds it. */
export function movesAlong(reference: string): boolean {
  return splitName(reference)
    .name.split(':')
    .some((end) => !/^(?:\$[A-Za-z]+)?(?:\$[0-9]+)?$/.test(end));
}

/** The text of a formula, without its equals sign, in brackets where it could not stand beside other signs as it is. */
export function asOperand(text: string): string {
  const type = formulaTree(`=${text}`)?.type;
  return type === undefined || type === 'operation' ? `(${text})` : text;
}
