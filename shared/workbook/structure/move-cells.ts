import {
  addressText,
  contains,
  overlap,
  quoteSheet,
  type Address,
  type Area,
  type Range,
} from '../address.ts';
import { partOfArray } from '../refusals/array-refusal.ts';
import type { CalculatedCells } from '../calculated-cells.ts';
import { isFormula, type Cell, type Sheet, type WorkbookDocument } from '../document.ts';
import { failure, success, type Result } from '../../result.ts';
import { sharedRange, without } from '../range-parts.ts';
import { sheetNamed } from './change-sheets.ts';
import type { CarriedCells } from './follow-carried.ts';
import { followDocument, type DocumentMap } from './follow-document.ts';
import { followFormula, type Covered } from './follow-formula.ts';
import { maximumLines } from './line-change.ts';
import { RowsDraft } from './rows-draft.ts';

function rangeOf({ rows, columns }: Covered): Range | undefined {
  return rows && columns
    ? { top: rows.first, left: columns.first, bottom: rows.last, right: columns.last }
    : undefined;
}

function holds(outer: Range, inner: Range): boolean {
  return contains(outer, inner.top, inner.left) && contains(outer, inner.bottom, inner.right);
}

function shifted({ top, left, bottom, right }: Range, down: number, along: number): Range {
  return { top: top + down, left: left + along, bottom: bottom + down, right: right + along };
}

/** Whether the formula of an array stands in one of the ranges. */
function isReplaced({ top, left }: Range, ranges: readonly Range[]): boolean {
  return ranges.some((range) => contains(range, top, left));
}

type Place = readonly [row: number, column: number];

/** The rows with these cells in place of what stood there. */
function withCells(rows: Sheet['rows'], cells: readonly (readonly [Place, Cell | null])[]): Sheet['rows'] {
  const draft = new RowsDraft(rows);
  for (const [[row, column], cell] of cells) if (cell !== draft.at(row, column)) draft.set(row, column, cell);
  return draft.rows;
}

function* cellsIn(rows: Sheet['rows'], { top, left, bottom, right }: Range): Generator<[Place, Cell | null]> {
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) yield [[row, column], rows[row]?.[column] ?? null];
}

/**
 * The document with a block of cells, their looks and notes at another place, as cutting and pasting
 * does: what referred to them refers to them there, and what referred to the cells they were put upon
 * shows `#REF!`. Names stay with their cells. Refuses an unknown sheet, a place beyond the sheet, cells
 * of what-if tables, and a place on part of an array that stays.
 */
export function withCellsMoved(
  document: WorkbookDocument,
  from: Area,
  to: Address,
  calculated: CalculatedCells,
): Result<WorkbookDocument> {
  const [source, target] = [sheetNamed(document, from.sheet), sheetNamed(document, to.sheet)];
  if (!source.ok) return source;
  if (!target.ok) return target;
  const [down, along] = [to.row - from.range.top, to.column - from.range.left];
  const landed = shifted(from.range, down, along);
  if (landed.bottom >= maximumLines.rows || landed.right >= maximumLines.columns) {
    return failure({
      code: 'beyond-sheet',
      message: `The cut cells would reach beyond the edge of the sheet "${target.value.name}".`,
      subject: addressText(to),
      remedy: 'Choose a cell further up or to the left.',
    });
  }
  const table = document.whatIfTables?.find(
    ({ sheet, results }) =>
      (sheet === source.value.name && overlap(results, from.range)) ||
      (sheet === target.value.name && overlap(results, landed)),
  );
  if (table) {
    return failure({
      code: 'part-of-what-if-table',
      message: 'A what-if table is calculated as one block: its results cannot be cut or pasted upon.',
      subject: addressText(to),
      remedy: 'Cut or paste cells beside it.',
    });
  }
  const [sourceName, targetName] = [source.value.name, target.value.name];
  const array = calculated.spillIn({ sheet: targetName, range: landed });
  if (array && !isReplaced(array, sourceName === targetName ? [from.range, landed] : [landed]))
    return failure(partOfArray(addressText(to), { sheet: targetName, range: array }));
  const isIn = (covered: Covered, sheet: string) => covered.sheet.toLowerCase() === sheet.toLowerCase();
  const area = (covered: Covered): Covered | null => {
    const range = rangeOf(covered);
    if (!range) return covered;
    if (isIn(covered, sourceName) && holds(from.range, range)) {
      const now = shifted(range, down, along);
      return {
        sheet: targetName,
        rows: { first: now.top, last: now.bottom },
        columns: { first: now.left, last: now.right },
      };
    }
    return isIn(covered, targetName) && holds(landed, range) ? null : covered;
  };
  const cells = (carrying: Area): CarriedCells[] => {
    const isOn = (sheet: string) => carrying.sheet.toLowerCase() === sheet.toLowerCase();
    const cut = isOn(sourceName) ? sharedRange(carrying.range, from.range) : null;
    const left = isOn(sourceName) ? without(carrying.range, from.range) : [carrying.range];
    const stay = isOn(targetName) ? left.flatMap((range) => without(range, landed)) : left;
    return [
      ...stay.map((range) => ({ ...carrying, range })),
      ...(cut ? [{ sheet: targetName, range: shifted(cut, down, along), isApart: true }] : []),
    ];
  };
  const map: DocumentMap = { area, cells, sheet: (name) => name, mayRefer: () => true };
  // References first, where the cells still stand: those of the cells themselves follow as theirs do.
  const followed = followDocument(document, map);
  const sheetOf = (name: string) => followed.sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  const kept = new Set(followed.names.map(({ name }) => name.toLowerCase()));
  const gone = new Set(
    document.names.map(({ name }) => name.toLowerCase()).filter((name) => !kept.has(name)),
  );
  const ofSource = new Set(
    (document.namedFormulas ?? [])
      .filter(({ scope }) => scope === sourceName)
      .map(({ name }) => name.toLowerCase()),
  );
  const nameAfter = (name: string): string | null => {
    const key = name.toLowerCase();
    // A name of the sheet that the cells leave is still that one.
    if (ofSource.has(key)) return sourceName === targetName ? name : `${quoteSheet(sourceName)}!${name}`;
    return gone.has(key) ? null : name;
  };
  const moved = [
    ...cellsIn(document.sheets.find(({ name }) => name === sourceName)?.rows ?? [], from.range),
  ].map(([[row, column], cell]): [Place, Cell | null] => [
    [row + down, column + along],
    cell && isFormula(cell.content)
      ? {
          ...cell,
          content: followFormula(cell.content, sourceName, targetName, {
            area,
            name: nameAfter,
          }),
        }
      : cell,
  ]);
  const emptied = [...cellsIn(sheetOf(sourceName), from.range)].map(([place]): [Place, Cell | null] => [
    place,
    null,
  ]);
  const sheets = followed.sheets.map((sheet) => {
    const isSource = sheet.name === sourceName;
    const isTarget = sheet.name === targetName;
    if (!isSource && !isTarget) return sheet;
    const left = isSource ? withCells(sheet.rows, emptied) : sheet.rows;
    return { ...sheet, rows: isTarget ? withCells(left, moved) : left };
  });
  return success({ ...followed, sheets });
}
