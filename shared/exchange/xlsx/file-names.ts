import { parseReference } from '../../workbook/address.ts';
import type { DefinedName } from '../../workbook/document.ts';
import { formulaTokens } from '../../workbook/formula-tokens.ts';
import { formulaTree } from '../../workbook/formula-tree.ts';
import { relocateFormula } from '../../workbook/relocate.ts';
import { definedNameFault } from '../../workbook/defined-name.ts';
import { fromFileFormula } from './formula-text.ts';
import { commentedName } from './name-comment.ts';
import { unescapedText } from './xlsx-text.ts';

/*
 * The defined names of a file. A name of ours is one range of cells and holds on every sheet; a name
 * of a file may hold on one sheet only and stand for a constant, a formula or cells that move along
 * with the cell that uses it. Formulas then have what it stands for in its place.
 */

/** A name as the file library gives it; `scope` is the one sheet on which it holds. */
export interface FileName {
  readonly name: string;
  readonly range: string;
  readonly scope?: string;
  readonly comment?: string;
}

interface Definition {
  readonly name: string;
  /** What it stands for, with an equals sign, as seen from cell A1. */
  readonly formula: string;
  /** The cells when it is one fixed range; also of a name that is not kept. */
  readonly cells: DefinedName | undefined;
  /** Why it is not kept, as the end of a sentence; null when it is. */
  readonly fault: string | null;
}

/** Names that programs keep for themselves: print areas, filters, and functions that an old version did not know. */
const reserved = /^_xl/i;
const firstCell = { row: 0, column: 0 };

/** The names of one file. */
export class FileNames {
  /** Global names in small letters; those of one sheet after the sheet and `!`. */
  readonly #definitions = new Map<string, Definition>();
  readonly #twice: string[] = [];
  readonly #replaced = new Set<Definition>();

  constructor(names: readonly FileName[], sheetNames: readonly string[]) {
    const sheets = new Map(sheetNames.map((name) => [name.toLowerCase(), name]));
    for (const name of names) {
      if (reserved.test(name.name)) continue;
      const key = keyOf(name.scope, name.name);
      if (this.#definitions.has(key)) this.#twice.push(name.name);
      else this.#definitions.set(key, definition(name, sheets));
    }
  }

  /** The names that the document has, in the order of the file. */
  kept(): DefinedName[] {
    return [...this.#definitions.values()].flatMap(({ cells, fault }) =>
      cells && fault === null ? cells : [],
    );
  }

  /** The cells for which a name, as a formula on the sheet writes it, stands; undefined when it stands for anything else. */
  cellsOf(text: string, sheet: string): DefinedName | undefined {
    return this.#find(text, sheet)?.cells;
  }

  /** The formula of a cell with what they stand for in place of the names that the document does not have. */
  inPlace(formula: string, sheet: string, at: { readonly row: number; readonly column: number }): string {
    return this.#inPlace(formula, sheet, at, []);
  }

  #inPlace(
    formula: string,
    sheet: string,
    at: { readonly row: number; readonly column: number },
    within: readonly Definition[],
  ): string {
    let result = formula;
    // From the end, so that the places before stay where they are.
    for (const { kind, text, start } of formulaTokens(formula).toReversed()) {
      const found = kind === 'name' ? this.#find(text, sheet) : undefined;
      if (!found || within.includes(found)) continue;
      let replacement = found.name;
      if (found.fault !== null) {
        this.#replaced.add(found);
        const moved = relocateFormula(found.formula, firstCell, at, { wrapEdges: true });
        replacement = asOperand(this.#inPlace(moved, sheet, at, [...within, found]).slice(1));
      }
      result = result.slice(0, start) + replacement + result.slice(start + text.length);
    }
    return result;
  }

  #find(text: string, sheet: string): Definition | undefined {
    const split = text.lastIndexOf('!');
    const name = text.slice(split + 1);
    const scope =
      split < 0
        ? sheet
        : text
            .slice(0, split)
            .replace(/^'(.*)'$/s, '$1')
            .replaceAll("''", "'");
    return this.#definitions.get(keyOf(scope, name)) ?? this.#definitions.get(keyOf(undefined, name));
  }

  /** What became of the names that were not kept, a sentence or two each, once all formulas have been read. */
  sentences(): string[] {
    return [
      ...[...this.#definitions.values()].flatMap((each) =>
        each.fault === null
          ? []
          : [
              `The name "${each.name}" was left out: it ${each.fault}.${this.#replaced.has(each) ? ' Formulas hold in its place what it stands for.' : ''}`,
            ],
      ),
      ...this.#twice.map((name) => `The name "${name}" was left out: it is defined twice.`),
    ];
  }
}

function keyOf(scope: string | undefined, name: string): string {
  return (scope === undefined ? name : `${scope}!${name}`).toLowerCase();
}

function definition(
  { name, range, scope, comment }: FileName,
  sheets: ReadonlyMap<string, string>,
): Definition {
  const reference = parseReference(range);
  const sheet = reference?.sheet === undefined ? undefined : sheets.get(reference.sheet.toLowerCase());
  const cells: DefinedName | undefined =
    reference && sheet !== undefined && isFixed(range)
      ? { name, sheet, range: reference.range, ...(comment && commentedName(unescapedText(comment))) }
      : undefined;
  return { name, formula: fromFileFormula(range), cells, fault: fault() };

  function fault(): string | null {
    if (scope !== undefined) return `holds only on the sheet "${scope}"`;
    const nameFault = definedNameFault(name);
    if (nameFault !== null) return nameFault;
    if (reference?.sheet === undefined) return `stands for ${range}, which is no range of cells`;
    if (sheet === undefined) return `stands for cells of "${reference.sheet}", which is no sheet of the file`;
    return cells ? null : `stands for ${range}, which moves along with the cell that uses it`;
  }
}

/** True when no row or column of the range moves along with the formula. */
function isFixed(range: string): boolean {
  return range
    .slice(range.lastIndexOf('!') + 1)
    .split(':')
    .every((corner) => /^\$[A-Za-z]+\$[0-9]+$/.test(corner));
}

/** The text of a formula, without its equals sign, in brackets where it could not stand beside other signs as it is. */
function asOperand(text: string): string {
  const type = formulaTree(`=${text}`)?.type;
  return type === undefined || type === 'operation' ? `(${text})` : text;
}
