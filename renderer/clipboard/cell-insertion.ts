import { failure, success, type Result } from '../../shared/result.ts';
import { quoteSheet, type Area, type Range } from '../../shared/workbook/address.ts';
import { linesOf, linesText, withLines, type Axis } from '../../shared/workbook/structure/line-change.ts';
import { rangesText, rangeText } from '../range-text.ts';
import type { CellPosition } from '../session/sheet-mirror.ts';
import type { OwnBlock } from './block.ts';
import { inSlices } from './in-slices.ts';
import { cutInsertion, followedBlock, makingRoom, type Insertion, type Put } from './inserted-cells.ts';
import { notTogether } from './lined-up.ts';
import { asOneStep, pasteParts } from './paste-command.ts';
import { plainPaste } from './paste-options.ts';
import { pasteRange } from './paste-range.ts';
import { pasteSteps, type PasteTarget } from './paste.ts';

/** Cells that were copied or cut, as they stood. */
interface CopiedBlock {
  readonly sheet: string;
  readonly ranges: readonly Range[];
  readonly cut: boolean;
  readonly block: OwnBlock;
}

/** Where they are put, and along which axis others go out of their way. */
interface Place {
  readonly sheet: string;
  readonly at: CellPosition;
  readonly axis: Axis;
  /** They are whole rows or columns. */
  readonly areWhole: boolean;
}

/** The command that puts copied or cut cells among others, and the cells that hold them then; null where that changes nothing. */
export async function insertion(
  { sheet: from, ranges, cut, block }: CopiedBlock,
  { sheet, at, axis, areWhole }: Place,
  targetOf: (range: Range) => PasteTarget,
): Promise<Result<Put | null>> {
  const [source, ...others] = ranges;
  if (!source) return success(null);
  if (others.length > 0) return failure(notTogether('cut', rangesText(from, ranges)));
  const size = { rows: source.bottom - source.top + 1, columns: source.right - source.left + 1 };
  const corner = areWhole ? withLines(source, axis, linesOf(rangeOfCell(at), axis)) : rangeOfCell(at);
  const fitting = pasteRange(sheet, rangeOfCell({ row: corner.top, column: corner.left }), size);
  if (!fitting.ok) return fitting;
  const range = fitting.value;
  const place: Insertion = { sheet, range, axis };
  if (areWhole && cut && sheet === from) return success(moveOfLines(sheet, axis, source, range));
  return cut
    ? cutInsertion({ sheet: from, range: source }, place)
    : copyInsertion(block, { sheet: from, range: source }, place, targetOf(range));
}

async function copyInsertion(
  block: OwnBlock,
  from: Area,
  place: Insertion,
  target: PasteTarget,
): Promise<Result<Put | null>> {
  const { sheet, range, axis } = place;
  const followed = followedBlock(block, from, place);
  if (!followed.ok) return followed;
  const before = (row: number, column: number) =>
    axis === 'rows' ? ([range.top - 1, column] as const) : ([row, range.left - 1] as const);
  const inserted: PasteTarget = {
    ...target,
    // The cells that make room look like those before them, and hold nothing.
    cellAt: (row, column) => {
      const style = target.cellAt(...before(row, column))?.style;
      return style === undefined ? null : { content: null, style };
    },
    ruleAt: (row, column) => target.ruleAt(...before(row, column)),
  };
  const made = await inSlices(pasteSteps(followed.value, inserted, plainPaste));
  if (!made.ok) return made;
  const label = `Insert ${rangeText(from.sheet, from.range)} at ${rangeText(sheet, range)}`;
  const command = asOneStep(label, [makingRoom(place, label), ...pasteParts(label, made.value)]);
  return success(command && { command, range });
}

function rangeOfCell({ row, column }: CellPosition): Range {
  return { top: row, left: column, bottom: row, right: column };
}

/** Moves whole lines before others. */
function moveOfLines(sheet: string, axis: Axis, source: Range, to: Range): Put {
  const [{ first, last }, { first: before }] = [linesOf(source, axis), linesOf(to, axis)];
  const count = last - first + 1;
  const label = `Move ${linesText(axis, first, count)} of ${quoteSheet(sheet)}`;
  const start = before > last ? before - count : before;
  return {
    command: { kind: 'moveLines', label, sheet, axis, at: first, count, to: before },
    range: withLines(source, axis, { first: start, last: start + count - 1 }),
  };
}
