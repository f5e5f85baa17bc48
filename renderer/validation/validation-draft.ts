import { isFormula } from '../../shared/workbook/document.ts';
import { type Comparison, hasTwoEnds } from '../../shared/workbook/comparison.ts';
import { editText, readEntry } from '../../shared/workbook/entry.ts';
import {
  alertStyles,
  type ComparedRule,
  type ValidationRule,
  type ValidationSettings,
} from '../../shared/workbook/validation/validation.ts';
import { userLocale } from '../user-locale.ts';

export type RuleKind = ValidationRule['kind'];
export type AlertStyle = (typeof alertStyles)[number];

/** The settings of cells as they are being typed. */
export interface ValidationDraft {
  readonly kind: RuleKind;
  readonly operator: Comparison;
  readonly first: string;
  readonly second: string;
  readonly source: string;
  readonly formula: string;
  readonly ignoreBlank: boolean;
  readonly dropDown: boolean;
  readonly alerts: boolean;
  readonly style: AlertStyle;
  readonly alertTitle: string;
  readonly alertText: string;
  readonly tells: boolean;
  readonly title: string;
  readonly text: string;
}

/** A field of which something may be wrong. */
export type RuleField = 'first' | 'second' | 'source' | 'formula';

export type DraftFaults = Readonly<Partial<Record<RuleField, string>>>;

/** What Excel offers for cells without any settings. */
const newDraft: ValidationDraft = {
  kind: 'any',
  operator: 'between',
  first: '',
  second: '',
  source: '',
  formula: '',
  ignoreBlank: true,
  dropDown: true,
  alerts: true,
  style: 'stop',
  alertTitle: '',
  alertText: '',
  tells: true,
  title: '',
  text: '',
};

/** The draft of settings that cells have, with formulas as seen from where they are edited. */
export function draftOf(settings: ValidationSettings | undefined): ValidationDraft {
  if (!settings) return newDraft;
  const { rule, ignoreBlank, alert, message } = settings;
  return {
    ...newDraft,
    kind: rule.kind,
    ...('operator' in rule && {
      operator: rule.operator,
      first: endText(rule.first, rule.kind),
      second: rule.second === undefined ? '' : endText(rule.second, rule.kind),
    }),
    ...(rule.kind === 'list' && {
      source: typeof rule.source === 'string' ? rule.source : rule.source.join(', '),
      dropDown: rule.dropDown,
    }),
    ...(rule.kind === 'custom' && { formula: rule.formula }),
    ignoreBlank,
    alerts: rule.kind === 'any' || alert !== undefined,
    style: alert?.style ?? 'stop',
    alertTitle: alert?.title ?? '',
    alertText: alert?.text ?? '',
    title: message?.title ?? '',
    text: message?.text ?? '',
  };
}

const formats: Readonly<Partial<Record<RuleKind, string>>> = { date: 'yyyy-mm-dd', time: 'h:mm' };

function endText(end: number | string, kind: RuleKind): string {
  return typeof end === 'string' ? end : editText(end, formats[kind], userLocale());
}

/** The settings of a draft; null where the cells may hold anything and nothing is said. What is wrong is said field by field. */
export function readDraft(
  draft: ValidationDraft,
): { readonly settings: ValidationSettings | null } | { readonly faults: DraftFaults } {
  const rule = readRule(draft);
  if ('faults' in rule) return rule;
  const words = (title: string, text: string) => ({
    ...(title.trim() !== '' && { title }),
    ...(text.trim() !== '' && { text }),
  });
  const message = words(draft.title, draft.text);
  const hasMessage = draft.tells && Object.keys(message).length > 0;
  if (rule.kind === 'any' && !hasMessage) return { settings: null };
  return {
    settings: {
      rule,
      ignoreBlank: draft.ignoreBlank,
      ...(draft.alerts &&
        rule.kind !== 'any' && {
          alert: { style: draft.style, ...words(draft.alertTitle, draft.alertText) },
        }),
      ...(hasMessage && { message }),
    },
  };
}

function readRule(draft: ValidationDraft): ValidationRule | { readonly faults: DraftFaults } {
  switch (draft.kind) {
    case 'any':
      return { kind: 'any' };
    case 'custom': {
      const { content } = readEntry(draft.formula.trim());
      return isFormula(content)
        ? { kind: 'custom', formula: content }
        : { faults: { formula: 'Type a formula that begins with =.' } };
    }
    case 'list':
      return readList(draft);
    default:
      return readCompared(draft, draft.kind);
  }
}

/** Excel's limit on the items of a list, in characters. */
const longestItems = 255;

function readList({ source, dropDown }: ValidationDraft): ValidationRule | { readonly faults: DraftFaults } {
  const { content } = readEntry(source.trim());
  if (isFormula(content)) return { kind: 'list', source: content, dropDown };
  const items = source
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (items.length === 0)
    return { faults: { source: 'Type the items with commas between them, or = and where they stand.' } };
  if (items.join(',').length > longestItems)
    return {
      faults: { source: `The items have more than ${longestItems} characters: put them into cells.` },
    };
  return { kind: 'list', source: items, dropDown };
}

function readCompared(
  { operator, first, second }: ValidationDraft,
  kind: ComparedRule['kind'],
): ValidationRule | { readonly faults: DraftFaults } {
  const one = readEnd(first, kind);
  if (!hasTwoEnds(operator))
    return 'fault' in one ? { faults: { first: one.fault } } : { kind, operator, first: one.end };
  const other = readEnd(second, kind);
  if ('fault' in one || 'fault' in other) {
    return {
      faults: {
        ...('fault' in one && { first: one.fault }),
        ...('fault' in other && { second: other.fault }),
      },
    };
  }
  if (typeof one.end === 'number' && typeof other.end === 'number' && other.end < one.end)
    return { faults: { second: 'This is less than the other end.' } };
  return { kind, operator, first: one.end, second: other.end };
}

const examples: Readonly<Record<ComparedRule['kind'], string>> = {
  whole: 'a whole number',
  decimal: 'a number',
  date: 'a date such as 2026-12-31',
  time: 'a time such as 17:30',
  textLength: 'a whole number',
};

function readEnd(
  text: string,
  kind: ComparedRule['kind'],
): { readonly end: number | string } | { readonly fault: string } {
  const { content } = readEntry(text.trim(), {}, userLocale());
  if (isFormula(content)) return { end: content };
  const isWhole = kind === 'whole' || kind === 'textLength';
  if (typeof content === 'number' && (!isWhole || Number.isInteger(content))) return { end: content };
  return { fault: `Type ${examples[kind]}, or a formula that begins with =.` };
}
