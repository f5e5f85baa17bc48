import type { Command, PartCommand } from '../shared/workbook/command.ts';

/** Commands as one step of undo; null where there are none. */
export function oneStep(label: string, commands: PartCommand[]): Command | null {
  return commands.length > 1 ? { kind: 'several', label, commands } : (commands[0] ?? null);
}
