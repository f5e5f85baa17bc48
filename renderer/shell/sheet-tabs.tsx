import { Plus } from 'lucide-react';
import { useRef, type CSSProperties } from 'react';
import { flushSync } from 'react-dom';
import { copySheet, moveSheet, placeAmongAll, renameSheet } from '../commands/sheets.ts';
import { onFill } from '../../shared/workbook/contrast.ts';
import type { Colour } from '../../shared/workbook/look.ts';
import type { Problem } from '../../shared/result.ts';
import { useSessionTopic } from '../session/use-session.ts';
import { useSelection, useWorkspace } from '../use-workspace.ts';
import type { AppActions } from './app-actions.ts';
import { SheetNameField } from './sheet-name-field.tsx';
import { shortcutWords } from './shortcuts.ts';
import { TabArrows } from './tab-arrows.tsx';
import { useTabDrag } from './use-tab-drag.ts';
import './sheet-tabs.css';

export interface SheetTabsProps {
  readonly actions: AppActions;
  /** The sheet whose name is being typed on its tab. */
  readonly renaming: string | null;
  readonly onRenaming: (sheet: string | null) => void;
  readonly onContextMenu: (x: number, y: number) => void;
  readonly onProblem: (problem: Problem) => void;
}

/**
 * The names of the sheets. The one in view is marked, and those where something has moved since saved.
 * A tab is dragged to another place, a copy of it with Ctrl held, and renamed with a double click.
 */
export function SheetTabs({ actions, renaming, onRenaming, onContextMenu, onProblem }: SheetTabsProps) {
  const workspace = useWorkspace();
  const { session, view } = workspace;
  useSessionTopic(session, 'file');
  useSessionTopic(session, 'sheets');
  const { sheet: shown } = useSelection();
  const list = useRef<HTMLDivElement>(null);
  const sheetNames = session.shownSheetNames;
  const context = { workspace, onProblem };
  const drag = useTabDrag(
    list,
    sheetNames,
    (sheet, to) => {
      void moveSheet(context, sheet, placeAmongAll(session.sheetNames, sheetNames, sheet, to)).then(() =>
        workspace.showSheet(sheet),
      );
    },
    (sheet, to) => void copySheet(context, sheet, to),
  );

  return (
    <div className="sheet-bar">
      <TabArrows list={list} version={session.version('sheets')} />
      <div
        className="sheet-tabs"
        role="tablist"
        aria-label="Sheets"
        ref={list}
        data-copies={drag.copies || undefined}
        onWheel={(event) => {
          if (list.current && event.deltaX === 0) list.current.scrollLeft += event.deltaY;
        }}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
          if (step === 0) return;
          event.preventDefault();
          const next = sheetNames[sheetNames.indexOf(shown) + step];
          if (next === undefined) return;
          flushSync(() => view.show(next));
          list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
        }}
      >
        {sheetNames.map((name, place) => {
          if (name === renaming)
            return (
              <SheetNameField
                key={name}
                name={name}
                onEnd={async (typed) => {
                  workspace.grid?.focus();
                  const refusal = typed === null ? null : await renameSheet(workspace, name, typed);
                  if (!refusal) onRenaming(null);
                  return refusal;
                }}
              />
            );
          const { typed, moved } = session.sheet(name).sinceSaved;
          const changed = typed + moved > 0;
          const { tabColour } = session.sheet(name);
          return (
            <button
              type="button"
              role="tab"
              key={name}
              ref={name === shown ? bringIntoView : undefined}
              className="sheet-tab"
              data-words={name}
              data-changed={changed || undefined}
              data-drop={drag.markOf(place)}
              style={tabColour === undefined ? undefined : colourOfTab(tabColour, name === shown)}
              aria-selected={name === shown}
              aria-label={changed ? `${name}, changed since saved` : name}
              tabIndex={name === shown ? 0 : -1}
              onPointerDown={(event) => drag.begin(name, event)}
              onMouseDown={(event) => {
                // A formula that goes on on another sheet keeps the keyboard.
                if (workspace.editing.state?.text.startsWith('=')) event.preventDefault();
              }}
              onClick={() => void workspace.showSheet(name)}
              onDoubleClick={() => onRenaming(name)}
              onContextMenu={(event) => {
                event.preventDefault();
                const { clientX, clientY } = event;
                void workspace.showSheet(name).then(() => onContextMenu(clientX, clientY));
              }}
            >
              <span>{name}</span>
            </button>
          );
        })}
      </div>
      <button
        type="button"
        className="new-sheet"
        aria-label="New sheet"
        title={`New sheet (${shortcutWords('Shift+F11')})`}
        onClick={() => actions.run('insert.sheet')}
      >
        <Plus className="icon" />
      </button>
    </div>
  );
}

/** The ground and the words of a coloured tab. Those of the sheet in view stay on the page, over its colour. */
function colourOfTab(colour: Colour, isShown: boolean): CSSProperties {
  return isShown
    ? { background: `linear-gradient(var(--page) 60%, ${colour})` }
    : { background: colour, color: onFill(colour, '#FFFFFF') };
}

/** Called with the tab of the sheet that has just come into view. */
function bringIntoView(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
