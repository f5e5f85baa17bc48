/*
 * The cells of an engine: their formulas, their values, and what would be theirs.
 */
/* oxlint-disable typescript/no-unsafe-type-assertion */
import {
  CellError,
  SimpleRangeValue,
  type ArraySize,
  type CellValue as RawCellValue,
  type ErrorType,
  type HyperFormula,
  type SimpleCellAddress,
} from 'hyperformula';
import { placesOfSheet } from './cells-in-use.ts';
import { formulaIn } from './dependency-graph.ts';
import { interpreterOf, type Ast, type EngineValue, type SizePredictor } from './interpreter.ts';
import { parserOf, refusal } from './parser.ts';

/** What a formula would give in a cell, which does not hold it; undefined when it does not read. */
export function evaluatedAt(
  formulas: HyperFormula,
  formula: string,
  place: SimpleCellAddress,
): EngineValue | undefined {
  return filledFrom(formulas, formula, place)?.(place);
}

/**
 * A formula as it reads in one cell: what it would give in others, filled from there. Undefined when it
 * does not read.
 */
export function filledFrom(
  formulas: HyperFormula,
  formula: string,
  place: SimpleCellAddress,
): ((at: SimpleCellAddress) => EngineValue) | undefined {
  const { ast, errors, dependencies } = parserOf(interpreterOf(formulas)).parse(formula, place);
  if (errors.length > 0) return undefined;
  return (at) => {
    if ('reference' in ast) {
      const cell = ast.reference.toSimpleCellAddress(at);
      // A formula of nothing but a reference would give 0 for an empty cell.
      if (cell.row >= 0 && cell.col >= 0 && formulas.getSheetName(cell.sheet) !== undefined)
        return engineValueAt(formulas, cell);
    }
    return formulas.evaluator.runAndForget(ast, at, dependencies);
  };
}

/**
 * What the cells of a sheet show, row by row: rows end with their last cell that is not empty, and the
 * sheet with its last such row. A cell far from the others costs nothing for those between.
 */
export function shownValues(formulas: HyperFormula, sheet: number): RawCellValue[][] {
  const rows: RawCellValue[][] = [];
  for (const place of placesOfSheet(formulas, sheet)) {
    const value = formulas.getCellValue(place);
    if (value === null) continue;
    const cells = (rows[place.row] ??= []);
    while (cells.length < place.col) cells.push(null);
    cells[place.col] = value;
  }
  return Array.from(rows, (cells: RawCellValue[] | undefined) => cells ?? []);
}

/** Why a formula does not read. */
export interface FormulaFault {
  /** As the end of a sentence; undefined where nothing is known but that it does not. */
  readonly reason: string | undefined;
}

/** Why a formula does not read; null when it does. */
export function faultOf(formulas: HyperFormula, formula: string): FormulaFault | null {
  const place = { sheet: 0, row: 0, col: 0 };
  const [error] = parserOf(interpreterOf(formulas)).parse(formula, place).errors;
  // What the parser itself says speaks of the parts of its grammar.
  return error ? { reason: error.type === refusal ? error.message : undefined } : null;
}

/** The first cell of the result that fills this cell; undefined for a cell that fills itself only. */
export function cornerOf(formulas: HyperFormula, place: SimpleCellAddress): SimpleCellAddress | undefined {
  const node = formulas.dependencyGraph.getCell(place);
  return node !== undefined && 'leftCorner' in node ? (node.leftCorner as SimpleCellAddress) : undefined;
}

/** The engine's own value of a cell, whose error tells what made it. */
export function engineValueAt(formulas: HyperFormula, place: SimpleCellAddress): EngineValue {
  return formulas.dependencyGraph.getCellValue(place);
}

/** Whether a cell shows an error of this kind. */
export function showsError(formulas: HyperFormula, place: SimpleCellAddress, type: ErrorType): boolean {
  const value = engineValueAt(formulas, place);
  return value instanceof CellError && value.type === type;
}

/** How many cells are kept for the result of the formula in this first cell of it. */
export function roomAt(
  formulas: HyperFormula,
  corner: SimpleCellAddress,
): { readonly width: number; readonly height: number } {
  return formulas.arrayMapping.getArrayByCorner(corner) ?? { width: 1, height: 1 };
}

/** What the formula in this first cell of its result gives all cells that are kept for it; undefined where it is blocked or fills one. */
export function arrayAt(formulas: HyperFormula, corner: SimpleCellAddress): SimpleRangeValue | undefined {
  const value = formulas.arrayMapping.getArrayByCorner(corner)?.valueOrUndef();
  return value instanceof SimpleRangeValue ? value : undefined;
}

/**
 * The cells that a formula fills besides its first: where it is blocked, fewer than are kept for it.
 * `node` is what stands for the formula in the dependency graph.
 */
export function furtherCellsOf(
  { dependencyGraph }: HyperFormula,
  node: { readonly width?: number; readonly height?: number },
  { sheet, row, col }: SimpleCellAddress,
): SimpleCellAddress[] {
  const { width = 1, height = 1 } = node;
  return Array.from({ length: width * height - 1 }, (_, index) => ({
    sheet,
    row: row + Math.floor((index + 1) / width),
    col: col + ((index + 1) % width),
  })).filter((cell) => dependencyGraph.getCell(cell) === node);
}

/** The cells that the formula in this one fills besides it. */
export function furtherCells(formulas: HyperFormula, corner: SimpleCellAddress): SimpleCellAddress[] {
  const array = formulas.arrayMapping.getArrayByCorner(corner);
  return array ? furtherCellsOf(formulas, array, corner) : [];
}

/** The formula that a cell holds, as the engine has read it, in the first cell of its result; undefined elsewhere. */
export function formulaOfCorner(formulas: HyperFormula, place: SimpleCellAddress): Ast | undefined {
  const corner = cornerOf(formulas, place);
  const isCorner = corner === undefined || (corner.row === place.row && corner.col === place.col);
  return isCorner ? formulaIn(formulas.dependencyGraph, place) : undefined;
}

interface EngineParts {
  readonly _crudOperations: {
    readonly operations: {
      readonly arraySizePredictor: SizePredictor;
      setFormulaToCell(place: SimpleCellAddress, size: ArraySize, formula: ReadFormula): void;
    };
  };
}

interface ReadFormula {
  readonly ast: Ast;
  readonly hasVolatileFunction: boolean;
  readonly hasStructuralChangeFunction: boolean;
  readonly dependencies: unknown;
}

interface ReadFormulas {
  set(
    key: string,
    ast: Ast,
  ): Omit<ReadFormula, 'dependencies'> & { readonly relativeDependencies: ReadFormula['dependencies'] };
}

/** Enters a formula that has been read already into a cell, without calculating it. To be called inside a batch. */
export function enterFormula(formulas: HyperFormula, place: SimpleCellAddress, ast: Ast): void {
  const { cache } = parserOf(interpreterOf(formulas));
  // The parser's memory of formulas is what finds their dependencies; this one is used once.
  const Memory = cache.constructor as new (functionRegistry: object) => ReadFormulas;
  const { relativeDependencies, ...formula } = new Memory(cache.functionRegistry).set('', ast);
  const {
    _crudOperations: { operations },
  } = formulas as unknown as EngineParts;
  const size = operations.arraySizePredictor.checkArraySize(ast, place);
  operations.setFormulaToCell(place, size, { ...formula, ast, dependencies: relativeDependencies });
}
