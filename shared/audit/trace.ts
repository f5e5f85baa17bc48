import type { Address, Area } from '../workbook/address.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { areasOf } from '../workbook/areas.ts';

/** What a cell is worked out from and what is worked out from it, one step in each direction. */
export interface Trace {
  /** The cells and ranges that its formula names, in the order of the formula, the same once. */
  readonly precedents: readonly Area[];
  /** The cells whose formulas read it, neighbours together; its own sheet first, then by sheet, row and column. */
  readonly dependents: readonly Area[];
}

/** Traces a cell one step, across sheets, names resolved. */
export function traceOf(workbook: Workbook, address: Address): Trace {
  const sheets = workbook.document.sheets.map(({ name }) => name);
  // A cell may be gone by the time it is asked about.
  if (!sheets.includes(address.sheet)) return { precedents: [], dependents: [] };
  const precedents = new Map(
    workbook.precedents(address).map((area) => [JSON.stringify([area.sheet, area.range]), area]),
  );
  const order = [address.sheet, ...sheets.filter((name) => name !== address.sheet)];
  return {
    precedents: [...precedents.values()],
    dependents: areasOf(workbook.readers(address), order),
  };
}
