import { addressText, type Range } from '../address.ts';
import { hasTwoEnds } from '../comparison.ts';
import type { WorkbookDocument } from '../document.ts';
import { failure, success, type Result } from '../../result.ts';
import { disjointRanges, joined, withoutAll } from '../range-parts.ts';
import {
  firstCellOf,
  settingsAt,
  settingsKey,
  type Validation,
  type ValidationSettings,
} from '../validation/validation.ts';
import { sheetNamed } from './change-sheets.ts';

/**
 * The document with what cells may hold: these settings, whose formulas are as seen from the first
 * cell of the first range, or with null anything. Refuses an unknown sheet and a rule with one end too
 * few.
 */
export function withValidation(
  document: WorkbookDocument,
  { sheet: name, ranges }: Pick<Validation, 'sheet' | 'ranges'>,
  settings: ValidationSettings | null,
): Result<WorkbookDocument> {
  const found = sheetNamed(document, name);
  if (!found.ok) return found;
  const sheet = found.value.name;
  const given = firstCellOf({ ranges });
  if (settings && lacksEnd(settings)) {
    return failure({
      code: 'validation-incomplete',
      message: 'The rule compares with two figures, and the second is missing.',
      subject: addressText({ sheet, ...given }),
      remedy: 'Give both figures, or compare with one.',
    });
  }
  const before = document.validations ?? [];
  const others = before.flatMap((one) => (one.sheet === sheet ? withoutCells(one, ranges) : one));
  const after = settings
    ? withAdded(others, { ...settings, sheet, ranges: disjointRanges(ranges) }, given)
    : others;
  if (JSON.stringify(after) === JSON.stringify(before)) return success(document);
  const { validations: _, ...rest } = document;
  return success(after.length === 0 ? rest : { ...rest, validations: after });
}

function lacksEnd({ rule }: ValidationSettings): boolean {
  return 'operator' in rule && hasTwoEnds(rule.operator) && rule.second === undefined;
}

function withoutCells(validation: Validation, taken: readonly Range[]): Validation[] {
  const left = taken.reduce<readonly Range[]>(
    (ranges, range) => withoutAll(ranges, range),
    validation.ranges,
  );
  if (left === validation.ranges) return [validation];
  if (left.length === 0) return [];
  const ranges = joined(left);
  return [{ ...settingsAt(validation, firstCellOf({ ranges })), sheet: validation.sheet, ranges }];
}

/** The validations with one more: its cells join those of one that says the same, if there is one. */
function withAdded(
  validations: readonly Validation[],
  added: Validation,
  seenFrom: { readonly row: number; readonly column: number },
): Validation[] {
  const key = settingsKey(added, seenFrom);
  const same = validations.find(
    (one) => one.sheet === added.sheet && settingsKey(one, firstCellOf(one)) === key,
  );
  const ranges = joined([...(same?.ranges ?? []), ...added.ranges]);
  const { sheet: _, ranges: __, ...settings } = added;
  const together: Validation = {
    ...settingsAt(
      { ...settings, sheet: added.sheet, ranges: [cellRange(seenFrom)] },
      firstCellOf({ ranges }),
    ),
    sheet: added.sheet,
    ranges,
  };
  return same ? validations.map((one) => (one === same ? together : one)) : [...validations, together];
}

function cellRange({ row, column }: { readonly row: number; readonly column: number }): Range {
  return { top: row, left: column, bottom: row, right: column };
}
