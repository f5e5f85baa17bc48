import type { SimpleCellAddress } from 'hyperformula';
import { namesOf, type Interpreter } from './hyperformula-internals.ts';

const adjusted = new WeakSet<object>();

/**
 * Lets a name of one cell stand for that cell, as in Excel. HyperFormula takes a name for a formula,
 * and the formula of an empty cell gives 0: `ISNUMBER(name)` was true and `name=""` false. It still
 * calculates the name first, so what depends on it waits for the cell.
 */
export function useNamedCells(interpreter: Interpreter): void {
  if (adjusted.has(interpreter)) return;
  adjusted.add(interpreter);
  const { find, cellOf, replaceFind } = namesOf(interpreter);
  const cells = new Map<object, { readonly address: SimpleCellAddress }>();
  replaceFind((name, sheet) => {
    const found = find(name, sheet);
    if (!found) return found;
    const known = cells.get(found);
    if (known) return known;
    const address = cellOf(found.address);
    const cell = address ? { address } : found;
    cells.set(found, cell);
    return cell;
  });
}
