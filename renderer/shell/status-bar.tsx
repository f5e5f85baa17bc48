import { useMemo, useSyncExternalStore } from 'react';
import type { Settings } from '../../shared/host.ts';
import { cellReference } from '../../shared/workbook/address.ts';
import { foundWords } from '../filter/filter-state.ts';
import { displayed } from '../session/displayed.ts';
import { useSessionTopic } from '../session/use-session.ts';
import { useEditState, useSelection, useWorkspace } from '../use-workspace.ts';
import { ZoomControl } from './zoom-control.tsx';
import { selectionSummary } from './selection-summary.ts';
import { sourceWords } from './source-words.ts';
import './status-bar.css';

/** Excel's words for what the keys do to the selection. */
const modeWords = { none: 'Ready', extend: 'Extend Selection', add: 'Add to Selection' } as const;

const densityWords = { compact: 'Compact rows', regular: 'Regular rows', relaxed: 'Relaxed rows' } as const;

/** What is going on, what has changed since saved, and the sum of what is chosen. */
export function StatusBar({ density }: { readonly density: Settings['density'] }) {
  const { session, view } = useWorkspace();
  useSessionTopic(session, 'values');
  useSessionTopic(session, 'results');
  useSessionTopic(session, 'calculating');
  const selection = useSelection();
  const { mode } = view;
  const edit = useEditState();
  const found = foundWords(session.sheet(selection.sheet));
  const broken = session.brokenLimit(selection);
  const { typed, moved, path } = session.file;
  const wide = useSyncExternalStore(
    (listener) => {
      window.addEventListener('resize', listener);
      return () => window.removeEventListener('resize', listener);
    },
    () => window.innerWidth >= 1100,
  );
  const state =
    edit === null
      ? session.isCalculating
        ? 'Calculating…'
        : view.isEndMode
          ? 'End Mode'
          : modeWords[mode ?? 'none']
      : edit.problem
        ? 'Not taken'
        : `Editing ${cellReference(edit.address.row, edit.address.column)}`;

  return (
    <footer className="status-bar" aria-label="Status">
      <b className={edit?.problem ? 'refused' : undefined}>{state}</b>
      {found !== null && <span role="status">{found}</span>}
      {typed + moved > 0 && (
        <span className="since-saved">
          Since {path === null ? 'opened' : 'saved'}: {typed} {typed === 1 ? 'cell' : 'cells'} typed, {moved}{' '}
          moved
        </span>
      )}
      {session.resultsAreStale && <span>Results: recalculating…</span>}
      <span className="source-words">
        {broken !== null && <b className="refused">{broken}. </b>}
        {sourceWords(session.cell(selection))}
      </span>
      <SelectionFigures />
      {wide && <span>No account, no network</span>}
      <span>{densityWords[density]}</span>
      <ZoomControl />
    </footer>
  );
}

/** What the chosen cells come to, once they are two or more. */
function SelectionFigures() {
  const { session } = useWorkspace();
  const values = useSessionTopic(session, 'values');
  const selection = useSelection();
  // The values are those of the session: another version of them is another summary.
  const { count, numericalCount, numbers } = useMemo(
    () => ({ ...selectionSummary(session, selection), values }),
    [session, selection, values],
  );
  if (count < 2) return null;
  const figure = (label: string, value: number) => (
    <span>
      {label} <b>{displayed(value, numbers?.format)}</b>
    </span>
  );
  return (
    <>
      {numbers && figure('Average', numbers.average)}
      <span>
        Count <b>{count}</b>
      </span>
      {numericalCount > 0 && (
        <span>
          Numerical Count <b>{numericalCount}</b>
        </span>
      )}
      {numbers && figure('Min', numbers.min)}
      {numbers && figure('Max', numbers.max)}
      {numbers && figure('Sum', numbers.sum)}
    </>
  );
}
