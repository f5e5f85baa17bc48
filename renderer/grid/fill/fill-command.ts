import type { Range } from '../../../shared/workbook/address.ts';
import type { Command, PartCommand, SetCells } from '../../../shared/workbook/command.ts';
import { withCarriedFormats } from '../../../shared/workbook/conditional/carry-formats.ts';
import type { Validation } from '../../../shared/workbook/validation/validation.ts';
import { CarriedLooks } from '../../looks/carried-looks.ts';
import { CarriedRules, copiedRule, type CopiedRule } from '../../looks/carried-rules.ts';
import { isFilteredOut } from '../../filter/rows-in-sight.ts';
import { rangesText } from '../../range-text.ts';
import type { Session } from '../../session.ts';
import { fillContents, repeatedCell } from '../fill.ts';
import type { FillMode } from './source-cell.ts';

/** Cells that are filled from those beside them. */
export interface Filling {
  readonly source: Range;
  readonly target: Range;
}

/** The command that fills cells of one sheet: contents, and the looks of the cells that are repeated; rows that a filter hides are passed over. */
export function fillCommand(
  session: Session,
  sheet: string,
  fillings: readonly Filling[],
  mode: FillMode,
): Command {
  const label = `Fill ${rangesText(
    sheet,
    fillings.map(({ target }) => target),
  )}`;
  const commands = fillings.flatMap((filling) => cellsFilled(session, sheet, filling, mode, label));
  const formats = fillings.reduce(
    (before, { source, target }) =>
      withCarriedFormats(
        before,
        { sheet, range: source },
        { sheet, range: target },
        // Blocks of the source go on from it, also above it and to its left.
        {
          row: blockBefore(source.top, source.bottom, target.top),
          column: blockBefore(source.left, source.right, target.left),
        },
      ),
    session.conditionalFormats,
  );
  if (formats !== session.conditionalFormats)
    commands.push({ kind: 'setConditionalFormats', label, formats: [...formats] });
  const [only] = commands;
  return only && commands.length === 1 ? only : { kind: 'several', label, commands };
}

/** What one filling writes, and the looks and validations that it brings. */
function cellsFilled(
  session: Session,
  sheet: string,
  { source, target }: Filling,
  mode: FillMode,
  label: string,
): PartCommand[] {
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
  ).filter(({ row }) => !isFilteredOut(mirror, row));
  const looks = new CarriedLooks();
  const rules = new CarriedRules((settings) => session.mayHold(settings));
  const ruleAt = session.rulesOn(sheet);
  const known = new Map<Validation, CopiedRule>();
  for (let row = target.top; row <= target.bottom; row++) {
    if (isFilteredOut(mirror, row)) continue;
    for (let column = target.left; column <= target.right; column++) {
      const from = repeatedCell(source, row, column);
      looks.add(row, column, styleAt(from.row, from.column), styleAt(row, column));
      const validation = ruleAt(from.row, from.column);
      if (!validation) continue;
      const rule = known.get(validation) ?? copiedRule(validation);
      known.set(validation, rule);
      rules.add({ sheet, row, column }, rule, ruleAt(row, column));
    }
  }
  const writing: SetCells = {
    kind: 'setCells',
    label,
    cells: filled.map((cell) => ({ sheet, ...cell })),
  };
  const commands: PartCommand[] = [writing];
  const areas = looks.on(sheet);
  if (areas.length > 0) commands.push({ kind: 'setLooks', label, areas });
  commands.push(...rules.on(sheet, label));
  return commands;
}

/** The line at which that of the repeated blocks begins in which a line lies. */
function blockBefore(first: number, last: number, line: number): number {
  const length = last - first + 1;
  return line - ((((line - first) % length) + length) % length);
}
