import { failure, success, type Result } from '../../shared/result.ts';
import { addressText, maximumColumns, maximumRows, type Range } from '../../shared/workbook/address.ts';
import { maximumCells } from './block.ts';

/** Rows and columns of what is pasted. */
export interface BlockSize {
  readonly rows: number;
  readonly columns: number;
}

/**
 * The cells that a paste fills: in each direction as many as are chosen where that is a whole number of
 * copies, else one copy. Refused where that would go beyond the edge of the sheet.
 */
export function pasteRange(sheet: string, chosen: Range, { rows, columns }: BlockSize): Result<Range> {
  const chosenRows = chosen.bottom - chosen.top + 1;
  const chosenColumns = chosen.right - chosen.left + 1;
  const fits =
    (chosenRows === 1 || chosenRows % rows === 0) && (chosenColumns === 1 || chosenColumns % columns === 0);
  const height = fits && chosenRows > rows ? chosenRows : rows;
  const width = fits && chosenColumns > columns ? chosenColumns : columns;
  const range = {
    top: chosen.top,
    left: chosen.left,
    bottom: chosen.top + height - 1,
    right: chosen.left + width - 1,
  };
  const subject = addressText({ sheet, row: chosen.top, column: chosen.left });
  if (range.bottom >= maximumRows || range.right >= maximumColumns) {
    const what = `${counted(rows, 'row')} and ${counted(columns, 'column')}`;
    return failure({
      code: 'paste-beyond-sheet',
      message: `The clipboard holds ${what}, which do not fit on the sheet from ${subject} on.`,
      subject,
      remedy: 'Choose a cell further up or to the left, and paste again.',
    });
  }
  return height * width > maximumCells
    ? failure(tooManyCells('pasted', height * width, subject))
    : success(range);
}

/** The problem of more cells than can be copied or pasted at once. */
export function tooManyCells(done: 'copied' | 'pasted', count: number, subject: string) {
  return {
    code: 'too-many-cells',
    message: `${count.toLocaleString('en-US')} cells are too many to be ${done} at once; the limit is ${maximumCells.toLocaleString('en-US')}.`,
    subject,
    remedy: 'Take a smaller part at a time.',
  };
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
}
