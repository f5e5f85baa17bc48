import { useRef, useState } from 'react';
import { Button, MenuTrigger, Popover } from 'react-aria-components';
import { menuGroups, menuLetters, menuTitles, type MenuTitle } from '../../shared/app-commands.ts';
import { useWorkspace } from '../use-workspace.ts';
import { accessLetter, lettersOfMenu, menuOfLetter, runByLetter } from './access-keys.ts';
import { AccessLabel } from './access-label.tsx';
import type { AppActions } from './app-actions.ts';
import { CommandMenu } from './command-menu.tsx';
import { onMac } from './shortcuts.ts';
import { useAltKey } from './use-alt-key.ts';
import './menu-bar.css';

/**
 * The program's menus, drawn from the one list of commands. Left and right walk from menu to menu, a letter
 * opens the menu or runs the command that has it as its access key.
 */
export function MenuBar({ actions }: { readonly actions: AppActions }) {
  const [open, setOpen] = useState<MenuTitle | null>(null);
  /** Keys were used last, and not the mouse: letters are underlined. */
  const [byKey, setByKey] = useState(false);
  const bar = useRef<HTMLElement>(null);
  const { editing } = useWorkspace();

  const walk = (from: MenuTitle, step: 1 | -1) => {
    const next = menuTitles[(menuTitles.indexOf(from) + step + menuTitles.length) % menuTitles.length];
    if (open === null) bar.current?.querySelector<HTMLElement>(`[data-menu="${next}"]`)?.focus();
    else setOpen(next ?? null);
  };

  /** Where nothing was chosen and no other menu is open, the sheet has the keyboard again. */
  const leave = () => {
    const { activeElement } = document;
    const isLeft = activeElement === document.body || activeElement?.closest('.menu-bar, .menu-popover');
    if (isLeft && !bar.current?.querySelector('[aria-expanded="true"]')) actions.focusSheet();
  };

  const isAltHeld = useAltKey(() => {
    const { activeElement } = document;
    if (open !== null || bar.current?.contains(activeElement)) {
      setOpen(null);
      actions.focusSheet();
    } else if (!editing.state && activeElement?.closest('.workbook-window'))
      bar.current?.querySelector<HTMLElement>('.menu-button')?.focus();
  });

  /** True where the key is an access key, and has done its work. */
  const takesLetter = (event: React.KeyboardEvent): boolean => {
    if (open !== null && runByLetter(event, lettersOfMenu(open), actions, () => setOpen(null))) return true;
    const letter = accessLetter(event);
    if (letter === null || event.nativeEvent.isComposing) return false;
    const menu = open === null || event.altKey ? menuOfLetter(letter) : undefined;
    if (menu === undefined) return false;
    if (!event.repeat) setOpen(menu);
    return true;
  };

  const underlines = open !== null && byKey ? true : undefined;
  return (
    <nav
      className="menu-bar"
      aria-label="Menu"
      ref={bar}
      data-letters={isAltHeld || underlines}
      onPointerDownCapture={() => setByKey(false)}
      onKeyDownCapture={(event) => {
        setByKey(true);
        if (!takesLetter(event)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {menuTitles.map((menu) => (
        <MenuTrigger
          key={menu}
          isOpen={open === menu}
          onOpenChange={(isOpen) => {
            setOpen((now) => (isOpen ? menu : now === menu ? null : now));
            if (!isOpen) requestAnimationFrame(leave);
          }}
        >
          <Button
            className="menu-button"
            data-menu={menu}
            render={(properties) => (
              <button
                {...properties}
                aria-keyshortcuts={onMac ? undefined : `Alt+${menuLetters.get(menu)}`}
              />
            )}
            onHoverStart={() => {
              if (open !== null) setOpen(menu);
            }}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') walk(menu, 1);
              else if (event.key === 'ArrowLeft') walk(menu, -1);
              else if (event.key === 'Escape') {
                setOpen(null);
                requestAnimationFrame(leave);
              } else event.continuePropagation();
            }}
          >
            <AccessLabel words={menu} letter={menuLetters.get(menu) ?? ''} />
          </Button>
          <Popover
            className="menu-popover float"
            placement="bottom start"
            offset={2}
            isNonModal
            shouldCloseOnInteractOutside={(element) => !bar.current?.contains(element)}
          >
            <div
              data-letters={underlines}
              onKeyDown={(event) => {
                if (event.key === 'ArrowRight') walk(menu, 1);
                else if (event.key === 'ArrowLeft') walk(menu, -1);
              }}
            >
              <CommandMenu
                label={menu}
                groups={menuGroups(menu)}
                letters={lettersOfMenu(menu)}
                actions={actions}
                onChoose={() => setOpen(null)}
              />
            </div>
          </Popover>
        </MenuTrigger>
      ))}
    </nav>
  );
}
