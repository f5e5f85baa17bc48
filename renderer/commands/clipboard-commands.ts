import { isTextField } from '../shell/text-field.ts';
import { shortcutWords } from '../shell/shortcuts.ts';
import type { CommandAction, CommandContext } from './command-action.ts';

type ClipboardCommandId = 'edit.cut' | 'edit.copy' | 'edit.paste' | 'edit.pasteValues' | 'edit.pasteSpecial';

/**
 * Cut, copy and paste from a menu. The browser turns each into the event that its keys give, which
 * goes to the text field that has the keyboard, or else to the grid.
 */
export function clipboardCommands({
  workspace,
  host,
  start,
  toasts,
}: CommandContext): Record<ClipboardCommandId, CommandAction> {
  const aim = () => {
    if (!isTextField(document.activeElement)) workspace.grid?.focus();
  };
  const carryOut = (command: 'cut' | 'copy') => {
    aim();
    document.execCommand(command);
  };
  return {
    'edit.cut': { run: () => carryOut('cut') },
    'edit.copy': { run: () => carryOut('copy') },
    'edit.paste': {
      run: async () => {
        aim();
        // No page may read the clipboard unasked; the desktop window pastes into itself instead.
        if (start.entry === 'desktop') await host.call('window.paste', {});
        else toasts.say(`A browser pastes by key only: press ${shortcutWords('Mod+V')}`);
      },
    },
    'edit.pasteValues': { run: () => workspace.grid?.pasteValues() },
    'edit.pasteSpecial': { run: () => workspace.grid?.pasteSpecial() },
  };
}
