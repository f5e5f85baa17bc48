import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { useSessionTopic } from '../session/use-session.ts';
import { useSelection, useWorkspace } from '../use-workspace.ts';
import './sheet-tabs.css';

/** The names of the sheets. The one in view is marked, and those where something has moved since saved. */
export function SheetTabs() {
  const workspace = useWorkspace();
  const { session, view } = workspace;
  useSessionTopic(session, 'file');
  const { sheet: shown } = useSelection();
  const list = useRef<HTMLDivElement>(null);

  return (
    <div
      className="sheet-tabs"
      role="tablist"
      aria-label="Sheets"
      ref={list}
      onWheel={(event) => {
        if (list.current && event.deltaX === 0) list.current.scrollLeft += event.deltaY;
      }}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        if (step === 0) return;
        event.preventDefault();
        const next = session.sheetNames[session.sheetNames.indexOf(shown) + step];
        if (next === undefined) return;
        flushSync(() => view.show(next));
        list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
      }}
    >
      {session.sheetNames.map((name) => {
        const { typed, moved } = session.sheet(name).sinceSaved;
        const changed = typed + moved > 0;
        return (
          <button
            type="button"
            role="tab"
            key={name}
            ref={name === shown ? bringIntoView : undefined}
            className="sheet-tab"
            data-words={name}
            data-changed={changed || undefined}
            aria-selected={name === shown}
            aria-label={changed ? `${name}, changed since saved` : name}
            tabIndex={name === shown ? 0 : -1}
            onClick={() => {
              void workspace.showSheet(name);
            }}
          >
            <span>{name}</span>
          </button>
        );
      })}
    </div>
  );
}

/** Called with the tab of the sheet that has just come into view. */
function bringIntoView(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
