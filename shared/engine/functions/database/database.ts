import { CellError, type SimpleRangeValue } from 'hyperformula';
import { readTextNumber } from '../../../workbook/number-format.ts';
import { criterionOf, type Criterion } from '../math/criterion.ts';
import { excelFunctions, range, scalar } from '../excel-function.ts';
import {
  compareTexts,
  divisionByZero,
  notANumber,
  plainValue,
  toText,
  wrongValue,
  type PlainValue,
} from '../excel-values.ts';
import type { EngineScalar, EngineValue } from '../../internals/interpreter.ts';
import { kept } from '../kept-results.ts';
import { cellsOf, type Cells } from '../ranges.ts';
import { wildcardPattern } from '../wildcards.ts';

/** A condition on one column of the records, counted from 0. */
interface Condition {
  readonly column: number;
  readonly criterion: Criterion;
}

/** The column with a label in the first row, whatever its letter case; undefined where there is none. */
function columnLabelled(table: Cells, label: PlainValue): number | undefined {
  const wanted = toText(label);
  if (wanted instanceof CellError || wanted === '') return undefined;
  for (let column = 0; column < table.width; column++) {
    const found = toText(table.at(0, column));
    if (!(found instanceof CellError) && compareTexts(found, wanted) === 0) return column;
  }
  return undefined;
}

/** A text without a comparison is met by texts that begin with it; all else is as in COUNTIF. */
function criterionOfCondition(given: PlainValue): Criterion {
  if (typeof given !== 'string' || /^[<>=]/.test(given)) return criterionOf(given);
  if (readTextNumber(given) !== undefined || /^(?:TRUE|FALSE|#.*)$/i.test(given)) return criterionOf(given);
  const beginning = wildcardPattern(`${given}*`);
  return (value) => typeof value === 'string' && beginning.test(value);
}

/**
 * The conditions of each row below the labels of a criteria range: a record has to meet all of one
 * row. A blank cell is no condition, so that a blank row is met by every record.
 */
function conditionsOf(table: Cells, criteria: Cells): Condition[][] | CellError {
  if (criteria.height < 2) return wrongValue('criteria must have a row of conditions below its labels');
  const rows: Condition[][] = [];
  for (let row = 1; row < criteria.height; row++) {
    const conditions: Condition[] = [];
    for (let column = 0; column < criteria.width; column++) {
      const label = criteria.at(0, column);
      const given = criteria.at(row, column);
      if (label instanceof CellError) return label;
      if (given instanceof CellError) return given;
      if (given === null || given === '') continue;
      const tested = columnLabelled(table, label);
      if (tested === undefined)
        return wrongValue('each condition in criteria must be below the label of a column');
      conditions.push({ column: tested, criterion: criterionOfCondition(given) });
    }
    rows.push(conditions);
  }
  return rows;
}

/** The rows of the records that meet all conditions of one row of criteria. */
function matchingRows(database: SimpleRangeValue, criteria: SimpleRangeValue): readonly number[] | CellError {
  return kept([database, criteria], 'records', () => {
    const table = cellsOf(database);
    const alternatives = conditionsOf(table, cellsOf(criteria));
    if (alternatives instanceof CellError) return alternatives;
    const found: number[] = [];
    for (let row = 1; row < table.height; row++) {
      const matches = alternatives.some((conditions) =>
        conditions.every(({ column, criterion }) => criterion(table.at(row, column))),
      );
      if (matches) found.push(row);
    }
    return found;
  });
}

/** The column that the argument `field` names by its label or its number from 1. */
function columnOf(table: Cells, field: PlainValue): number | CellError {
  if (field instanceof CellError) return field;
  const column =
    typeof field === 'string' ? columnLabelled(table, field) : Math.trunc(Number(field ?? 0)) - 1;
  return column === undefined || column < 0 || column >= table.width
    ? wrongValue('field must be the label of a column of database or its number')
    : column;
}

/** A function of the values that the records which meet the criteria have in a column. */
function ofField(finish: (values: readonly PlainValue[]) => EngineValue) {
  return (database: SimpleRangeValue, field: EngineScalar, criteria: SimpleRangeValue): EngineValue => {
    const table = cellsOf(database);
    const column = columnOf(table, plainValue(field));
    if (column instanceof CellError) return column;
    const rows = matchingRows(database, criteria);
    return rows instanceof CellError ? rows : finish(rows.map((row) => table.at(row, column)));
  };
}

/** The same, which without a field counts the records. */
function ofFieldOrRecords(finish: (values: readonly PlainValue[]) => EngineValue) {
  const counted = ofField(finish);
  return (database: SimpleRangeValue, field: EngineScalar, criteria: SimpleRangeValue): EngineValue => {
    if (plainValue(field) !== null) return counted(database, field, criteria);
    const rows = matchingRows(database, criteria);
    return rows instanceof CellError ? rows : rows.length;
  };
}

/** A function of the numbers among the values; the first error among them is the result. */
function ofNumbers(finish: (numbers: readonly number[]) => EngineValue) {
  return ofField((values) => {
    const failed = values.find((value) => value instanceof CellError);
    return failed ?? finish(values.filter((value) => typeof value === 'number'));
  });
}

/** The sum of the squared distances from the mean, divided by the count less `lost`. */
function variance(numbers: readonly number[], lost: 0 | 1): number | CellError {
  const count = numbers.length;
  if (count <= lost)
    return divisionByZero(`the criteria must leave ${lost === 0 ? 'one number' : 'two numbers'}`);
  const mean = numbers.reduce((sum, value) => sum + value, 0) / count;
  return numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - lost);
}

function deviation(numbers: readonly number[], lost: 0 | 1): number | CellError {
  const squared = variance(numbers, lost);
  return squared instanceof CellError ? squared : Math.sqrt(squared);
}

function average(numbers: readonly number[]): EngineValue {
  if (numbers.length === 0) return divisionByZero('the criteria must leave one number');
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}

/** The value of the only record that meets the criteria. */
function only(values: readonly PlainValue[]): EngineValue {
  const [value, ...others] = values;
  if (value === undefined) return wrongValue('criteria must be met by a record');
  if (others.length > 0) return notANumber('criteria must be met by one record only');
  return value ?? 0;
}

const parameters = [range, scalar, range];

/** Functions over the records of a list that meet the conditions in a range of criteria. */
export const databaseFunctions = excelFunctions({
  DAVERAGE: { parameters, calculate: ofNumbers(average) },
  DCOUNT: {
    parameters,
    calculate: ofFieldOrRecords((values) => values.filter((value) => typeof value === 'number').length),
  },
  DCOUNTA: {
    parameters,
    calculate: ofFieldOrRecords((values) => values.filter((value) => value !== null).length),
  },
  DGET: { parameters, calculate: ofField(only) },
  DMAX: {
    parameters,
    calculate: ofNumbers((numbers) =>
      numbers.reduce((most, value) => Math.max(most, value), numbers[0] ?? 0),
    ),
  },
  DMIN: {
    parameters,
    calculate: ofNumbers((numbers) =>
      numbers.reduce((least, value) => Math.min(least, value), numbers[0] ?? 0),
    ),
  },
  DPRODUCT: {
    parameters,
    calculate: ofNumbers((numbers) =>
      numbers.length === 0 ? 0 : numbers.reduce((product, value) => product * value, 1),
    ),
  },
  DSTDEV: { parameters, calculate: ofNumbers((numbers) => deviation(numbers, 1)) },
  DSTDEVP: { parameters, calculate: ofNumbers((numbers) => deviation(numbers, 0)) },
  DSUM: { parameters, calculate: ofNumbers((numbers) => numbers.reduce((sum, value) => sum + value, 0)) },
  DVAR: { parameters, calculate: ofNumbers((numbers) => variance(numbers, 1)) },
  DVARP: { parameters, calculate: ofNumbers((numbers) => variance(numbers, 0)) },
});
