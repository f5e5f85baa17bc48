import type { CommandsOf } from '../../shared/app-commands.ts';
import { overlap } from '../../shared/workbook/address.ts';
import { withoutFormats } from '../../shared/workbook/conditional/format-ranges.ts';
import { withDecimalPlaces } from '../../shared/workbook/decimal-places.ts';
import type { LookChange } from '../../shared/workbook/command.ts';
import type { CellStyle } from '../../shared/workbook/document.ts';
import { standardFormats } from '../../shared/workbook/standard-formats.ts';
import { rangesInSight } from '../filter/rows-in-sight.ts';
import { rangesText } from '../range-text.ts';
import { chosenRanges } from '../sheet-view.ts';
import { isBold } from '../../shared/workbook/role-look.ts';
import { borderAreas, borderChanges, type BorderChange } from '../format/border-areas.ts';
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

/** Changes the looks of the chosen cells, and their borders, as one step, which can be done again; says why where that is refused. */
export async function changeLooks(
  context: SendContext,
  label: string,
  look: LookChange,
  borders: BorderChange = {},
): Promise<void> {
  await context.workspace.repeating.do(label, () => changeChosen(context, label, look, borders));
}

async function changeChosen(
  context: SendContext,
  label: string,
  look: LookChange,
  borders: BorderChange,
): Promise<void> {
  const { session, view } = context.workspace;
  const { selection } = view;
  const { sheet } = selection;
  const ranges = chosenRanges(selection);
  const looked = Object.keys(look).length > 0 ? rangesInSight(session.sheet(sheet), ranges) : [];
  const areas = [
    ...looked.map((range) => ({ sheet, range, look })),
    ...ranges.flatMap((range) => borderAreas(sheet, range, borders)),
  ];
  if (areas.length === 0) return;
  await sendCommand(context, { kind: 'setLooks', label: `${label} in ${rangesText(sheet, ranges)}`, areas });
}

/** The menu Format. What can be on or off is read from the active cell, as in Excel. */
export function formatCommands(context: CommandContext): Record<CommandsOf<'Format'>, CommandAction> {
  const { workspace, windowState } = context;
  const { session, view } = workspace;
  const style = (): CellStyle | undefined => session.styleOf(session.cell(view.selection));
  /** Changes looks by what the active cell has, once what was sent before is there. */
  const changeBy = async (label: string, look: () => LookChange): Promise<unknown> => {
    const change = () => changeLooks(context, label, look());
    if (session.isSettled) return change();
    const changed = session.settled().then(change);
    return workspace.waiting.during(changed.then(() => true));
  };
  const number = (id: keyof typeof numberFormats, label: string): CommandAction => ({
    run: () => changeLooks(context, label, { format: numberFormats[id] }),
    chosen: () => (style()?.format ?? null) === numberFormats[id],
  });
  const decimals = (step: 1 | -1, label: string): CommandAction => ({
    run: () =>
      changeBy(label, () => {
        const format = withDecimalPlaces(style()?.format, session.value(view.selection), step);
        return { format: format ?? null };
      }),
  });
  const align = (to: NonNullable<CellStyle['align']>): CommandAction => ({
    run: () => changeBy(`Align ${to}`, () => ({ align: style()?.align === to ? null : to })),
    chosen: () => style()?.align === to,
  });
  const toggle = (part: 'italic' | 'strikethrough' | 'wrap', label: string): CommandAction => ({
    run: () => changeBy(label, () => ({ [part]: style()?.[part] ? null : true })),
    chosen: () => style()?.[part] === true,
  });
  const border = (id: keyof typeof borderChanges, label: string): CommandAction => ({
    run: () => changeLooks(context, label, {}, borderChanges[id]),
  });
  return {
    'format.conditional': { run: () => windowState.change({ page: 'conditionalFormats' }) },
    'format.clearConditional': {
      run: () => {
        const { sheet } = view.selection;
        const ranges = chosenRanges(view.selection);
        return sendCommand(context, {
          kind: 'setConditionalFormats',
          label: `Clear conditional formatting of ${rangesText(sheet, ranges)}`,
          formats: withoutFormats(session.conditionalFormats, sheet, ranges),
        });
      },
      unavailable: () => {
        const { sheet } = view.selection;
        const isFormatted = session.conditionalFormats.some(
          (format) =>
            format.sheet === sheet &&
            format.ranges.some((range) => chosenRanges(view.selection).some((one) => overlap(one, range))),
        );
        return isFormatted ? null : 'The chosen cells have no conditional formatting';
      },
    },
    'format.cells': { run: () => windowState.change({ page: 'formatCells' }) },
    'format.general': number('format.general', 'General format'),
    'format.number': number('format.number', 'Number format'),
    'format.currency': number('format.currency', 'Currency format'),
    'format.percent': number('format.percent', 'Percent format'),
    'format.scientific': number('format.scientific', 'Scientific format'),
    'format.date': number('format.date', 'Date format'),
    'format.time': number('format.time', 'Time format'),
    'format.moreDecimals': decimals(1, 'Increase decimal'),
    'format.fewerDecimals': decimals(-1, 'Decrease decimal'),
    // A role may be bold by itself, and is not where that is switched off.
    'format.bold': {
      run: () => changeBy('Bold', () => ({ strong: !isBold(style()) })),
      chosen: () => isBold(style()),
    },
    'format.italic': toggle('italic', 'Italic'),
    'format.underline': {
      run: () => changeBy('Underline', () => ({ underline: style()?.underline ? null : 'single' })),
      chosen: () => style()?.underline !== undefined,
    },
    'format.strikethrough': toggle('strikethrough', 'Strikethrough'),
    'format.textColour': { run: () => windowState.change({ page: 'textColour' }) },
    'format.fillColour': { run: () => windowState.change({ page: 'fillColour' }) },
    'format.styles': { run: () => windowState.change({ page: 'cellStyles' }) },
    'format.painter': {
      run: () => {
        if (workspace.painter.isOn) workspace.painter.end();
        else {
          workspace.painter.take(view.selection);
          const words = context.toasts.say('Choose the cells that are to look so. Escape ends it.');
          // They go with the brush.
          const stop = workspace.painter.subscribe(() => {
            if (workspace.painter.isOn) return;
            stop();
            context.toasts.dismiss(words);
          });
        }
      },
      chosen: () => workspace.painter.isOn,
    },
    'format.wrap': toggle('wrap', 'Wrap text'),
    'format.alignLeft': align('left'),
    'format.alignCenter': align('center'),
    'format.alignRight': align('right'),
    'format.bordersOutside': border('outside', 'Outside borders'),
    'format.bordersAll': border('all', 'All borders'),
    'format.borderTop': border('top', 'Top border'),
    'format.borderBottom': border('bottom', 'Bottom border'),
    'format.borderTotal': border('topAndDouble', 'Top and double bottom border'),
    'format.bordersNone': border('none', 'No border'),
    'format.borders': { run: () => windowState.change({ page: 'formatBorders' }) },
  };
}
