import type { Provenance } from '../../../workbook/document.ts';
import { label, type PlannedCell } from '../../language/plan.ts';

/** Where an assumed figure is from: register items, or an analyst's judgement. */
export function provenanceOf({
  benchmarkItems,
  reason,
}: {
  readonly benchmarkItems: readonly string[];
  readonly reason: string;
}): Provenance {
  return { kind: benchmarkItems.length > 0 ? 'benchmark' : 'assumption', sources: benchmarkItems, reason };
}

/** The same in the words of a column "Source". */
export function sourceWords(items: readonly string[]): PlannedCell {
  return label(
    items.length > 0 ? items.join(', ') : 'analyst’s assumption',
    items.length > 0 ? 'identifier' : 'note',
  );
}
