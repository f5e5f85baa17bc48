import type { CellContent, CellRole, DefinedName, Provenance } from '../../workbook/document.ts';

/**
 * A formula with its references by meaning instead of by address: `=[Deals.value]*[weight]`.
 * See resolve.ts for what may stand in the brackets.
 */
export interface Template {
  readonly formula: string;
}

/** A cell before its references are resolved. */
export interface PlannedCell {
  readonly content: CellContent | Template | null;
  readonly role: CellRole;
  readonly unit?: string;
  readonly strong?: boolean;
  readonly wrap?: boolean;
  readonly align?: 'left' | 'right' | 'center';
  readonly lineAbove?: boolean;
  readonly lineBelow?: boolean;
  readonly choicesName?: string;
  readonly note?: string;
  readonly provenance?: Provenance;
  /** The deal, driver or node of this row: a reference without one means the same. */
  readonly record?: string;
  /** The node or step of this column in a matrix: a reference without one means the same. */
  readonly across?: string;
  /** The columns of the block that the cell belongs to; without one, those of the time line. */
  readonly axis?: Axis;
  /** Gives the cell a defined name. */
  readonly named?: NameOfCell;
}

/** A defined name for a planned cell, without the place, which the layout knows. */
export type NameOfCell = Omit<DefinedName, 'sheet' | 'range'>;

/** The columns of a block by name. */
export interface Axis {
  readonly columns: ReadonlyMap<string, number>;
  /** First and last column of runs of neighbours. */
  readonly runs: Readonly<Record<string, readonly [first: number, last: number]>>;
}

/** Rows that share a formula: one row, or one row per record, over named columns: a time line or a matrix. */
export interface LineBlock {
  readonly kind: 'lines';
  readonly top: number;
  /** Row of each record, rows between them may hold headings of groups; null for a single row at the top. */
  readonly rows: ReadonlyMap<string, number> | null;
  readonly axis: Axis;
}

/** A column of a table: one cell per record. */
export interface ColumnBlock {
  readonly kind: 'column';
  readonly column: number;
  /** Row of each record; rows between them may hold headings of groups. */
  readonly rows: ReadonlyMap<string, number>;
}

export type Block = LineBlock | ColumnBlock;

/** Named subsets of records, such as the deals without the equity rows; each is a run of neighbours. */
export type RecordGroups = Readonly<Record<string, readonly string[]>>;

/** A typed figure: a person may change it. */
export function input(value: CellContent | null, unit?: string, provenance?: Provenance): PlannedCell {
  return { content: value, role: 'input', ...(unit && { unit }), ...(provenance && { provenance }) };
}

/** A word or label. */
export function label(text: CellContent | null, role: CellRole = 'label'): PlannedCell {
  return { content: text, role };
}

/** A cell of a what-if table: found by recalculating the workbook, see `SheetPlan.whatIf`. */
export function result(unit?: string): PlannedCell {
  return { content: null, role: 'result', ...(unit && { unit }) };
}

const pureLink = /^=\[[A-Z][A-Za-z]*\.[^\]]+\]$/;

/** A formula. One that only fetches a cell of another sheet is marked as a link. */
export function formula(template: string, unit?: string): PlannedCell {
  const role = pureLink.test(template) ? 'link' : 'calculation';
  return { content: { formula: template }, role, ...(unit && { unit }) };
}

/** True for a formula whose references are still by meaning. */
export function isTemplate(content: PlannedCell['content']): content is Template {
  return typeof content === 'object' && content !== null;
}

/** Numbers stand right, and so do their headings; words and ids stand left. */
export const rightAligned = { align: 'right' } as const;
