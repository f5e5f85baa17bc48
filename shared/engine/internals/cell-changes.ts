/*
 * What the engine notes of cells that have come to hold something else.
 */
/* oxlint-disable typescript/no-unsafe-type-assertion */
import {
  CellError,
  EmptyValue,
  ErrorType,
  SimpleRangeValue,
  type ExportedChange,
  type SimpleCellAddress,
} from 'hyperformula';
import { positionKey } from '../positions.ts';
import type { EngineScalar, EngineValue, Interpreter, SheetRange } from './interpreter.ts';

/** The values that the cells of a formula have come to hold, among the changes that the engine gives. */
export class ArrayChange {
  readonly corner: SimpleCellAddress;
  readonly value: SimpleRangeValue;

  constructor(corner: SimpleCellAddress, value: SimpleRangeValue) {
    this.corner = corner;
    this.value = value;
  }
}

/** Visits the errors of an array, of which `corner` is the first cell. */
export function eachError(
  { data }: SimpleRangeValue,
  corner: SimpleCellAddress,
  visit: (error: CellError, place: SimpleCellAddress) => void,
): void {
  let { row } = corner;
  for (const values of data) {
    let { col } = corner;
    for (const value of values) {
      if (value instanceof CellError) visit(value, { ...corner, row, col });
      col++;
    }
    row++;
  }
}

interface CellChange {
  readonly address: SimpleCellAddress;
  readonly value: EngineValue;
}

interface Exporter {
  exportChange(change: CellChange): ExportedChange;
}

/** The engine's own notes. */
interface CellChanges {
  readonly changes: Map<number, CellChange>;
  add: (this: CellChanges, address: SimpleCellAddress, change: CellChange) => void;
  addChange(value: EngineValue, address: SimpleCellAddress): void;
  exportChanges: (this: CellChanges, exporter: Exporter) => (ExportedChange | ArrayChange)[];
}

interface ArrayNode {
  getRange(): SheetRange;
  isLeftCorner(place: SimpleCellAddress): boolean;
}

interface ChangingGraph {
  readonly changes: CellChanges;
  readonly addressMapping: {
    getCell(place: SimpleCellAddress): unknown;
    removeCell(place: SimpleCellAddress): void;
  };
  cleanAddressMappingUnderArray: (array: ArrayNode) => void;
}

const mended = new WeakSet<object>();

/**
 * Mends that HyperFormula 3.5 notes the cells of a result by a text each, of which it made as many again to see
 * whether one of them was noted before, and that it copied the whole list of changes for each result in it.
 * Now a result is one note, and given as one, as is that its cells are empty, and numbers tell cells from each other.
 * Of several notes of a cell the last counts.
 */
export function mendCellChanges({ dependencyGraph }: Interpreter): void {
  const graph = dependencyGraph as unknown as ChangingGraph;
  const notes = Object.getPrototypeOf(graph.changes) as CellChanges;
  if (!mended.has(notes)) {
    mended.add(notes);
    notes.add = add;
    notes.exportChanges = exportChanges;
  }
  graph.cleanAddressMappingUnderArray = (array) => {
    const range = array.getRange();
    const { start } = range;
    const isAtHome = graph.addressMapping.getCell(start) === array;
    for (const place of range.addresses(dependencyGraph))
      if (!array.isLeftCorner(place) && graph.addressMapping.getCell(place) === array)
        graph.addressMapping.removeCell(place);
    const empty = Array.from({ length: range.width() }, (): EngineScalar => EmptyValue);
    const rows = Array.from({ length: range.height() }, () => empty);
    if (isAtHome) rows[0] = [new CellError(ErrorType.REF), ...empty.slice(1)];
    graph.changes.addChange(SimpleRangeValue.onlyValues(rows), start);
  };
}

/** Notes of an array that it is no more are kept beside those of what takes its place, which may be smaller. */
function add(this: CellChanges, address: SimpleCellAddress, change: CellChange): void {
  const key = positionKey(address);
  const { changes } = this;
  const earlier = changes.get(key);
  changes.delete(key);
  if (earlier?.value instanceof SimpleRangeValue && !covers(change, earlier.value))
    changes.set(-1 - changes.size, earlier);
  changes.set(key, change);
}

function covers({ value }: CellChange, earlier: SimpleRangeValue): boolean {
  return (
    value instanceof SimpleRangeValue &&
    value.height() >= earlier.height() &&
    value.width() >= earlier.width()
  );
}

function exportChanges(this: CellChanges, exporter: Exporter): (ExportedChange | ArrayChange)[] {
  return Array.from(this.changes.values(), (change) =>
    change.value instanceof SimpleRangeValue
      ? new ArrayChange(change.address, change.value)
      : exporter.exportChange(change),
  );
}
