import type { CellValue } from '../../shared/workbook/document.ts';
import type { BrokenLimit } from '../../shared/workbook/limits.ts';
import { displayed } from './displayed.ts';

/** More choices than this are counted, not named: the list in the cell has them all. */
const mostChoicesNamed = 8;

/** How a cell breaks its limit, in words; figures by `format`, the number format of the cell. */
export function limitWords(broken: BrokenLimit, format: string | undefined): string {
  if (broken.kind === 'outside') return `Outside its bounds, ${boundsWords(broken, format)}`;
  if (broken.kind === 'no number') return `Not a number; its bounds are ${boundsWords(broken, format)}`;
  if (broken.kind === 'no bounds') return 'Its low or its high is not a number';
  const { choices } = broken;
  return choices.length > mostChoicesNamed
    ? `Not one of its ${choices.length} choices`
    : `Not one of its choices: ${choices.map((choice) => displayed(choice, format)).join(', ')}`;
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
