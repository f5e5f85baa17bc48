import { ChevronRight } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { areaText, cellCount } from '../../shared/workbook/areas.ts';
import { cellLabels } from '../../shared/audit/cell-labels.ts';
import type { Address, Area } from '../../shared/workbook/address.ts';
import type { Session } from '../session.ts';
import { displayed } from '../session/displayed.ts';
import { useWorkspace } from '../use-workspace.ts';
import { mostListed, traceNodes, type Direction, type TraceNode } from './trace-nodes.ts';
import { useLead, useTraces } from './use-audit.ts';
import { walkLines } from '../components/walk-lines.ts';

export interface TraceTreeProps {
  readonly root: Address;
  readonly direction: Direction;
  readonly heading: string;
  /** What is said in place of an empty tree. */
  readonly none: string;
  /** The colour of a reference in the formula of the root. */
  readonly colourOf?: (area: Area) => number | undefined;
}

/** What a cell reads, or what reads it, as a tree that unfolds step by step; each line leads to its cells. */
export function TraceTree({ root, direction, heading, none, colourOf }: TraceTreeProps) {
  const { session } = useWorkspace();
  const traceOf = useTraces();
  const lead = useLead();
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string | null>(null);
  const nodes = traceNodes({ session, traceOf }, root, direction, expanded);
  const entry = nodes.find(({ key }) => key === current) ?? nodes[0];
  const count = traceOf(root)?.[direction].length;

  const fold = ({ key }: TraceNode, open: boolean) => {
    const next = new Set(expanded);
    if (open) next.add(key);
    else next.delete(key);
    setExpanded(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (walkLines(event)) return;
    const node = nodes.find(({ key }) => key === current);
    if (!node) return;
    const focus = (key: string | undefined) => {
      const line = nodes.findIndex((other) => other.key === key);
      event.currentTarget.querySelectorAll<HTMLElement>('[data-line]')[line]?.focus();
    };
    if (event.key === 'ArrowRight' && node.expanded === false) fold(node, true);
    else if (event.key === 'ArrowRight' && node.expanded) focus(nodes[nodes.indexOf(node) + 1]?.key);
    else if (event.key === 'ArrowLeft' && node.expanded) fold(node, false);
    else if (event.key === 'ArrowLeft') focus(node.key.slice(0, node.key.lastIndexOf('/')));
    else if (event.key === 'Enter' || event.key === ' ') lead(node.area);
    else return;
    event.preventDefault();
  };

  return (
    <section className="trace">
      <h3>
        {heading}
        <span className="count">{count}</span>
      </h3>
      {count === 0 && <p className="none">{none}</p>}
      <div role="tree" aria-label={heading} onKeyDown={onKeyDown}>
        {nodes.map((node) => (
          <TraceLine
            key={node.key}
            node={node}
            session={session}
            colour={node.level === 1 ? colourOf?.(node.area) : undefined}
            tabIndex={node === entry ? 0 : -1}
            onFocus={() => setCurrent(node.key)}
            onFold={() => fold(node, !node.expanded)}
            onLead={() => lead(node.area)}
          />
        ))}
      </div>
      {count !== undefined && count > mostListed && (
        <p className="none">The first {mostListed} are listed.</p>
      )}
    </section>
  );
}

interface TraceLineProps {
  readonly node: TraceNode;
  readonly session: Session;
  readonly colour: number | undefined;
  readonly tabIndex: 0 | -1;
  readonly onFocus: () => void;
  readonly onFold: () => void;
  readonly onLead: () => void;
}

function TraceLine({ node, session, colour, tabIndex, onFocus, onFold, onLead }: TraceLineProps) {
  const { area, level, expanded, position, siblings } = node;
  const { label, value } = areaWords(session, area);
  return (
    <div
      role="treeitem"
      className="trace-line"
      data-line
      data-lands
      aria-level={level}
      aria-expanded={expanded}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={tabIndex === 0}
      tabIndex={tabIndex}
      data-reference={colour}
      style={{ paddingInlineStart: 4 + (level - 1) * 14 }}
      onFocus={onFocus}
      onClick={onLead}
    >
      <span
        className="fold"
        data-open={expanded || undefined}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          onFold();
        }}
      >
        {expanded !== undefined && <ChevronRight className="icon" strokeWidth={1.5} />}
      </span>
      <span className="place">{areaText(area)}</span>
      <span className="words">{label}</span>
      <span className="value">{value}</span>
    </div>
  );
}

/** The words and the value of a cell; of several cells, how many they are. */
function areaWords(session: Session, area: Area): { readonly label: string; readonly value: string } {
  const { sheet, range } = area;
  const address = { sheet, row: range.top, column: range.left };
  const { row, column } = cellLabels(session, address);
  const hidden = session.isShown(sheet) ? '' : 'on a hidden sheet';
  if (cellCount(area) > 1) {
    const named = session.names.find((name) => areaText(name) === areaText(area));
    const ofLine = range.left === range.right ? column : range.top === range.bottom ? row : '';
    // Of whole rows and columns nobody counts the cells.
    const isCounted = cellCount(area) < 1_000_000;
    return {
      label: [named?.label ?? named?.name ?? ofLine, hidden].filter(Boolean).join(', '),
      value: isCounted ? `${cellCount(area).toLocaleString('en-US')} cells` : '',
    };
  }
  const format = session.styleOf(session.cell(address))?.format;
  return {
    label: [row, column, hidden].filter(Boolean).join(', '),
    value: displayed(session.value(address), format),
  };
}
