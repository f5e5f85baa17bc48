import type { Command } from '../../shared/workbook/command.ts';
import type { FilterCriterion, SheetFilter } from '../../shared/workbook/filter/sheet-filter.ts';
import { sendCommand, type SendContext } from '../commands/send-command.ts';
import { isEmptyRange, tableAround } from '../data/table-region.ts';
import { rangeText } from '../range-text.ts';
import { withCriterion } from './table-column.ts';

type Wanted = Extract<Command, { kind: 'setFilter' }>['filter'];

async function send(context: SendContext, label: string, sheet: string, filter: Wanted): Promise<void> {
  await context.workspace.waiting.during(sendCommand(context, { kind: 'setFilter', label, sheet, filter }));
}

/** Puts a filter on the chosen cells, or on the table around one, or takes the filter of the sheet away. */
export async function toggleFilter(context: SendContext): Promise<void> {
  const { session, view, editing } = context.workspace;
  if (!(await editing.commit())) return;
  await session.settled();
  const { sheet, row, column, range: chosen } = view.selection;
  const mirror = session.sheet(sheet);
  if (mirror.filter) {
    await send(context, `Filter of ${rangeText(sheet, mirror.filter.range)} off`, sheet, null);
    return;
  }
  const isOne = chosen.top === chosen.bottom && chosen.left === chosen.right;
  const range = isOne
    ? tableAround({ row, column }, session, sheet)
    : {
        ...chosen,
        bottom: Math.max(chosen.top, Math.min(chosen.bottom, mirror.usedRows - 1)),
        right: Math.max(chosen.left, Math.min(chosen.right, mirror.usedColumns - 1)),
      };
  if (isEmptyRange(range, mirror)) {
    context.onProblem({
      code: 'nothing-to-filter',
      message: 'There is nothing to filter here.',
      subject: rangeText(sheet, range),
      remedy: 'Choose a cell in a table, or all of its cells.',
    });
    return;
  }
  await send(context, `Filter ${rangeText(sheet, range)}`, sheet, { range, columns: [] });
}

/** Sets the criterion of a column, or, with null, takes it away; all criteria are applied anew. */
export async function filterColumn(
  context: SendContext,
  sheet: string,
  filter: SheetFilter,
  column: number,
  criterion: FilterCriterion | null,
): Promise<void> {
  const label = `${criterion ? 'Filter' : 'Clear filter of'} ${rangeText(sheet, { ...filter.range, left: column, right: column })}`;
  await send(context, label, sheet, {
    range: filter.range,
    columns: withCriterion(filter, column, criterion),
  });
}

/** Takes all criteria away, so that every row is seen; the filter stays on. */
export async function clearFilter(
  context: SendContext,
  sheet: string,
  { range }: SheetFilter,
): Promise<void> {
  await send(context, `Clear filter of ${rangeText(sheet, range)}`, sheet, { range, columns: [] });
}

/** Applies the criteria to the values that there are now. */
export async function reapplyFilter(
  context: SendContext,
  sheet: string,
  { range, columns }: SheetFilter,
): Promise<void> {
  await send(context, `Reapply filter of ${rangeText(sheet, range)}`, sheet, { range, columns });
}
