import { absoluteRangeText, quoteSheet, type Address, type Range } from '../address.ts';
import { definedNameFault } from '../defined-name.ts';
import type { DefinedName, NamedFormula, WorkbookDocument } from '../document.ts';
import { formulaTokens } from '../formula-tokens.ts';
import { fixedArea, movesAlong, nameKey, standsForItself } from '../named-formulas.ts';
import { relocateFormula } from '../relocate.ts';
import { failure, success, type Result } from '../../result.ts';
import { sheetNamed } from './change-sheets.ts';
import { followDocument } from './follow-document.ts';

/** What a person says of a name. */
export interface NameDefinition {
  readonly name: string;
  readonly sheet: string;
  readonly range: Range;
  readonly label?: string | undefined;
  readonly unit?: string | undefined;
}

/** What a person says of a name that stands for a formula. */
export interface FormulaDefinition {
  readonly name: string;
  /** The one sheet on which it holds; unset: all sheets. */
  readonly scope?: string | undefined;
  /** With its equals sign, as it would stand in the cell `at`. */
  readonly formula: string;
  readonly at: Address;
  readonly label?: string | undefined;
}

type AnyName = DefinedName | NamedFormula;

function scopeOf(name: AnyName): string | undefined {
  return 'formula' in name ? name.scope : undefined;
}

function named(
  { names, namedFormulas = [] }: WorkbookDocument,
  name: string,
  scope: string | undefined,
): AnyName | undefined {
  const key = nameKey(scope, name);
  return [...names, ...namedFormulas].find((one) => nameKey(scopeOf(one), one.name) === key);
}

function meaningOf(name: AnyName): string {
  return 'formula' in name ? name.formula : absoluteRangeText(name.sheet, name.range);
}

function unknownName(document: WorkbookDocument, name: string): Result<never> {
  const { names, namedFormulas = [] } = document;
  return failure({
    code: 'unknown-name',
    message: `There is no name "${name}".`,
    subject: name,
    remedy: `The workbook has ${names.length + namedFormulas.length} names; the name box lists them.`,
  });
}

function refusal(
  document: WorkbookDocument,
  name: string,
  scope: string | undefined,
  own?: AnyName,
): Result<never> | null {
  const fault = definedNameFault(name);
  if (fault !== null) {
    return failure({
      code: 'name-not-allowed',
      message: `The name "${name}" ${fault}.`,
      subject: name,
      remedy: 'Names are words such as growth_rate, without spaces.',
    });
  }
  const taken = named(document, name, scope);
  if (!taken || taken === own) return null;
  return failure({
    code: 'name-taken',
    message: `"${taken.name}" is a name already, for ${meaningOf(taken)}.`,
    subject: name,
    remedy: 'Choose another name; capitals make no difference.',
  });
}

/** The document with one name in the place of another, or at the end of its kind. */
function withDefinition(
  document: WorkbookDocument,
  old: AnyName | undefined,
  now: AnyName,
): WorkbookDocument {
  const { names, namedFormulas = [], ...others } = document;
  const put = <Kind extends AnyName>(list: readonly Kind[], one: Kind): readonly Kind[] =>
    list.some((each) => each === old) ? list.map((each) => (each === old ? one : each)) : [...list, one];
  const without = <Kind extends AnyName>(list: readonly Kind[]) =>
    list.some((each) => each === old) ? list.filter((each) => each !== old) : list;
  const cells = 'formula' in now ? without(names) : put(names, now);
  const formulas = 'formula' in now ? put(namedFormulas, now) : without(namedFormulas);
  return { ...others, names: cells, ...(formulas.length > 0 && { namedFormulas: formulas }) };
}

/** The document with a name for cells: a new one, or an old one for other cells. Refuses what is no name, and an unknown sheet. */
export function withName(
  document: WorkbookDocument,
  { name, sheet, range, label, unit }: NameDefinition,
): Result<WorkbookDocument> {
  const found = sheetNamed(document, sheet);
  if (!found.ok) return found;
  const old = named(document, name, undefined);
  const refused = refusal(document, name, undefined, old);
  if (refused) return refused;
  const words = old && 'formula' in old ? labelOf(old) : old;
  const now: DefinedName = {
    ...words,
    name: old?.name ?? name,
    sheet: found.value.name,
    range,
    ...(label !== undefined && { label }),
    ...(unit !== undefined && { unit }),
  };
  return success(withDefinition(document, old, now));
}

/**
 * The document with a name for a formula, a constant or several ranges, or one that holds on one sheet only. Where that is one
 * range for the whole workbook it is a name for cells. Refuses what is no name, an unknown sheet, and a name that would
 * stand for itself.
 */
export function withNamedFormula(
  document: WorkbookDocument,
  { name, scope, formula, at, label }: FormulaDefinition,
): Result<WorkbookDocument> {
  const holder = scope === undefined ? undefined : sheetNamed(document, scope);
  if (holder && !holder.ok) return holder;
  const own = holder?.value.name;
  const meant = withSheets(formula, at);
  const area = own === undefined && !formulaTokens(meant).some(moves) ? fixedArea(meant) : undefined;
  if (area) return withName(document, { ...area, name, label });
  const old = named(document, name, own);
  const refused = refusal(document, name, own, old);
  if (refused) return refused;
  const now: NamedFormula = {
    ...(old && labelOf(old)),
    name: old?.name ?? name,
    ...(own !== undefined && { scope: own }),
    formula: meant,
    ...(label !== undefined && { label }),
  };
  const changed = withDefinition(document, old, now);
  if (standsForItself(now, changed.namedFormulas ?? []))
    return failure({
      code: 'name-of-itself',
      message: `"${now.name}" would stand for itself: ${formula}.`,
      subject: name,
      remedy: 'Let it stand for cells, a constant or a formula without the name.',
    });
  return success(changed);
}

function labelOf({ label }: AnyName): { label?: string } {
  return label === undefined ? {} : { label };
}

const moves = ({ kind, text }: { readonly kind: string; readonly text: string }) =>
  kind === 'cells' && movesAlong(text);

/** A formula of a cell with the sheet before each reference that has none, as seen from A1. */
function withSheets(formula: string, at: Address): string {
  const tokens = formulaTokens(formula);
  const text = `=${tokens
    .map((token) =>
      token.kind === 'cells' && !token.text.includes('!')
        ? `${quoteSheet(at.sheet)}!${token.text}`
        : token.text,
    )
    .join('')}`;
  return tokens.some(moves) ? relocateFormula(text, at, { row: 0, column: 0 }, { wrapEdges: true }) : text;
}

/** The document without a name; formulas that use it keep it and show `#NAME?`, so that a new one of that name repairs them. */
export function withoutName(
  document: WorkbookDocument,
  name: string,
  scope: string | undefined,
): Result<WorkbookDocument> {
  const old = named(document, name, scope);
  if (!old) return unknownName(document, name);
  const { names, namedFormulas = [], ...others } = document;
  const formulas = 'formula' in old ? namedFormulas.filter((one) => one !== old) : namedFormulas;
  return success({
    ...others,
    names: 'formula' in old ? names : names.filter((one) => one !== old),
    ...(formulas.length > 0 && { namedFormulas: formulas }),
  });
}

/** The document with a name called otherwise, also in the formulas that use it. */
export function withNameRenamed(
  document: WorkbookDocument,
  from: string,
  to: string,
  scope: string | undefined,
): Result<WorkbookDocument> {
  const old = named(document, from, scope);
  if (!old) return unknownName(document, from);
  const refused = refusal(document, to, scope, old);
  if (refused) return refused;
  return success(
    followDocument(document, {
      area: (covered) => covered,
      sheet: (name) => name,
      mayRefer: () => false,
      renamed: new Map([[nameKey(scope, old.name), to]]),
    }),
  );
}
