import type { CommandsOf } from '../../shared/app-commands.ts';
import { withDecimalPlaces } from '../../shared/workbook/decimal-places.ts';
import type { LookChange } from '../../shared/workbook/command.ts';
import type { CellStyle } from '../../shared/workbook/document.ts';
import { standardFormats } from '../../shared/workbook/standard-formats.ts';
import { rangesText } from '../range-text.ts';
import { chosenRanges } from '../sheet-view.ts';
import type { CommandAction, CommandContext } from './command-action.ts';
import { sendCommand, type SendContext } from './send-command.ts';

/** Number formats that Excel has keys for. */
const numberFormats = {
  'format.general': null,
  'format.number': standardFormats.number,
  'format.currency': standardFormats.currency,
  'format.percent': standardFormats.percent,
  'format.scientific': standardFormats.scientific,
  'format.date': standardFormats.date,
  'format.time': standardFormats.time,
} as const;

/** Changes the looks of the chosen cells as one step; says why where that is refused. */
export async function changeLooks(context: SendContext, label: string, look: LookChange): Promise<void> {
  const { selection } = context.workspace.view;
  const { sheet } = selection;
  const ranges = chosenRanges(selection);
  await sendCommand(context, {
    kind: 'setLooks',
    label: `${label} in ${rangesText(sheet, ranges)}`,
    areas: ranges.map((range) => ({ sheet, range, look })),
  });
}

/** The menu Format. What can be on or off is read from the active cell, as in Excel. */
export function formatCommands(context: CommandContext): Record<CommandsOf<'Format'>, CommandAction> {
  const { workspace, windowState } = context;
  const { session, view } = workspace;
  const style = (): CellStyle | undefined => session.styleOf(session.cell(view.selection));
  const number = (id: keyof typeof numberFormats, label: string): CommandAction => ({
    run: () => changeLooks(context, label, { format: numberFormats[id] }),
    chosen: () => (style()?.format ?? null) === numberFormats[id],
  });
  const decimals = (step: 1 | -1, label: string): CommandAction => ({
    run: () => {
      const format = withDecimalPlaces(style()?.format, session.value(view.selection), step);
      return changeLooks(context, label, { format: format ?? null });
    },
  });
  const align = (to: NonNullable<CellStyle['align']>): CommandAction => ({
    run: () => changeLooks(context, `Align ${to}`, { align: style()?.align === to ? null : to }),
    chosen: () => style()?.align === to,
  });
  const toggle = (part: 'strong' | 'wrap' | 'lineAbove' | 'lineBelow', label: string): CommandAction => ({
    run: () => changeLooks(context, label, { [part]: style()?.[part] ? null : true }),
    chosen: () => style()?.[part] === true,
  });
  return {
    'format.cells': { run: () => windowState.change({ page: 'formatCells' }) },
    'format.general': number('format.general', 'General format'),
    'format.number': number('format.number', 'Number format'),
    'format.currency': number('format.currency', 'Currency format'),
    'format.percent': number('format.percent', 'Percent format'),
    'format.scientific': number('format.scientific', 'Scientific format'),
    'format.date': number('format.date', 'Date format'),
    'format.time': number('format.time', 'Time format'),
    'format.moreDecimals': decimals(1, 'More decimals'),
    'format.fewerDecimals': decimals(-1, 'Fewer decimals'),
    'format.bold': toggle('strong', 'Bold'),
    'format.wrap': toggle('wrap', 'Wrap text'),
    'format.alignLeft': align('left'),
    'format.alignCenter': align('center'),
    'format.alignRight': align('right'),
    'format.lineAbove': toggle('lineAbove', 'Line above'),
    'format.lineBelow': toggle('lineBelow', 'Line below'),
  };
}
