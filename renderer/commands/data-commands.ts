import type { CommandsOf } from '../../shared/app-commands.ts';
import type { CommandAction, CommandContext } from './command-action.ts';

/** The menu Data. */
export function dataCommands(context: CommandContext): Record<CommandsOf<'Data'>, CommandAction> {
  const { workspace, windowState } = context;
  const { session } = workspace;
  return {
    'data.validation': { run: () => windowState.change({ page: 'validation' }) },
    'data.circleInvalid': {
      run: () => session.setMarksLimits(!session.marksLimits),
      chosen: () => session.marksLimits,
    },
  };
}
