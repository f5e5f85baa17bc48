import type { Command, PartCommand } from '../../shared/workbook/command.ts';
import type { ConditionalFormat } from '../../shared/workbook/conditional/conditional-format.ts';
import type { PastedCells } from './paste.ts';

/** What carries out a paste; nothing where it changes nothing. */
export function pasteParts(
  label: string,
  { cells, looks, notes, rules, sheet }: PastedCells,
  /** The conditional formats of the workbook after it; null where they stay. */
  formats: readonly ConditionalFormat[] | null = null,
): PartCommand[] {
  const commands: PartCommand[] = [];
  if (cells.length > 0) commands.push({ kind: 'setCells', label, cells });
  if (looks.length > 0) commands.push({ kind: 'setLooks', label, areas: looks });
  for (const note of notes) commands.push({ kind: 'setNote', label, ...note });
  commands.push(...rules.on(sheet, label));
  if (formats) commands.push({ kind: 'setConditionalFormats', label, formats });
  return commands;
}

/** Several commands as one step; null for none. */
export function asOneStep(label: string, commands: readonly PartCommand[]): Command | null {
  const [only] = commands;
  return commands.length > 1 ? { kind: 'several', label, commands: [...commands] } : (only ?? null);
}
