import { useState } from 'react';
import { findingHeadings, findingKinds, type Finding } from '../../shared/audit/finding.ts';
import { useWorkspace } from '../use-workspace.ts';
import { useDesk, useLead } from './use-audit.ts';
import { walkLines } from '../components/walk-lines.ts';

/** What an audit found, by kind; each finding leads to its cells. */
export function FindingsPage() {
  const { audit } = useWorkspace();
  const { findings, auditing, findingsAreOld } = useDesk();
  return (
    <>
      <div className="page-actions">
        <button
          type="button"
          className="button"
          disabled={auditing}
          data-lands={findings?.length ? undefined : true}
          onClick={() => void audit.audit()}
        >
          {findings === null ? 'Audit the workbook' : 'Audit again'}
        </button>
        <span role="status">{stateWords(findings, auditing, findingsAreOld)}</span>
      </div>
      <div className="findings" onKeyDown={walkLines}>
        {findings &&
          findingKinds.map((kind) => {
            const ofKind = findings.filter((finding) => finding.kind === kind);
            return (
              ofKind.length > 0 && (
                <FindingGroup key={kind} heading={findingHeadings[kind]} findings={ofKind} />
              )
            );
          })}
      </div>
    </>
  );
}

function stateWords(findings: readonly Finding[] | null, auditing: boolean, old: boolean): string {
  if (auditing) return 'Auditing…';
  if (findings === null) return '';
  const count = findings.length;
  const words = count === 0 ? 'Nothing was found' : `${count} ${count === 1 ? 'finding' : 'findings'}`;
  return old ? `${words}, before the last change` : words;
}

function FindingGroup({
  heading,
  findings,
}: {
  readonly heading: string;
  readonly findings: readonly Finding[];
}) {
  return (
    <section>
      <h3>
        {heading}
        <span className="count">{findings.length}</span>
      </h3>
      <ul aria-label={heading}>
        {findings.map((finding, index) => (
          // Two findings may say the same of the same cells; they have no identity but their place.
          <FindingLine key={index} finding={finding} />
        ))}
      </ul>
    </section>
  );
}

/** A finding that leads to its cells: to one place after the other where there are several. */
function FindingLine({ finding: { cells, message, remedy } }: { readonly finding: Finding }) {
  const lead = useLead();
  const [shown, setShown] = useState(0);
  return (
    <li>
      <button
        type="button"
        className="finding"
        data-line
        data-lands
        onClick={() => {
          const place = cells[shown % cells.length];
          if (place) lead(place);
          setShown((shown % cells.length) + 1);
        }}
      >
        <span>{message}</span>
        <span className="remedy">{remedy}</span>
        {cells.length > 1 && shown > 0 && (
          <span className="remedy">
            Place {shown} of {cells.length}
          </span>
        )}
      </button>
    </li>
  );
}
