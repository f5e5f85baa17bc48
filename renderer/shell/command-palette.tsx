import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { Workspace } from '../workspace.ts';
import type { AppActions } from './app-actions.ts';
import { paletteEntries, type PaletteEntry } from './palette-entries.ts';
import { search } from './palette-search.ts';
import './command-palette.css';

/** More would only be scrolled past. */
const mostShown = 60;

export interface CommandPaletteProps {
  readonly workspace: Workspace;
  readonly actions: AppActions;
  /** Keys of the entries chosen before, the last one first. */
  readonly recent: readonly string[];
  readonly onChoose: (key: string) => void;
  readonly onClose: () => void;
}

/** A search over everything that can be done and gone to. Enter takes the marked line. */
export function CommandPalette({ workspace, actions, recent, onChoose, onClose }: CommandPaletteProps) {
  const entries = useMemo(() => paletteEntries(workspace, actions), [workspace, actions]);
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(0);
  const found = useMemo(() => {
    // Names are many and have the name box too: they come when they are asked for.
    const offered = typed.trim() === '' ? entries.filter(({ kind }) => kind !== 'name') : entries;
    return search(offered, typed, recent).slice(0, mostShown);
  }, [entries, typed, recent]);
  const chosen = found[Math.min(marked, found.length - 1)];
  const listId = useId();
  const markedOption = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In a block: newer browsers give a promise here, which is no clean-up.
    markedOption.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const take = (entry: PaletteEntry | undefined) => {
    if (!entry || entry.unavailable !== null) return;
    onClose();
    onChoose(entry.key);
    workspace.inNextFrame(entry.choose);
  };
  const step = (by: number) => setMarked(Math.max(0, Math.min(found.length - 1, marked + by)));
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

  return (
    <ModalOverlay className="scrim palette-scrim" isOpen isDismissable onOpenChange={onClose}>
      <Modal className="palette float">
        <Dialog aria-label="Command palette" className="palette-body">
          <input
            type="text"
            role="combobox"
            aria-label="Search for a command, a sheet or a name"
            aria-expanded="true"
            aria-controls={listId}
            aria-activedescendant={chosen && `${listId}-${chosen.key}`}
            placeholder="Search for a command, a sheet or a name"
            spellCheck={false}
            autoComplete="off"
            autoFocus
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setMarked(0);
            }}
            onKeyDown={(event) => {
              const by = steps[event.key];
              if (by !== undefined) step(by);
              else if (event.key === 'Enter') take(chosen);
              else return;
              // The cells may have the keyboard by now, and the key is not for them.
              event.preventDefault();
              event.stopPropagation();
            }}
          />
          <div className="palette-list" role="listbox" id={listId} aria-label="Found">
            {found.map((entry, index) => (
              <PaletteLine
                key={entry.key}
                id={`${listId}-${entry.key}`}
                entry={entry}
                marked={entry === chosen}
                lineRef={entry === chosen ? markedOption : undefined}
                onPoint={() => setMarked(index)}
                onTake={() => take(entry)}
              />
            ))}
            {found.length === 0 && <p className="palette-none">Nothing fits these words.</p>}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface PaletteLineProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly marked: boolean;
  readonly lineRef: React.Ref<HTMLDivElement> | undefined;
  readonly onPoint: () => void;
  readonly onTake: () => void;
}

function PaletteLine({ id, entry, marked, lineRef, onPoint, onTake }: PaletteLineProps) {
  const { kind, label, detail, keys, unavailable } = entry;
  return (
    <div
      role="option"
      id={id}
      ref={lineRef}
      tabIndex={-1}
      aria-selected={marked}
      aria-disabled={unavailable !== null}
      className="palette-line"
      data-kind={kind}
      // The search field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={onPoint}
      onClick={onTake}
    >
      <span className="palette-label">{label}</span>
      <span className="palette-detail">{unavailable ?? detail}</span>
      {keys !== null && <kbd>{keys}</kbd>}
    </div>
  );
}
