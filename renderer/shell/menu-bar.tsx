import { Check } from 'lucide-react';
import { Fragment, useRef, useState } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover, Separator, Button } from 'react-aria-components';
import { appCommands, type AppCommand } from '../../shared/app-commands.ts';
import { useWorkspace } from '../use-workspace.ts';
import type { AppActions } from './app-actions.ts';
import { shortcutWords } from './shortcuts.ts';
import './menu-bar.css';

const menus = [...new Set(appCommands.map(({ menu }) => menu))];

/** The program's menus, drawn from the one list of commands. Left and right walk from menu to menu. */
export function MenuBar({ actions }: { readonly actions: AppActions }) {
  const [open, setOpen] = useState<string | null>(null);
  const bar = useRef<HTMLElement>(null);
  const { session } = useWorkspace();

  const walk = (from: AppCommand['menu'], step: 1 | -1) => {
    const next = menus[(menus.indexOf(from) + step + menus.length) % menus.length];
    if (open === null) bar.current?.querySelector<HTMLElement>(`[data-menu="${next}"]`)?.focus();
    else setOpen(next ?? null);
  };

  return (
    <nav className="menu-bar" aria-label="Menu" ref={bar}>
      {menus.map((menu) => (
        <MenuTrigger
          key={menu}
          isOpen={open === menu}
          onOpenChange={(isOpen) => setOpen((now) => (isOpen ? menu : now === menu ? null : now))}
        >
          <Button
            className="menu-button"
            data-menu={menu}
            onHoverStart={() => {
              if (open !== null) setOpen(menu);
            }}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') walk(menu, 1);
              else if (event.key === 'ArrowLeft') walk(menu, -1);
              else event.continuePropagation();
            }}
          >
            {menu}
          </Button>
          <Popover className="menu-popover float" placement="bottom start" offset={2} isNonModal={false}>
            <div
              onKeyDown={(event) => {
                if (event.key === 'ArrowRight') walk(menu, 1);
                else if (event.key === 'ArrowLeft') walk(menu, -1);
              }}
            >
              <Menu
                className="menu-list"
                aria-label={menu}
                autoFocus="first"
                onAction={(key) => {
                  const chosen = appCommands.find(({ id }) => id === key);
                  if (chosen) actions.run(chosen.id);
                }}
                disabledKeys={disabled(session.history)}
              >
                {appCommands
                  .filter((command) => command.menu === menu)
                  .map((command: AppCommand) => (
                    <Fragment key={command.id}>
                      {command.startsGroup && <Separator className="menu-separator" />}
                      <MenuItem id={command.id} className="menu-item" textValue={command.label}>
                        <span className="menu-check">
                          {isChosen(command.id, actions) && <Check className="icon" aria-label="chosen" />}
                        </span>
                        <span className="menu-label">{labelOf(command, session.history)}</span>
                        {command.shortcut && <kbd>{shortcutWords(command.shortcut)}</kbd>}
                      </MenuItem>
                    </Fragment>
                  ))}
              </Menu>
            </div>
          </Popover>
        </MenuTrigger>
      ))}
    </nav>
  );
}

interface History {
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
}

function disabled({ undoLabel, redoLabel }: History): string[] {
  return [...(undoLabel === null ? ['edit.undo'] : []), ...(redoLabel === null ? ['edit.redo'] : [])];
}

function labelOf({ id, label }: AppCommand, { undoLabel, redoLabel }: History): string {
  if (id === 'edit.undo' && undoLabel !== null) return `${label}: ${undoLabel}`;
  if (id === 'edit.redo' && redoLabel !== null) return `${label}: ${redoLabel}`;
  return label;
}

function isChosen(id: string, { settings }: AppActions): boolean {
  const chosen = [`view.theme${capital(settings.theme)}`, `view.density${capital(settings.density)}`];
  return chosen.includes(id);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
