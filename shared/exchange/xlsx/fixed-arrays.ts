import {
  columnNumber,
  maximumColumns,
  maximumRows,
  parseReference,
  type Range,
} from '../../workbook/address.ts';
import { calledFunction, formulaTree, type Call, type FormulaTree } from '../../workbook/formula-tree.ts';
import { arrayResults, parameterKind, rangeResults } from './function-parameters.ts';

/*
 * Array formulas that were entered over a fixed range, as all were before results could spill. They
 * fill that range exactly: what is larger is cut, a single value, row or column is repeated, and what
 * is still missing is `#N/A`. The engine lets every result spill, so a formula whose result may have
 * another size is written with its size.
 */

interface Size {
  readonly rows: number;
  readonly columns: number;
}

const one: Size = { rows: 1, columns: 1 };

/**
 * The formula so that its result, spilled, is what Excel shows in a fixed range of this size.
 * `rangeOf` gives the cells that a name stands for.
 */
export function withFixedSize(
  formula: string,
  { top, bottom, left, right }: Range,
  rangeOf: (name: string) => Range | undefined,
): string {
  const [rows, columns] = [bottom - top + 1, right - left + 1];
  const tree = formulaTree(formula);
  const size = tree && resultSize(tree, rangeOf);
  if (!tree || (size?.rows === rows && size.columns === columns)) return formula;
  const inner = formula.slice(1);
  if (rows === 1 && columns === 1) return `=INDEX(${inner},1,1)`;
  return `=TAKE(IF(SEQUENCE(${rows},${columns}),${inner}),${rows},${columns})`;
}

/** The size of a part's result; null when it is known only once it is calculated. */
function resultSize(node: FormulaTree, rangeOf: (name: string) => Range | undefined): Size | null {
  switch (node.type) {
    case 'cells':
      return sizeOf(parseReference(node.text)?.range) ?? wholeSize(node.text);
    case 'name':
      return sizeOf(rangeOf(node.text));
    case 'constant':
      return constantSize(node.text);
    case 'other':
      // Text and errors; the columns of a table have any size.
      return /^(?:"|#)/.test(node.text) ? one : null;
    case 'call':
      return callSize(node, rangeOf);
    case 'operation':
      if ([':', ' ', ',', '#'].includes(node.sign)) return null;
      if (node.sign === '@') return one;
      return broadcast(node.parts.map((part) => resultSize(part, rangeOf)));
    default:
      return one;
  }
}

function callSize(call: Call, rangeOf: (name: string) => Range | undefined): Size | null {
  const name = calledFunction(call);
  const sizes = () => call.parts.map((part) => (part ? resultSize(part, rangeOf) : one));
  switch (name) {
    case 'TRANSPOSE': {
      const [size] = sizes();
      return size ? { rows: size.columns, columns: size.rows } : null;
    }
    case 'MMULT': {
      const [left, right] = sizes();
      return left && right ? { rows: left.rows, columns: right.columns } : null;
    }
    case 'MINVERSE':
      return sizes()[0] ?? null;
    case 'FREQUENCY': {
      const [, bins] = sizes();
      return bins ? { rows: bins.rows * bins.columns + 1, columns: 1 } : null;
    }
    case 'ROW':
    case 'COLUMN': {
      const [size = one] = sizes();
      return size && (name === 'ROW' ? { ...size, columns: 1 } : { ...size, rows: 1 });
    }
    case 'SINGLE':
      return one;
    default:
  }
  if (name === '' || name === 'LET' || name === 'LAMBDA') return null;
  if (arrayResults.has(name) || (rangeResults.has(name) && name !== 'INDEX')) return null;
  // A row or column of 0 stands for all of them.
  if (name === 'INDEX' && !call.parts.slice(1).every((part) => part && isPosition(part))) return null;
  return broadcast(
    call.parts.flatMap((part, index) =>
      part && parameterKind(name, index) !== 'range' ? [resultSize(part, rangeOf)] : [],
    ),
  );
}

/** True for the position of a row or column that is never 0. */
function isPosition(node: FormulaTree): boolean {
  if (node.type === 'number') return node.value !== 0;
  return node.type === 'call' && ['MATCH', 'XMATCH', 'ROWS', 'COLUMNS'].includes(calledFunction(node));
}

/** What results of these sizes, worked on together, have as size: single rows and columns are repeated. */
function broadcast(sizes: readonly (Size | null)[]): Size | null {
  let { rows, columns } = one;
  for (const size of sizes) {
    if (!size) return null;
    rows = Math.max(rows, size.rows);
    columns = Math.max(columns, size.columns);
  }
  return { rows, columns };
}

function sizeOf(range: Range | undefined): Size | null {
  return range ? { rows: range.bottom - range.top + 1, columns: range.right - range.left + 1 } : null;
}

/** The size of whole rows such as `2:3` or whole columns such as `A:B`. */
function wholeSize(reference: string): Size | null {
  const [first = '', last = ''] = reference
    .slice(reference.lastIndexOf('!') + 1)
    .replaceAll('$', '')
    .split(':');
  if (/^[0-9]+$/.test(first + last))
    return { rows: Math.abs(Number(last) - Number(first)) + 1, columns: maximumColumns };
  if (/^[A-Z]+$/i.test(first + last))
    return { rows: maximumRows, columns: Math.abs(columnNumber(last) - columnNumber(first)) + 1 };
  return null;
}

/** The size of `{1,2;3,4}`: signs inside texts do not count. */
function constantSize(text: string): Size {
  const signs = text.replaceAll(/"(?:[^"]|"")*"/g, '');
  const rows = signs.split(';');
  return { rows: rows.length, columns: rows[0]?.split(',').length ?? 1 };
}
