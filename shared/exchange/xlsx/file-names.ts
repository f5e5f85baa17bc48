import { parseReference } from '../../workbook/address.ts';
import type { DefinedName, NamedFormula } from '../../workbook/document.ts';
import { maximumFormulaLength } from '../../workbook/formula-limits.ts';
import { formulaTokens } from '../../workbook/formula-tokens.ts';
import { asOperand } from '../../workbook/named-formulas.ts';
import { relocateFormula } from '../../workbook/relocate.ts';
import { definedNameFault } from '../../workbook/defined-name.ts';
import { fromFileFormula, withPlainLocalNames } from './formula-text.ts';
import { commentedName } from './name-comment.ts';
import { isReadable } from './readable-formula.ts';
import { withSigns } from './reference-signs.ts';
import { unescapedText } from './xlsx-text.ts';

/*
 * The defined names of a file: one range of cells for every sheet, or a named formula. Where the document cannot
 * have a name, formulas have what it stands for in its place.
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
  /** The one sheet on which it holds; undefined for all. */
  readonly scope: string | undefined;
  /** The cells when it is one fixed range; also of a name that is not kept, or holds on one sheet only. */
  readonly cells: DefinedName | undefined;
  readonly label: string | undefined;
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

  /** The names for cells that the document has, in the order of the file. */
  kept(): DefinedName[] {
    return [...this.#definitions.values()].flatMap((each) =>
      each.cells && isForAll(each) ? each.cells : [],
    );
  }

  /** The other names that the document has, in the order of the file. */
  keptFormulas(): NamedFormula[] {
    return [...this.#definitions.values()].flatMap((each) =>
      each.fault === null && !(each.cells && isForAll(each)) ? namedFormula(each) : [],
    );
  }

  /** Whether a text, as a formula on the sheet writes it, is a name that the document has. */
  isKept(text: string, sheet: string): boolean {
    return this.#find(text, sheet)?.fault === null;
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
      let replacement = found.scope === undefined ? found.name : text;
      // A name of LET is marked in a file, and its defined namesake beside it is not.
      const isHidden = formula.toLowerCase().includes(`_xlpm.${found.name.toLowerCase()}`);
      if (found.fault !== null || isHidden) {
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

function isForAll({ scope, fault }: Definition): boolean {
  return scope === undefined && fault === null;
}

function namedFormula({ name, scope, formula, label }: Definition): NamedFormula {
  return { name, ...(scope !== undefined && { scope }), formula, ...(label !== undefined && { label }) };
}

function definition(
  { name, range, scope, comment }: FileName,
  sheets: ReadonlyMap<string, string>,
): Definition {
  const reference = parseReference(range);
  const sheet = reference?.sheet === undefined ? undefined : sheets.get(reference.sheet.toLowerCase());
  const words = comment ? commentedName(unescapedText(comment)) : {};
  const cells: DefinedName | undefined =
    reference && sheet !== undefined && isFixed(range)
      ? { name, sheet, range: reference.range, ...words }
      : undefined;
  const formula = withSigns(withPlainLocalNames(fromFileFormula(unescapedText(range))));
  return { name, scope, formula, cells, label: words.label, fault: fault() };

  function fault(): string | null {
    const nameFault = definedNameFault(name);
    if (nameFault !== null) return nameFault;
    if (reference?.sheet !== undefined && sheet === undefined)
      return `stands for cells of "${reference.sheet}", which is no sheet of the file`;
    // Several ranges stand in brackets where the name is used.
    const reads = isReadable(`=(${formula.slice(1)})`) && formula.length <= maximumFormulaLength;
    return reads ? null : `stands for ${range}, which does not read`;
  }
}

/** True when no row or column of the range moves along with the formula. */
function isFixed(range: string): boolean {
  return range
    .slice(range.lastIndexOf('!') + 1)
    .split(':')
    .every((corner) => /^\$[A-Za-z]+\$[0-9]+$/.test(corner));
}
