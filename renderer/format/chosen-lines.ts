import type { Range } from '../../shared/workbook/address.ts';
import type { CellStyle } from '../../shared/workbook/document.ts';
import type { Side } from '../../shared/workbook/look.ts';
import { borderOf } from '../../shared/workbook/role-look.ts';
import type { Line } from '../grid/cell-edges.ts';
import type { BorderChange, Edge } from './border-areas.ts';

/** The edges that chosen cells have, and the lines on them. */
export interface ChosenLines {
  readonly edges: readonly Edge[];
  readonly lines: Readonly<Partial<Record<Edge, Line>>>;
}

/** The lines of a range, read at its first and its last cell. */
export function chosenLines(
  { top, left, bottom, right }: Range,
  styleAt: (row: number, column: number) => CellStyle | undefined,
): ChosenLines {
  const first = styleAt(top, left);
  const last = styleAt(bottom, right);
  /** An edge has the line of the cell on either side of it. */
  const line = (style: CellStyle | undefined, side: Side, beyond: CellStyle | undefined, other: Side) =>
    borderOf(style, side) ?? borderOf(beyond, other);
  const at = (row: number, column: number) => (row < 0 || column < 0 ? undefined : styleAt(row, column));
  const found: readonly (readonly [edge: Edge, line: Line | undefined])[] = [
    ['top', line(first, 'top', at(top - 1, left), 'bottom')],
    ['left', line(first, 'left', at(top, left - 1), 'right')],
    ['bottom', line(last, 'bottom', at(bottom + 1, right), 'top')],
    ['right', line(last, 'right', at(bottom, right + 1), 'left')],
    ...(bottom > top ? [['betweenRows', line(first, 'bottom', at(top + 1, left), 'top')] as const] : []),
    ...(right > left ? [['betweenColumns', line(first, 'right', at(top, left + 1), 'left')] as const] : []),
  ];
  return {
    edges: found.map(([edge]) => edge),
    lines: Object.fromEntries(found.filter(([, each]) => each !== undefined)),
  };
}

/** The lines after a change. */
export function linesAfter({ lines }: ChosenLines, change: BorderChange): ChosenLines['lines'] {
  const after: Partial<Record<Edge, Line>> = { ...lines };
  for (const edge of edgesOf(change)) {
    const border = change[edge];
    if (!border) continue;
    if (border.line === 'none') delete after[edge];
    else after[edge] = { ...border, line: border.line };
  }
  return after;
}

const allEdges = ['top', 'right', 'bottom', 'left', 'betweenRows', 'betweenColumns'] as const;

function edgesOf(change: BorderChange): readonly Edge[] {
  return allEdges.filter((edge) => change[edge] !== undefined);
}
