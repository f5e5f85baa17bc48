import { columnLetters, contains, type Area, type Range } from '../../shared/workbook/address.ts';
import type { Command } from '../../shared/workbook/command.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import { sendCommand, type SendContext } from '../commands/send-command.ts';
import { rangeText } from '../range-text.ts';
import type { Session } from '../session.ts';
import type { Selection } from '../sheet-view.ts';
import { isEmptyRange, seemsToHaveHeader, tableAround } from './table-region.ts';

/** Cells to sort, and whether their first row holds headings. */
export interface SortArea extends Area {
  readonly hasHeader: boolean;
}

export type SortKeys = Extract<Command, { kind: 'sortRange' }>['keys'];

/** Of whole columns the part that is used. */
function usedPart({ top, left, bottom, right }: Range, session: Session, sheet: string): Range {
  const { usedRows, usedColumns } = session.sheet(sheet);
  return {
    top,
    left,
    bottom: Math.max(top, Math.min(bottom, usedRows - 1)),
    right: Math.max(left, Math.min(right, usedColumns - 1)),
  };
}

function isOneCell({ top, left, bottom, right }: Range): boolean {
  return top === bottom && left === right;
}

/** The table that the chosen cell stands in: that of the filter, or the cells around it. */
function tableOf({ sheet, row, column }: Selection, session: Session): SortArea {
  const mirror = session.sheet(sheet);
  const { filter } = mirror;
  if (filter && contains(filter.range, row, column)) return { sheet, range: filter.range, hasHeader: true };
  const range = tableAround({ row, column }, session, sheet);
  return { sheet, range, hasHeader: seemsToHaveHeader(range, session, sheet) };
}

/**
 * What is meant by sorting now: the chosen cells, or, of one, the table in which it stands. Refuses
 * where there is nothing to sort.
 */
export function areaToSort(selection: Selection, session: Session): Result<SortArea> {
  const { sheet } = selection;
  const chosen = usedPart(selection.range, session, sheet);
  const area = isOneCell(selection.range)
    ? tableOf(selection, session)
    : { sheet, range: chosen, hasHeader: seemsToHaveHeader(chosen, session, sheet) };
  if (!isEmptyRange(area.range, session.sheet(sheet)) && area.range.bottom > area.range.top)
    return success(area);
  return failure({
    code: 'nothing-to-sort',
    message: 'There is nothing to sort here.',
    subject: rangeText(sheet, area.range),
    remedy: 'Choose a cell in a table, or all cells to sort.',
  });
}

/** The table with all columns beside the chosen cells that belong to them; null where they are all chosen. */
export function widerTable(selection: Selection, session: Session): SortArea | null {
  const { sheet, range } = selection;
  if (isOneCell(range)) return null;
  const mirror = session.sheet(sheet);
  const { filter } = mirror;
  const chosen = usedPart(range, session, sheet);
  const isInFilter = filter !== undefined && contains(filter.range, selection.row, selection.column);
  const around = isInFilter ? filter.range : tableAround(selection, session, sheet);
  if (around.left >= chosen.left && around.right <= chosen.right) return null;
  const wider = {
    ...chosen,
    left: Math.min(around.left, chosen.left),
    right: Math.max(around.right, chosen.right),
  };
  return { sheet, range: wider, hasHeader: seemsToHaveHeader(wider, session, sheet) };
}

/** Sorts cells as one step; says why where that is refused. */
export async function sortCells(
  context: SendContext,
  { sheet, range, hasHeader }: SortArea,
  keys: SortKeys,
): Promise<boolean> {
  const by = keys.map(({ column }) => columnLetters(column)).join(', ');
  const command: Command = {
    kind: 'sortRange',
    label: `Sort ${rangeText(sheet, range)} by ${by}`,
    sheet,
    range,
    keys,
    hasHeader,
    locale: navigator.language,
  };
  return context.workspace.waiting.during(sendCommand(context, command));
}

/** Which of two orders: ascending or descending. */
export type SortDirection = 'ascending' | 'descending';

/**
 * Sorts by the active column: the chosen cells, or the table around one. Where cells beside the chosen
 * ones belong to them, `ask` is to ask which are meant.
 */
export async function sortByActiveColumn(
  context: SendContext,
  direction: SortDirection,
  ask: (direction: SortDirection) => void,
): Promise<void> {
  const { session, view, editing } = context.workspace;
  if (!(await editing.commit())) return;
  await session.settled();
  const { selection } = view;
  if (widerTable(selection, session)) {
    ask(direction);
    return;
  }
  const area = areaToSort(selection, session);
  if (area.ok)
    await sortCells(context, area.value, [
      { column: selection.column, descending: direction === 'descending' },
    ]);
  else context.onProblem(area.problem);
}
