import { Check } from 'lucide-react';
import { Menu, MenuItem, MenuSection, Separator } from 'react-aria-components';
import { Fragment } from 'react';
import { appCommands, type AppCommand } from '../../shared/app-commands.ts';
import type { AccessLetters } from './access-keys.ts';
import type { AppActions } from './app-actions.ts';
import { AccessLabel } from './access-label.tsx';
import { ariaKeys, keysOf, shortcutWords } from './shortcuts.ts';
import './command-menu.css';

export interface CommandMenuProps {
  readonly label: string;
  readonly groups: readonly (readonly AppCommand[])[];
  readonly letters: AccessLetters;
  readonly actions: AppActions;
  readonly onChoose: () => void;
}

/** Commands as a menu. One that cannot be used now is grey and says why. */
export function CommandMenu({ label, groups, letters, actions, onChoose }: CommandMenuProps) {
  const reasons = new Map(
    groups.flat().map(({ id }) => [id, actions.action(id).unavailable?.() ?? null] as const),
  );
  return (
    <Menu
      className="menu-list"
      aria-label={label}
      autoFocus="first"
      disabledKeys={[...reasons].flatMap(([id, reason]) => (reason === null ? [] : [id]))}
      onAction={(key) => {
        const chosen = appCommands.find(({ id }) => id === key);
        onChoose();
        if (chosen) actions.runFromMenu(chosen.id);
      }}
    >
      {groups.map((commands, index) => (
        <Fragment key={commands[0]?.id}>
          {index > 0 && <Separator className="menu-separator" />}
          <MenuSection aria-label={commands[0]?.label ?? label}>
            {commands.map((command) => (
              <CommandItem
                key={command.id}
                command={command}
                letter={letters.get(command) ?? ''}
                actions={actions}
                reason={reasons.get(command.id) ?? null}
              />
            ))}
          </MenuSection>
        </Fragment>
      ))}
    </Menu>
  );
}

interface CommandItemProps {
  readonly command: AppCommand;
  readonly letter: string;
  readonly actions: AppActions;
  readonly reason: string | null;
}

function CommandItem({ command, letter, actions, reason }: CommandItemProps) {
  const { id, label, shortcut } = command;
  const { chosen, label: words } = actions.action(id);
  const shown = words?.() ?? label;
  const keys = ariaKeys(keysOf(command));
  return (
    <MenuItem
      id={id}
      className="menu-item"
      textValue={reason === null ? shown : `${shown}: ${reason}`}
      // The item passes no such property on.
      ref={(element) => {
        if (keys !== undefined) element?.setAttribute('aria-keyshortcuts', keys);
      }}
    >
      <span className="menu-check">{chosen?.() && <Check className="icon" aria-label="chosen" />}</span>
      <span className="menu-label" title={reason ?? undefined}>
        <AccessLabel words={shown} letter={letter} />
        {reason !== null && <span className="hidden-words">. {reason}</span>}
      </span>
      {shortcut !== undefined && <kbd>{shortcutWords(shortcut)}</kbd>}
    </MenuItem>
  );
}
