import { success, type Result } from '../result.ts';
import type { CalculatedCells } from './calculated-cells.ts';
import type { Command } from './command.ts';
import { linesReshaped, type Reshaping } from './document-changes.ts';
import type { Sheet, WorkbookDocument } from './document.ts';
import { differenceOf, unionOf, type LineSpans } from './line-spans.ts';
import { withContents, withLooks, withNote } from './structure/change-cells.ts';
import { withFilter } from './structure/change-filter.ts';
import { withLinesChanged } from './structure/change-lines.ts';
import { withConditionalFormats } from './structure/change-conditional-formats.ts';
import { withName, withNamedFormula, withNameRenamed, withoutName } from './structure/change-names.ts';
import {
  sheetNamed,
  withSheetAdded,
  withSheetDeleted,
  withSheetHidden,
  withSheetMoved,
  withSheetRenamed,
  withTabColour,
} from './structure/change-sheets.ts';
import { withSheetCopied } from './structure/copy-sheet.ts';
import { withValidation } from './structure/change-validations.ts';
import { withColumnWidth, withFrozenLines, withLinesHidden, withRowHeight } from './structure/change-view.ts';
import {
  withDetailShown,
  withLinesGrouped,
  withLinesUngrouped,
  withSummaryPlace,
} from './structure/change-groups.ts';
import type { LineChange } from './structure/line-change.ts';
import { withCellsMoved } from './structure/move-cells.ts';
import { withCellsShifted } from './structure/shift-cells.ts';
import { withRowsSorted } from './structure/sort-rows.ts';

/** A document after a command, and where its cells were before; null where all are at their places. */
export interface ChangedDocument {
  readonly document: WorkbookDocument;
  readonly reshaping: Reshaping | null;
}

/**
 * What a command does to lines, those further on first. Of rows among which a filter hides some, only those that are seen are
 * deleted, as in Excel.
 */
function lineChanges(
  command: Extract<Command, { kind: 'insertLines' | 'deleteLines' | 'moveLines' }>,
  { name: sheet, filter }: Sheet,
): LineChange[] {
  const { axis } = command;
  if (command.kind === 'moveLines') {
    const { at, count, to } = command;
    return [{ kind: 'move', sheet, axis, at, count, to }];
  }
  const all = [command, ...(command.others ?? [])];
  if (command.kind === 'insertLines')
    return all
      .toSorted((one, other) => other.at - one.at)
      .map((lines): LineChange => ({ kind: 'insert', sheet, axis, at: lines.at, count: lines.count }));
  const whole = all.reduce<LineSpans>(
    (spans, lines) => unionOf(spans, [{ first: lines.at, last: lines.at + lines.count - 1 }]),
    [],
  );
  const seen = axis === 'rows' && filter ? differenceOf(whole, filter.hiddenRows) : whole;
  return seen.toReversed().map(({ first, last }): LineChange => {
    return { kind: 'delete', sheet, axis, at: first, count: last - first + 1 };
  });
}

/** `before` tells what a sheet was called; null for a new one. */
function reshaped(
  changed: Result<WorkbookDocument>,
  before: (now: string) => string | null,
): Result<ChangedDocument> {
  if (!changed.ok) return changed;
  const document = changed.value;
  const sheets = document.sheets.map(({ name }) => [name, before(name)] as const);
  return success({ document, reshaping: { sheets, lines: [] } });
}

/** Cells of a changed document are all where they were. */
function inPlace(changed: Result<WorkbookDocument>): Result<ChangedDocument> {
  return changed.ok ? success({ document: changed.value, reshaping: null }) : changed;
}

/**
 * The document as a command leaves it. Refuses what cannot be done to the document, without looking
 * at formulas that are written; the document that is given stays as it is. `calculated` are its
 * values, by which rows are sorted and filtered.
 */
export function changedDocument(
  document: WorkbookDocument,
  command: Command,
  calculated: CalculatedCells,
): Result<ChangedDocument> {
  const unchanged = (name: string) => name;
  switch (command.kind) {
    case 'setCells':
      return success({ document: withContents(document, command.cells), reshaping: null });
    case 'insertLines':
    case 'deleteLines':
    case 'moveLines': {
      const sheet = sheetNamed(document, command.sheet);
      if (!sheet.ok) return sheet;
      const { axis } = command;
      const changes = lineChanges(command, sheet.value);
      const changed = withLinesChanged(document, { sheet: sheet.value.name, axis }, changes);
      return changed.ok
        ? success({ document: changed.value, reshaping: linesReshaped(changed.value, changes) })
        : changed;
    }
    case 'addSheet':
      return reshaped(withSheetAdded(document, command.name, command.at), (now) =>
        now === command.name ? null : now,
      );
    case 'copySheet':
      return reshaped(withSheetCopied(document, command.sheet, command.name, command.at), (now) =>
        now === command.name ? null : now,
      );
    case 'setTabColour':
      return reshaped(withTabColour(document, command.sheet, command.colour), unchanged);
    case 'deleteSheet':
      return reshaped(withSheetDeleted(document, command.sheet), unchanged);
    case 'renameSheet': {
      const sheet = sheetNamed(document, command.sheet);
      return reshaped(withSheetRenamed(document, command.sheet, command.name), (now) =>
        now === command.name && sheet.ok ? sheet.value.name : now,
      );
    }
    case 'moveSheet':
      return reshaped(withSheetMoved(document, command.sheet, command.to), unchanged);
    case 'moveCells': {
      return inPlace(withCellsMoved(document, command.from, command.to, calculated));
    }
    case 'shiftCells':
      return inPlace(withCellsShifted(document, command));
    case 'setLooks':
      return inPlace(withLooks(document, command.areas));
    case 'setNote':
      return inPlace(withNote(document, command, command.note));
    case 'setValidation':
      return inPlace(withValidation(document, command, command.settings));
    case 'setColumnWidth':
      return reshaped(withColumnWidth(document, command.sheet, command, command.width), unchanged);
    case 'setFrozenLines':
      return reshaped(withFrozenLines(document, command.sheet, command.rows, command.columns), unchanged);
    case 'setLinesHidden':
      return reshaped(withLinesHidden(document, command.sheet, command, command.hidden), unchanged);
    case 'setRowHeight':
      return reshaped(withRowHeight(document, command.sheet, command, command.height), unchanged);
    case 'groupLines':
      return reshaped(withLinesGrouped(document, command.sheet, command), unchanged);
    case 'ungroupLines':
      return reshaped(withLinesUngrouped(document, command.sheet, command), unchanged);
    case 'setSummaryPlace':
      return reshaped(withSummaryPlace(document, command.sheet, command.axis, command.isFirst), unchanged);
    case 'showDetail':
      return reshaped(withDetailShown(document, command.sheet, command.axis, command.groups), unchanged);
    case 'setSheetHidden':
      return reshaped(withSheetHidden(document, command.sheet, command.hidden), unchanged);
    case 'sortRange':
      return inPlace(withRowsSorted(document, command, calculated));
    case 'setFilter':
      return reshaped(withFilter(document, command.sheet, command.filter, calculated), unchanged);
    case 'setName':
      return inPlace(withName(document, { ...command, label: command.words }));
    case 'setNamedFormula':
      return inPlace(withNamedFormula(document, { ...command, label: command.words }));
    case 'renameName':
      return inPlace(withNameRenamed(document, command.from, command.to, command.scope));
    case 'deleteName':
      return inPlace(withoutName(document, command.name, command.scope));
    case 'setConditionalFormats':
      return inPlace(withConditionalFormats(document, command.formats));
    case 'several': {
      let changed: ChangedDocument = { document, reshaping: null };
      for (const one of command.commands) {
        const next = changedDocument(changed.document, one, calculated);
        if (!next.ok) return next;
        changed = { ...next.value, reshaping: next.value.reshaping ?? changed.reshaping };
      }
      return success(changed);
    }
    default:
      return command satisfies never;
  }
}
