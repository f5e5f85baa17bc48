import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type Ref,
} from 'react';
import { areaText, cellCount } from '../../shared/workbook/areas.ts';
import type { Trace } from '../../shared/audit/trace.ts';
import type { Address, Area } from '../../shared/workbook/address.ts';
import type { CellPosition } from '../session/sheet-mirror.ts';
import { useSelection, useWorkspace } from '../use-workspace.ts';
import { columnHeaderHeight, rowHeaderWidth } from '../grid/grid-size.ts';
import { arrowBetween, arrowHead, boxAround, boxBeyond, markBeside, type Arrow, type Box } from './arrow.ts';
import { referenceColours } from './reference-colours.ts';
import { useDesk, useTraces } from './use-audit.ts';
import type { Follower } from '../grid/follower.ts';

/** The cell in view that is nearest to one, and how far from it that one lies. */
export type FindNearest = (
  cell: CellPosition,
) => { readonly box: Box; readonly rowsBeyond: number; readonly columnsBeyond: number } | undefined;

interface TraceArrowsProps {
  readonly ref: Ref<Follower>;
  readonly nearestBox: FindNearest;
}

/** More arrows in one direction than these would hide the sheet. */
const mostArrows = 60;

/** Arrows over the grid from the cells that the inspected cell reads, and to those that read it; a mark stands for other sheets. */
export function TraceArrows({ ref, nearestBox }: TraceArrowsProps) {
  const { inSight, tab, inspected } = useDesk();
  const { sheet } = useSelection();
  if (!inSight || tab !== 'cell' || inspected.sheet !== sheet) return null;
  return <Arrows ref={ref} nearestBox={nearestBox} inspected={inspected} />;
}

interface Drawn {
  readonly key: string;
  readonly direction: keyof Trace;
  readonly colour: number | undefined;
  readonly arrow: Arrow | undefined;
  /** The outline of several cells. */
  readonly outline: Box | undefined;
  /** The mark of other sheets, where the arrow begins or ends there. */
  readonly mark: Box | undefined;
  /** False where the other end is out of view. */
  readonly reaches: boolean;
}

function Arrows({ ref, nearestBox, inspected }: TraceArrowsProps & { readonly inspected: Address }) {
  const { session } = useWorkspace();
  const trace = useTraces()(inspected);
  const layer = useRef<SVGSVGElement>(null);
  const [drawn, setDrawn] = useState<readonly Drawn[]>([]);

  const follow = useCallback(() => {
    const stage = layer.current?.getBoundingClientRect();
    // The grid may draw a sheet that was renamed before the inspector knows of it.
    if (!stage || !session.hasSheet(inspected.sheet)) return;
    const view = { left: 0, top: 0, right: stage.width, bottom: stage.height };
    const place = (cell: CellPosition) => {
      const nearest = nearestBox(cell);
      if (!nearest) return undefined;
      const { rowsBeyond, columnsBeyond } = nearest;
      return {
        box: boxBeyond(shifted(nearest.box, stage), rowsBeyond, columnsBeyond, view),
        inView: rowsBeyond === 0 && columnsBeyond === 0,
        sides: [Math.sign(rowsBeyond), Math.sign(columnsBeyond)],
      };
    };
    const own = place(inspected);
    if (!own || !trace) {
      setDrawn([]);
      return;
    }
    const colourOf = referenceColours(session, inspected);
    const draw =
      (direction: keyof Trace) =>
      (area: Area): Drawn[] => {
        const first = place({ row: area.range.top, column: area.range.left });
        const last = place({ row: area.range.bottom, column: area.range.right });
        if (!first || !last) return [];
        // Nothing of an arrow is in view whose ends both lie beyond the same edge.
        const isBeyond = first.sides.some((side, axis) => side !== 0 && side === own.sides[axis]);
        const ends = direction === 'precedents' ? [first.box, own.box] : [own.box, first.box];
        const [from, to] = ends;
        return [
          {
            key: `${direction} ${areaText(area)}`,
            direction,
            colour: direction === 'precedents' ? colourOf(area) : undefined,
            arrow: from && to && !isBeyond ? arrowBetween(from, to) : undefined,
            outline: cellCount(area) > 1 ? boxAround(first.box, last.box) : undefined,
            mark: undefined,
            reaches: own.inView && first.inView,
          },
        ];
      };
    const near = (areas: readonly Area[]) =>
      areas.filter(({ sheet }) => sheet === inspected.sheet).slice(0, mostArrows);
    const { zoom } = session.sheet(inspected.sheet);
    const cells = {
      ...view,
      left: rowHeaderWidth(inspected.row + 1, zoom),
      top: columnHeaderHeight(zoom),
    };
    const elsewhere = (direction: keyof Trace): Drawn[] => {
      if (!own.inView || trace[direction].every(({ sheet }) => sheet === inspected.sheet)) return [];
      const isRead = direction === 'precedents';
      const mark = markBeside(own.box, isRead ? 'left' : 'right', cells);
      const arrow = isRead ? arrowBetween(mark, own.box) : arrowBetween(own.box, mark);
      return [
        {
          key: `${direction} elsewhere`,
          direction,
          colour: undefined,
          arrow,
          outline: undefined,
          mark,
          reaches: false,
        },
      ];
    };
    setDrawn([
      ...elsewhere('dependents'),
      ...elsewhere('precedents'),
      ...near(trace.dependents).flatMap(draw('dependents')),
      ...near(trace.precedents).flatMap(draw('precedents')),
    ]);
  }, [session, nearestBox, inspected, trace]);

  useLayoutEffect(follow, [follow]);
  useImperativeHandle(ref, () => ({ follow }), [follow]);
  useEffect(() => {
    const stage = layer.current?.parentElement;
    if (!stage) return undefined;
    const observer = new ResizeObserver(follow);
    observer.observe(stage);
    return () => observer.disconnect();
  }, [follow]);

  return (
    <svg className="trace-arrows" ref={layer} aria-hidden="true">
      {drawn.map(({ key, direction, colour, arrow, outline, mark, reaches }) => (
        <g key={key} data-direction={direction} data-reference={colour}>
          {outline && (
            <rect
              x={outline.left}
              y={outline.top}
              width={outline.right - outline.left}
              height={outline.bottom - outline.top}
            />
          )}
          {arrow && (
            <>
              <line
                x1={arrow.from.x}
                y1={arrow.from.y}
                x2={arrow.to.x}
                y2={arrow.to.y}
                strokeDasharray={reaches ? undefined : '5 4'}
              />
              <polygon points={arrowHead(arrow)} />
              <circle cx={arrow.from.x} cy={arrow.from.y} r="3" />
            </>
          )}
          {mark && <SheetMark box={mark} />}
        </g>
      ))}
    </svg>
  );
}

/** A small table: cells of other sheets. */
function SheetMark({ box: { left, top, right, bottom } }: { readonly box: Box }) {
  const [x, y] = [left + (right - left) / 3, top + (bottom - top) / 3];
  return (
    <>
      <rect className="sheet-mark" x={left} y={top} width={right - left} height={bottom - top} rx="1" />
      <line className="sheet-mark" x1={left} y1={y} x2={right} y2={y} />
      <line className="sheet-mark" x1={x} y1={top} x2={x} y2={bottom} />
    </>
  );
}

function shifted({ left, top, right, bottom }: Box, origin: Box): Box {
  return {
    left: left - origin.left,
    top: top - origin.top,
    right: right - origin.left,
    bottom: bottom - origin.top,
  };
}
