import type { SimpleCellAddress } from 'hyperformula';
import { columnLetters, maximumColumns, maximumRows, quoteSheet } from '../../../workbook/address.ts';
import {
  any,
  boolean,
  excelFunctions,
  isReference,
  number,
  oneCell,
  optional,
  scalar,
  text,
  type CellFormulas,
} from '../excel-function.ts';
import { notAvailable, wrongValue } from '../excel-values.ts';
import type { Ast, EngineScalar, EngineValue, FunctionCall } from '../../internals/interpreter.ts';
import { firstCellOf } from '../ranges.ts';

/** The sheet before a reference, quoted where it has to be: always after the name of a workbook in brackets. */
function sheetPrefix(sheet: string): string {
  return sheet === '' ? '!' : `${quoteSheet(sheet)}!`;
}

function addressIn(
  row: number,
  column: number,
  kind: number,
  lettered: boolean,
  sheet: string | undefined,
): EngineValue {
  const [rowNumber, columnNumber, absolute] = [Math.trunc(row), Math.trunc(column), Math.trunc(kind)];
  if (absolute < 1 || absolute > 4) return wrongValue('abs_num must be 1, 2, 3 or 4');
  if (rowNumber < 1 || rowNumber > maximumRows) return wrongValue(`row_num must be from 1 to ${maximumRows}`);
  if (columnNumber < 1 || columnNumber > maximumColumns)
    return wrongValue(`column_num must be from 1 to ${maximumColumns}`);
  const [rowFixed, columnFixed] = [absolute <= 2, absolute % 2 === 1];
  const reference = lettered
    ? `${columnFixed ? '$' : ''}${columnLetters(columnNumber - 1)}${rowFixed ? '$' : ''}${rowNumber}`
    : `R${rowFixed ? rowNumber : `[${rowNumber}]`}C${columnFixed ? columnNumber : `[${columnNumber}]`}`;
  return sheet === undefined ? reference : sheetPrefix(sheet) + reference;
}

function formulaText(
  { args }: FunctionCall,
  _evaluate: (argument: Ast) => EngineValue,
  place: SimpleCellAddress,
  formulas: CellFormulas,
): EngineValue {
  const [argument] = args;
  if (argument === undefined || args.length > 1) return notAvailable();
  const cell = firstCellOf(argument, place);
  if (cell === undefined) return wrongValue('reference must be a cell');
  return formulas.formulaTextAt(cell) ?? notAvailable('the cell holds no formula');
}

/** AREAS: a reference without commas is one area. */
function areas({ args }: FunctionCall): EngineValue {
  const [argument] = args;
  if (argument === undefined || args.length > 1) return notAvailable();
  return isReference(argument) ? 1 : wrongValue('reference must be cells');
}

/** Functions of references as texts, and of the formulas in cells. */
export const addressFunctions = excelFunctions({
  ADDRESS: {
    parameters: [
      number,
      number,
      { ...optional(number, 1), emptyAsDefault: true },
      { ...optional(boolean, true), emptyAsDefault: true },
      optional(text),
    ],
    calculate: addressIn,
  },
  AREAS: {
    parameters: [any],
    evaluate: areas,
    readsPlacesOnly: true,
    refusesMissingSheets: true,
    resultSize: () => oneCell,
  },
  FORMULATEXT: {
    parameters: [any],
    evaluate: formulaText,
    refusesMissingSheets: true,
    resultSize: () => oneCell,
  },
  HYPERLINK: {
    parameters: [text, optional(scalar)],
    calculate: (link: string, shown: EngineScalar | undefined): EngineValue => shown ?? link,
  },
});
