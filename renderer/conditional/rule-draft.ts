import type {
  ConditionalRule,
  ScalePoint,
  ValuePoint,
} from '../../shared/workbook/conditional/conditional-format.ts';
import { literalText, textOperand } from '../../shared/workbook/conditional/literal-text.ts';
import { plainText } from '../../shared/workbook/document.ts';
import { readEntry } from '../../shared/workbook/entry.ts';
import { userLocale } from '../user-locale.ts';
import { iconDraftOf, newIcons, startFaults, type IconDraft, type StartField } from './icon-draft.ts';
import { operandText } from './rule-words.ts';

/** The kinds of rules that Excel offers, in its order. */
export type DraftKind = 'values' | 'contain' | 'rank' | 'average' | 'repeated' | 'formula';

type CellValueRule = Extract<ConditionalRule, { kind: 'cellValue' }>;
type TextRule = Extract<ConditionalRule, { kind: 'text' }>;
type StateRule = Extract<ConditionalRule, { kind: 'state' }>;
type DateRule = Extract<ConditionalRule, { kind: 'date' }>;
type RankRule = Extract<ConditionalRule, { kind: 'rank' }>;
type AverageRule = Extract<ConditionalRule, { kind: 'average' }>;
type RepeatedRule = Extract<ConditionalRule, { kind: 'repeated' }>;

/** A point of a scale as it is being typed. */
export interface PointDraft {
  readonly kind: ScalePoint['kind'];
  readonly value: string;
  readonly colour: string;
}

/** A rule as it is being typed: what a person has entered for every kind of rule, of which one is meant. */
export interface RuleDraft {
  readonly kind: DraftKind;
  readonly scale: 'two' | 'three' | 'bar' | 'icons';
  readonly low: PointDraft;
  readonly middle: PointDraft;
  readonly high: PointDraft;
  readonly icons: IconDraft;
  readonly contain: 'cellValue' | 'text' | 'date' | StateRule['state'];
  readonly comparison: CellValueRule['comparison'];
  readonly first: string;
  readonly second: string;
  readonly match: TextRule['match'];
  readonly text: string;
  readonly period: DateRule['period'];
  readonly end: RankRule['end'];
  readonly count: string;
  readonly percent: boolean;
  readonly side: AverageRule['side'];
  readonly average: 'beyond' | 'orEqual' | 1 | 2 | 3;
  readonly repeated: RepeatedRule['values'];
  readonly formula: string;
}

/** The fields that hold what a person types. */
export type DraftField =
  | 'low'
  | 'middle'
  | 'high'
  | StartField
  | 'first'
  | 'second'
  | 'text'
  | 'count'
  | 'formula';

/** What Excel offers first. */
export const newDraft: RuleDraft = {
  kind: 'contain',
  scale: 'two',
  low: { kind: 'lowest', value: '', colour: '#F8696B' },
  middle: { kind: 'percentile', value: '50', colour: '#FFEB84' },
  high: { kind: 'highest', value: '', colour: '#63BE7B' },
  icons: newIcons('3TrafficLights1'),
  contain: 'cellValue',
  comparison: 'between',
  first: '',
  second: '',
  match: 'contains',
  text: '',
  period: 'yesterday',
  end: 'top',
  count: '10',
  percent: false,
  side: 'above',
  average: 'beyond',
  repeated: 'duplicate',
  formula: '',
};

/** Colour of a new data bar. */
const barColour = '#638EC6';

/** The draft with the first choices of a kind of scale. */
export function withScale(draft: RuleDraft, scale: RuleDraft['scale']): RuleDraft {
  const ends = scale === 'bar' ? (['automatic', 'automatic'] as const) : (['lowest', 'highest'] as const);
  return {
    ...draft,
    scale,
    low: { ...newDraft.low, kind: ends[0], ...(scale === 'bar' && { colour: barColour }) },
    high: { ...newDraft.high, kind: ends[1] },
  };
}

/** A rule as its fields show it. */
export function draftOf(rule: ConditionalRule): RuleDraft {
  switch (rule.kind) {
    case 'cellValue':
      return {
        ...newDraft,
        contain: 'cellValue',
        comparison: rule.comparison,
        first: operandText(rule.operand),
        second: rule.second === undefined ? '' : operandText(rule.second),
      };
    case 'text':
      return {
        ...newDraft,
        contain: 'text',
        match: rule.match,
        text: literalText(rule.operand) ?? rule.operand,
      };
    case 'state':
      return { ...newDraft, contain: rule.state };
    case 'date':
      return { ...newDraft, contain: 'date', period: rule.period };
    case 'formula':
      return { ...newDraft, kind: 'formula', formula: rule.formula };
    case 'rank':
      return {
        ...newDraft,
        kind: 'rank',
        end: rule.end,
        count: String(rule.count),
        percent: rule.percent ?? false,
      };
    case 'average': {
      const deviations = ([1, 2, 3] as const).find((count) => count === rule.deviations);
      return {
        ...newDraft,
        kind: 'average',
        side: rule.side,
        average: deviations ?? (rule.orEqual ? 'orEqual' : 'beyond'),
      };
    }
    case 'repeated':
      return { ...newDraft, kind: 'repeated', repeated: rule.values };
    case 'colourScale': {
      const [low, second, third] = rule.stops.map(({ at, colour }) => pointDraft(at, colour));
      if (!low || !second) return newDraft;
      const scale = { ...newDraft, kind: 'values', low } as const;
      return third
        ? { ...scale, scale: 'three', middle: second, high: third }
        : { ...scale, scale: 'two', high: second };
    }
    case 'dataBar':
      return {
        ...newDraft,
        kind: 'values',
        scale: 'bar',
        low: pointDraft(rule.low, rule.colour),
        high: pointDraft(rule.high, rule.colour),
      };
    case 'iconSet':
      return { ...newDraft, kind: 'values', scale: 'icons', icons: iconDraftOf(rule) };
    default:
      return rule satisfies never;
  }
}

function pointDraft(at: ScalePoint, colour: string): PointDraft {
  return { kind: at.kind, value: 'value' in at ? operandText(at.value) : '', colour };
}

/** The rule that a draft means, or what is wrong with which of its fields. */
export type ReadDraft =
  | { readonly rule: ConditionalRule; readonly fields: ReadonlyMap<string, DraftField> }
  | { readonly faults: Readonly<Partial<Record<DraftField, string>>> };

/** `fields` tells which field a formula of the rule was typed into. */
export function readDraft(draft: RuleDraft): ReadDraft {
  const faults: Partial<Record<DraftField, string>> = {};
  const fields = new Map<string, DraftField>();
  const read = (field: DraftField, text: string, reader: (text: string) => string | null, fault: string) => {
    const operand = reader(text);
    if (operand === null) faults[field] = fault;
    else fields.set(operand, field);
    return operand ?? '=0';
  };
  const valuePoint = (field: DraftField, kind: ValuePoint['kind'], value: string): ValuePoint => ({
    kind,
    value: read(field, value, numberOperand, 'Type a number or a formula.'),
  });
  const point = (field: 'low' | 'middle' | 'high'): ScalePoint => {
    const { kind, value } = draft[field];
    if (kind === 'lowest' || kind === 'highest' || kind === 'automatic') return { kind };
    return valuePoint(field, kind, value);
  };
  const rule = ((): ConditionalRule => {
    switch (draft.kind) {
      case 'values': {
        if (draft.scale === 'bar')
          return { kind: 'dataBar', low: point('low'), high: point('high'), colour: draft.low.colour };
        if (draft.scale === 'icons') {
          const { icons, starts, only } = draft.icons;
          Object.assign(faults, startFaults(starts));
          const from = starts.map(({ kind, value, above }, index) => ({
            at: valuePoint(`start${index}`, kind, value),
            ...(above && { above }),
          }));
          return { kind: 'iconSet', icons, from, ...(only && { iconOnly: only }) };
        }
        const fieldsOf =
          draft.scale === 'two' ? (['low', 'high'] as const) : (['low', 'middle', 'high'] as const);
        const stops = fieldsOf.map((field) => ({ at: point(field), colour: draft[field].colour }));
        return { kind: 'colourScale', stops };
      }
      case 'contain':
        return containRule(draft, read);
      case 'rank': {
        const count = Number(draft.count);
        const most = draft.percent ? 100 : 1000;
        if (!Number.isInteger(count) || count < 1 || count > most)
          faults.count = `Type a whole number from 1 to ${most}.`;
        return {
          kind: 'rank',
          end: draft.end,
          count,
          ...(draft.percent && { percent: true }),
        };
      }
      case 'average': {
        const { side, average } = draft;
        if (average === 'beyond') return { kind: 'average', side };
        return average === 'orEqual'
          ? { kind: 'average', side, orEqual: true }
          : { kind: 'average', side, deviations: average };
      }
      case 'repeated':
        return { kind: 'repeated', values: draft.repeated };
      case 'formula':
        return {
          kind: 'formula',
          formula: read('formula', draft.formula, formulaOperand, 'Type a formula, such as =A1>10.'),
        };
      default:
        return draft.kind satisfies never;
    }
  })();
  return Object.keys(faults).length > 0 ? { faults } : { rule, fields };
}

function containRule(
  draft: RuleDraft,
  read: (field: DraftField, text: string, reader: (text: string) => string | null, fault: string) => string,
): ConditionalRule {
  const { contain, comparison } = draft;
  const fault = 'Type a value or a formula.';
  if (contain === 'date') return { kind: 'date', period: draft.period };
  if (contain === 'text')
    return {
      kind: 'text',
      match: draft.match,
      operand: read('text', draft.text, operandOfText, 'Type a text.'),
    };
  if (contain !== 'cellValue') return { kind: 'state', state: contain };
  const operand = read('first', draft.first, valueOperand, fault);
  const hasTwo = comparison === 'between' || comparison === 'notBetween';
  return {
    kind: 'cellValue',
    comparison,
    operand,
    ...(hasTwo && { second: read('second', draft.second, valueOperand, fault) }),
  };
}

/** What is typed is read as an entry into a cell would be; null for nothing. */
function valueOperand(text: string): string | null {
  const { content } = readEntry(text.trim(), {}, userLocale());
  if (content === null) return null;
  return typeof content === 'string'
    ? operandOfText(plainText(content))
    : `=${String(content).toUpperCase()}`;
}

function numberOperand(text: string): string | null {
  const operand = valueOperand(text);
  return operand?.startsWith('="') ? null : operand;
}

/** A formula stays one; every other text is that text. */
function operandOfText(text: string): string | null {
  if (text === '') return null;
  return text.startsWith('=') && text.length > 1 ? text : textOperand(text);
}

function formulaOperand(text: string): string | null {
  const bare = text.trim().replace(/^=/, '');
  return bare === '' ? null : valueOperand(`=${bare}`);
}
