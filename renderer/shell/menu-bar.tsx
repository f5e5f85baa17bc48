import { useRef, useState } from 'react';
import { Button, MenuTrigger, Popover } from 'react-aria-components';
import { menuGroups, menuTitles, type MenuTitle } from '../../shared/app-commands.ts';
import type { AppActions } from './app-actions.ts';
import { CommandMenu } from './command-menu.tsx';
import './menu-bar.css';

/** The program's menus, drawn from the one list of commands. Left and right walk from menu to menu. */
export function MenuBar({ actions }: { readonly actions: AppActions }) {
  const [open, setOpen] = useState<MenuTitle | null>(null);
  const bar = useRef<HTMLElement>(null);

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

  return (
    <nav className="menu-bar" aria-label="Menu" ref={bar}>
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
            {menu}
          </Button>
          <Popover
            className="menu-popover float"
            placement="bottom start"
            offset={2}
            isNonModal
            shouldCloseOnInteractOutside={(element) => !bar.current?.contains(element)}
          >
            <div
              onKeyDown={(event) => {
                if (event.key === 'ArrowRight') walk(menu, 1);
                else if (event.key === 'ArrowLeft') walk(menu, -1);
              }}
            >
              <CommandMenu
                label={menu}
                groups={menuGroups(menu)}
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
