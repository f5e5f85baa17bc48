import { useSyncExternalStore } from 'react';
import type { Settings } from '../../shared/host.ts';
import { cellReference } from '../../shared/workbook/address.ts';
import { displayed } from '../session/displayed.ts';
import { useSessionTopic } from '../session/use-session.ts';
import { useEditState, useSelection, useWorkspace } from '../use-workspace.ts';
import { selectionSummary } from './selection-summary.ts';
import { sourceWords } from './source-words.ts';
import './status-bar.css';

const densityWords = { compact: 'Compact rows', regular: 'Regular rows', relaxed: 'Relaxed rows' } as const;

/** What is going on, what has changed since saved, and the sum of what is chosen. */
export function StatusBar({ density }: { readonly density: Settings['density'] }) {
  const { session } = useWorkspace();
  useSessionTopic(session, 'values');
  useSessionTopic(session, 'results');
  const selection = useSelection();
  const edit = useEditState();
  const summary = selectionSummary(session, selection);
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
      ? 'Ready'
      : edit.problem
        ? 'Not taken'
        : `Editing ${cellReference(edit.address.row, edit.address.column)}`;

  return (
    <footer className="status-bar" aria-label="Status">
      <b className={edit?.problem ? 'refused' : undefined}>{state}</b>
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
      {summary.numbers > 0 && (
        <>
          <span>
            Average <b>{displayed(summary.average, summary.format)}</b>
          </span>
          <span>
            Count <b>{summary.count}</b>
          </span>
          <span>
            Sum <b>{displayed(summary.sum, summary.format)}</b>
          </span>
        </>
      )}
      {summary.numbers === 0 && summary.count > 1 && (
        <span>
          Count <b>{summary.count}</b>
        </span>
      )}
      {wide && <span>No account, no network</span>}
      <span>{densityWords[density]}</span>
    </footer>
  );
}
