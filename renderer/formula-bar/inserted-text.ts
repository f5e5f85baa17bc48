import type { AppCommandId } from '../../shared/app-commands.ts';
import type { Address } from '../../shared/workbook/address.ts';
import { editText } from '../../shared/workbook/entry.ts';
import { contentOfValue } from '../clipboard/value-content.ts';
import type { Session } from '../session.ts';
import { userLocale } from '../user-locale.ts';

/** Commands that write a text into the cell that is edited, or open the active cell with it. */
const inserting = ['insert.date', 'insert.time', 'insert.formulaAbove', 'insert.valueAbove'] as const;
export type InsertingCommand = (typeof inserting)[number];

export function isInserting(id: AppCommandId | undefined): id is InsertingCommand {
  return inserting.some((one) => one === id);
}

/**
 * What the command writes into a cell, as it would be typed: the date or the time of now, or what the
 * cell above holds, as it stands there, or shows. Empty where nothing stands above.
 */
export function insertedText(
  id: InsertingCommand,
  session: Session,
  { sheet, row, column }: Address,
  now = new Date(),
): string {
  const two = (part: number) => String(part).padStart(2, '0');
  if (id === 'insert.date') return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  if (id === 'insert.time') return `${now.getHours()}:${two(now.getMinutes())}`;
  if (row === 0) return '';
  const above = { sheet, row: row - 1, column };
  const cell = session.cell(above);
  const shown = contentOfValue(session.value(above));
  const content = id === 'insert.formulaAbove' ? (cell?.content ?? shown) : shown;
  return editText(content, session.styleOf(cell)?.format, userLocale());
}
