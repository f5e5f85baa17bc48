import type { Workbook } from '../workbook/workbook.ts';
import { findBrokenPatterns } from './broken-patterns.ts';
import { findEmptyReferences } from './empty-references.ts';
import { findErrors, findLoops } from './errors.ts';
import type { Finding, FindingKind } from './finding.ts';
import { findNumbersAsText } from './numbers-as-text.ts';
import { Survey } from './survey.ts';
import { findTypedNumbers } from './typed-numbers.ts';
import { findUnusedInputs } from './unused-inputs.ts';

const detectors: Readonly<Record<FindingKind, (survey: Survey) => Finding[]>> = {
  error: findErrors,
  circular: findLoops,
  'broken-pattern': findBrokenPatterns,
  'number-as-text': findNumbersAsText,
  'empty-reference': findEmptyReferences,
  'typed-number': findTypedNumbers,
  'unused-input': findUnusedInputs,
};

/**
 * What a reviewer would ask about a workbook: the gravest kind first, then by sheet, row and column.
 * The same workbook gives the same findings in the same order. Nothing is changed.
 */
export function audit(workbook: Workbook): Finding[] {
  const survey = new Survey(workbook);
  const place = (finding: Finding): readonly [number, number, number] => {
    const [first] = finding.cells;
    return first ? [survey.sheetNames.indexOf(first.sheet), first.range.top, first.range.left] : [-1, -1, -1];
  };
  return Object.values(detectors).flatMap((detect) =>
    detect(survey)
      .map((finding) => ({ finding, at: place(finding) }))
      .toSorted(({ at: one }, { at: other }) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2])
      .map(({ finding }) => finding),
  );
}
