import { success, type Result } from '../../result.ts';
import type { ConditionalFormat } from '../conditional/conditional-format.ts';
import type { WorkbookDocument } from '../document.ts';
import { sheetNamed } from './change-sheets.ts';

/** The document with these conditional formats in place of its own. Refuses an unknown sheet. */
export function withConditionalFormats(
  document: WorkbookDocument,
  formats: readonly ConditionalFormat[],
): Result<WorkbookDocument> {
  const named: ConditionalFormat[] = [];
  for (const format of formats) {
    const sheet = sheetNamed(document, format.sheet);
    if (!sheet.ok) return sheet;
    named.push({ ...format, sheet: sheet.value.name });
  }
  const { conditionalFormats: before = [], ...others } = document;
  if (JSON.stringify(named) === JSON.stringify(before)) return success(document);
  return success(named.length === 0 ? others : { ...others, conditionalFormats: named });
}
