import { useEffect, useState } from 'react';
import type { HistoryStep } from '../../shared/workbook/step-history.ts';
import { walkLines } from '../components/walk-lines.ts';
import { useSessionTopic } from '../session/use-session.ts';
import { whenWords } from '../session/when-words.ts';
import { showStep } from '../show-step.ts';
import { useWorkspace } from '../use-workspace.ts';
import { SidePanel } from './side-panel.tsx';
import './history-panel.css';

interface Steps {
  readonly steps: readonly HistoryStep[];
  /** How many of them are done; the rest was taken back. */
  readonly done: number;
}

/** What stands before the first step. */
const asOpened: HistoryStep = { label: 'As opened', stamp: null };

/** All steps since the document was opened, the newest last. A click goes to the state after a step. */
export function HistoryPanel({ onClose }: { readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const { session, editing } = workspace;
  const version = useSessionTopic(session, 'history');
  const [{ steps, done }, setSteps] = useState<Partial<Steps>>({});
  useEffect(() => {
    let wanted = true;
    void session.ask('historySteps', {}).then((history) => {
      if (wanted) setSteps({ steps: [...history.done, ...history.undone], done: history.done.length });
    });
    return () => {
      wanted = false;
    };
  }, [session, version]);

  const isUndone = (place: number) => done !== undefined && place > done;
  const goTo = async (place: number) => {
    if (!(await editing.commit())) return;
    await showStep(workspace, session.goTo(place));
  };
  return (
    <SidePanel heading="History" onClose={onClose}>
      <ol className="history-steps" onKeyDown={walkLines}>
        {steps &&
          [asOpened, ...steps].map(({ label, stamp }, place) => (
            // A step has no name but its place.
            <li key={place}>
              <button
                type="button"
                ref={place === done ? bringIntoView : undefined}
                className="history-step"
                data-line
                data-undone={isUndone(place) || undefined}
                data-lands={place === done || undefined}
                aria-current={place === done ? 'step' : undefined}
                aria-label={isUndone(place) ? `${label}, undone` : undefined}
                tabIndex={place === done ? 0 : -1}
                title={label}
                onClick={() => void goTo(place)}
              >
                <span className="history-label">{label}</span>
                {stamp && (
                  <span className="history-stamp">
                    {[whenWords(stamp.at), stamp.who].filter(Boolean).join(' · ')}
                  </span>
                )}
              </button>
            </li>
          ))}
      </ol>
    </SidePanel>
  );
}

/** Called with the step that has just become the last one done. */
function bringIntoView(step: HTMLElement | null): void {
  step?.scrollIntoView({ block: 'nearest' });
}
