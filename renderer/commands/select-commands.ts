import { quoteSheet, type Range } from '../../shared/workbook/address.ts';
import { currentRegion } from '../grid/current-region.ts';
import { sameRange } from '../sheet-view.ts';
import type { CommandAction, CommandContext } from './command-action.ts';

type SelectCommandId =
  | 'edit.chooseAll'
  | 'edit.chooseRows'
  | 'edit.chooseColumns'
  | 'edit.chooseRegion'
  | 'edit.choosePrecedents'
  | 'edit.chooseDependents';

/** What the menu Edit selects. */
export function selectCommands({
  workspace,
  toasts,
}: CommandContext): Record<SelectCommandId, CommandAction> {
  const { session, view } = workspace;
  const choose = (change: Partial<Range>) => {
    const { selection } = view;
    view.select(selection, { ...selection.range, ...change });
  };
  const region = (): Range => {
    const sheet = session.sheet(view.sheet);
    const used = { rows: sheet.usedRows, columns: sheet.usedColumns };
    return currentRegion(view.selection, used, (row, column) => sheet.isFilled(row, column));
  };
  const traced = async (side: 'precedents' | 'dependents', none: string): Promise<boolean> => {
    const { selection } = view;
    const [first, ...others] = (await session.ask('trace', { address: selection }))[side];
    if (!first) {
      toasts.say(none);
      return true;
    }
    const { sheet, range } = first;
    const beside = others.filter((other) => other.sheet === sheet).map((other) => other.range);
    view.select({ sheet, row: range.top, column: range.left }, range, beside);
    const elsewhere = new Set(others.map((other) => other.sheet).filter((name) => name !== sheet));
    if (elsewhere.size > 0) toasts.say(`There are others on ${[...elsewhere].map(quoteSheet).join(', ')}`);
    return true;
  };
  return {
    'edit.chooseAll': {
      run: () => {
        const { range, others } = view.selection;
        const around = region();
        const isOne = around.top === around.bottom && around.left === around.right;
        // As in Excel the first time the table around the cell, then the whole sheet.
        if (!isOne && !(others.length === 0 && sameRange(range, around))) return choose(around);
        const { rows, columns } = workspace.grid?.extent() ?? { rows: 1, columns: 1 };
        return choose({ top: 0, left: 0, bottom: rows - 1, right: columns - 1 });
      },
    },
    'edit.chooseRows': {
      run: () => {
        const extent = workspace.grid?.extent();
        if (extent) choose({ left: 0, right: extent.columns - 1 });
      },
    },
    'edit.chooseColumns': {
      run: () => {
        const extent = workspace.grid?.extent();
        if (extent) choose({ top: 0, bottom: extent.rows - 1 });
      },
    },
    'edit.chooseRegion': { run: () => choose(region()) },
    'edit.choosePrecedents': {
      run: () => workspace.waiting.during(traced('precedents', 'This cell reads no other cells')),
    },
    'edit.chooseDependents': {
      run: () => workspace.waiting.during(traced('dependents', 'No formula reads this cell')),
    },
  };
}
