import { insertedText, type InsertingCommand } from '../formula-bar/inserted-text.ts';
import { rangeText } from '../range-text.ts';
import { withFormulaFormat } from '../session/entry-format.ts';
import { sumFor, sumsFor } from './auto-sum.ts';
import { severalRanges } from './chosen-lines.ts';
import type { CommandAction, CommandContext } from './command-action.ts';
import { sendCommand } from './send-command.ts';

/** What the menu Insert writes into cells. */
export function entryCommands(
  context: CommandContext,
): Record<'insert.sum' | InsertingCommand, CommandAction> {
  const { workspace } = context;
  const { session, view, editing } = workspace;
  const open = (text: string) => {
    if (text === '') return;
    workspace.grid?.reveal();
    editing.begin(view.selection, 'cell', text, false);
  };
  const inserted = (id: InsertingCommand): CommandAction => ({
    run: () => open(insertedText(id, session, view.selection)),
  });
  const fromAbove = (id: InsertingCommand): CommandAction => ({
    ...inserted(id),
    unavailable: () => (view.selection.row === 0 ? 'There is no row above' : null),
  });
  const sum = async () => {
    const { selection } = view;
    const { sheet, range } = selection;
    const mirror = session.sheet(sheet);
    if (range.top === range.bottom && range.left === range.right) return open(sumFor(selection, mirror));
    const cells = sumsFor(selection, mirror).map(({ row, column, formula }) => {
      const { format } = session.styleOf(session.cell({ sheet, row, column })) ?? {};
      return { sheet, row, column, ...withFormulaFormat(session, { content: formula }, sheet, format) };
    });
    if (cells.length === 0) return undefined;
    return sendCommand(context, { kind: 'setCells', label: `Sum of ${rangeText(sheet, range)}`, cells });
  };
  return {
    'insert.sum': { run: sum, unavailable: () => severalRanges(view.selection) },
    'insert.date': inserted('insert.date'),
    'insert.time': inserted('insert.time'),
    'insert.formulaAbove': fromAbove('insert.formulaAbove'),
    'insert.valueAbove': fromAbove('insert.valueAbove'),
  };
}
