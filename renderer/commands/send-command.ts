import type { Command } from '../../shared/workbook/command.ts';
import type { CommandContext } from './command-action.ts';

/** What a command of the workbook is sent with. */
export type SendContext = Pick<CommandContext, 'workspace' | 'onProblem'>;

/** Takes the entry under way and sends a command; true when both were taken, and why not is said. */
export async function sendCommand({ workspace, onProblem }: SendContext, command: Command): Promise<boolean> {
  const { session, editing } = workspace;
  if (!(await editing.commit())) return false;
  const answer = await session.dispatch(command);
  if (!answer.ok) onProblem(answer.problem);
  return answer.ok;
}
