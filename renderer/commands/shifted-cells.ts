import type { Axis } from '../../shared/workbook/structure/line-change.ts';
import { rangeText } from '../range-text.ts';
import { severalRanges, type ChosenLines } from './chosen-lines.ts';
import type { CommandAction, CommandContext } from './command-action.ts';
import { sendCommand } from './send-command.ts';

const words = {
  rows: { insert: 'Insert cells and shift down', delete: 'Delete cells and shift up' },
  columns: { insert: 'Insert cells and shift right', delete: 'Delete cells and shift left' },
} as const;

/**
 * Puts empty cells in the place of the chosen ones, or deletes these; those behind them go along an axis. Whole rows
 * or columns that are chosen come or go as what they are.
 */
export function shiftedCells(
  context: CommandContext,
  lines: ChosenLines,
  axis: Axis,
  what: 'insert' | 'delete',
): CommandAction {
  const { view, waiting, repeating } = context.workspace;
  const shift = async (): Promise<boolean> => {
    const { sheet, range } = view.selection;
    const label = `${what === 'insert' ? 'Insert' : 'Delete'} cells ${rangeText(sheet, range)}`;
    const inserts = what === 'insert';
    return sendCommand(context, { kind: 'shiftCells', label, sheet, range, axis, inserts });
  };
  return {
    run: async () => {
      const { axis: whole } = lines;
      if (whole === null) await repeating.do(words[axis][what], () => waiting.during(shift()));
      else await (what === 'insert' ? lines.insert(whole, 'before') : lines.delete(whole));
    },
    unavailable: () => severalRanges(view.selection),
  };
}
