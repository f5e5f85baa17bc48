import { CellError, SimpleRangeValue } from 'hyperformula';
import { any, excelFunctions, number, optional, range } from './excel-function.ts';
import { divisionByZero, notAvailable, plainValue, toNumber } from './excel-values.ts';
import type { EngineScalar, EngineValue } from './hyperformula-internals.ts';
import { cellsOf, numbersOf } from './ranges.ts';

/** Numbers before this one in descending order (or ascending, when asked), and how many are equal to it. */
function standing(
  value: number,
  among: SimpleRangeValue,
  ascending: number,
): { before: number; equal: number } | CellError {
  const numbers = numbersOf(among);
  if (numbers instanceof CellError) return numbers;
  let [before, equal] = [0, 0];
  for (const other of numbers) {
    if (other === value) equal++;
    else if (other < value === (ascending !== 0)) before++;
  }
  return equal === 0 ? notAvailable() : { before, equal };
}

function rank(value: number, among: SimpleRangeValue, ascending: number): EngineValue {
  const found = standing(value, among, ascending);
  return found instanceof CellError ? found : found.before + 1;
}

/** Equal numbers share the average of their ranks. */
function averageRank(value: number, among: SimpleRangeValue, ascending: number): EngineValue {
  const found = standing(value, among, ascending);
  return found instanceof CellError ? found : found.before + (found.equal + 1) / 2;
}

/** The number that occurs most often, the first of them where several do. */
function mode(...values: (SimpleRangeValue | EngineScalar)[]): EngineValue {
  const counts = new Map<number, number>();
  for (const value of values) {
    const given = value instanceof SimpleRangeValue ? numbersOf(value) : toNumber(plainValue(value));
    if (given instanceof CellError) return given;
    for (const found of typeof given === 'number' ? [given] : given)
      counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  let [most, times] = [0, 1];
  for (const [found, count] of counts) if (count > times) [most, times] = [found, count];
  return times === 1 ? notAvailable() : most;
}

interface Line {
  readonly slope: number;
  readonly intercept: number;
}

/** The straight line of least squares through the pairs in which both cells hold numbers. */
function fittedLine(knownY: SimpleRangeValue, knownX: SimpleRangeValue): Line | CellError {
  const [cellsY, cellsX] = [cellsOf(knownY), cellsOf(knownX)];
  if (cellsY.width * cellsY.height !== cellsX.width * cellsX.height) return notAvailable();
  const pairs: [number, number][] = [];
  for (let place = 0; place < cellsY.width * cellsY.height; place++) {
    const y = cellsY.at(Math.floor(place / cellsY.width), place % cellsY.width);
    const x = cellsX.at(Math.floor(place / cellsX.width), place % cellsX.width);
    if (y instanceof CellError) return y;
    if (x instanceof CellError) return x;
    if (typeof y === 'number' && typeof x === 'number') pairs.push([x, y]);
  }
  const meanX = pairs.reduce((sum, [x]) => sum + x, 0) / pairs.length;
  const meanY = pairs.reduce((sum, [, y]) => sum + y, 0) / pairs.length;
  const spread = pairs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  if (pairs.length === 0 || spread === 0) return divisionByZero();
  const slope = pairs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
  return { slope, intercept: meanY - slope * meanX };
}

function intercept(knownY: SimpleRangeValue, knownX: SimpleRangeValue): EngineValue {
  const line = fittedLine(knownY, knownX);
  return line instanceof CellError ? line : line.intercept;
}

function forecast(x: number, knownY: SimpleRangeValue, knownX: SimpleRangeValue): EngineValue {
  const line = fittedLine(knownY, knownX);
  return line instanceof CellError ? line : line.intercept + line.slope * x;
}

const ranking = [number, range, optional(number, 0)];

/** Ranks, most frequent values and fitted lines. */
export const statisticsFunctions = excelFunctions({
  RANK: { parameters: ranking, calculate: rank },
  'RANK.EQ': { parameters: ranking, calculate: rank },
  'RANK.AVG': { parameters: ranking, calculate: averageRank },
  MODE: { parameters: [any], repeatLastArgs: 1, calculate: mode },
  'MODE.SNGL': { parameters: [any], repeatLastArgs: 1, calculate: mode },
  INTERCEPT: { parameters: [range, range], calculate: intercept },
  FORECAST: { parameters: [number, range, range], calculate: forecast },
  'FORECAST.LINEAR': { parameters: [number, range, range], calculate: forecast },
});
