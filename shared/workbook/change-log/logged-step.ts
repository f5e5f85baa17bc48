import type { CellEdit } from '../../engine/engine.ts';
import { shiftedBlock } from '../structure/shift-cells.ts';
import { areasOf, cellCount } from '../areas.ts';
import type { Address, Area } from '../address.ts';
import type { Command } from '../command.ts';
import {
  cellDifferences,
  keepsPlaces,
  type CellDifferences,
  type CellLook,
  type Reshaping,
} from '../document-changes.ts';
import type { Cell, CellContent, WorkbookDocument } from '../document.ts';
import { boundingRange } from '../range-parts.ts';
import { changedFormats } from './changed-formats.ts';
import type { LoggedStep, Move, Stamp } from './log-entry.ts';

/*
 * What a step leaves in the log. Limits keep the file small: a step that changes more than a hundred
 * contents is told by its areas and their count, and texts by their beginning.
 */

/** More contents than these are counted, not listed. */
const mostCells = 100;

/** More areas than these are told by the rectangle around those of a sheet. */
const mostAreas = 50;

/** Characters of a text, a label or a name that are kept. */
const longestText = 255;

/** A command that was carried out, and the document on both sides of it. */
export interface CarriedOut {
  readonly command: Command;
  readonly before: WorkbookDocument;
  readonly after: WorkbookDocument;
  /** How they differ, where that is known already. */
  readonly differences: CellDifferences | null;
  readonly reshaping: Reshaping | null;
}

/** What a command did, as the log keeps it. Results of what-if tables are not of its doing. */
export function loggedStep(done: CarriedOut, stamp: Stamp): LoggedStep {
  const { contents, looks } = differencesOf(done);
  const sheets = done.after.sheets.map(({ name }) => name);
  const cellsBefore = cellsOf(done.before);
  const isListed = contents.length <= mostCells;
  return {
    kind: 'step',
    ...kept(stamp),
    label: shortened(done.command.label),
    cells: isListed ? contents.map((edit) => change(edit, cellsBefore(edit))) : [],
    many: isListed ? null : { count: contents.length, areas: fewAreas(contents, sheets) },
    ...partsOf(looks, cellsBefore, sheets),
    validations: fewOf(validatedBy(done), sheets),
    conditionalFormats: fewOf(formattedBy(done), sheets),
    moves: movesOf(done),
  };
}

/** A stamp as the log keeps it. */
export function kept({ at, who }: Stamp): Stamp {
  return { at, who: shortened(who) };
}

/** The beginning of a text that is too long for the log. */
export function shortened(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
}

/** How the cells differ; nothing where they are not at their places, and formulas only follow. */
function differencesOf({ before, after, differences, reshaping }: CarriedOut): CellDifferences {
  if (differences) return differences;
  const isInPlace =
    (reshaping === null || keepsPlaces(reshaping)) &&
    after.sheets.every(({ name }, index) => name === before.sheets[index]?.name);
  return isInPlace ? cellDifferences(before, after) : { contents: [], results: [], looks: [] };
}

function change({ sheet, row, column, content }: CellEdit, before: Cell | null) {
  return { sheet, row, column, was: shortContent(before?.content ?? null), is: shortContent(content) };
}

function shortContent(content: CellContent | null): CellContent | null {
  return typeof content === 'string' ? shortened(content) : content;
}

/** Where notes are others, and where anything else is that a cell has besides its content. */
function partsOf(
  looks: readonly CellLook[],
  cellsBefore: (address: Address) => Cell | null,
  sheets: readonly string[],
): Pick<LoggedStep, 'looks' | 'notes'> {
  const styled = looks.filter((look) => look.style !== cellsBefore(look)?.style);
  const noted = looks.filter((look) => look.note !== cellsBefore(look)?.note);
  return { looks: fewAreas(styled, sheets), notes: fewAreas(noted, sheets) };
}

function cellsOf({ sheets }: WorkbookDocument): (address: Address) => Cell | null {
  const rows = new Map(sheets.map((sheet) => [sheet.name, sheet.rows]));
  return ({ sheet, row, column }) => rows.get(sheet)?.[row]?.[column] ?? null;
}

function fewAreas(cells: readonly Address[], sheets: readonly string[]): readonly Area[] {
  return fewOf(areasOf(cells, sheets), sheets);
}

/** Areas, or where they are too many the rectangle around those of each sheet. */
function fewOf(areas: readonly Area[], sheets: readonly string[]): readonly Area[] {
  if (areas.length <= mostAreas) return areas;
  return sheets.flatMap((sheet) => around(areas.filter((area) => area.sheet === sheet))).slice(0, mostAreas);
}

/** The rectangle around areas of one sheet, of which there may be none. */
function around([first, ...others]: readonly Area[]): Area[] {
  if (!first) return [];
  const range = others.reduce((all, other) => boundingRange(all, other.range), first.range);
  return [{ sheet: first.sheet, range }];
}

/** Whether a step that changed many contents changed those of all cells of its areas. */
export function changedAll({ count, areas }: NonNullable<LoggedStep['many']>): boolean {
  return areas.reduce((total, area) => total + cellCount(area), 0) === count;
}

function movesOf({ command, before, reshaping }: CarriedOut): Move[] {
  const moved = partsOfCommand(command)
    .flatMap((one) => (one.kind === 'moveCells' ? [one] : one.kind === 'shiftCells' ? shiftedBlock(one) : []))
    .map(({ from, to }): Move => ({
      kind: 'cells',
      from: { ...from, sheet: ownName(before, from.sheet) },
      to: { ...to, sheet: ownName(before, to.sheet) },
    }));
  if (!reshaping) return moved;
  const renamed = reshaping.sheets.filter(([now, earlier]) => now !== earlier);
  const known = new Set(reshaping.sheets.map(([, earlier]) => earlier));
  const gone = before.sheets.map(({ name }) => name).filter((name) => !known.has(name));
  if (renamed.length + gone.length > 0) moved.push({ kind: 'sheets', renamed, gone });
  for (const lines of reshaping.lines) moved.push({ kind: 'lines', ...lines });
  return moved;
}

/** The areas for which a command says what may be entered. */
function validatedBy({ command, before }: CarriedOut): Area[] {
  return partsOfCommand(command)
    .filter((one) => one.kind === 'setValidation')
    .flatMap(({ sheet, ranges }) => ranges.map((range) => ({ sheet: ownName(before, sheet), range })));
}

/** Where a command changed conditional formats; those that follow moved cells are not of its doing. */
function formattedBy({ command, before, after }: CarriedOut): Area[] {
  const sets = partsOfCommand(command).some(({ kind }) => kind === 'setConditionalFormats');
  return sets ? changedFormats(before.conditionalFormats ?? [], after.conditionalFormats ?? []) : [];
}

function partsOfCommand(command: Command): readonly Command[] {
  return command.kind === 'several' ? command.commands : [command];
}

/** What a sheet is called that a command names with other capitals. */
function ownName({ sheets }: WorkbookDocument, named: string): string {
  return sheets.find(({ name }) => name.toLowerCase() === named.toLowerCase())?.name ?? named;
}
