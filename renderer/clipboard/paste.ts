import { failure, success, type Problem, type Result } from '../../shared/result.ts';
import { addressText, type Address, type Range } from '../../shared/workbook/address.ts';
import type { SetCells, SetLooks } from '../../shared/workbook/command.ts';
import {
  isFormula,
  maximumTextLength,
  type Cell,
  type CellContent,
  type CellStyle,
} from '../../shared/workbook/document.ts';
import { readEntry } from '../../shared/workbook/entry.ts';
import type { EntryLocale } from '../../shared/workbook/entry-locale.ts';
import { relocateFormula, transposeFormula } from '../../shared/workbook/relocate.ts';
import { CarriedLooks } from '../looks/carried-looks.ts';
import type { Validation, ValidationSettings } from '../../shared/workbook/validation/validation.ts';
import { CarriedRules } from '../looks/carried-rules.ts';
import { rowsOf, type Block, type CellBlock, type OwnBlock } from './block.ts';
import { combined } from './paste-arithmetic.ts';
import type { PasteOptions } from './paste-options.ts';
import { pasteRange } from './paste-range.ts';
import { contentOfValue } from './value-content.ts';

type CellWrite = SetCells['cells'][number];

/** The cells that a paste is to fill, and what stands in them now. */
export interface PasteTarget {
  readonly sheet: string;
  readonly chosen: Range;
  readonly cellAt: (row: number, column: number) => Cell | null;
  readonly styleOf: (cell: Cell | null) => CellStyle | undefined;
  readonly ruleAt: (row: number, column: number) => Validation | undefined;
  /** Whether the formulas of a rule stand for something here. */
  readonly mayCarry: (settings: ValidationSettings) => boolean;
  /** How dates are read in texts. */
  readonly locale: EntryLocale | undefined;
}

/** A note for a cell; null takes away the one that it has. */
interface PastedNote extends Address {
  readonly note: string | null;
}

/** What a paste changes, part by part; each is empty where it leaves every cell as it is. */
export interface PastedCells {
  readonly sheet: string;
  readonly cells: CellWrite[];
  readonly looks: SetLooks['areas'];
  readonly notes: readonly PastedNote[];
  readonly rules: CarriedRules;
  readonly range: Range;
}

/** Cells between two pauses. */
const cellsPerStep = 500;

/**
 * Works out what a paste writes, pausing after some cells, so that large ones do not hold up the
 * screen. Refused where the cells do not fit on the sheet, or a text does not fit into its cell.
 */
export function* pasteSteps(
  block: Block,
  target: PasteTarget,
  options: PasteOptions,
): Generator<void, Result<PastedCells>> {
  const size = { rows: rowsOf(block), columns: block.columns };
  const turned = options.transpose ? { rows: size.columns, columns: size.rows } : size;
  const fitting = pasteRange(target.sheet, target.chosen, turned);
  if (!fitting.ok) return fitting;
  const range = fitting.value;
  const { sheet } = target;
  const cells: CellWrite[] = [];
  const notes: PastedNote[] = [];
  const looks = new CarriedLooks();
  const rules = new CarriedRules(target.mayCarry);
  const foreign = foreignLooks(block);
  let sincePause = 0;
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) {
      const down = (row - range.top) % turned.rows;
      const right = (column - range.left) % turned.columns;
      const [fromRow, fromColumn] = options.transpose ? [right, down] : [down, right];
      const before = target.cellAt(row, column);
      const pasted = sourceCell(block, fromRow, fromColumn, { row, column }, target, options);
      const kept = pasted && applied(pasted, before?.content ?? null, options);
      if (typeof kept?.content === 'string' && kept.content.length > maximumTextLength)
        return failure(tooLong({ sheet, row, column }, kept.content));
      if (kept) cells.push({ sheet, row, column, ...kept });
      if (foreign && carriesLook(block, fromRow, fromColumn, options)) {
        const style = target.styleOf(before);
        const { rows, own } = foreign;
        looks.addForeign(row, column, own[fromRow]?.[fromColumn], rows[fromRow]?.[fromColumn], style);
      }
      if (isOwn(block) && carriesLook(block, fromRow, fromColumn, options)) {
        looks.add(row, column, block.looks.rows[fromRow]?.[fromColumn], target.styleOf(before));
        const note = block.notes[fromRow]?.[fromColumn] ?? null;
        if (options.what === 'all') {
          if (note !== (before?.note ?? null)) notes.push({ sheet, row, column, note });
          const rule = block.rules?.[fromRow]?.[fromColumn];
          if (rule) rules.add({ sheet, row, column }, rule, target.ruleAt(row, column));
        }
      }
      if (++sincePause === cellsPerStep) {
        sincePause = 0;
        yield;
      }
    }
  }
  return success({ sheet, cells, looks: looks.on(sheet), notes, rules, range });
}

/** Whether the looks of the block are whole, and its notes are known. */
function isOwn(block: Block): block is OwnBlock {
  return block.kind === 'cells' && block.looks.kind === 'styles';
}

/** What another program tells of the looks of its cells; undefined where it tells nothing. */
function foreignLooks(block: Block) {
  if (block.kind === 'texts' || block.looks.kind === 'styles') return undefined;
  const { rows, own } = block.looks;
  return own && { rows, own };
}

/** Whether a cell of the block gives its place its look. */
function carriesLook(
  block: Block,
  row: number,
  column: number,
  { what, skipBlanks }: PasteOptions,
): block is CellBlock {
  if (block.kind === 'texts') return false;
  if (skipBlanks && (block.contents[row]?.[column] ?? null) === null) return false;
  return what === 'all' || what === 'formats';
}

type Written = Pick<CellWrite, 'content' | 'format'>;

/** What a cell of the block becomes at its new place; undefined where only looks are pasted. */
function sourceCell(
  block: Block,
  row: number,
  column: number,
  to: { readonly row: number; readonly column: number },
  { cellAt, styleOf, locale }: PasteTarget,
  { what, transpose }: PasteOptions,
): Written | undefined {
  if (what === 'formats') return undefined;
  if (block.kind === 'texts') {
    const { content, format } = readEntry(
      block.rows[row]?.[column] ?? '',
      { format: styleOf(cellAt(to.row, to.column))?.format },
      locale,
    );
    return written(content, format);
  }
  if (what === 'values') return { content: contentOfValue(block.values[row]?.[column] ?? null) };
  const content = movedContent(block, row, column, to, transpose);
  const { looks } = block;
  return what === 'all' && looks.kind === 'formats'
    ? written(content, looks.rows[row]?.[column])
    : { content };
}

function movedContent(
  { contents, origin }: CellBlock,
  row: number,
  column: number,
  to: { readonly row: number; readonly column: number },
  transpose: boolean,
): CellContent | null {
  const content = contents[row]?.[column] ?? null;
  if (!isFormula(content)) return content;
  const from = { row: origin.row + row, column: origin.column + column };
  return transpose ? transposeFormula(content, from, to) : relocateFormula(content, from, to);
}

function written(content: CellContent | null, format: string | undefined): Written {
  return format === undefined ? { content } : { content, format };
}

/** What is written over the content that stands there; undefined where it stays. */
function applied(
  pasted: Written,
  before: CellContent | null,
  { operation, skipBlanks }: PasteOptions,
): Written | undefined {
  if (skipBlanks && pasted.content === null) return undefined;
  if (operation === 'none') return pasted;
  const content = combined(before, pasted.content, operation);
  return content === undefined ? undefined : { ...pasted, content };
}

function tooLong(address: Address, content: string): Problem {
  const subject = addressText(address);
  return {
    code: 'text-too-long',
    message: `The text for ${subject} has ${content.length.toLocaleString('en-US')} characters; a cell holds ${maximumTextLength.toLocaleString('en-US')}.`,
    subject,
    remedy: 'Shorten it, or paste without it.',
  };
}
