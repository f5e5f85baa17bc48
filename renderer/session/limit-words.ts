import type { CellValue } from '../../shared/workbook/document.ts';
import type { BrokenLimit } from '../../shared/workbook/limits.ts';
import { displayed } from './displayed.ts';

/** How a cell breaks its limit, in words; figures by `format`, the number format of the cell. */
export function limitWords(broken: BrokenLimit, format: string | undefined): string {
  if (broken.kind === 'outside') return `Outside its bounds, ${boundsWords(broken, format)}`;
  if (broken.kind === 'no number') return `Not a number; its bounds are ${boundsWords(broken, format)}`;
  return 'Its low or its high is not a number';
}

function boundsWords(
  { low, high }: { readonly low: CellValue; readonly high: CellValue },
  format: string | undefined,
): string {
  return `${boundWords(low, format)} to ${boundWords(high, format)}`;
}

/** Where the format has a sign for zero, a sentence still says 0. */
function boundWords(bound: CellValue, format: string | undefined): string {
  return bound === 0 ? '0' : displayed(bound, format);
}
