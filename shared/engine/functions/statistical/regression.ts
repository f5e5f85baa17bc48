import { CellError, type SimpleRangeValue } from 'hyperformula';
import { arrayOf } from '../lookup/arrays.ts';
import { boolean, excelFunctions, oneCell, optional, range, type ResultSize } from '../excel-function.ts';
import { notANumber, notAvailable, wrongReference, wrongValue } from '../excel-values.ts';
import type { Ast, EngineScalar, EngineValue, FunctionCall } from '../../internals/interpreter.ts';
import { leastSquares, type Fit } from './least-squares.ts';
import { cellsOf } from '../ranges.ts';

/** Numbers row by row. */
type Rows = readonly (readonly number[])[];

/** How the values of several variables stand beside those of y. */
type Layout = 'one variable' | 'columns' | 'rows';

/** What is observed. */
interface Observations {
  readonly observed: readonly number[];
  /** The values of each variable. */
  readonly variables: Rows;
  readonly layout: Layout;
  readonly height: number;
  readonly width: number;
}

/** All cells as numbers; an error where one is none. */
function rowsOf(value: SimpleRangeValue, name: string): Rows | CellError {
  const cells = cellsOf(value);
  const rows: number[][] = [];
  for (let row = 0; row < cells.height; row++) {
    const numbers: number[] = [];
    for (let column = 0; column < cells.width; column++) {
      const found = cells.at(row, column);
      if (found instanceof CellError) return found;
      if (typeof found !== 'number') return wrongValue(`each value of ${name} must be a number`);
      numbers.push(found);
    }
    rows.push(numbers);
  }
  return rows;
}

/** Undefined also for an argument that is there but was left empty, which is one empty cell. */
function given(value: SimpleRangeValue | undefined): SimpleRangeValue | undefined {
  if (value === undefined) return undefined;
  const cells = cellsOf(value);
  return cells.width === 1 && cells.height === 1 && cells.at(0, 0) === null ? undefined : value;
}

/** Undefined where the sizes do not fit together. */
function layoutOf(knownY: ResultSize, knownX: ResultSize): Layout | undefined {
  if (knownX.width === knownY.width && knownX.height === knownY.height) return 'one variable';
  if (knownY.width === 1 && knownX.height === knownY.height) return 'columns';
  if (knownY.height === 1 && knownX.width === knownY.width) return 'rows';
  return undefined;
}

function columnsOf(rows: Rows): number[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? NaN));
}

/** The values of each variable, from cells of this layout. */
function variablesOf(rows: Rows, layout: Layout): Rows {
  if (layout === 'one variable') return [rows.flat()];
  return layout === 'columns' ? columnsOf(rows) : rows;
}

function sizeOf(rows: Rows): ResultSize {
  return { height: rows.length, width: rows[0]?.length ?? 0 };
}

/** The numbers from 1 on stand for variables that are left out. */
function observations(
  knownY: SimpleRangeValue,
  knownX: SimpleRangeValue | undefined,
): Observations | CellError {
  const rowsY = rowsOf(knownY, "known_y's");
  if (rowsY instanceof CellError) return rowsY;
  const observed = rowsY.flat();
  const size = sizeOf(rowsY);
  const cellsX = given(knownX);
  if (cellsX === undefined) {
    const counted = observed.map((_, place) => place + 1);
    return { observed, variables: [counted], layout: 'one variable', ...size };
  }
  const rowsX = rowsOf(cellsX, "known_x's");
  if (rowsX instanceof CellError) return rowsX;
  const layout = layoutOf(size, sizeOf(rowsX));
  if (layout === undefined)
    return wrongReference("known_y's and known_x's must have the same number of values");
  return { observed, variables: variablesOf(rowsX, layout), layout, ...size };
}

/** The same observations with the logarithms of y, whose fitted line is an exponential curve. */
function logarithmic(from: Observations): Observations | CellError {
  if (from.observed.some((value) => value <= 0)) return notANumber("each value of known_y's must be above 0");
  return { ...from, observed: from.observed.map(Math.log) };
}

/** A kind of curve: what the fit of its observations has to be taken from, and what becomes of it. */
interface Curve {
  readonly prepare: (from: Observations) => Observations | CellError;
  readonly finish: (value: number) => number | CellError;
}

function finite(value: number): number | CellError {
  return Number.isFinite(value) ? value : notANumber('the result is too large');
}

const line: Curve = { prepare: (from) => from, finish: finite };
const exponential: Curve = { prepare: logarithmic, finish: (value) => finite(Math.exp(value)) };

/** The rows below the coefficients; coefficients stand in the reverse order of their variables. */
function statisticsOf(fit: Fit, withConstant: boolean): EngineScalar[][] {
  const { degreesOfFreedom, rank, explainedSquares, residualSquares } = fit;
  const total = explainedSquares + residualSquares;
  const none = notAvailable();
  const padding = Array.from({ length: Math.max(0, fit.coefficients.length - 1) }, () => none);
  const ratio =
    residualSquares === 0 || rank === 0
      ? notANumber('the fit leaves no variance to compare with')
      : explainedSquares / rank / (residualSquares / degreesOfFreedom);
  return [
    [...fit.errors.toReversed(), withConstant ? fit.constantError : none],
    [
      total === 0 ? 1 : explainedSquares / total,
      residualSquares === 0 ? 0 : Math.sqrt(residualSquares / degreesOfFreedom),
      ...padding,
    ],
    [ratio, Math.max(0, degreesOfFreedom), ...padding],
    [explainedSquares, residualSquares, ...padding],
  ];
}

function coefficients(curve: Curve) {
  return (
    knownY: SimpleRangeValue,
    knownX: SimpleRangeValue | undefined,
    withConstant: boolean,
    withStatistics: boolean,
  ): EngineValue => {
    const found = observations(knownY, knownX);
    const known = found instanceof CellError ? found : curve.prepare(found);
    if (known instanceof CellError) return known;
    const fit = leastSquares(known.variables, known.observed, withConstant);
    const first = [...fit.coefficients.toReversed(), fit.constant].map(curve.finish);
    return arrayOf(withStatistics ? [first, ...statisticsOf(fit, withConstant)] : [first]);
  };
}

/** The points at which the fitted curve is asked for, one list of variables each. */
function pointsOf(
  known: Observations,
  newX: SimpleRangeValue | undefined,
): { points: Rows; size: ResultSize } | CellError {
  const { layout, height, width } = known;
  const cells = given(newX);
  if (cells === undefined) return { points: columnsOf(known.variables), size: { height, width } };
  const rows = rowsOf(cells, "new_x's");
  if (rows instanceof CellError) return rows;
  const size = sizeOf(rows);
  if (layout === 'one variable') return { points: rows.flat().map((x) => [x]), size };
  const count = known.variables.length;
  if (count !== (layout === 'columns' ? size.width : size.height))
    return wrongReference("new_x's must have as many variables as known_x's");
  return layout === 'columns'
    ? { points: rows, size: { height: size.height, width: 1 } }
    : { points: columnsOf(rows), size: { height: 1, width: size.width } };
}

function fitted(curve: Curve) {
  return (
    knownY: SimpleRangeValue,
    knownX: SimpleRangeValue | undefined,
    newX: SimpleRangeValue | undefined,
    withConstant: boolean,
  ): EngineValue => {
    const found = observations(knownY, knownX);
    const known = found instanceof CellError ? found : curve.prepare(found);
    if (known instanceof CellError) return known;
    const asked = pointsOf(known, newX);
    if (asked instanceof CellError) return asked;
    const fit = leastSquares(known.variables, known.observed, withConstant);
    const values = asked.points.map((point) => curve.finish(fit.at(point)));
    const { height, width } = asked.size;
    return arrayOf(Array.from({ length: height }, (_, row) => values.slice(row * width, (row + 1) * width)));
  };
}

function isLeftOut(argument: Ast | undefined): boolean {
  // HyperFormula exports no list of its kinds of syntax.
  const kind: string | undefined = argument?.type;
  return kind === undefined || kind === 'EMPTY';
}

/** Whether an argument is FALSE whatever the cells hold. */
function isNever(argument: Ast | undefined): boolean {
  if (argument === undefined || isLeftOut(argument)) return true;
  if ('procedureName' in argument) return argument.procedureName === 'FALSE';
  return 'value' in argument && Number(argument.value) === 0;
}

function coefficientsSize(
  [knownY = oneCell, knownX = oneCell]: readonly ResultSize[],
  call: FunctionCall,
): ResultSize {
  const layout = isLeftOut(call.args[1]) ? 'one variable' : layoutOf(knownY, knownX);
  const variables = layout === 'columns' ? knownX.width : layout === 'rows' ? knownX.height : 1;
  return { width: variables + 1, height: isNever(call.args[3]) ? 1 : 5 };
}

function fittedSize(
  [knownY = oneCell, knownX = oneCell, newX = oneCell]: readonly ResultSize[],
  call: FunctionCall,
): ResultSize {
  if (isLeftOut(call.args[2])) return knownY;
  const layout = isLeftOut(call.args[1]) ? 'one variable' : layoutOf(knownY, knownX);
  if (layout === 'columns') return { width: 1, height: newX.height };
  return layout === 'rows' ? { width: newX.width, height: 1 } : newX;
}

const whether = (normally: boolean) => ({ ...optional(boolean, normally), emptyAsDefault: true });
const ofCoefficients = [range, optional(range), whether(true), whether(false)];
const ofFitted = [range, optional(range), optional(range), whether(true)];

/** Lines, planes and exponential curves of least squares. */
export const regressionFunctions = excelFunctions({
  GROWTH: { parameters: ofFitted, calculate: fitted(exponential), resultSize: fittedSize },
  LINEST: { parameters: ofCoefficients, calculate: coefficients(line), resultSize: coefficientsSize },
  LOGEST: { parameters: ofCoefficients, calculate: coefficients(exponential), resultSize: coefficientsSize },
  TREND: { parameters: ofFitted, calculate: fitted(line), resultSize: fittedSize },
});
