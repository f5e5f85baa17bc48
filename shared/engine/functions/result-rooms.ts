import {
  ArraySize,
  CellError,
  EmptyValue,
  ErrorType,
  SimpleRangeValue,
  type SimpleCellAddress,
} from 'hyperformula';
import { maximumColumns, maximumRows } from '../../workbook/address.ts';
import { EngineContext } from '../engine-context.ts';
import {
  adjustEvaluation,
  contextOf,
  predictorOf,
  type EngineScalar,
  type EngineValue,
  type FormulaNode,
  type Interpreter,
} from '../internals/interpreter.ts';

/*
 * HyperFormula decides how many cells a formula fills before it calculates anything. Where that
 * cannot be known, or was too little, the result says how large it is and its formula is entered
 * again; the size is kept here for then.
 */

const noSpace = 'the result has no room to spill';

function fitsOnSheet({ row, col }: SimpleCellAddress, height: number, width: number): boolean {
  return row + height <= maximumRows && col + width <= maximumColumns;
}

/** The rows as the cells of the formula show them: an empty value is 0, and cells beyond the last stay empty. */
function filled(rows: readonly EngineScalar[][], { height, width }: FormulaNode): SimpleRangeValue {
  const beyond = Array.from({ length: rows.length < height ? width : 0 }, (): EngineScalar => EmptyValue);
  const shown: EngineScalar[][] = [];
  for (let row = 0; row < height; row++) shown.push(shownRow(rows[row], width) ?? beyond);
  return SimpleRangeValue.onlyValues(shown);
}

/** Nobody writes into a row, so that one without empty values is itself what is shown. */
function shownRow(row: EngineScalar[] | undefined, width: number): EngineScalar[] | undefined {
  if (row === undefined || (row.length === width && !row.includes(EmptyValue))) return row;
  return Array.from({ length: width }, (_, column) => {
    const value = row[column];
    if (value === undefined) return EmptyValue;
    return value === EmptyValue ? 0 : value;
  });
}

/** What the cells of a formula hold for its result. An error fills the first of them only. */
function inRoom(
  result: EngineValue,
  room: FormulaNode,
  place: SimpleCellAddress,
  context: EngineContext,
): EngineValue {
  const isOne = room.height === 1 && room.width === 1;
  if (!(result instanceof SimpleRangeValue)) return isOne ? result : filled([[result]], room);
  const [height, width] = [result.height(), result.width()];
  if (height <= room.height && width <= room.width) return filled(result.data, room);
  if (fitsOnSheet(place, height, width)) context.rooms.outgrow(place, { height, width });
  const error = new CellError(ErrorType.SPILL, noSpace, room);
  return isOne ? error : filled([[error]], room);
}

/** Fits every result into the cells that its formula fills. To be called once before the first engine is built. */
export function useResultRooms(): void {
  adjustEvaluation(
    (evaluate) =>
      function (ast, state) {
        const result = evaluate.call(this, ast, state);
        const room = state.formulaVertex;
        // Nearly all formulas have one value and one cell.
        if (
          room === undefined ||
          (!(result instanceof SimpleRangeValue) && room.height === 1 && room.width === 1)
        )
          return result;
        const context = contextOf(this.interpreter);
        return context instanceof EngineContext
          ? inRoom(result, room, state.formulaAddress, context)
          : result;
      },
  );
}

const adjusted = new WeakSet<object>();

/** Gives the formulas of an interpreter the rooms that their results have turned out to need. */
export function useLearnedRooms(interpreter: Interpreter): void {
  const predictor = predictorOf(interpreter);
  const context = contextOf(interpreter);
  if (adjusted.has(predictor) || !(context instanceof EngineContext)) return;
  adjusted.add(predictor);
  const checkArraySize = predictor.checkArraySize.bind(predictor);
  predictor.checkArraySize = (ast, place) => {
    const learned = context.rooms.sizeAt(place);
    if (learned) return new ArraySize(learned.width, learned.height);
    const size = checkArraySize(ast, place);
    // Whole columns and rows have no size before the sheet is known.
    return fitsOnSheet(place, size.height, size.width) ? size : ArraySize.scalar();
  };
}
