import { withFixedSize } from '../shared/exchange/xlsx/fixed-arrays.ts';
import type { Address, Range } from '../shared/workbook/address.ts';
import type { SetCells } from '../shared/workbook/command.ts';
import { isFormula } from '../shared/workbook/document.ts';
import type { Entry } from '../shared/workbook/entry.ts';
import { relocateContent } from '../shared/workbook/relocate.ts';
import { rangesInSight } from './filter/rows-in-sight.ts';
import { cellsOf } from './grid/cells-of.ts';
import type { Session } from './session.ts';

/** The cells that an entry goes into, where it is not its own cell alone. */
export interface EntryTarget {
  /** The range with the cell of the entry last. */
  readonly ranges: readonly Range[];
  /** One array formula over that range, in place of a formula in each cell. */
  readonly asArray?: boolean;
}

/**
 * The cells that an entry writes; of several those that a filter shows. A formula in each cell has its
 * references moved along. As an array it stands in the first cell and fills the range exactly, as
 * Excel's Ctrl+Shift+Enter has it.
 */
export function entryCells(
  session: Session,
  address: Address,
  entry: Entry,
  target?: EntryTarget,
): SetCells['cells'] {
  if (!target) return [{ ...address, ...entry }];
  const range = target.ranges.at(-1);
  const { content, ...format } = entry;
  if (target.asArray && range && isFormula(content)) {
    const array = withFixedSize(content, range, (name) => session.name(name)?.range);
    return cellsOf(range, address.sheet).map((cell, place) =>
      place === 0 ? { ...cell, content: array, ...format } : { ...cell, content: null },
    );
  }
  return rangesInSight(session.sheet(address.sheet), target.ranges)
    .flatMap((one) => cellsOf(one, address.sheet))
    .map((cell) => ({ ...cell, content: relocateContent(content, address, cell), ...format }));
}
