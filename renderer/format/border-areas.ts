import { maximumColumns, maximumRows, type Range } from '../../shared/workbook/address.ts';
import type { LookChange, SetLooks } from '../../shared/workbook/command.ts';
import { borderParts, type BorderLine, type Side } from '../../shared/workbook/look.ts';

/** The edges of chosen cells: their outline, and the lines between their rows and columns. */
export type Edge = Side | 'betweenRows' | 'betweenColumns';

/** The lines that edges are to get; edges that are left out stay as they are. */
export type BorderChange = Readonly<Partial<Record<Edge, BorderLine>>>;

/** What takes a line away, one that a role gives too. */
export const noLine = { line: 'none' } as const satisfies BorderLine;

const thin = { line: 'thin' } as const satisfies BorderLine;
const outline = (line: BorderLine) => ({ top: line, right: line, bottom: line, left: line });

/** Excel's borders that have a command of their own. */
export const borderChanges = {
  outside: outline(thin),
  all: { ...outline(thin), betweenRows: thin, betweenColumns: thin },
  none: { ...outline(noLine), betweenRows: noLine, betweenColumns: noLine },
  top: { top: thin },
  bottom: { bottom: thin },
  topAndDouble: { top: thin, bottom: { line: 'double' } },
} as const satisfies Record<string, BorderChange>;

/**
 * The areas in which a command gives chosen cells their lines. Where two cells share an edge, both have
 * its line inside the range; along its outline the cells beyond give theirs up, so that the line that
 * was chosen last is the one that is seen.
 */
export function borderAreas(sheet: string, range: Range, change: BorderChange): SetLooks['areas'] {
  const { top, left, bottom, right } = range;
  const areas: SetLooks['areas'] = [];
  const add = (part: Range, side: Side, line: BorderLine | undefined): void => {
    const isOnSheet =
      part.top >= 0 && part.left >= 0 && part.bottom < maximumRows && part.right < maximumColumns;
    if (!line || !isOnSheet || part.top > part.bottom || part.left > part.right) return;
    const look: LookChange = { [borderParts[side]]: line };
    areas.push({ sheet, range: part, look });
  };
  add({ ...range, bottom: bottom - 1 }, 'bottom', change.betweenRows);
  add({ ...range, top: top + 1 }, 'top', change.betweenRows);
  add({ ...range, right: right - 1 }, 'right', change.betweenColumns);
  add({ ...range, left: left + 1 }, 'left', change.betweenColumns);
  add({ ...range, bottom: top }, 'top', change.top);
  add({ ...range, top: top - 1, bottom: top - 1 }, 'bottom', change.top && noLine);
  add({ ...range, top: bottom }, 'bottom', change.bottom);
  add({ ...range, top: bottom + 1, bottom: bottom + 1 }, 'top', change.bottom && noLine);
  add({ ...range, right: left }, 'left', change.left);
  add({ ...range, left: left - 1, right: left - 1 }, 'right', change.left && noLine);
  add({ ...range, left: right }, 'right', change.right);
  add({ ...range, left: right + 1, right: right + 1 }, 'left', change.right && noLine);
  return areas;
}
