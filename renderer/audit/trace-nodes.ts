import { areaOf, areaText, cellCount } from '../../shared/workbook/areas.ts';
import type { Trace } from '../../shared/audit/trace.ts';
import type { Address, Area } from '../../shared/workbook/address.ts';
import { isFormula } from '../../shared/workbook/document.ts';
import type { Session } from '../session.ts';

export type Direction = 'precedents' | 'dependents';

/** One line of a tree that unfolds: a cell, or cells that stand together. */
export interface TraceNode {
  /** Its way from the top: the same cells may stand in several places. */
  readonly key: string;
  readonly area: Area;
  /** From 1. */
  readonly level: number;
  /** Undefined where nothing can unfold. */
  readonly expanded: boolean | undefined;
  /** Its place among those of the same level and parent, from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
}

/** More lines than these below one are not listed. */
export const mostListed = 200;

/** What a tree asks while it is laid out. */
export interface TraceSource {
  readonly session: Session;
  /** Undefined until the engine has answered. */
  readonly traceOf: (address: Address) => Trace | undefined;
}

/** The lines of the tree below a cell that are in sight, from top to bottom. */
export function traceNodes(
  source: TraceSource,
  root: Address,
  direction: Direction,
  expanded: ReadonlySet<string>,
): TraceNode[] {
  const nodes: TraceNode[] = [];
  const add = (areas: readonly Area[], parentKey: string, level: number): void => {
    for (const [index, area] of areas.slice(0, mostListed).entries()) {
      const key = `${parentKey}/${areaText(area)}`;
      const isOpen = expanded.has(key);
      const below = isOpen ? areasBelow(source, area, direction) : undefined;
      const unfolds = below ? below.length > 0 : mayUnfold(source, area, direction);
      nodes.push({
        key,
        area,
        level,
        expanded: unfolds ? isOpen : undefined,
        position: index + 1,
        siblings: areas.length,
      });
      if (below) add(below, key, level + 1);
    }
  };
  add(source.traceOf(root)?.[direction] ?? [], direction, 1);
  return nodes;
}

/** What stands below a node: what a cell reads or is read by, or the cells of a range that hold something. */
function areasBelow(
  { session, traceOf }: TraceSource,
  area: Area,
  direction: Direction,
): readonly Area[] | undefined {
  const { sheet, range } = area;
  if (cellCount(area) === 1) return traceOf({ sheet, row: range.top, column: range.left })?.[direction];
  const mirror = session.sheet(sheet);
  const cells: Area[] = [];
  const bottom = Math.min(range.bottom, mirror.usedRows - 1);
  const right = Math.min(range.right, mirror.usedColumns - 1);
  for (let row = range.top; row <= bottom && cells.length < mostListed; row++)
    for (let column = range.left; column <= right && cells.length < mostListed; column++)
      if (mirror.value(row, column) !== null) cells.push(areaOf({ sheet, row, column }));
  return cells;
}

/** Whether there may be something below: a typed value reads nothing; who reads a cell, the engine has to say. */
function mayUnfold({ session }: TraceSource, area: Area, direction: Direction): boolean {
  if (cellCount(area) > 1 || direction === 'dependents') return true;
  const { sheet, range } = area;
  const content = session.cell({ sheet, row: range.top, column: range.left })?.content ?? null;
  const isSpilled = content === null && session.value({ sheet, row: range.top, column: range.left }) !== null;
  return isFormula(content) || isSpilled;
}
