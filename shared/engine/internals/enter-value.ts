/*
 * Values that are written into cells.
 */
/* oxlint-disable typescript/no-unsafe-type-assertion */
import type { HyperFormula, RawCellContent, SimpleCellAddress } from 'hyperformula';
import type { EngineScalar, EngineValue } from './interpreter.ts';

interface ValueGraph {
  setCellEmpty(place: SimpleCellAddress): unknown;
  setValueToCell(
    place: SimpleCellAddress,
    value: { readonly parsedValue: EngineScalar; readonly rawValue: RawCellContent },
  ): unknown;
}

/**
 * Writes a value, or null for none, into a cell, without calculating what follows, which then does not
 * name this cell: the engine's own way, of which this is a part, takes ten notes of each cell of a paste.
 * `raw` is the value as the engine is given it. Gives what the cell held; undefined, and nothing is written,
 * where a formula fills it together with others. To be called inside a batch.
 */
export function enterValue(
  { dependencyGraph }: HyperFormula,
  place: SimpleCellAddress,
  value: number | string | boolean | null,
  raw: RawCellContent,
): EngineValue | undefined {
  const node = dependencyGraph.getCell(place);
  if (node !== undefined && 'leftCorner' in node) return undefined;
  const old = dependencyGraph.getCellValue(place);
  const graph = dependencyGraph as unknown as ValueGraph;
  if (value === null) graph.setCellEmpty(place);
  else graph.setValueToCell(place, { parsedValue: value, rawValue: raw });
  return old;
}
