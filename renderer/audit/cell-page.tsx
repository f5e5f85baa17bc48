import { Eye, EyeOff } from 'lucide-react';
import { useMemo } from 'react';
import { cellLabels } from '../../shared/audit/cell-labels.ts';
import { addressText, type Address } from '../../shared/workbook/address.ts';
import type { Cell } from '../../shared/workbook/document.ts';
import { ruleWords } from '../../shared/workbook/validation/allowed-words.ts';
import { displayed } from '../session/displayed.ts';
import { useArrayFormula } from '../formula-bar/use-array-formula.ts';
import { useErrorReason } from '../session/use-error-reason.ts';
import { useSessionTopic } from '../session/use-session.ts';
import { sourceWords } from '../shell/source-words.ts';
import { useWorkspace } from '../use-workspace.ts';
import { cellFormulaParts, referenceColours } from './reference-colours.ts';
import { TraceTree } from './trace-tree.tsx';
import { useDesk } from './use-audit.ts';

/** What the chosen cell is called, holds, reads, and is read by. */
export function CellPage() {
  const { session, audit } = useWorkspace();
  useSessionTopic(session, 'values');
  const { inspected } = useDesk();
  const at = addressText(inspected);
  const cell = session.cell(inspected);
  const { name, row, column, unit } = cellLabels(session, inspected);
  const limit = session.brokenLimit(inspected);
  const rule = session.validationAt(inspected);
  const watched = audit.isWatched(inspected);
  const array = useArrayFormula(session, inspected);
  const why = useErrorReason(session, inspected);
  const formulaCell = array?.address ?? inspected;
  const value = displayed(session.value(inspected), session.styleOf(cell)?.format);
  const facts: readonly (readonly [what: string, words: string])[] = [
    ['Filled by', array ? addressText(array.address) : ''],
    ['Error', why?.message ?? ''],
    ['Name', name?.name ?? ''],
    ['Row', row],
    ['Column', column],
    ['Unit', unit],
    ['Validation', rule ? sentence(ruleWords(rule.rule, session.styleOf(cell)?.format)) : ''],
    ['Limit', limit ?? ''],
    ['Source', provenanceWords(cell)],
    ['Note', cell?.note ?? ''],
  ];

  return (
    <>
      <div className="cell-heading">
        <h2>{at}</h2>
        <output aria-label="Value">{value}</output>
        <button
          type="button"
          className="icon-button"
          aria-pressed={watched}
          aria-label={watched ? 'Take out of the watch list' : 'Add to the watch list'}
          title={watched ? 'Take out of the watch list' : 'Add to the watch list'}
          onClick={() => (watched ? audit.unwatch(inspected) : audit.watch(inspected))}
        >
          {watched ? (
            <EyeOff className="icon" strokeWidth={1.5} aria-hidden="true" />
          ) : (
            <Eye className="icon" strokeWidth={1.5} aria-hidden="true" />
          )}
        </button>
      </div>
      <CellFormula address={formulaCell} />
      <dl className="facts">
        {facts
          .filter(([, words]) => words !== '')
          .map(([what, words]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{words}</dd>
            </div>
          ))}
      </dl>
      <TraceTree
        key={`precedents of ${at}`}
        root={inspected}
        direction="precedents"
        heading="Precedents"
        none="The cell reads no other cell."
        colourOf={referenceColours(session, formulaCell)}
      />
      <TraceTree
        key={`dependents of ${at}`}
        root={inspected}
        direction="dependents"
        heading="Dependents"
        none="No formula reads the cell."
      />
    </>
  );
}

/** The formula with its references in the colours of the tree. */
function CellFormula({ address }: { readonly address: Address }) {
  const { session } = useWorkspace();
  const content = session.cell(address)?.content;
  const { sheet, row, column } = address;
  const parts = useMemo(
    () => (content == null ? [] : cellFormulaParts(session, { sheet, row, column })),
    [session, content, sheet, row, column],
  );
  if (parts.length === 0) return null;
  return (
    <p className="cell-formula formula-colours" aria-label="Formula">
      {parts.map(({ text, kind, colour }, index) => (
        // The pieces have no identity but their place.
        <span key={index} data-kind={kind} data-reference={colour}>
          {text}
        </span>
      ))}
    </p>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Where the figure is from, without the note, which has a line of its own. */
function provenanceWords(cell: Cell | null): string {
  if (!cell?.provenance) return '';
  const { content, provenance } = cell;
  return sourceWords({ content, provenance });
}
