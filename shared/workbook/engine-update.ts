import type { CellEdit, EngineUpdate } from '../engine/engine.ts';
import type { Address } from './address.ts';
import { cellDifferences, type Reshaping } from './document-changes.ts';
import { isFormula, type Sheet, type WorkbookDocument } from './document.ts';
import { wordsIn } from './named-formulas.ts';

/** Where more than this part of all cells would be entered again, and not a few only, a new engine is faster. */
const mostEntered = { part: 0.25, few: 500 };

/** Functions whose result hangs on the order of the sheets. */
const countsSheets = /\bSHEETS?\s*\(/i;

/**
 * What an engine that calculates one document must be told so that it calculates the next: the cells
 * whose contents are others at their places, and the formulas that mean something else although they
 * read the same. `referenceCells` are those whose references are worked out, which may be by the names
 * of sheets or of cells. Null where the engine is better built anew.
 */
export function engineUpdate(
  before: WorkbookDocument,
  after: WorkbookDocument,
  reshaping: Reshaping | null,
  referenceCells: Iterable<Address>,
): EngineUpdate | null {
  const earlier = new Map(reshaping?.sheets ?? after.sheets.map(({ name }) => [name, name]));
  const sheets = pairedSheets(before, after, earlier);
  if (!sheets) return null;
  const renamed = sheets.flatMap(({ was, is }) =>
    was && was.name !== is.name ? [{ from: was.name, to: is.name }] : [],
  );
  const added = sheets.flatMap(({ was, is }) => (was ? [] : [is.name]));
  const fresh = [...added, ...renamed.map(({ to }) => to)];
  const hasOtherSheets =
    fresh.length > 0 || after.sheets.some(({ name }, index) => before.sheets[index]?.name !== name);
  // Names that sheets take from each other, and such as formulas already looked for.
  const isTaken = (name: string) => before.sheets.some((sheet) => sameName(sheet.name, name));
  if (fresh.some(isTaken)) return null;
  if (hasOtherSheets && formulasOf(before.sheets).some((text) => isAboutSheets(text, fresh))) return null;
  // To the engine, a formula that reads the same follows its sheet to the new name.
  const gone = renamed.map(({ from }) => from);
  if (formulasOf(after.sheets).some((text) => namesSheet(text, gone))) return null;

  const edits = new Map<string, CellEdit>();
  const enter = (edit: CellEdit) => edits.set(JSON.stringify([edit.sheet, edit.row, edit.column]), edit);
  const inOrder = sheets.map(({ was, is }): Sheet => ({ ...is, rows: was?.rows ?? [] }));
  const { contents, results } = cellDifferences({ ...before, sheets: inOrder }, after);
  for (const edit of [...contents, ...results]) enter(edit);
  const names = otherNames(before, after, renamed);
  if (names.size > 0 || hasOtherSheets) {
    for (const place of formulasWith(names, after.sheets)) enter(place);
    const now = new Map(renamed.map(({ from, to }) => [from, to]));
    for (const { sheet, row, column } of referenceCells) {
      const name = now.get(sheet) ?? sheet;
      const content = after.sheets.find((one) => one.name === name)?.rows[row]?.[column]?.content ?? null;
      enter({ sheet: name, row, column, content });
    }
  }
  const cells = after.sheets.reduce((sum, { rows }) => rows.reduce((all, row) => all + row.length, sum), 0);
  if (edits.size > Math.max(mostEntered.few, cells * mostEntered.part)) return null;
  return {
    renamed,
    added,
    sheets: after.sheets.map(({ name }) => name),
    names: after.names,
    namedFormulas: after.namedFormulas ?? [],
    edits: [...edits.values()],
  };
}

interface SheetPair {
  readonly was: Sheet | undefined;
  readonly is: Sheet;
}

/** Each sheet with what it was; undefined where one is there no longer. */
function pairedSheets(
  before: WorkbookDocument,
  after: WorkbookDocument,
  earlier: ReadonlyMap<string, string | null>,
): SheetPair[] | undefined {
  const byName = new Map(before.sheets.map((sheet) => [sheet.name, sheet]));
  const pairs = after.sheets.map((is) => ({ is, was: byName.get(earlier.get(is.name) ?? '') }));
  const kept = pairs.filter(({ was }) => was !== undefined).length;
  return kept === before.sheets.length ? pairs : undefined;
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function formulasOf(sheets: readonly Sheet[]): string[] {
  return sheets.flatMap(({ rows }) =>
    rows.flatMap((cells) => cells.flatMap((cell) => (cell && isFormula(cell.content) ? [cell.content] : []))),
  );
}

function isAboutSheets(formula: string, fresh: readonly string[]): boolean {
  return countsSheets.test(formula) || namesSheet(formula, fresh);
}

/** Whether one of these names may stand in a formula as the name of a sheet. */
function namesSheet(formula: string, sheets: readonly string[]): boolean {
  if (sheets.length === 0) return false;
  const text = formula.toLowerCase();
  return sheets.some((name) => {
    const small = name.toLowerCase();
    return text.includes(`${small}!`) || text.includes(`${small.replaceAll("'", "''")}'!`);
  });
}

/** The names, in small letters, that stand for something else than before or for nothing, and those in which these stand. */
function otherNames(
  before: WorkbookDocument,
  after: WorkbookDocument,
  renamed: readonly { readonly from: string; readonly to: string }[],
): Set<string> {
  const now = new Map(renamed.map(({ from, to }) => [from, to]));
  const left = new Map(
    namesOf(before, (sheet) => now.get(sheet) ?? sheet).map(({ name, text }) => [text, name] as const),
  );
  const others = new Set<string>();
  for (const { name, text } of namesOf(after, (sheet) => sheet)) {
    if (!left.has(text)) others.add(name);
    left.delete(text);
  }
  for (const name of left.values()) others.add(name);
  for (let known = -1; known !== others.size;) {
    known = others.size;
    for (const { name, formula } of after.namedFormulas ?? [])
      if (wordsIn(formula).some((text) => others.has(text))) others.add(name.toLowerCase());
  }
  return others;
}

/** All names in small letters, each with a text that tells what it stands for and where. */
function namesOf(
  { names, namedFormulas = [] }: WorkbookDocument,
  sheetNow: (name: string) => string,
): { readonly name: string; readonly text: string }[] {
  const told = (name: string, ...means: readonly unknown[]) => {
    const small = name.toLowerCase();
    return { name: small, text: JSON.stringify([small, ...means]) };
  };
  return [
    ...names.map(({ name, sheet, range }) => told(name, sheetNow(sheet), range)),
    ...namedFormulas.map(({ name, scope, formula }) =>
      told(name, scope === undefined ? null : sheetNow(scope), formula),
    ),
  ];
}

/** The formulas in which one of the names may stand. */
function* formulasWith(names: ReadonlySet<string>, sheets: readonly Sheet[]): Generator<CellEdit> {
  if (names.size === 0) return;
  for (const { name: sheet, rows } of sheets) {
    for (const [row, cells] of rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        if (!cell || !isFormula(cell.content)) continue;
        if (wordsIn(cell.content).some((text) => names.has(text)))
          yield { sheet, row, column, content: cell.content };
      }
    }
  }
}
