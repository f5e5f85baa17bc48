import type { CommandsOf } from '../../shared/app-commands.ts';
import type { CommandAction, CommandContext } from './command-action.ts';

/** The menu File. */
export function fileCommands({ documents }: CommandContext): Record<CommandsOf<'File'>, CommandAction> {
  return {
    'file.new': { run: () => documents.openNew() },
    'file.open': { run: () => documents.open() },
    'file.save': { run: () => documents.save() },
    'file.saveAs': { run: () => documents.saveAs() },
    'file.exportXlsx': { run: () => documents.exportXlsx() },
  };
}
