import { quoteSheet } from '../../shared/workbook/address.ts';
import { sendCommand, type SendContext } from './send-command.ts';

/** The first of `Sheet1`, `Sheet2`, … that is not taken. */
export function newSheetName(taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  let number = 1;
  while (names.has(`sheet${number}`)) number++;
  return `Sheet${number}`;
}

/** Adds an empty sheet after the one in view, and shows it; what is typed next goes there. True when it is there. */
export async function addSheet(context: SendContext): Promise<boolean> {
  return context.workspace.waiting.during(sendNewSheet(context));
}

async function sendNewSheet(context: SendContext): Promise<boolean> {
  const { session, view } = context.workspace;
  const name = newSheetName(session.sheetNames);
  const at = session.sheetNames.indexOf(view.sheet) + 1;
  const label = `Insert sheet ${quoteSheet(name)}`;
  if (!(await sendCommand(context, { kind: 'addSheet', label, name, at }))) return false;
  await context.workspace.showSheet(name);
  return true;
}

/** Deletes the sheet in view; true when it is gone. Nothing is asked, since it can be undone. */
export async function deleteSheet(context: SendContext): Promise<boolean> {
  const { sheet } = context.workspace.view;
  const label = `Delete sheet ${quoteSheet(sheet)}`;
  return context.workspace.waiting.during(sendCommand(context, { kind: 'deleteSheet', label, sheet }));
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
