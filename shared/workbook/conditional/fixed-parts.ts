import { isCellError, type CellValue } from '../document.ts';
import { calledFunction, formulaTree, type FormulaTree } from '../formula-tree.ts';
import { parsedReference } from '../structure/follow-formula.ts';

/**
 * Functions that give one value whatever they are given, and may read many cells to find it. Where all
 * of these are the same for every cell of a format, they are calculated once for all.
 */
const singleResults = new Set(
  `SUM AVERAGE AVERAGEA MIN MINA MAX MAXA COUNT COUNTA COUNTBLANK MEDIAN PRODUCT SUMSQ STDEV STDEV.S STDEV.P
  STDEVP VAR VAR.S VAR.P VARP LARGE SMALL PERCENTILE PERCENTILE.INC PERCENTILE.EXC QUARTILE QUARTILE.INC
  SUMPRODUCT TODAY`.split(/\s+/),
);

/** A formula and the parts of it that are the same for every cell over which it is filled. */
export interface FixedParts {
  /** Formulas of their own, with equals signs. */
  readonly parts: readonly string[];
  /** The formula with values in place of the parts; those that no formula can hold leave the part. */
  readonly withValues: (values: readonly CellValue[]) => string;
}

/** Finds the parts of a formula that do not depend on the cell in which it stands. */
export function fixedParts(formula: string): FixedParts {
  const tree = formulaTree(formula);
  const found = tree ? fixedCalls(tree) : [];
  return {
    parts: found.map(({ start, end }) => `=${formula.slice(start, end)}`),
    withValues: (values) => {
      let text = '';
      let at = 0;
      for (const [index, { start, end }] of found.entries()) {
        text += formula.slice(at, start) + (literal(values[index] ?? null) ?? formula.slice(start, end));
        at = end;
      }
      return text + formula.slice(at);
    },
  };
}

/** The outermost calls that are fixed, in order. */
function fixedCalls(node: FormulaTree): FormulaTree[] {
  if (node.type === 'call' && isFixed(node)) return [node];
  if (!('parts' in node)) return [];
  // Names that LET gives are known only within it.
  if (node.type === 'call' && calledFunction(node) === 'LET') return [];
  return node.parts.flatMap((part) => (part ? fixedCalls(part) : []));
}

function isFixed(node: FormulaTree): boolean {
  switch (node.type) {
    case 'number':
    case 'constant':
    case 'name':
      return true;
    case 'cells': {
      const read = parsedReference(node.text);
      const ends = [...(read?.rows ?? []), ...(read?.columns ?? [])];
      return ends.length > 0 && ends.every(({ fixed }) => fixed !== '');
    }
    case 'call':
      return singleResults.has(calledFunction(node)) && node.parts.every((part) => !part || isFixed(part));
    case 'operation':
      return /^[-+*/^&%]$/.test(node.sign) && node.parts.every(isFixed);
    case 'other':
      return node.text.startsWith('"');
    default:
      return node satisfies never;
  }
}

function literal(value: CellValue): string | null {
  if (value === null || isCellError(value)) return null;
  if (typeof value === 'number') return `(${String(value).toUpperCase()})`;
  return typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : String(value).toUpperCase();
}
