import type { Range } from '../../../shared/workbook/address.ts';
import type { Command, SetCells } from '../../../shared/workbook/command.ts';
import { CarriedLooks } from '../../looks/carried-looks.ts';
import { rangeText } from '../../range-text.ts';
import type { Session } from '../../session.ts';
import { fillContents, repeatedCell, type FillMode } from '../fill.ts';

/** The command that fills `target` from `source` beside it, on one sheet: contents, and the looks of the cells that it repeats. */
export function fillCommand(
  session: Session,
  sheet: string,
  source: Range,
  target: Range,
  mode: FillMode,
): Command {
  const mirror = session.sheet(sheet);
  const styleAt = (row: number, column: number) => session.styleOf(mirror.cell(row, column));
  const filled = fillContents(
    source,
    target,
    (row, column) => ({
      content: mirror.cell(row, column)?.content ?? null,
      format: styleAt(row, column)?.format,
    }),
    mode,
  );
  const looks = new CarriedLooks((name) => session.name(name) !== undefined);
  for (let row = target.top; row <= target.bottom; row++)
    for (let column = target.left; column <= target.right; column++) {
      const from = repeatedCell(source, row, column);
      looks.add(row, column, styleAt(from.row, from.column), styleAt(row, column));
    }
  const label = `Fill ${rangeText(sheet, target)}`;
  const writing: SetCells = {
    kind: 'setCells',
    label,
    cells: filled.map((cell) => ({ sheet, ...cell })),
  };
  const areas = looks.on(sheet);
  return areas.length === 0
    ? writing
    : { kind: 'several', label, commands: [writing, { kind: 'setLooks', label, areas }] };
}
