import { ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { areaOf, areaText } from '../../shared/workbook/areas.ts';
import { addressText, type Address, type Area } from '../../shared/workbook/address.ts';
import type { CellEvent } from '../../shared/workbook/change-log/cell-history.ts';
import { contentWords, entryWords, happeningWords } from '../../shared/workbook/change-log/change-words.ts';
import type { StepPlaces } from '../../shared/workbook/change-log/place-now.ts';
import type { CellContent } from '../../shared/workbook/document.ts';
import { editText } from '../../shared/workbook/entry.ts';
import { isDateFormat } from '../../shared/workbook/number-format.ts';
import type { Session } from '../session.ts';
import { useSessionTopic } from '../session/use-session.ts';
import { whenWords } from '../session/when-words.ts';
import { useWorkspace } from '../use-workspace.ts';
import { userLocale } from '../user-locale.ts';
import type { LoggedChanges } from '../workers/protocol.ts';
import { useDesk, useLead } from './use-audit.ts';
import { walkLines } from '../components/walk-lines.ts';
import './history-page.css';

/** Older events come when they are asked for. */
const shownAtOnce = 100;

/** More cells of a step than these are counted. */
const mostPlaces = 30;

/** Who did what to the chosen cell, or to the whole workbook, and when; each line opens to the whole step. */
export function HistoryPage() {
  const { inspected } = useDesk();
  const [isWhole, setWhole] = useState(false);
  const at = addressText(inspected);
  return (
    <>
      <div className="cell-heading">
        <h2>{isWhole ? 'Whole workbook' : at}</h2>
        <button
          type="button"
          className="button"
          aria-pressed={isWhole}
          title={isWhole ? `Only what was done to ${at}` : 'All that was done to the workbook'}
          onClick={() => setWhole(!isWhole)}
        >
          All changes
        </button>
      </div>
      <Events key={isWhole ? '' : at} of={isWhole ? null : inspected} />
    </>
  );
}

/** What was done to a cell, or with null to anything, the newest first. */
function Events({ of }: { readonly of: Address | null }) {
  const [most, setMost] = useState(shownAtOnce);
  const changes = useChanges(of, most);
  if (!changes) return null;
  const { events, older } = changes;
  if (events.length === 0)
    return (
      <p className="none">Nothing was done to {of ? 'this cell' : 'the workbook'} since the log began.</p>
    );
  return (
    <>
      <ul
        className="cell-events"
        aria-label={of ? `History of ${addressText(of)}` : 'History of the workbook'}
        onKeyDown={walkLines}
      >
        {events.map((event) => (
          <EventLine key={event.entry} event={event} address={of} />
        ))}
      </ul>
      {older > 0 && (
        <div className="page-actions">
          <button type="button" className="button" onClick={() => setMost(most + shownAtOnce)}>
            Show older
          </button>
          <span>{older} more</span>
        </div>
      )}
    </>
  );
}

interface EventLineProps {
  readonly event: CellEvent;
  /** The cell that is asked about; null where none is. */
  readonly address: Address | null;
}

/** One step: when and by whom, what it did to the cell, and what it was. */
function EventLine({ event, address }: EventLineProps) {
  const { session } = useWorkspace();
  const [isOpen, setOpen] = useState(false);
  const text = textIn(session, address);
  return (
    <li>
      <button
        type="button"
        className="cell-event"
        data-line
        data-lands
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronRight className="icon" strokeWidth={1.5} aria-hidden="true" />
        <span className="event-stamp">{[whenWords(event.at), event.who].filter(Boolean).join(' · ')}</span>
        {address && (
          <span className="event-what">
            {event.what.map((happening) => happeningWords(happening, text)).join(' · ')}
          </span>
        )}
        <span className={address ? 'event-step' : 'event-what'}>{entryWords(event)}</span>
      </button>
      {isOpen && <WholeStep entry={event.entry} isBack={event.kind === 'undo'} />}
    </li>
  );
}

/** All that a step did; each place leads to where it is now. */
function WholeStep({ entry, isBack }: { readonly entry: number; readonly isBack: boolean }) {
  const { session } = useWorkspace();
  const step = useStepPlaces(entry);
  if (!step) return null;
  const { cells, areas, count } = step;
  const rest = Math.max(0, cells.length - mostPlaces);
  return (
    <ul className="step-places" aria-label="The whole step">
      {cells.slice(0, mostPlaces).map(({ now, was, is, sheet, row, column }) => (
        <PlaceLine
          key={addressText({ sheet, row, column })}
          then={addressText({ sheet, row, column })}
          now={now && areaOf(now)}
          words={contentWords(isBack ? { was: is, is: was } : { was, is }, textIn(session, now))}
        />
      ))}
      {areas.map(({ area, now }) => (
        <PlaceLine key={areaText(area)} then={areaText(area)} now={now} words="" />
      ))}
      {rest + count > 0 && (
        <li className="step-rest">{count > 0 ? `${count} contents changed` : `and ${rest} more cells`}</li>
      )}
    </ul>
  );
}

interface PlaceLineProps {
  readonly then: string;
  /** Null where it is gone. */
  readonly now: Area | null;
  readonly words: string;
}

function PlaceLine({ then, now, words }: PlaceLineProps) {
  const lead = useLead();
  const here = now && areaText(now);
  return (
    <li>
      <button type="button" className="step-place" data-line disabled={!now} onClick={() => now && lead(now)}>
        <span className="place">{here ?? then}</span>
        <span className="words" title={words}>
          {[words, here === null ? 'gone' : here === then ? '' : `then ${then}`].filter(Boolean).join(', ')}
        </span>
      </button>
    </li>
  );
}

/** How contents of a cell are written: as such, since its format may have been another; in a date cell as dates. */
function textIn(session: Session, address: Address | null): (content: CellContent) => string {
  const format = address ? session.styleOf(session.cell(address))?.format : undefined;
  const date = format !== undefined && isDateFormat(format) ? format : undefined;
  return (content) => editText(content, date, userLocale());
}

/** The newest changes of a cell, or with null of the workbook, kept up to date; undefined until the engine has answered. */
function useChanges(of: Address | null, most: number): LoggedChanges | undefined {
  const { session } = useWorkspace();
  const version = useSessionTopic(session, 'history');
  const [changes, setChanges] = useState<LoggedChanges>();
  const { sheet, row = 0, column = 0 } = of ?? {};
  useEffect(() => {
    let wanted = true;
    const address = sheet === undefined ? null : { sheet, row, column };
    void session.ask('changes', { of: address, most }).then((found) => {
      if (wanted) setChanges(found);
    });
    return () => {
      wanted = false;
    };
  }, [session, version, sheet, row, column, most]);
  return changes;
}

/** What a step did, kept up to date; undefined until the engine has answered. */
function useStepPlaces(entry: number): StepPlaces | null | undefined {
  const { session } = useWorkspace();
  const version = useSessionTopic(session, 'history');
  const [step, setStep] = useState<StepPlaces | null>();
  useEffect(() => {
    let wanted = true;
    void session.ask('stepPlaces', { entry }).then((found) => {
      if (wanted) setStep(found);
    });
    return () => {
      wanted = false;
    };
  }, [session, version, entry]);
  return step;
}
