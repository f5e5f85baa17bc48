import { X } from 'lucide-react';
import { areaOf } from '../../shared/workbook/areas.ts';
import { cellLabels } from '../../shared/audit/cell-labels.ts';
import { addressText } from '../../shared/workbook/address.ts';
import { displayed } from '../session/displayed.ts';
import { useSessionTopic } from '../session/use-session.ts';
import { useSelection, useWorkspace } from '../use-workspace.ts';
import { useDesk, useLead } from './use-audit.ts';
import { walkLines } from '../components/walk-lines.ts';

/** Cells whose values stay in sight while others change. */
export function WatchPage() {
  const { session, audit } = useWorkspace();
  useSessionTopic(session, 'values');
  const { watched } = useDesk();
  const selection = useSelection();
  const lead = useLead();
  const isWatched = audit.isWatched(selection);

  return (
    <>
      <div className="page-actions">
        <button
          type="button"
          className="button"
          disabled={isWatched}
          data-lands
          onClick={() => audit.watch(selection)}
        >
          Watch {addressText(selection)}
        </button>
      </div>
      {watched.length === 0 && <p className="none">Watched cells show their values here.</p>}
      <ul className="watch-list" aria-label="Watched cells" onKeyDown={walkLines}>
        {watched.map((address) => {
          const at = addressText(address);
          const { row, column } = cellLabels(session, address);
          const format = session.styleOf(session.cell(address))?.format;
          return (
            <li key={at}>
              <button
                type="button"
                className="watch-line"
                data-line
                data-lands
                onClick={() => lead(areaOf(address))}
                onKeyDown={(event) => {
                  if (event.key === 'Delete') audit.unwatch(address);
                }}
              >
                <span className="place">{at}</span>
                <span className="words">{[row, column].filter(Boolean).join(', ')}</span>
                <span className="value">{displayed(session.value(address), format)}</span>
              </button>
              <button
                type="button"
                className="icon-button"
                aria-label={`Take ${at} out of the watch list`}
                title="Take out of the watch list"
                onClick={() => audit.unwatch(address)}
              >
                <X className="icon" strokeWidth={1.5} aria-hidden="true" />
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
