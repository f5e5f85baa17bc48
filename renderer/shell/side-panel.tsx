import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWorkspace } from '../use-workspace.ts';
import './side-panel.css';

export interface SidePanelProps {
  readonly heading: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A panel at the right of the sheet. Escape goes back to the cells and leaves it open. */
export function SidePanel({ heading, onClose, children }: SidePanelProps) {
  const workspace = useWorkspace();
  return (
    <aside
      className="side-panel"
      aria-label={heading}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        workspace.grid?.focus();
      }}
    >
      <header className="panel-heading">
        <h2>{heading}</h2>
        <button
          type="button"
          className="panel-close"
          aria-label={`Close ${heading}`}
          onClick={() => {
            onClose();
            workspace.grid?.focus();
          }}
        >
          <X className="icon" />
        </button>
      </header>
      {children}
    </aside>
  );
}
