import type { CellStyle as FileStyle } from 'hucre/xlsx';
import { cellReference, type Range } from '../../workbook/address.ts';
import {
  givesLook,
  operandsOf,
  type ConditionalFormat,
  type ConditionalRule,
  type ScalePoint,
} from '../../workbook/conditional/conditional-format.ts';
import { literalText } from '../../workbook/conditional/literal-text.ts';
import { keptFormula } from '../../workbook/conditional/rule-formulas.ts';
import { firstCell } from '../../workbook/range-parts.ts';
import { toFileFormula } from './formula-text.ts';
import { iconSetElement } from './icon-sets.ts';
import { isReadable } from './readable-formula.ts';
import { withSignFunctions } from './reference-signs.ts';
import { conditionalLookOf } from './xlsx-look.ts';
import { escapedText } from './xlsx-text.ts';

/*
 * The file library writes only some kinds of rules, and of those not all that belongs to them. So each
 * is given to it as a formula that holds what the rule is to be, which is put in its place afterwards.
 */

/** Stands before a rule in place of a formula; no formula begins with this sign, which no font shows. */
const ruleMark = '\uE0E1';

/** A rule of conditional formatting as the file library takes it. */
export interface FileRule {
  readonly type: 'expression';
  readonly formula: string;
  readonly range: string;
  readonly style?: FileStyle;
  readonly stopIfTrue?: true;
}

/** Whether Excel can read the formulas of a rule. It would take the file for damaged where it cannot. */
export function isWritable({ rule }: ConditionalFormat): boolean {
  return operandsOf(rule).every(isReadable);
}

/** A conditional format for the file library; `withConditionalRules` is to be applied to what it writes. */
export function fileRule({ ranges, rule, look, stopIfTrue }: ConditionalFormat): FileRule {
  const { row, column } = firstCell(ranges);
  const { type, attributes = {}, children } = ruleParts(rule, cellReference(row, column));
  const marks = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return {
    type: 'expression',
    formula: `${ruleMark}type="${type}"${marks.join('')}${ruleMark}${children}`,
    range: sqref(ranges),
    ...(givesLook(rule) && Object.keys(look).length > 0 && { style: conditionalLookOf(look) }),
    ...(stopIfTrue && { stopIfTrue: true }),
  };
}

const placeholder = new RegExp(
  `<cfRule type="expression"([^>]*)><formula>${ruleMark}([^${ruleMark}]*)${ruleMark}([^<]*)</formula></cfRule>`,
  'g',
);

const rulesOfCells = /<conditionalFormatting sqref="([^"]*)">([\s\S]*?)<\/conditionalFormatting>/g;

/** The part of a sheet that the library wrote, with rules as they are to be. */
export function withConditionalRules(sheet: string): string {
  const newer: string[] = [];
  const changed = sheet.replaceAll(rulesOfCells, (_all, cells: string, rules: string) => {
    const plain = rules.replaceAll(placeholder, (_rule, others: string, own: string, children: string) => {
      const content = unescaped(children);
      const rule = (prefix: string, more = '') =>
        `<${prefix}cfRule ${unescaped(own)}${others}${more}>${content}</${prefix}cfRule>`;
      if (!content.startsWith('<x14:')) return rule('');
      newer.push(
        `<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">${rule(
          'x14:',
          ` id="${ruleId(newer.length)}"`,
        )}<xm:sqref>${cells}</xm:sqref></x14:conditionalFormatting>`,
      );
      return '';
    });
    return plain === '' ? '' : `<conditionalFormatting sqref="${cells}">${plain}</conditionalFormatting>`;
  });
  if (newer.length === 0) return changed;
  const rules = `<x14:conditionalFormattings>${newer.join('')}</x14:conditionalFormattings>`;
  return changed.replace(
    '</worksheet>',
    () =>
      `<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}">${rules}</ext></extLst></worksheet>`,
  );
}

/** What a rule at the end of a sheet is called by, as each has to be. */
function ruleId(index: number): string {
  return `{00000000-0000-4000-8000-${(index + 1).toString(16).toUpperCase().padStart(12, '0')}}`;
}

function sqref(ranges: readonly Range[]): string {
  return ranges
    .map(({ top, left, bottom, right }) => {
      const [first, last] = [cellReference(top, left), cellReference(bottom, right)];
      return first === last ? first : `${first}:${last}`;
    })
    .join(' ');
}

interface RuleParts {
  readonly type: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** The elements of the rule. */
  readonly children: string;
}

const textRules = {
  contains: { type: 'containsText', operator: 'containsText' },
  notContains: { type: 'notContainsText', operator: 'notContains' },
  beginsWith: { type: 'beginsWith', operator: 'beginsWith' },
  endsWith: { type: 'endsWith', operator: 'endsWith' },
} as const;

const stateRules = {
  blanks: 'containsBlanks',
  noBlanks: 'notContainsBlanks',
  errors: 'containsErrors',
  noErrors: 'notContainsErrors',
} as const;

function ruleParts(rule: ConditionalRule, cell: string): RuleParts {
  const kept = keptFormula(rule, cell);
  const keptElement = kept === null ? '' : formulaElement(`=${kept}`);
  switch (rule.kind) {
    case 'cellValue':
      return {
        type: 'cellIs',
        attributes: { operator: rule.comparison },
        children: operandsOf(rule).map(formulaElement).join(''),
      };
    case 'formula':
      return { type: 'expression', children: formulaElement(rule.formula) };
    case 'text': {
      const { type, operator } = textRules[rule.match];
      const text = literalText(rule.operand);
      const attributes = { operator, ...(text !== null && { text: escapedText(text) }) };
      return { type, attributes, children: keptElement };
    }
    case 'state':
      return { type: stateRules[rule.state], children: keptElement };
    case 'date':
      return { type: 'timePeriod', attributes: { timePeriod: rule.period }, children: keptElement };
    case 'rank':
      return {
        type: 'top10',
        attributes: {
          ...(rule.percent && { percent: '1' }),
          ...(rule.end === 'bottom' && { bottom: '1' }),
          rank: String(rule.count),
        },
        children: '',
      };
    case 'average':
      return {
        type: 'aboveAverage',
        attributes: {
          ...(rule.side === 'below' && { aboveAverage: '0' }),
          ...(rule.orEqual && { equalAverage: '1' }),
          ...(rule.deviations !== undefined && { stdDev: String(rule.deviations) }),
        },
        children: '',
      };
    case 'repeated':
      return { type: `${rule.values}Values`, children: '' };
    case 'colourScale': {
      const points = rule.stops.map(({ at }, index) => pointElement(at, index === 0 ? 'min' : 'max'));
      const colours = rule.stops.map(({ colour }) => colourElement(colour));
      return {
        type: 'colorScale',
        children: `<colorScale>${points.join('')}${colours.join('')}</colorScale>`,
      };
    }
    case 'dataBar': {
      const points = `${pointElement(rule.low, 'min')}${pointElement(rule.high, 'max')}`;
      return { type: 'dataBar', children: `<dataBar>${points}${colourElement(rule.colour)}</dataBar>` };
    }
    case 'iconSet':
      return {
        type: 'iconSet',
        children: iconSetElement(rule, (formula) => escaped(fileFormula(formula))),
      };
    default:
      return rule satisfies never;
  }
}

/** `end` is what an automatic end is closest to in a file. */
function pointElement(at: ScalePoint, end: 'min' | 'max'): string {
  switch (at.kind) {
    case 'lowest':
      return '<cfvo type="min"/>';
    case 'highest':
      return '<cfvo type="max"/>';
    case 'automatic':
      return `<cfvo type="${end}"/>`;
    default: {
      const type = at.kind === 'number' ? 'num' : at.kind;
      return `<cfvo type="${type}" val="${escaped(fileFormula(at.value))}"/>`;
    }
  }
}

function colourElement(colour: string): string {
  return `<color rgb="FF${colour.slice(1)}"/>`;
}

function formulaElement(formula: string): string {
  return `<formula>${escaped(fileFormula(formula))}</formula>`;
}

function fileFormula(formula: string): string {
  return escapedText(toFileFormula(withSignFunctions(formula, true)));
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The text of an element or attribute without XML's own escapes. */
export function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}
