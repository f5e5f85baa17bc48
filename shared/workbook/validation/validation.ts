import { z } from 'zod';
import { comparisons } from '../comparison.ts';
import { contains, type Address, type Range } from '../address.ts';
import { firstCell } from '../range-parts.ts';
import { relocateFormula, relativeFormula } from '../relocate.ts';
import { maximumFormulaLength } from '../formula-limits.ts';

/*
 * What cells may hold, as in Excel's Data Validation. Formulas begin with an equals sign, are written
 * as seen from the first corner of the ranges, and move along over the others.
 */

/** Kinds of rules that compare a figure of the entry. */
export const comparedKinds = ['whole', 'decimal', 'date', 'time', 'textLength'] as const;

export const alertStyles = ['stop', 'warning', 'information'] as const;

/** Excel's limits on the parts of a validation, in characters. */
export const longestTitle = 32;
export const longestText = 255;

const formula = z.string().max(maximumFormulaLength).regex(/^=./s, 'expected a formula');
const operand = z.union([z.number(), formula]);
const titleWords = z.string().min(1).max(longestTitle).exactOptional();
const messageWords = z.string().min(1).max(longestText).exactOptional();

const rule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('any') }),
  z.strictObject({
    kind: z.literal('list'),
    /** Items as a person types them, none of which holds a comma; or a formula that gives them. */
    source: z.union([
      z
        .array(z.string().regex(/^[^,]+$/))
        .min(1)
        .readonly()
        .refine((items) => items.join(',').length <= longestText, `more than ${longestText} characters`),
      formula,
    ]),
    /** Whether the cell offers them. */
    dropDown: z.boolean(),
  }),
  z.strictObject({
    kind: z.enum(comparedKinds),
    operator: z.enum(comparisons),
    first: operand,
    /** The other end, where the operator has two. */
    second: operand.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('custom'), formula }),
]);

/** What cells may hold and what is said about it, without the cells. */
export const validationSettingsSchema = z.strictObject({
  rule,
  /** Whether an empty cell, and one whose limit is an empty cell, may hold anything. */
  ignoreBlank: z.boolean(),
  /** Unset, the rule only marks and offers: nothing is refused. */
  alert: z
    .strictObject({ style: z.enum(alertStyles), title: titleWords, text: messageWords })
    .exactOptional(),
  /** Shown while the cell is active. */
  message: z.strictObject({ title: titleWords, text: messageWords }).exactOptional(),
});

export type ValidationSettings = Readonly<z.infer<typeof validationSettingsSchema>>;
export type ValidationRule = ValidationSettings['rule'];
export type ComparedRule = Extract<ValidationRule, { operator: unknown }>;

/** Cells of a sheet and what they may hold. Where two cover the same cell the first counts. */
export interface Validation extends ValidationSettings {
  readonly sheet: string;
  /** At least one; formulas are as seen from the first corner of them all. */
  readonly ranges: readonly Range[];
}

/** A cell, counted from 0. */
interface Position {
  readonly row: number;
  readonly column: number;
}

/** The cell from which the formulas of a validation are seen. */
export function firstCellOf({ ranges }: Pick<Validation, 'ranges'>): Position {
  return firstCell(ranges);
}

/** The validation of a cell; undefined where it may hold anything and nothing is said about it. */
export function validationAt(
  validations: readonly Validation[] | undefined,
  { sheet, row, column }: Address,
): Validation | undefined {
  return validations?.find(
    (one) => one.sheet === sheet && one.ranges.some((range) => contains(range, row, column)),
  );
}

/** The settings with other formulas; the same object where none is another. */
export function withFormulas<Settings extends ValidationSettings>(
  settings: Settings,
  change: (formula: string) => string,
): Settings {
  const { rule: before } = settings;
  const changed = (part: number | string) => (typeof part === 'string' ? change(part) : part);
  let after: ValidationRule = before;
  if (before.kind === 'custom') after = { ...before, formula: change(before.formula) };
  else if (before.kind === 'list' && typeof before.source === 'string')
    after = { ...before, source: change(before.source) };
  else if ('operator' in before)
    after = {
      ...before,
      first: changed(before.first),
      ...(before.second !== undefined && { second: changed(before.second) }),
    };
  return JSON.stringify(after) === JSON.stringify(before) ? settings : { ...settings, rule: after };
}

/** The formulas of a rule, in their order. */
export function formulasOf({ rule: of }: ValidationSettings): string[] {
  const parts = 'operator' in of ? [of.first, of.second] : of.kind === 'custom' ? [of.formula] : [];
  if (of.kind === 'list') parts.push(typeof of.source === 'string' ? of.source : undefined);
  return parts.filter((part) => typeof part === 'string');
}

/** The settings without the cells they are for, with formulas as seen from another cell. */
export function settingsAt(validation: Validation, at: Position): ValidationSettings {
  const { sheet: _, ranges: __, ...settings } = validation;
  const from = firstCellOf(validation);
  return withFormulas(settings, (text) => seenFrom(text, from, at));
}

/** A formula of a rule as it reads for another cell; a reference over the edge of the sheet goes on at the other, as in Excel. */
export function seenFrom(text: string, from: Position, to: Position): string {
  return relocateFormula(text, from, to, { wrapEdges: true });
}

/** A text that settings share exactly when they are alike, wherever their formulas are seen from. */
export function settingsKey(settings: ValidationSettings, at: Position): string {
  const {
    rule: of,
    ignoreBlank,
    alert,
    message,
  } = withFormulas(settings, (text) => relativeFormula(text, at));
  return JSON.stringify([
    Object.entries(of).toSorted(([one], [other]) => (one < other ? -1 : 1)),
    ignoreBlank,
    [alert?.style, alert?.title, alert?.text],
    [message?.title, message?.text],
  ]);
}

/** Settings of cells that hold one of what the cells of a defined name list. */
export function oneOfName(name: string): ValidationSettings {
  return {
    rule: { kind: 'list', source: `=${name}`, dropDown: true },
    ignoreBlank: true,
    alert: { style: 'stop' },
  };
}
