import { quoteSheet } from '../../shared/workbook/address.ts';
import { sendCommand, type SendContext } from './send-command.ts';

/** The first of `Sheet1`, `Sheet2`, … that is not taken. */
export function newSheetName(taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  let number = 1;
  while (names.has(`sheet${number}`)) number++;
  return `Sheet${number}`;
}

/** Adds an empty sheet after the one in view, and shows it. */
export async function addSheet(context: SendContext): Promise<void> {
  const { session, view } = context.workspace;
  const name = newSheetName(session.sheetNames);
  const at = session.sheetNames.indexOf(view.sheet) + 1;
  if (await sendCommand(context, { kind: 'addSheet', label: `Insert sheet ${quoteSheet(name)}`, name, at }))
    await context.workspace.showSheet(name);
}

/** Deletes the sheet in view; true when it is gone. Nothing is asked, since it can be undone. */
export async function deleteSheet(context: SendContext): Promise<boolean> {
  const { sheet } = context.workspace.view;
  return sendCommand(context, { kind: 'deleteSheet', label: `Delete sheet ${quoteSheet(sheet)}`, sheet });
}

/** Gives a sheet another name. */
export async function renameSheet(context: SendContext, sheet: string, name: string): Promise<void> {
  const label = `Rename ${quoteSheet(sheet)} to ${quoteSheet(name)}`;
  await sendCommand(context, { kind: 'renameSheet', label, sheet, name });
}

/** Moves a sheet to another place in the order, counted from 0 without it. */
export async function moveSheet(context: SendContext, sheet: string, to: number): Promise<void> {
  await sendCommand(context, { kind: 'moveSheet', label: `Move sheet ${quoteSheet(sheet)}`, sheet, to });
}
