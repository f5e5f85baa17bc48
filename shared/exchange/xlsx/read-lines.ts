import type { readXlsx } from 'hucre/xlsx';
import { maximumColumns, maximumRows } from '../../workbook/address.ts';
import type { Sheet } from '../../workbook/document.ts';
import { complementOf, spansOf, type LineSpans } from '../../workbook/line-spans.ts';
import { attribute } from './sheet-parts.ts';

/* What a file says of whole rows and columns, beside the widths of columns. */

/** What a sheet of a file says of its lines, as the file library reads it. */
export type FileLines = Pick<Awaited<ReturnType<typeof readXlsx>>['sheets'][number], 'rowDefs' | 'columns'>;
type RowDef = NonNullable<ReturnType<NonNullable<FileLines['rowDefs']>['get']>>;

/** The lines of a sheet that are hidden in a file; `xml` is the part of the sheet. */
export function readLines(
  { rowDefs, columns }: FileLines,
  xml: string,
): Pick<Sheet, 'hiddenRows' | 'hiddenColumns'> {
  const hiddenRows = hidesOtherRows(xml)
    ? otherRows(xml, rowDefs)
    : rowsWith(rowDefs, ({ hidden }) => hidden);
  const hiddenColumns = spansOf(
    (columns ?? []).slice(0, maximumColumns).flatMap(({ hidden }, column) => (hidden ? [column] : [])),
  );
  return {
    ...(hiddenRows.length > 0 && { hiddenRows }),
    ...(hiddenColumns.length > 0 && { hiddenColumns }),
  };
}

function rowsWith(rowDefs: FileLines['rowDefs'], isWanted: (row: RowDef) => boolean | undefined): LineSpans {
  return spansOf(
    [...(rowDefs ?? [])]
      .flatMap(([row, def]) => (row >= 0 && row < maximumRows && isWanted(def) ? [row] : []))
      .toSorted((one, other) => one - other),
  );
}

/** Whether all rows of which the file says nothing are hidden: so Excel hides rows down to the last. */
function hidesOtherRows(xml: string): boolean {
  const [tag] = /<(?:\w+:)?sheetFormatPr\s[^>]*>/.exec(xml) ?? [];
  return /^(?:1|true)$/.test((tag && attribute(tag, 'zeroHeight')) ?? '');
}

function otherRows(xml: string, rowDefs: FileLines['rowDefs']): LineSpans {
  const shown = [...xml.matchAll(/<(?:\w+:)?row\s[^>]*?\br="(\d+)"/g)].flatMap(([, text]) => {
    const row = Number(text) - 1;
    return row >= 0 && row < maximumRows && !rowDefs?.get(row)?.hidden ? [row] : [];
  });
  return complementOf(spansOf(shown.toSorted((one, other) => one - other)), maximumRows);
}
