import { CellError, ErrorType, SimpleRangeValue, type SimpleCellAddress } from 'hyperformula';
import { maximumColumns, maximumRows, type Range } from '../../../workbook/address.ts';
import { EngineContext } from '../../engine-context.ts';
import { internal } from '../../syntax/internal-names.ts';
import { notAvailable, plainValue, toNumber, toText, wrongReference, wrongValue } from '../excel-values.ts';
import { filledArea } from '../../internals/dependency-graph.ts';
import { nullError } from '../../internals/errors.ts';
import {
  contextOf,
  type Ast,
  type EngineValue,
  type FunctionCall,
  type Interpreter,
} from '../../internals/interpreter.ts';
import { isSheet } from '../missing-sheets.ts';
import { areaOf, isPlainReference, type SheetArea } from '../../internals/reference-nodes.ts';
import { severalReferencesResult } from '../../unknown-results.ts';
import { readReferenceText } from './reference-text.ts';

/** Where a reference is worked out. */
export interface Workings {
  readonly interpreter: Interpreter;
  /** The cell of the formula. */
  readonly place: SimpleCellAddress;
  readonly evaluate: (part: Ast) => EngineValue;
}

export type Areas = readonly SheetArea[] | CellError;

const noReference = (): CellError => wrongValue('a reference is needed');
const beyondSheet = (): CellError => wrongReference('the reference lies beyond the sheet');
const severalAreas = (): CellError => wrongValue('reference must be of one area');

/** A single number, cut to a whole one; `missing` where the argument is left out or empty. */
function wholeNumber(argument: Ast | undefined, missing: number, { evaluate }: Workings): number | CellError {
  // HyperFormula exports no list of its kinds of syntax.
  const kind: string | undefined = argument?.type;
  if (argument === undefined || kind === 'EMPTY') return missing;
  const value = evaluate(argument);
  if (value instanceof SimpleRangeValue) return severalReferencesResult('one number is needed, not an array');
  const number = toNumber(plainValue(value));
  return number instanceof CellError ? number : Math.trunc(number);
}

function only(areas: Areas): SheetArea | CellError {
  if (areas instanceof CellError) return areas;
  const [area] = areas;
  return area === undefined || areas.length > 1 ? severalAreas() : area;
}

/** A stretch of lines that may count backwards from its first. */
function stretch(first: number, count: number): readonly [first: number, last: number] {
  return count > 0 ? [first, first + count - 1] : [first + count + 1, first];
}

/** Source: Microsoft, "OFFSET function"; a negative height or width counts backwards. */
function offset({ args }: FunctionCall, workings: Workings): Areas {
  const [source, ...numbers] = args;
  const base = source === undefined ? noReference() : only(areasOf(source, workings));
  if (base instanceof CellError) return base;
  const { top, left, bottom, right } = base.range;
  const given: number[] = [];
  for (const [index, missing] of [0, 0, bottom - top + 1, right - left + 1].entries()) {
    const number = wholeNumber(numbers[index], missing, workings);
    if (number instanceof CellError) return number;
    given.push(number);
  }
  const [rows = 0, columns = 0, height = 0, width = 0] = given;
  if (height === 0 || width === 0) return wrongReference('height and width must not be 0');
  const [firstRow, lastRow] = stretch(top + rows, height);
  const [firstColumn, lastColumn] = stretch(left + columns, width);
  const range = { top: firstRow, left: firstColumn, bottom: lastRow, right: lastColumn };
  return isOnSheet(range) ? [{ sheet: base.sheet, range }] : beyondSheet();
}

const missingSheet = () => wrongReference('the reference names a sheet that does not exist');

function isOnSheet({ top, left, bottom, right }: Range): boolean {
  return top >= 0 && left >= 0 && bottom < maximumRows && right < maximumColumns;
}

/** Source: Microsoft, "INDIRECT function". A name may stand for the reference. */
function indirect({ args: [text, style] }: FunctionCall, workings: Workings): Areas {
  if (text === undefined) return noReference();
  const { interpreter, place, evaluate } = workings;
  const value = evaluate(text);
  if (value instanceof SimpleRangeValue) return severalReferencesResult('ref_text must be one text');
  const written = toText(plainValue(value));
  if (written instanceof CellError) return written;
  const lettered = style === undefined ? 1 : wholeTruth(style, workings);
  if (lettered instanceof CellError) return lettered;
  const found = readReferenceText(written, lettered !== 0, { row: place.row, column: place.col });
  const name = found ?? namedArea(interpreter, written, place.sheet);
  if (name === undefined) return wrongReference('ref_text is no reference');
  const sheet =
    name.sheet === undefined ? place.sheet : interpreter.dependencyGraph.sheetMapping.getSheetId(name.sheet);
  if (sheet === undefined) return missingSheet();
  const area = { sheet, range: name.range };
  return found?.isSpill ? spilled([area], workings) : [area];
}

/** A truth value as 0 or another number; an empty argument is false. */
function wholeTruth(argument: Ast, workings: Workings): number | CellError {
  const value = workings.evaluate(argument);
  if (value instanceof SimpleRangeValue) return severalReferencesResult('a1 must be one truth value');
  const plain = plainValue(value);
  if (typeof plain === 'string' && /^(?:true|false)$/i.test(plain)) return /^t/i.test(plain) ? 1 : 0;
  return toNumber(plain);
}

function namedArea(
  interpreter: Interpreter,
  name: string,
  sheet: number,
): { sheet: string; range: Range } | undefined {
  const context = contextOf(interpreter);
  if (!(context instanceof EngineContext)) return undefined;
  const on = interpreter.dependencyGraph.sheetMapping.getSheetName(sheet) ?? '';
  return context.areaOf(name.trim(), on);
}

/** A part of an area by a row and a column, of which 0 and none stand for all. */
function indexed({ args }: FunctionCall, workings: Workings): Areas {
  const [source, first, second, number] = args;
  if (source === undefined) return noReference();
  const areas = areasOf(source, workings);
  if (areas instanceof CellError) return areas;
  const areaNumber = wholeNumber(number, 1, workings);
  if (areaNumber instanceof CellError) return areaNumber;
  const area = areas[areaNumber - 1];
  if (area === undefined) return wrongReference('area_num must be the number of one of the areas');
  const { top, left, bottom, right } = area.range;
  const row = wholeNumber(first, 0, workings);
  if (row instanceof CellError) return row;
  const column = wholeNumber(second, 0, workings);
  if (column instanceof CellError) return column;
  const alongRow = second === undefined && top === bottom && left !== right;
  const [rowNumber, columnNumber] = alongRow ? [0, row] : [row, column];
  if (rowNumber < 0 || columnNumber < 0) return wrongValue('row_num and column_num must not be negative');
  if (rowNumber > bottom - top + 1) return wrongReference(`row_num must not be above ${bottom - top + 1}`);
  if (columnNumber > right - left + 1)
    return wrongReference(`column_num must not be above ${right - left + 1}`);
  const rows = rowNumber === 0 ? { top, bottom } : { top: top + rowNumber - 1, bottom: top + rowNumber - 1 };
  const columns =
    columnNumber === 0 ? { left, right } : { left: left + columnNumber - 1, right: left + columnNumber - 1 };
  return [{ sheet: area.sheet, range: { ...rows, ...columns } }];
}

function chosen({ args: [selector, ...choices] }: FunctionCall, workings: Workings): Areas {
  const number = wholeNumber(selector, 0, workings);
  if (number instanceof CellError) return number;
  const choice = choices[number - 1];
  return choice === undefined
    ? wrongValue('index_num must be the number of one of the values')
    : areasOf(choice, workings);
}

function decided({ args: [condition, yes, no] }: FunctionCall, workings: Workings): Areas {
  if (condition === undefined || yes === undefined) return notAvailable();
  const truth = wholeTruth(condition, workings);
  if (truth instanceof CellError) return truth;
  const branch = truth === 0 ? no : yes;
  return branch === undefined ? noReference() : areasOf(branch, workings);
}

/** The cells beside the one that XLOOKUP finds: it is asked which place that has, by its own rules. */
function lookedUp(call: FunctionCall, workings: Workings): Areas {
  const [key, searched, results, missing, ...modes] = call.args;
  if (key === undefined || searched === undefined || results === undefined) return notAvailable();
  const area = only(areasOf(results, workings));
  if (area instanceof CellError) return area;
  const found = workings.evaluate({ ...call, procedureName: 'XMATCH', args: [key, searched, ...modes] });
  if (found instanceof SimpleRangeValue) return severalReferencesResult('lookup_value must be one value');
  const number = toNumber(plainValue(found));
  if (number instanceof CellError) {
    const isMissing = number.type === ErrorType.NA && missing !== undefined;
    return isMissing ? areasOf(missing, workings) : number;
  }
  const lines = workings.evaluate(searched);
  const isRow = lines instanceof SimpleRangeValue && lines.width() > 1;
  const { top, left } = area.range;
  const line = number - 1;
  const range = isRow
    ? { ...area.range, left: left + line, right: left + line }
    : { ...area.range, top: top + line, bottom: top + line };
  return [{ sheet: area.sheet, range }];
}

/** The smallest rectangle that holds both. */
function spanned({ args }: FunctionCall, workings: Workings): Areas {
  let whole: SheetArea | undefined;
  for (const side of args) {
    const area = only(areasOf(side, workings));
    if (area instanceof CellError) return area;
    if (whole !== undefined && whole.sheet !== area.sheet) return wrongValue('a range must be on one sheet');
    const { top, left, bottom, right } = area.range;
    const before = whole?.range ?? area.range;
    whole = {
      sheet: area.sheet,
      range: {
        top: Math.min(before.top, top),
        left: Math.min(before.left, left),
        bottom: Math.max(before.bottom, bottom),
        right: Math.max(before.right, right),
      },
    };
  }
  return whole === undefined ? noReference() : [whole];
}

function joined({ args }: FunctionCall, workings: Workings): Areas {
  const all: SheetArea[] = [];
  for (const part of args) {
    const areas = areasOf(part, workings);
    if (areas instanceof CellError) return areas;
    all.push(...areas);
  }
  return all;
}

function shared({ args: [one, other] }: FunctionCall, workings: Workings): Areas {
  const first = one === undefined ? noReference() : areasOf(one, workings);
  if (first instanceof CellError) return first;
  const second = other === undefined ? noReference() : areasOf(other, workings);
  if (second instanceof CellError) return second;
  const areas = first.flatMap(({ sheet, range }) =>
    second.flatMap((area) => {
      const common = {
        top: Math.max(range.top, area.range.top),
        left: Math.max(range.left, area.range.left),
        bottom: Math.min(range.bottom, area.range.bottom),
        right: Math.min(range.right, area.range.right),
      };
      const isNone = sheet !== area.sheet || common.top > common.bottom || common.left > common.right;
      return isNone ? [] : [{ sheet, range: common }];
    }),
  );
  return areas.length === 0 ? new CellError(nullError, 'the ranges have no cell in common') : areas;
}

/** The cell of an area in the row or column of the formula; `#VALUE!` when there is none. */
function crossed({ args: [source] }: FunctionCall, workings: Workings): Areas {
  const area = source === undefined ? noReference() : only(areasOf(source, workings));
  if (area instanceof CellError) return area;
  const { sheet, range } = area;
  const { row, col } = workings.place;
  const { top, left, bottom, right } = range;
  if (top === bottom && left === right) return [area];
  if (left === right && row >= top && row <= bottom)
    return [{ sheet, range: { ...range, top: row, bottom: row } }];
  if (top === bottom && col >= left && col <= right)
    return [{ sheet, range: { ...range, left: col, right: col } }];
  return wrongValue('the range has no single cell in the row or column of the formula');
}

function spilled(areas: Areas, { interpreter }: Workings): Areas {
  const corner = only(areas);
  if (corner instanceof CellError) return corner;
  const { sheet, range } = corner;
  const isCell = range.top === range.bottom && range.left === range.right;
  const filled = isCell ? filledArea(interpreter, { sheet, row: range.top, col: range.left }) : undefined;
  return filled === undefined ? wrongReference('no formula spills from there') : [filled];
}

const byName: Readonly<Record<string, (call: FunctionCall, workings: Workings) => Areas>> = {
  [internal.place]: ({ args: [inner] }, workings) => (inner ? areasOf(inner, workings) : noReference()),
  [internal.offset]: offset,
  [internal.range]: spanned,
  [internal.union]: joined,
  [internal.intersection]: shared,
  [internal.single]: crossed,
  [internal.spill]: ({ args: [inner] }, workings) =>
    spilled(inner ? areasOf(inner, workings) : noReference(), workings),
  [internal.area]: chosen,
  INDIRECT: indirect,
  INDEX: indexed,
  CHOOSE: chosen,
  IF: decided,
  XLOOKUP: lookedUp,
};

/** The areas that a reference stands for at this time; the error instead where it stands for none. */
export function areasOf(node: Ast, workings: Workings): Areas {
  if (isPlainReference(node)) {
    const area = areaOf(node, workings.place);
    if (area && !isSheet(workings.interpreter, area.sheet)) return missingSheet();
    return area === undefined ? beyondSheet() : [area];
  }
  if ('expression' in node) return areasOf(node.expression, workings);
  if ('error' in node) return node.error instanceof CellError ? node.error : noReference();
  if ('expressionName' in node) {
    const unknown = workings.evaluate(node);
    return unknown instanceof CellError ? unknown : noReference();
  }
  if (!('procedureName' in node)) return noReference();
  return byName[node.procedureName]?.(node, workings) ?? noReference();
}
