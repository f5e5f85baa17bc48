import { quoteSheet } from '../../shared/workbook/address.ts';
import type { Problem } from '../../shared/result.ts';
import type { Workspace } from '../workspace.ts';
import { sendCommand, type SendContext } from './send-command.ts';

/** Excel's limit on the name of a sheet, in characters. */
const longestSheetName = 31;

/** The first of `Sheet1`, `Sheet2`, … that is not taken. */
export function newSheetName(taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  let number = 1;
  while (names.has(`sheet${number}`)) number++;
  return `Sheet${number}`;
}

/** What a copy of a sheet is called: `Deals (2)`, or the first number after it that is not taken, as in Excel. */
export function copiedSheetName(name: string, taken: readonly string[]): string {
  const names = new Set(taken.map((one) => one.toLowerCase()));
  const stem = name.replace(/ \([0-9]+\)$/, '');
  for (let number = 2; ; number++) {
    const end = ` (${number})`;
    const copied = stem.slice(0, longestSheetName - end.length) + end;
    if (!names.has(copied.toLowerCase())) return copied;
  }
}

/** Copies a sheet to a place among those that are shown, and shows the copy; what is typed next goes there. */
export async function copySheet(context: SendContext, sheet: string, to: number): Promise<boolean> {
  const { session } = context.workspace;
  const name = copiedSheetName(sheet, session.sheetNames);
  const next = session.shownSheetNames[to];
  const at = next === undefined ? session.sheetNames.length : session.sheetNames.indexOf(next);
  const label = `Copy sheet ${quoteSheet(sheet)}`;
  const copy = async () => {
    if (!(await sendCommand(context, { kind: 'copySheet', label, sheet, name, at }))) return false;
    await context.workspace.showSheet(name);
    return true;
  };
  return context.workspace.waiting.during(copy());
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

/** Gives a sheet another name; what is typed meanwhile waits. Gives why the name was refused, null when it was not. */
export async function renameSheet(
  { session, editing, waiting }: Workspace,
  sheet: string,
  name: string,
): Promise<Problem | null> {
  const label = `Rename ${quoteSheet(sheet)} to ${quoteSheet(name)}`;
  let problem: Problem | null = null;
  const rename = async () => {
    if (!(await editing.commit())) return false;
    const answer = await session.dispatch({ kind: 'renameSheet', label, sheet, name });
    if (!answer.ok) ({ problem } = answer);
    return answer.ok;
  };
  await waiting.during(rename());
  return problem;
}

/**
 * The place of a sheet among all others when it stands at a place among the others that are shown: before
 * the one that follows it there, or else at the end.
 */
export function placeAmongAll(
  all: readonly string[],
  shown: readonly string[],
  sheet: string,
  to: number,
): number {
  const next = shown.filter((name) => name !== sheet)[to];
  const others = all.filter((name) => name !== sheet);
  return next === undefined ? others.length : others.indexOf(next);
}

/** Hides the sheet in view, or shows one that is hidden. */
export async function setSheetHidden(context: SendContext, sheet: string, hidden: boolean): Promise<void> {
  const { workspace } = context;
  const label = `${hidden ? 'Hide' : 'Unhide'} sheet ${quoteSheet(sheet)}`;
  const sending = sendCommand(context, { kind: 'setSheetHidden', label, sheet, hidden });
  if ((await workspace.waiting.during(sending)) && !hidden) await workspace.showSheet(sheet);
}

/** Moves a sheet to another place in the order, counted from 0 without it. */
export async function moveSheet(context: SendContext, sheet: string, to: number): Promise<void> {
  await sendCommand(context, { kind: 'moveSheet', label: `Move sheet ${quoteSheet(sheet)}`, sheet, to });
}
