import { isCellError, type CellValue } from '../document.ts';

/** Numbers come first, then texts, FALSE, TRUE, and errors, which are all alike. */
function kindOf(value: Exclude<CellValue, null>): number {
  if (typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  return isCellError(value) ? 3 : 2;
}

/** Hyphens and apostrophes, which do not count until two texts are alike without them. */
const passedOver = /['\u2019\u00AD\u2010\u2011-]/g;

const collators = new Map<string, Intl.Collator>();

function collatorOf(locale: string): Intl.Collator {
  const known = collators.get(locale);
  if (known) return known;
  const [supported = 'en-US'] = Intl.Collator.supportedLocalesOf(locale);
  const collator = new Intl.Collator(supported, { sensitivity: 'accent', caseFirst: 'false' });
  collators.set(locale, collator);
  return collator;
}

/**
 * Negative, 0 or positive as one value sorts before, with or after another in ascending order: texts
 * as the language has them, whatever their case. Empty cells are for the caller, since they are last
 * in both directions. Source: Microsoft, "Sort data in a range or table" and "Default sort orders".
 */
export function sortOrder(
  locale: string,
): (one: Exclude<CellValue, null>, other: Exclude<CellValue, null>) => number {
  const collator = collatorOf(locale);
  const compareTexts = (one: string, other: string): number => {
    const [left, right] = [one.replace(passedOver, ''), other.replace(passedOver, '')];
    const order = collator.compare(left, right);
    if (order !== 0) return order;
    // Of two that differ in nothing else, the one with the hyphen is last.
    return one.length - left.length - (other.length - right.length);
  };
  return (one, other) => {
    const kinds = kindOf(one) - kindOf(other);
    if (kinds !== 0) return kinds;
    if (typeof one === 'string' && typeof other === 'string') return compareTexts(one, other);
    if (isCellError(one) || isCellError(other)) return 0;
    return Number(one) - Number(other);
  };
}
