import { failure, success, type Result } from '../../shared/result.ts';
import { overlap, type Area, type Range } from '../../shared/workbook/address.ts';
import type { Command, PartCommand } from '../../shared/workbook/command.ts';
import { isFormula } from '../../shared/workbook/document.ts';
import { followFormula } from '../../shared/workbook/structure/follow-formula.ts';
import { linesOf, type Axis } from '../../shared/workbook/structure/line-change.ts';
import { areaAfter, type CellShift } from '../../shared/workbook/structure/shift-cells.ts';
import { rangeText } from '../range-text.ts';
import type { OwnBlock } from './block.ts';

/** Cells among which others are put: these go out of the way along an axis. */
export interface Insertion extends Area {
  readonly axis: Axis;
}

/** What makes room for the cells. */
export function makingRoom({ sheet, range, axis }: Insertion, label: string): PartCommand {
  return { kind: 'shiftCells', label, sheet, range, axis, inserts: true };
}

/** Where cells are after a shift that leaves some of them. */
function shifted({ sheet, range }: Area, shift: CellShift): Range {
  const { top, left, bottom, right } = range;
  const area = { sheet, rows: { first: top, last: bottom }, columns: { first: left, last: right } };
  const { rows = area.rows, columns = area.columns } = areaAfter(shift)(area) ?? area;
  return { top: rows.first, left: columns.first, bottom: rows.last, right: columns.last };
}

/** Where cells are once others have made room; null where they come apart. */
function afterwards({ sheet, range }: Area, insertion: Insertion): Range | null {
  const { top, left, bottom, right } = range;
  const isIn = sheet === insertion.sheet;
  const now = shifted({ sheet, range }, { ...insertion, inserts: true });
  const grew = now.bottom - now.top !== bottom - top || now.right - now.left !== right - left;
  const across = insertion.axis === 'rows' ? 'columns' : 'rows';
  const [own, band] = [linesOf(range, across), linesOf(insertion.range, across)];
  // Where only some of them lie in the band, those alone would go.
  const isPartly = isIn && !(own.first >= band.first && own.last <= band.last);
  const isBehind = linesOf(range, insertion.axis).last >= linesOf(insertion.range, insertion.axis).first;
  const touches = own.first <= band.last && own.last >= band.first;
  return grew || (isPartly && touches && isBehind) ? null : now;
}

function comesApart(source: Area, insertion: Insertion): Result<never> {
  const subject = rangeText(insertion.sheet, insertion.range);
  return failure({
    code: 'inserted-into-itself',
    message: `Making room at ${subject} would take ${rangeText(source.sheet, source.range)} apart, which is to be put there.`,
    subject,
    remedy: 'Choose a cell beside the cut or copied cells.',
  });
}

/** A command that puts cells somewhere, and the cells that hold them then. */
export interface Put {
  readonly command: Command;
  readonly range: Range;
}

/**
 * The command that puts cut cells among others. On their own sheet those behind them come up, or to the left, in
 * their place. Null where they are to be put where they are.
 */
export function cutInsertion(source: Area, insertion: Insertion): Result<Put | null> {
  if (source.sheet === insertion.sheet && overlap(source.range, insertion.range)) return success(null);
  const now = afterwards(source, insertion);
  if (!now) return comesApart(source, insertion);
  const { sheet, range, axis } = insertion;
  const label = `Move ${rangeText(source.sheet, source.range)} to ${rangeText(sheet, range)}`;
  const moves: PartCommand = {
    kind: 'moveCells',
    label,
    from: { sheet: source.sheet, range: now },
    to: { sheet, row: range.top, column: range.left },
  };
  const closes: PartCommand = { kind: 'shiftCells', label, sheet, range: now, axis, inserts: false };
  const commands = [makingRoom(insertion, label), moves];
  if (source.sheet !== sheet) return success({ command: { kind: 'several', label, commands }, range });
  return success({
    command: { kind: 'several', label, commands: [...commands, closes] },
    range: shifted({ sheet, range }, { sheet, range: now, axis, inserts: false }),
  });
}

/** Copied cells as they are once others have made room for them: where they stand then, with what they read followed. */
export function followedBlock(block: OwnBlock, source: Area, insertion: Insertion): Result<OwnBlock> {
  const now = afterwards(source, insertion);
  if (!now) return comesApart(source, insertion);
  const references = { area: areaAfter({ ...insertion, inserts: true }), name: (name: string) => name };
  const contents = block.contents.map((row) =>
    row.map((content) =>
      isFormula(content) ? followFormula(content, source.sheet, source.sheet, references) : content,
    ),
  );
  return success({ ...block, contents, origin: { row: now.top, column: now.left } });
}
