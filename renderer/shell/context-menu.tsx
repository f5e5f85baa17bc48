import { useRef } from 'react';
import { Popover } from 'react-aria-components';
import { contextGroups } from '../../shared/app-commands.ts';
import type { ContextPlace } from '../../shared/app-commands/listed-command.ts';
import { lettersOfContext, runByLetter } from './access-keys.ts';
import type { AppActions } from './app-actions.ts';
import { CommandMenu } from './command-menu.tsx';
import { onMac } from './shortcuts.ts';
import type { Shown } from './window-state.ts';

const words: Readonly<Record<ContextPlace, string>> = {
  cells: 'Cells',
  rows: 'Rows',
  columns: 'Columns',
  tab: 'Sheet',
};

export interface ContextMenuProps {
  readonly at: NonNullable<Shown['contextMenu']>;
  readonly actions: AppActions;
  readonly onClose: () => void;
}

/** The commands for what was clicked with the right button, from the one list. */
export function ContextMenu({ at: { place, x, y }, actions, onClose }: ContextMenuProps) {
  const letters = lettersOfContext(place);
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} style={{ position: 'fixed', left: x, top: y }} />
      <Popover
        className="menu-popover float"
        triggerRef={anchor}
        // Beside the point: so it moves up where there is not room enough below.
        placement="right top"
        offset={0}
        isNonModal={false}
        isOpen
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        <div
          data-letters={onMac ? undefined : true}
          onKeyDownCapture={(event) => {
            if (!runByLetter(event, letters, actions, onClose)) return;
            event.preventDefault();
            event.stopPropagation();
          }}
        >
          <CommandMenu
            label={words[place]}
            groups={contextGroups(place)}
            letters={letters}
            actions={actions}
            onChoose={onClose}
          />
        </div>
      </Popover>
    </>
  );
}
