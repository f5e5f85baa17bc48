import type { PartValue } from '../../engine/part-values.ts';
import {
  columnLetters,
  maximumColumns,
  maximumRows,
  parseReference,
  type Address,
  type Area,
} from '../address.ts';
import { formulaTree, type FormulaTree } from '../formula-tree.ts';
import type { ExplainedWorkbook } from './workbook-parts.ts';

/** Names that LET gives to parts of a formula, where a part of it stands. */
export interface Scope {
  /** What has to stand before a part so that its names are known: the beginning of a LET. */
  readonly before: string;
  readonly after: string;
  /** By name in small letters. */
  readonly parts: ReadonlyMap<string, { readonly node: FormulaTree; readonly scope: Scope }>;
}

export const noScope: Scope = { before: '', after: '', parts: new Map() };

/** The formula of a cell, whose parts can be looked at each by itself. */
export class FormulaParts {
  readonly place: Address;
  readonly #formula: string;
  readonly #workbook: ExplainedWorkbook;

  constructor(workbook: ExplainedWorkbook, formula: string, place: Address) {
    this.#workbook = workbook;
    this.#formula = formula;
    this.place = place;
  }

  /** Null when the formula does not read. */
  tree(): FormulaTree | null {
    return formulaTree(this.#formula);
  }

  /** The text of a part, up to `end` where only the beginning of it is meant. */
  text(node: FormulaTree, end = node.end): string {
    return this.#formula.slice(node.start, end);
  }

  /** What a part gives in the cell; undefined where it does not stand by itself. */
  value(node: FormulaTree, scope: Scope, end = node.end): PartValue | undefined {
    const text = this.text(node, end);
    // A reference needs no names, and only alone it tells an empty cell from 0.
    const { before, after } = node.type === 'cells' ? noScope : scope;
    return this.#workbook.engine.partValue(`=${before}${text}${after}`, this.place);
  }

  /** The scope that the name and the value at these places of a LET give to what comes after them. */
  within(name: FormulaTree, value: FormulaTree, scope: Scope): Scope {
    const text = this.text(name);
    return {
      before: `${scope.before}LET(${text},${this.text(value)},`,
      after: `)${scope.after}`,
      parts: new Map([...scope.parts, [text.toLowerCase(), { node: value, scope }]]),
    };
  }

  /** The cells that a reference or a defined name stands for; undefined for other parts and for unknown sheets. */
  cells(node: FormulaTree): Area | undefined {
    if (node.type === 'name') {
      const name = this.#workbook.nameOf(node.text.slice(node.text.lastIndexOf('!') + 1));
      return name && { sheet: name.sheet, range: name.range };
    }
    if (node.type !== 'cells') return undefined;
    const reference = parseReference(withBothEnds(node.text));
    if (!reference) return undefined;
    const wanted = reference.sheet ?? this.place.sheet;
    const sheet = this.#workbook.sheets.find((each) => each.toLowerCase() === wanted.toLowerCase());
    return sheet === undefined ? undefined : { sheet, range: reference.range };
  }
}

/** Whole columns and rows, such as `A:B`, with the first and the last cell; other references as they are. */
function withBothEnds(reference: string): string {
  const split = reference.lastIndexOf('!') + 1;
  const [sheet, cells] = [reference.slice(0, split), reference.slice(split)];
  const [first, last] = cells.split(':');
  if (/^\$?[A-Za-z]+:\$?[A-Za-z]+$/.test(cells)) return `${sheet}${first}1:${last}${maximumRows}`;
  if (/^\$?[0-9]+:\$?[0-9]+$/.test(cells))
    return `${sheet}A${first}:${columnLetters(maximumColumns - 1)}${last}`;
  return reference;
}
