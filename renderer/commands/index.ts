import type { AppCommandId } from '../../shared/app-commands.ts';
import type { CommandAction, CommandContext } from './command-action.ts';
import { dataCommands } from './data-commands.ts';
import { editCommands } from './edit-commands.ts';
import { fileCommands } from './file-commands.ts';
import { formatCommands } from './format-commands.ts';
import { insertCommands } from './insert-commands.ts';
import { helpCommands } from './help-commands.ts';
import { presentCommands } from './present-commands.ts';
import { sheetCommands } from './sheet-commands.ts';
import { viewCommands } from './view-commands.ts';

/** What every command does, for the document that is open. */
export function commandActions(context: CommandContext): Readonly<Record<AppCommandId, CommandAction>> {
  return {
    ...fileCommands(context),
    ...editCommands(context),
    ...insertCommands(context),
    ...formatCommands(context),
    ...dataCommands(context),
    ...sheetCommands(context),
    ...viewCommands(context),
    ...presentCommands(context),
    ...helpCommands(context),
  };
}
