import { useEffect } from 'react';
import { AuditPanel } from '../audit/audit-panel.tsx';
import { fetchTheRest } from '../components/fetched-later.ts';
import { FormulaBar } from '../formula-bar/formula-bar.tsx';
import { Grid } from '../grid/grid.tsx';
import type { Problem } from '../../shared/result.ts';
import type { AppActions } from './app-actions.ts';
import { ContextMenu } from './context-menu.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { HeadlineStrip } from './headline-strip.tsx';
import { SheetTabs } from './sheet-tabs.tsx';
import { StatusBar } from './status-bar.tsx';
import { SwitchBar } from './switch-bar.tsx';
import { TitleBar } from './title-bar.tsx';
import { ToastLine, type Toasts } from './toasts.tsx';
import type { Shown } from './window-state.ts';
import './window-frame.css';

export interface WorkbookWindowProps {
  readonly actions: AppActions;
  readonly shown: Shown;
  readonly onChange: (change: Partial<Shown>) => void;
  readonly toasts: Toasts;
  /** The licence key of the grid. */
  readonly gridKey: string;
  /** A command was refused. */
  readonly onProblem: (problem: Problem) => void;
}

/** The open workbook: bars, grid, tabs, and the menu of what was clicked. */
export function WorkbookWindow({
  actions,
  shown: { presenting, panel, renaming, contextMenu },
  onChange,
  toasts,
  gridKey,
  onProblem,
}: WorkbookWindowProps) {
  const { density } = actions.settings;
  useEffect(fetchTheRest, []);
  return (
    <div className="workbook-window" inert={presenting}>
      <TitleBar actions={actions} />
      <SwitchBar actions={actions} onProblem={onProblem} />
      <HeadlineStrip />
      <FormulaBar />
      <main className="work">
        <Grid
          density={density}
          licenceKey={gridKey}
          onProblem={onProblem}
          onContextMenu={(place, x, y) => onChange({ contextMenu: { place, x, y } })}
        />
        {panel === 'inspector' && <AuditPanel onClose={() => onChange({ panel: null })} />}
        {panel === 'history' && <HistoryPanel onClose={() => onChange({ panel: null })} />}
        <ToastLine toasts={toasts} />
      </main>
      <SheetTabs
        actions={actions}
        renaming={renaming}
        onRenaming={(sheet) => onChange({ renaming: sheet })}
        onContextMenu={(x, y) => onChange({ contextMenu: { place: 'tab', x, y } })}
        onProblem={onProblem}
      />
      <StatusBar density={density} />
      {contextMenu && (
        <ContextMenu at={contextMenu} actions={actions} onClose={() => onChange({ contextMenu: null })} />
      )}
    </div>
  );
}
