import type { FileSheet } from './file-workbook.ts';
import { comparisons } from '../../workbook/comparison.ts';
import { quoteSheet, type Range } from '../../workbook/address.ts';
import {
  cellStates,
  conditionalRuleSchema,
  datePeriods,
  givesLook,
  textMatches,
  type ConditionalFormat,
  type ScalePoint,
} from '../../workbook/conditional/conditional-format.ts';
import { textOperand } from '../../workbook/conditional/literal-text.ts';
import type { Colour } from '../../workbook/look.ts';
import { unescaped } from './conditional-rules.ts';
import { readIconSet } from './icon-sets.ts';
import { firstCell } from '../../workbook/range-parts.ts';
import type { FileColour } from './file-colours.ts';
import { fileRanges, unreadCells } from './file-ranges.ts';
import { readBoundsRule } from './limit-rules.ts';
import { withPlainRules } from './newer-rules.ts';
import { attribute, type SheetPart } from './sheet-parts.ts';
import { bytesOf, textOf, type ZipParts } from './zip.ts';

/*
 * The file library knows only some kinds of rules, and of those not all that belongs to them. So the
 * rules that it is given are all of a kind that it knows, with a number each, by which the rest is found
 * in the text of the file.
 */

type FileRule = NonNullable<FileSheet['conditionalRules']>[number];

const ruleElement = /<((?!x14:)(?:\w+:)?)cfRule\s[^>]*?(?:\/>|>[\s\S]*?<\/\1cfRule>)/g;

/** The rules of the sheets of a file as they stand there, by the names of the sheets. */
export type RuleTexts = ReadonlyMap<string, readonly string[]>;

/** The parts of an xlsx file with rules that the library knows, and the rules that stand there. */
export function numberedRules(
  parts: ZipParts,
  sheets: readonly SheetPart[],
): { readonly parts: ZipParts; readonly rules: RuleTexts } {
  const changed = new Map(withPlainRules(parts, sheets));
  const rules = new Map<string, string[]>();
  for (const { name, part } of sheets) {
    const bytes = changed.get(part);
    const text = bytes ? textOf(bytes) : '';
    if (!text.includes('cfRule')) continue;
    const found: string[] = [];
    const numbered = text.replaceAll(ruleElement, (rule) => {
      found.push(rule);
      return rule.replace(/^<[^>]*?(?=\/?>)/, (tag) => numberedTag(tag, found.length - 1));
    });
    rules.set(name, found);
    changed.set(part, bytesOf(numbered));
  }
  return { parts: changed, rules };
}

function numberedTag(tag: string, number: number): string {
  const bare = tag.replaceAll(/\s(?:type|text)=(?:"[^"]*"|'[^']*')/g, '');
  return `${bare} type="expression" text="${number}"`;
}

/** What the rules of a sheet are read with. */
export interface RuleOrigin {
  readonly sheet: string;
  readonly colourOf: (colour: FileColour) => Colour | undefined;
  readonly lookOf: (style: NonNullable<FileRule['style']>) => ConditionalFormat['look'];
  /** The formula that a text in the file stands for, for this cell. */
  readonly formulaOf: (text: string, place: { readonly row: number; readonly column: number }) => string;
}

/** The formats of a sheet, and where rules stand that have no place here. */
export interface ReadFormats {
  readonly sheet: string;
  readonly formats: readonly ConditionalFormat[];
  readonly others: readonly string[];
  /** Cells of rules that do not read; empty for a rule that names none. */
  readonly unread: readonly (readonly string[])[];
}

/** What of the rules of a sheet has no place here, a sentence each. */
export function leftOutRules({ sheet, others, unread }: ReadFormats): string[] {
  const places = (ranges: readonly string[]) =>
    ranges.map((range) => `${quoteSheet(sheet)}!${range.replaceAll(' ', ', ')}`).join('; ');
  return [
    ...(others.length > 0
      ? [`Rules of conditional formatting that are not known here were left out: ${places(others)}.`]
      : []),
    ...unread.map((cells) => unreadCells('A rule of conditional formatting', sheet, cells)),
  ];
}

/** The conditional formats of a sheet, the one that counts first before the others. Marks of bounds are none. */
export function readConditionalFormats(
  { conditionalRules = [] }: FileSheet,
  texts: readonly string[],
  origin: RuleOrigin,
): ReadFormats {
  const formats: ConditionalFormat[] = [];
  const others: string[] = [];
  // The library passes over rules that name no cells.
  const given = new Set(conditionalRules.map(({ text }) => Number(text)));
  const unread: (readonly string[])[] = texts.flatMap((_, index) => (given.has(index) ? [] : [[]]));
  for (const found of conditionalRules.toSorted((one, other) => one.priority - other.priority)) {
    const text = texts[Number(found.text)] ?? '';
    const { ranges, unread: strange } = fileRanges(found.range);
    if (ranges.length === 0 || strange.length > 0) unread.push(strange);
    if (ranges.length === 0 || readBoundsRule(origin.sheet, found) !== null) continue;
    const rule = conditionalRuleSchema.safeParse(ruleOf(text, found, ranges, origin));
    if (rule.success) {
      formats.push({
        sheet: origin.sheet,
        ranges,
        rule: rule.data,
        look: givesLook(rule.data) && found.style ? origin.lookOf(found.style) : {},
        ...(found.stopIfTrue && { stopIfTrue: true }),
      });
    } else others.push(found.range);
  }
  return { sheet: origin.sheet, formats, others, unread };
}

const textRules: Readonly<Record<string, (typeof textMatches)[number]>> = {
  containsText: 'contains',
  notContainsText: 'notContains',
  beginsWith: 'beginsWith',
  endsWith: 'endsWith',
};

const stateRules: Readonly<Record<string, (typeof cellStates)[number]>> = {
  containsBlanks: 'blanks',
  notContainsBlanks: 'noBlanks',
  containsErrors: 'errors',
  notContainsErrors: 'noErrors',
};

/** Where the text that is looked for stands in the formula of a rule. */
const soughtText =
  /^=(?:NOT\(ISERROR\(SEARCH\((.+),[^,]+\)\)\)|ISERROR\(SEARCH\((.+),[^,]+\)\)|(?:LEFT|RIGHT)\([^,]+,LEN\((.+)\)\)=.+)$/;

/** A rule, which may still lack something; null for one of a kind that we do not have. */
function ruleOf(
  text: string,
  found: FileRule,
  ranges: readonly Range[],
  { formulaOf, colourOf }: RuleOrigin,
): unknown {
  const place = firstCell(ranges);
  const formulas = (Array.isArray(found.formula) ? found.formula : [found.formula])
    .filter((formula) => formula !== undefined)
    .map((formula) => formulaOf(formula, place));
  const [formula, second] = formulas;
  const own = (name: string) => attribute(/^<[^>]*>/.exec(text)?.[0] ?? '', name);
  const isSet = (name: string) => /^(?:1|true)$/.test(own(name) ?? '');
  const type = own('type') ?? '';
  switch (type) {
    case 'cellIs': {
      const comparison = comparisons.find((one) => one === own('operator'));
      return { kind: 'cellValue', comparison, operand: formula, ...(second !== undefined && { second }) };
    }
    case 'expression':
      return { kind: 'formula', formula };
    case 'containsText':
    case 'notContainsText':
    case 'beginsWith':
    case 'endsWith': {
      const literal = own('text');
      const sought = soughtText
        .exec(formula ?? '')
        ?.slice(1)
        .find((part) => part !== undefined);
      if (literal === undefined && sought === undefined) return { kind: 'formula', formula };
      return {
        kind: 'text',
        match: textRules[type],
        operand: literal === undefined ? `=${sought}` : textOperand(literal),
      };
    }
    case 'containsBlanks':
    case 'notContainsBlanks':
    case 'containsErrors':
    case 'notContainsErrors':
      return { kind: 'state', state: stateRules[type] };
    case 'timePeriod':
      return { kind: 'date', period: datePeriods.find((one) => one === own('timePeriod')) };
    case 'top10':
      return {
        kind: 'rank',
        end: isSet('bottom') ? 'bottom' : 'top',
        count: Number(own('rank')),
        ...(isSet('percent') && { percent: true }),
      };
    case 'aboveAverage': {
      const deviations = Number(own('stdDev') ?? 0);
      return {
        kind: 'average',
        side: /^(?:0|false)$/.test(own('aboveAverage') ?? '') ? 'below' : 'above',
        ...(isSet('equalAverage') && { orEqual: true }),
        ...(deviations > 0 && { deviations }),
      };
    }
    case 'duplicateValues':
      return { kind: 'repeated', values: 'duplicate' };
    case 'uniqueValues':
      return { kind: 'repeated', values: 'unique' };
    case 'colorScale': {
      const points = pointsOf(text, (value) => formulaOf(value, place));
      const colours = coloursOf(text, colourOf);
      return { kind: 'colourScale', stops: points.map((at, index) => ({ at, colour: colours[index] })) };
    }
    case 'dataBar': {
      const [low, high] = pointsOf(text, (value) => formulaOf(value, place));
      const [colour] = coloursOf(text, colourOf);
      // Bars of Excel begin at 0 where nothing else is said.
      const end = (at: ScalePoint | undefined) =>
        at?.kind === 'lowest' || at?.kind === 'highest' ? { kind: 'automatic' } : at;
      return { kind: 'dataBar', low: end(low), high: end(high), colour };
    }
    case 'iconSet':
      return readIconSet(
        text,
        pointsOf(text, (value) => formulaOf(value, place)),
      );
    default:
      return null;
  }
}

const scalePoint = /<((?:\w+:)?cfvo)(\s[^>]*?)(?:\/>|>([\s\S]*?)<\/\1>)/g;

/** The value of a point is an attribute of it, or a formula within it. */
function pointsOf(text: string, formulaOf: (text: string) => string): ScalePoint[] {
  return [...text.matchAll(scalePoint)].map(([, , tag = '', within = '']): ScalePoint => {
    const type = attribute(tag, 'type');
    if (type === 'min') return { kind: 'lowest' };
    if (type === 'max') return { kind: 'highest' };
    const kind = type === 'percent' || type === 'percentile' || type === 'formula' ? type : 'number';
    const inner = /<formula>([^<]*)<\/formula>/.exec(within)?.[1];
    const value = attribute(tag, 'val') ?? (inner === undefined ? '0' : unescaped(inner));
    return { kind, value: formulaOf(value) };
  });
}

function coloursOf(text: string, colourOf: RuleOrigin['colourOf']): (Colour | undefined)[] {
  return [...text.matchAll(/<(?:\w+:)?color\s[^>]*>/g)].map(([tag]) => {
    const number = (name: string) => {
      const value = attribute(tag, name);
      return value === undefined ? undefined : Number(value);
    };
    const [rgb, theme, tint, indexed] = [
      attribute(tag, 'rgb'),
      number('theme'),
      number('tint'),
      number('indexed'),
    ];
    const colour: FileColour = {
      ...(rgb !== undefined && { rgb: rgb.slice(-6) }),
      ...(theme !== undefined && { theme }),
      ...(tint !== undefined && { tint }),
      ...(indexed !== undefined && { indexed }),
    };
    // The colour that text has without any is black on paper.
    return colourOf(colour) ?? '#000000';
  });
}
