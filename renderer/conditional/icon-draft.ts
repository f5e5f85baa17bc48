import type { ConditionalRule, ValuePoint } from '../../shared/workbook/conditional/conditional-format.ts';
import { iconSets, type Icon, type IconSetName } from '../../shared/workbook/conditional/icons.ts';
import { operandText } from './rule-words.ts';

/** The field of the beginning of an icon, by its place among those that have one. */
export type StartField = `start${number}`;

/** Where an icon begins, as it is being typed. */
export interface StartDraft {
  readonly kind: ValuePoint['kind'];
  readonly value: string;
  readonly above: boolean;
}

/** An icon set as it is being chosen: the icons from the lowest numbers on, and where each but the first begins. */
export interface IconDraft {
  readonly icons: readonly (Icon | null)[];
  readonly starts: readonly StartDraft[];
  readonly only: boolean;
}

/** A set with the beginnings that Excel gives it. */
export function newIcons(name: IconSetName): IconDraft {
  const { icons } = iconSets[name];
  const starts = icons.slice(1).map((_icon, index): StartDraft => {
    const percent = Math.round(((index + 1) * 100) / icons.length);
    return { kind: 'percent', value: String(percent), above: false };
  });
  return { icons, starts, only: false };
}

/** The draft with the icons of a set; of as many as before, each begins where it did. */
export function withIconSet(draft: IconDraft, name: IconSetName): IconDraft {
  const fresh = newIcons(name);
  const starts = fresh.starts.length === draft.starts.length ? draft.starts : fresh.starts;
  return { ...draft, icons: fresh.icons, starts };
}

/** What is wrong with the numbers at which icons begin, by their fields, as Excel has it: parts of a hundred that are none, and ranges that overlap. */
export function startFaults(starts: readonly StartDraft[]): Readonly<Partial<Record<StartField, string>>> {
  const faults: Partial<Record<StartField, string>> = {};
  for (const [index, { kind, value }] of starts.entries()) {
    const number = numberIn(value);
    if (number === null) continue;
    const isPart = kind === 'percent' || kind === 'percentile';
    const before = starts[index - 1];
    const least = before?.kind === kind ? numberIn(before.value) : null;
    if (isPart && (number < 0 || number > 100)) faults[`start${index}`] = 'Type a number from 0 to 100.';
    else if (least !== null && number < least)
      faults[`start${index}`] = 'Type no less than for the icon below.';
  }
  return faults;
}

function numberIn(text: string): number | null {
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? null : number;
}

/** A rule as its fields show it. */
export function iconDraftOf({
  icons,
  from,
  iconOnly,
}: Extract<ConditionalRule, { kind: 'iconSet' }>): IconDraft {
  const starts = from.map(({ at, above }) => ({
    kind: at.kind,
    value: operandText(at.value),
    above: above ?? false,
  }));
  return { icons, starts, only: iconOnly ?? false };
}
