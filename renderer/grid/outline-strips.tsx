import { Minus, Plus } from 'lucide-react';
import { useCallback, useImperativeHandle, useState, type CSSProperties, type Ref } from 'react';
import type { Command } from '../../shared/workbook/command.ts';
import type { LineGroups } from '../../shared/workbook/line-groups.ts';
import { linesText, type Axis } from '../../shared/workbook/structure/line-change.ts';
import { detailCommand, levelCommand } from '../commands/line-groups.ts';
import { useSessionTopic } from '../session/use-session.ts';
import { useSelection, useWorkspace } from '../use-workspace.ts';
import { deepestLevel, levelSize, outlineMarks, outlineSize, type LineInView } from './outline-marks.ts';
import type { Follower } from './follower.ts';
import './outline-strips.css';

interface OutlineStripsProps {
  readonly ref: Ref<Follower>;
  /** The lines in view, in pixels of the stage. */
  readonly linesInView: (axis: Axis) => readonly LineInView[];
  readonly onCommand: (command: Command) => void;
}

/** Beside the headings: brackets of the groups of rows and columns with their buttons, and the buttons of the levels. */
export function OutlineStrips({ ref, linesInView, onCommand }: OutlineStripsProps) {
  const { session, view } = useWorkspace();
  useSessionTopic(session, 'sheets');
  const { sheet } = useSelection();
  const [lines, setLines] = useState<Readonly<Record<Axis, readonly LineInView[]>>>({
    rows: [],
    columns: [],
  });
  const follow = useCallback(() => {
    // The grid may draw groups before they are drawn here.
    const { rowGroups, columnGroups } = session.sheet(view.sheet);
    const measured = (axis: Axis, groups: LineGroups) => (groups.length > 0 ? linesInView(axis) : none);
    const next = { rows: measured('rows', rowGroups), columns: measured('columns', columnGroups) };
    setLines((before) => (next.rows === none && next.columns === none ? before : next));
  }, [linesInView, session, view]);
  useImperativeHandle(ref, () => ({ follow }), [follow]);
  const { rowGroups, columnGroups, isSummaryFirst } = session.sheet(sheet);
  const strip = (axis: Axis, groups: LineGroups) => (
    <Strip
      sheet={sheet}
      axis={axis}
      groups={groups}
      isSummaryFirst={isSummaryFirst[axis]}
      lines={lines[axis]}
      onCommand={onCommand}
    />
  );
  return (
    <>
      {strip('rows', rowGroups)}
      {strip('columns', columnGroups)}
    </>
  );
}

const none: readonly LineInView[] = [];
const buttonSize = 13;
/** Where the line of a bracket runs, in pixels from the edge of its level: through the middle of its button. */
const bracketInset = 7;

/** A place in a strip: along its lines and across its levels, in pixels. */
function placed(axis: Axis, along: number, across: number, length: number): CSSProperties {
  return axis === 'rows'
    ? { top: along, left: across, height: length }
    : { left: along, top: across, width: length };
}

interface StripProps {
  readonly sheet: string;
  readonly axis: Axis;
  readonly groups: LineGroups;
  readonly isSummaryFirst: boolean;
  readonly lines: readonly LineInView[];
  readonly onCommand: (command: Command) => void;
}

function Strip({ sheet, axis, groups, isSummaryFirst, lines, onCommand }: StripProps) {
  if (groups.length === 0) return null;
  const size = outlineSize(groups);
  return (
    <div
      className="outline-strip"
      data-axis={axis}
      style={axis === 'rows' ? { width: size } : { height: size }}
    >
      <div className="outline-levels" role="group" aria-label={`Levels of ${axis}`}>
        {Array.from({ length: deepestLevel(groups) + 1 }, (_, index) => (
          <button
            key={index}
            type="button"
            aria-label={`Show level ${index + 1} of ${axis}`}
            onClick={() => onCommand(levelCommand(sheet, axis, groups, index + 1))}
          >
            {index + 1}
          </button>
        ))}
      </div>
      <div className="outline-marks">
        {outlineMarks(groups, lines, isSummaryFirst).map(({ group, bracket, button }) => {
          const { first, last, level, collapsed } = group;
          const across = (level - 1) * levelSize;
          return (
            <div key={`${level} ${first}`}>
              {bracket && (
                <div
                  className="outline-bracket"
                  data-whole={bracket.isWhole || undefined}
                  data-summary-first={isSummaryFirst || undefined}
                  style={placed(axis, bracket.start, across + bracketInset, bracket.end - bracket.start)}
                />
              )}
              {button !== undefined && (
                <button
                  type="button"
                  className="outline-button"
                  style={placed(axis, button - buttonSize / 2, across + 1, buttonSize)}
                  aria-expanded={!collapsed}
                  aria-label={`Detail of ${linesText(axis, first, last - first + 1)}`}
                  onClick={() => onCommand(detailCommand(sheet, axis, group, collapsed === true))}
                >
                  {collapsed ? <Plus className="icon" /> : <Minus className="icon" />}
                </button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
