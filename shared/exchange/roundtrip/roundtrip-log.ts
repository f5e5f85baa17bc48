import {
  absoluteRangeText,
  addressText,
  parseReference,
  type Address,
  type Area,
} from '../../workbook/address.ts';
import type { LogEntry, LoggedReturn, LoggedStep, Move } from '../../workbook/change-log/log-entry.ts';
import type { StoredLogEntry } from './roundtrip-schema.ts';

/*
 * The log of changes in a file, an entry a line. Its addresses are of the time of the entry, so
 * their sheets need not be there any more.
 */

type StoredStep = Extract<StoredLogEntry, { kind: 'step' }>;
type StoredMove = NonNullable<StoredStep['moves']>[number];

/** An entry as a file holds it: cells and areas as formulas name them. */
export function storedEntry(entry: LogEntry): StoredLogEntry {
  return entry.kind === 'step' ? storedStep(entry) : storedReturn(entry);
}

function storedReturn({ at, who, kind, label, back }: LoggedReturn): StoredLogEntry {
  return { at, who, kind, label, back };
}

function storedStep(step: LoggedStep): StoredStep {
  const { at, who, kind, label, cells, many, looks, notes, validations, conditionalFormats, moves } = step;
  return {
    at,
    who,
    kind,
    label,
    ...(cells.length > 0 && { cells: cells.map((cell) => [addressText(cell), cell.was, cell.is]) }),
    ...(many && { count: many.count, areas: many.areas.map(areaText) }),
    ...(looks.length > 0 && { looks: looks.map(areaText) }),
    ...(notes.length > 0 && { notes: notes.map(areaText) }),
    ...(validations.length > 0 && { validations: validations.map(areaText) }),
    ...(conditionalFormats.length > 0 && { conditionalFormats: conditionalFormats.map(areaText) }),
    ...(moves.length > 0 && { moves: moves.map(storedMove) }),
  };
}

function storedMove(move: Move): StoredMove {
  switch (move.kind) {
    case 'cells':
      return { kind: 'cells', from: areaText(move.from), to: addressText(move.to) };
    case 'sheets': {
      const renamed = move.renamed.map(([now, before]): [string, string | null] => [now, before]);
      return { kind: 'sheets', renamed, gone: [...move.gone] };
    }
    case 'lines': {
      const { kind, sheet, axis } = move;
      const origins = move.origins.map(({ to, count, from }): [number, number | null, number | null] => [
        to,
        count === Infinity ? null : count,
        from,
      ]);
      return { kind, sheet, axis, origins };
    }
    default:
      return move satisfies never;
  }
}

const areaText = ({ sheet, range }: Area) => absoluteRangeText(sheet, range);

/** The entries that a file holds, or which of them, counted from 1, is wrong, and how. */
export function readLog(
  entries: readonly StoredLogEntry[],
): { readonly value: LogEntry[] } | { readonly entry: number; readonly what: string } {
  const value: LogEntry[] = [];
  for (const [index, line] of entries.entries()) {
    const read = line.kind === 'step' ? readStep(line) : readReturn(line, value);
    if (typeof read === 'string') return { entry: index + 1, what: read };
    value.push(read);
  }
  return { value };
}

function readReturn(
  { at, who, kind, label, back }: Exclude<StoredLogEntry, StoredStep>,
  before: readonly LogEntry[],
): LogEntry | string {
  const step = before[before.length - back];
  if (step && step.kind !== 'step') return 'returns to an entry that is no step';
  return { kind, at, who, label, back };
}

function readStep(line: StoredStep): LoggedStep | string {
  const {
    at,
    who,
    kind,
    label,
    cells = [],
    count,
    areas = [],
    looks = [],
    notes = [],
    validations = [],
    conditionalFormats = [],
    moves = [],
  } = line;
  const wrong: string[] = [];
  const area = (text: string): Area => {
    const reference = parseReference(text);
    if (reference?.sheet !== undefined) return { sheet: reference.sheet, range: reference.range };
    wrong.push(text);
    return { sheet: '', range: { top: 0, left: 0, bottom: 0, right: 0 } };
  };
  const address = (text: string): Address => {
    const { sheet, range } = area(text);
    return { sheet, row: range.top, column: range.left };
  };
  const readMove = (move: StoredMove): Move => {
    if (move.kind === 'sheets') return move;
    if (move.kind === 'cells') return { kind: 'cells', from: area(move.from), to: address(move.to) };
    const origins = move.origins.map(([to, length, from]) => ({ to, count: length ?? Infinity, from }));
    return { ...move, origins };
  };
  const step: LoggedStep = {
    kind,
    at,
    who,
    label,
    cells: cells.map(([cell, was, is]) => ({ ...address(cell), was, is })),
    many: count === undefined ? null : { count, areas: areas.map(area) },
    looks: looks.map(area),
    notes: notes.map(area),
    validations: validations.map(area),
    conditionalFormats: conditionalFormats.map(area),
    moves: moves.map(readMove),
  };
  return wrong.length > 0 ? `names "${wrong[0]}", which is no reference such as Deals!A1` : step;
}
