import { contains, maximumColumns, maximumRows, type Address } from '../address.ts';
import { isFormula, type ErrorCode } from '../document.ts';
import type { FormulaTree } from '../formula-tree.ts';
import { nearestWords } from '../nearest-words.ts';
import { severalReferences } from '../several-references.ts';
import { unreadablePart } from '../unreadable-part.ts';
import { unsupportedIn, unsupportedWords } from '../unsupported.ts';
import { FormulaParts, noScope } from './formula-parts.ts';
import { functionReason } from './function-reason.ts';
import { reachedText, sourceOfError, type InnermostPart } from './innermost-part.ts';
import { idleBranchOf, idleBranchWords, loopText, nearText } from './loop.ts';
import { operationReason } from './operation-reason.ts';
import { shortened, sizeWords, type Position } from './part-words.ts';
import type { ExplainedWorkbook } from './workbook-parts.ts';

/** Why a cell shows an error. */
export interface ErrorExplanation {
  readonly error: ErrorCode;
  /** One or more sentences. */
  readonly message: string;
  /** Another cell that the error comes from. */
  readonly cause?: Address;
  /** The text of the part of the formula that gives the error, in the cell or in its cause. */
  readonly part?: string;
}

const meanings: Readonly<Record<ErrorCode, string>> = {
  '#NULL!': 'Two ranges have no cell in common.',
  '#DIV/0!': 'Something is divided by zero.',
  '#VALUE!': 'A value is of the wrong kind, such as text where a number is needed.',
  '#REF!': 'A reference is to cells that do not exist.',
  '#NAME?': 'A name or a function is not known.',
  '#NUM!': 'A number is too large, or there is no result.',
  '#N/A': 'A value is not available.',
  '#SPILL!': 'The result does not fit between the cells around it.',
  '#CALC!': 'An array has no values.',
  '#CYCLE!': 'The cell depends on itself.',
};

/** Causes that lie further back than this are not followed. */
const longestWay = 20;

/** Why a cell shows an error; null when it shows none. Nothing is changed. */
export function explainError(workbook: ExplainedWorkbook, address: Address): ErrorExplanation | null {
  return explained(workbook, address, address, 0);
}

function explained(
  workbook: ExplainedWorkbook,
  address: Address,
  reader: Address,
  way: number,
): ErrorExplanation | null {
  const { engine } = workbook;
  const shown = engine.errorOf(address);
  if (!shown) return null;
  const { error } = shown;
  if (error === '#CYCLE!') return { error, ...loopReason(workbook, address, shown.origin) };
  const cell = engine.formulaCellOf(address);
  const elsewhere = (cause: Address): ErrorExplanation =>
    fromCell(workbook, address, cause, error, reader, way);
  if (shown.origin && !sameCell(shown.origin, cell)) return elsewhere(shown.origin);
  const content = workbook.contentOf(cell);
  if (!isFormula(content)) return { error, message: meanings[error] };
  const formula = engine.spelledOut(content, cell);
  const blocked = error === '#SPILL!' ? spillReason(workbook, formula, cell, reader) : undefined;
  if (blocked !== undefined) return { error, message: blocked };

  const isName = (text: string) => workbook.nameOf(text) !== undefined;
  const [unsupported] = error === '#NAME?' ? unsupportedIn(formula, isName) : [];
  if (unsupported) {
    const { what, remedy } = unsupportedWords(unsupported);
    return { error, message: [`${what}.`, remedy].join(' ').trim(), part: unsupported.text };
  }
  const several = error === '#VALUE!' ? severalReferences(formula, engine.isArrayAt(cell)) : null;
  if (several) return { error, message: `${several.what}. ${several.remedy}`, part: several.part };
  const parts = new FormulaParts(workbook, formula, cell);
  const tree = parts.tree();
  if (!tree || parts.value(tree, noScope) === undefined)
    return {
      error,
      message: `The formula cannot be read: ${engine.faultOf(formula)?.reason ?? unreadablePart(formula) ?? shortened(formula)}.`,
    };
  const at: Position = { row: address.row - cell.row, column: address.column - cell.column };
  const source = sourceOfError(parts, tree, noScope, error, at);
  if (source?.kind === 'cell' && !sameCell(source.cell, address)) return elsewhere(source.cell);
  if (source?.kind !== 'part') return { error, message: meanings[error] };
  return {
    error,
    message: `${partReason(workbook, parts, source)}.`,
    part: reachedText(parts, source),
  };
}

function fromCell(
  workbook: ExplainedWorkbook,
  address: Address,
  cause: Address,
  code: ErrorCode,
  reader: Address,
  way: number,
): ErrorExplanation {
  const inner = way < longestWay ? explained(workbook, cause, reader, way + 1) : null;
  const first = inner?.cause ?? cause;
  const isDirect = workbook.engine
    .precedents(workbook.engine.formulaCellOf(address))
    .some(({ sheet, range }) => sheet === first.sheet && contains(range, first.row, first.column));
  const shows = inner?.error ?? code;
  const link = `${nearText(first, reader)} shows ${shows}, and this cell ${isDirect ? 'reads it' : 'depends on it'}.`;
  // What the cause says of its own cause begins with that cell already.
  const why = inner?.cause ? inner.message.split(' There: ')[1] : inner?.message;
  return {
    error: code,
    message: why === undefined ? link : `${link} There: ${why}`,
    cause: first,
    ...(inner?.part !== undefined && { part: inner.part }),
  };
}

function partReason(workbook: ExplainedWorkbook, parts: FormulaParts, source: InnermostPart): string {
  const { node, error } = source;
  const text = shortened(parts.text(node));
  if (node.type === 'call') return functionReason(parts, node, source);
  if (node.type === 'operation') return operationReason(parts, node, source);
  if (error.error === '#NAME?' && node.type === 'name') return nameReason(workbook, node.text);
  if (error.error === '#REF!') return referenceReason(workbook, node, text);
  return `The formula itself holds ${text}`;
}

function nameReason({ names }: ExplainedWorkbook, name: string): string {
  const near = nearestWords(name, names);
  const hint = near.length > 0 ? `; a similar one is ${near[0]}` : '';
  return `There is no name ${shortened(name)}${hint}. A text must stand in quotes`;
}

function referenceReason({ sheets }: ExplainedWorkbook, node: FormulaTree, text: string): string {
  const split = node.type === 'cells' || node.type === 'name' ? text.lastIndexOf('!') : -1;
  if (split < 0) return `The formula holds ${text}, where it referred to cells that were deleted`;
  const sheet = text.slice(0, split).replace(/^'|'$/g, '').replaceAll("''", "'");
  return sheets.some((each) => each.toLowerCase() === sheet.toLowerCase())
    ? `${text} is not on the sheet`
    : `There is no sheet ${sheet}`;
}

/** Why a result has no room; undefined when the result of this formula needs none. */
function spillReason(
  workbook: ExplainedWorkbook,
  formula: string,
  cell: Address,
  reader: Address,
): string | undefined {
  const value = workbook.engine.partValue(formula, cell);
  const { sheet, row: top, column: left } = cell;
  if (!value || value.height * value.width <= 1) return undefined;
  const { height, width } = value;
  const size = `The result has ${sizeWords(value)}`;
  if (top + height > maximumRows || left + width > maximumColumns)
    return `${size}, more than there are from here to the edge of the sheet.`;
  for (let row = top; row < top + height; row++) {
    for (let column = left; column < left + width; column++) {
      if (row === top && column === left) continue;
      const address = { sheet, row, column };
      if (workbook.contentOf(address) !== null || workbook.engine.value(address) !== null)
        return `${size}, and ${nearText(address, reader)} is in its way. Empty that cell, or move the formula.`;
    }
  }
  return `${size}, and something is in its way.`;
}

function loopReason(
  workbook: ExplainedWorkbook,
  address: Address,
  origin: Address | undefined,
): { readonly message: string; readonly cause?: Address } {
  const { engine } = workbook;
  const own = engine.loopThrough(address);
  const start = own.length > 0 ? address : origin;
  if (!start) return { message: meanings['#CYCLE!'] };
  const loop = own.length > 0 ? own : engine.loopThrough(start);
  const idle = idleBranchOf(workbook, loop);
  const branch = idle ? ` ${idleBranchWords(idle, address)}` : '';
  return own.length > 0
    ? {
        message: `The cell depends on itself: ${loopText(loop, address)}. Break the loop at one of these cells.${branch}`,
      }
    : {
        message: `${nearText(start, address)} depends on itself, and this cell depends on it: ${loopText(loop, address)}.${branch}`,
        cause: start,
      };
}

function sameCell(one: Address, other: Address): boolean {
  return one.sheet === other.sheet && one.row === other.row && one.column === other.column;
}
