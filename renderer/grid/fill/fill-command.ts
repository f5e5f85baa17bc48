import type { Range } from '../../../shared/workbook/address.ts';
import type { SetCells } from '../../../shared/workbook/command.ts';
import { rangeText } from '../../range-text.ts';
import type { Session } from '../../session.ts';
import { fillContents, type FillMode } from '../fill.ts';

/** The command that fills `target` from `source` beside it, on one sheet. */
export function fillCommand(
  session: Session,
  sheet: string,
  source: Range,
  target: Range,
  mode: FillMode,
): SetCells {
  const mirror = session.sheet(sheet);
  const cells = fillContents(
    source,
    target,
    (row, column) => {
      const cell = mirror.cell(row, column);
      return { content: cell?.content ?? null, format: session.styleOf(cell)?.format };
    },
    mode,
  );
  return {
    kind: 'setCells',
    label: `Fill ${rangeText(sheet, target)}`,
    cells: cells.map((cell) => ({ sheet, ...cell })),
  };
}
