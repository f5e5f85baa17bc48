import { expect, test } from 'vitest';
import { appCommands, type AppCommandId } from '../../shared/app-commands.ts';
import { defaultSettings } from '../../shared/host.ts';
import type { CommandAction } from '../../renderer/commands/command-action.ts';
import { appActions } from '../../renderer/shell/app-actions.ts';

test('a command that cannot be used now says why and does nothing', () => {
  const log: string[] = [];
  const actionOf = (id: AppCommandId): CommandAction => ({
    run: () => log.push(id),
    unavailable: () => (id === 'edit.undo' ? 'Nothing to undo' : null),
  });
  const commands = Object.fromEntries(appCommands.map(({ id }) => [id, actionOf(id)])) as Record<
    AppCommandId,
    CommandAction
  >;
  const actions = appActions(commands, defaultSettings, {
    focusSheet: () => log.push('focus'),
    inNextFrame: (step) => step(),
    tell: (message) => log.push(message),
  });
  actions.run('edit.undo');
  actions.run('edit.redo');
  actions.runFromMenu('edit.find');
  expect(log).toEqual(['Nothing to undo', 'edit.redo', 'focus', 'edit.find']);
});

test('no two commands have the same label', () => {
  const labels = appCommands.map(({ label }) => label);
  expect(labels).toEqual([...new Set(labels)]);
});
