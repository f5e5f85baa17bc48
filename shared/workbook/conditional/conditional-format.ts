import { z } from 'zod';
import { comparisons } from '../comparison.ts';
import type { Range } from '../address.ts';
import { colour, ownLook } from '../look.ts';
import { maximumFormulaLength } from '../formula-limits.ts';
import { allIcons } from './icons.ts';

/*
 * Conditional formats: looks that cells have as long as their values meet a rule. Operands of rules
 * are formulas that begin with an equals sign, also where they are only a number; their relative
 * references are those of the first cell of the format (see `firstCell`).
 */

const operand = z
  .string()
  .regex(/^=[\s\S]/, 'a formula begins with an equals sign')
  .max(maximumFormulaLength);

export const textMatches = ['contains', 'notContains', 'beginsWith', 'endsWith'] as const;
export const cellStates = ['blanks', 'noBlanks', 'errors', 'noErrors'] as const;

export const datePeriods = [
  'yesterday',
  'today',
  'tomorrow',
  'last7Days',
  'lastWeek',
  'thisWeek',
  'nextWeek',
  'lastMonth',
  'thisMonth',
  'nextMonth',
] as const;

const valuePoint = z.strictObject({
  kind: z.enum(['number', 'percent', 'percentile', 'formula']),
  value: operand,
});

/** Where on the scale of the numbers of a range a colour or the end of a bar lies. */
const scalePoint = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lowest') }),
  z.strictObject({ kind: z.literal('highest') }),
  /** For bars only: the lowest or the highest number, or 0 where that lies further out. */
  z.strictObject({ kind: z.literal('automatic') }),
  valuePoint,
]);

const iconStart = z.strictObject({
  at: valuePoint,
  /** The number at which the icon begins has the one before. */
  above: z.literal(true).exactOptional(),
});

const colourStop = z.strictObject({ at: scalePoint, colour });

export const conditionalRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cellValue'),
    comparison: z.enum(comparisons),
    operand,
    /** The other end for `between` and `notBetween`. */
    second: operand.optional(),
  }),
  z.strictObject({ kind: z.literal('formula'), formula: operand }),
  z.strictObject({ kind: z.literal('text'), match: z.enum(textMatches), operand }),
  z.strictObject({ kind: z.literal('state'), state: z.enum(cellStates) }),
  z.strictObject({ kind: z.literal('date'), period: z.enum(datePeriods) }),
  z.strictObject({
    kind: z.literal('rank'),
    end: z.enum(['top', 'bottom']),
    /** How many cells, or which part of them in percent. */
    count: z.int().min(1).max(1000),
    percent: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal('average'),
    side: z.enum(['above', 'below']),
    /** Cells of exactly the average too. */
    orEqual: z.boolean().optional(),
    /** Only what is so many standard deviations away. */
    deviations: z.int().min(1).max(3).optional(),
  }),
  z.strictObject({ kind: z.literal('repeated'), values: z.enum(['duplicate', 'unique']) }),
  z.strictObject({
    kind: z.literal('colourScale'),
    /** From the lowest to the highest. */
    stops: z.array(colourStop).min(2).max(3).readonly(),
  }),
  z.strictObject({ kind: z.literal('dataBar'), low: scalePoint, high: scalePoint, colour }),
  z
    .strictObject({
      kind: z.literal('iconSet'),
      /** For the lowest numbers first; null for no icon. */
      icons: z.array(z.enum(allIcons).nullable()).min(3).max(5).readonly(),
      /** Where each icon but the first begins, in their order. */
      from: z.array(iconStart).min(2).max(4).readonly(),
      /** The number itself is not shown. */
      iconOnly: z.literal(true).exactOptional(),
    })
    .refine(({ icons, from }) => from.length === icons.length - 1, 'each icon but the first has a beginning'),
]);

/** What a rule gives the cells that meet it; for those that `givesLook` denies, nothing. */
export const conditionalLookSchema = z.strictObject({
  strong: ownLook.strong,
  italic: ownLook.italic,
  underline: ownLook.underline,
  strikethrough: ownLook.strikethrough,
  textColour: ownLook.textColour,
  fillColour: colour.exactOptional(),
  borderTop: ownLook.borderTop,
  borderRight: ownLook.borderRight,
  borderBottom: ownLook.borderBottom,
  borderLeft: ownLook.borderLeft,
});

export type ConditionalRule = Readonly<z.infer<typeof conditionalRuleSchema>>;
export type ConditionalLook = Readonly<z.infer<typeof conditionalLookSchema>>;
export type ScalePoint = Readonly<z.infer<typeof scalePoint>>;
export type ValuePoint = Readonly<z.infer<typeof valuePoint>>;

export interface ConditionalFormat {
  readonly sheet: string;
  /** One at least. */
  readonly ranges: readonly Range[];
  readonly rule: ConditionalRule;
  readonly look: ConditionalLook;
  /** No later format counts for cells that meet the rule. */
  readonly stopIfTrue?: boolean;
}

/** Whether a person chooses the look of cells that meet the rule; a scale, a bar or an icon is one itself. */
export function givesLook({ kind }: ConditionalRule): boolean {
  return kind !== 'colourScale' && kind !== 'dataBar' && kind !== 'iconSet';
}

/** The formulas of a rule, in the order in which a person reads them. */
export function operandsOf(rule: ConditionalRule): string[] {
  const operands: string[] = [];
  withOperands(rule, (formula) => {
    operands.push(formula);
    return formula;
  });
  return operands;
}

/** The rule with other formulas in place of its own. */
export function withOperands(rule: ConditionalRule, change: (formula: string) => string): ConditionalRule {
  const point = (at: ScalePoint): ScalePoint => ('value' in at ? { ...at, value: change(at.value) } : at);
  switch (rule.kind) {
    case 'cellValue':
      return {
        ...rule,
        operand: change(rule.operand),
        ...(rule.second !== undefined && { second: change(rule.second) }),
      };
    case 'formula':
      return { ...rule, formula: change(rule.formula) };
    case 'text':
      return { ...rule, operand: change(rule.operand) };
    case 'colourScale':
      return { ...rule, stops: rule.stops.map((stop) => ({ ...stop, at: point(stop.at) })) };
    case 'dataBar':
      return { ...rule, low: point(rule.low), high: point(rule.high) };
    case 'iconSet':
      return {
        ...rule,
        from: rule.from.map((start) => ({ ...start, at: { ...start.at, value: change(start.at.value) } })),
      };
    default:
      return rule;
  }
}
