import type { CommandsOf } from '../../shared/app-commands.ts';
import type { CommandAction, CommandContext } from './command-action.ts';

/** The menu Help. */
export function helpCommands({ windowState }: CommandContext): Record<CommandsOf<'Help'>, CommandAction> {
  return {
    'help.keys': { run: () => windowState.change({ page: 'keys' }) },
    'help.functions': { run: () => windowState.change({ page: 'functions' }) },
    'help.about': { run: () => windowState.change({ page: 'about' }) },
  };
}
