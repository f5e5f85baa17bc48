import { useEffect, useRef, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { SidePanel } from '../shell/side-panel.tsx';
import { useWorkspace } from '../use-workspace.ts';
import type { AuditTab } from './audit-desk.ts';
import { CellPage } from './cell-page.tsx';
import { FindingsPage } from './findings-page.tsx';
import { HistoryPage } from './history-page.tsx';
import { useDesk } from './use-audit.ts';
import { WatchPage } from './watch-page.tsx';
import './audit-panel.css';

const tabs: readonly { readonly id: AuditTab; readonly label: string }[] = [
  { id: 'cell', label: 'Cell' },
  { id: 'history', label: 'History' },
  { id: 'watch', label: 'Watch list' },
  { id: 'findings', label: 'Findings' },
];

const pages: Readonly<Record<AuditTab, () => React.ReactNode>> = {
  cell: CellPage,
  history: HistoryPage,
  watch: WatchPage,
  findings: FindingsPage,
};

/** What stands behind a cell, what was done to it, the cells that are watched, and the findings of an audit, at the right of the grid. */
export function AuditPanel({ onClose }: { readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const { audit } = workspace;
  const { tab } = useDesk();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => audit.comeIntoSight(), [audit]);
  // The panel takes room from the grid, and may have covered the chosen cell.
  useEffect(() => workspace.grid?.reveal(), [workspace]);
  const Page = pages[tab];

  const onTabKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[tabs.findIndex(({ id }) => id === tab) + step];
    if (step === 0 || !next) return;
    event.preventDefault();
    flushSync(() => audit.show(next.id));
    list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  };

  return (
    <SidePanel heading="Inspector" onClose={onClose}>
      <div className="audit-tabs" role="tablist" aria-label="Inspector" ref={list} onKeyDown={onTabKey}>
        {tabs.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            role="tab"
            className="audit-tab"
            data-words={label}
            aria-selected={id === tab}
            aria-controls="audit-page"
            tabIndex={id === tab ? 0 : -1}
            onClick={() => audit.show(id)}
          >
            {label}
          </button>
        ))}
      </div>
      <div
        className="audit-page"
        id="audit-page"
        role="tabpanel"
        aria-label={tabs.find(({ id }) => id === tab)?.label}
      >
        <Page />
      </div>
    </SidePanel>
  );
}
