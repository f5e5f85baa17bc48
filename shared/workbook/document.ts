import type { Range } from './address.ts';
import type { Colour, OwnLook } from './look.ts';
import type { LineGroups } from './line-groups.ts';
import type { SheetFilter } from './filter/sheet-filter.ts';
import type { LineSpans } from './line-spans.ts';
import type { LogEntry } from './change-log/log-entry.ts';
import type { ConditionalFormat } from './conditional/conditional-format.ts';
import type { RowHeights } from './row-heights.ts';
import type { Validation } from './validation/validation.ts';

/**
 * What a cell holds, as plain data. A string that begins with `=` is a formula; a string that
 * begins with `'` is the text after the apostrophe; every other string is that text.
 * Numbers and booleans are themselves; dates are Excel serial numbers with a date format.
 */
export type CellContent = string | number | boolean;

/**
 * The longest text that a cell holds or a formula gives, in UTF-16 units.
 * Source: Microsoft, "Excel specifications and limits".
 */
export const maximumTextLength = 32_767;

/** The error values that a formula gives by naming them. */
const namedErrors = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'] as const;

/** Excel's error values. `#CYCLE!` is ours: a formula that depends on itself. */
export const errorCodes = [...namedErrors, '#SPILL!', '#CALC!', '#CYCLE!'] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Whether a text is an error value that a formula gives by naming it. */
export function isNamedError(text: string): boolean {
  return namedErrors.some((error) => error === text);
}

export interface CellError {
  readonly error: ErrorCode;
}

/** What a cell shows before formatting; null is an empty cell. */
export type CellValue = number | string | boolean | null | CellError;

/** What a cell is for; decides its colour (see the legend on the Cover sheet). */
export const cellRoles = [
  'title',
  'subtitle',
  'section',
  'header',
  'unit',
  'label',
  'note',
  'identifier',
  'input',
  'source',
  'calculation',
  'link',
  'total',
  'check',
  'result',
] as const;
export type CellRole = (typeof cellRoles)[number];

export interface CellStyle extends OwnLook {
  readonly role: CellRole;
  /** Excel number format code; without one the cell is General. */
  readonly format?: string;
  readonly align?: 'left' | 'right' | 'center';
  readonly wrap?: boolean;
}

/** Where an input figure is from. */
export interface Provenance {
  readonly kind: 'seed' | 'benchmark' | 'assumption';
  /** Fact ids for a seed, register items for a benchmark; empty for an assumption. */
  readonly sources: readonly string[];
  /** Why an assumption has this value, or what the sources say against each other. */
  readonly reason?: string;
  /** True when the sources contradict each other about this figure. */
  readonly contradicted?: boolean;
}

export interface Cell {
  /** Null: an empty cell that is kept for its style or note. */
  readonly content: CellContent | null;
  /** A key of the document's styles. */
  readonly style?: string;
  readonly note?: string;
  readonly provenance?: Provenance;
}

/** Width of a column for which none is kept, in CSS pixels at 100 %. */
export const standardColumnWidth = 88;

/** Excel's limit on the width of a column, 255 digits, in CSS pixels. */
export const maximumColumnWidth = 1790;

/** How small and how large a sheet can be shown, in percent. */
export const minimumZoom = 10;
export const maximumZoom = 400;

/** Excel's limit on the height of a row, 409.5 points, in CSS pixels. */
export const maximumRowHeight = 546;

export interface Sheet {
  readonly name: string;
  /** rows[row][column]; short rows and null stand for empty cells. */
  readonly rows: readonly (readonly (Cell | null)[])[];
  /** Width of each column in CSS pixels at 100 %. */
  readonly columnWidths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Rows and columns that a person has hidden; unset where there are none. */
  readonly hiddenRows?: LineSpans;
  readonly hiddenColumns?: LineSpans;
  /** Heights that a person gave to rows; other rows are as high as what they hold needs. */
  readonly rowHeights?: RowHeights;
  /** Rows and columns that are hidden and shown together; unset where there are none. */
  readonly rowGroups?: LineGroups;
  readonly columnGroups?: LineGroups;
  /** Set where the row that sums a group up stands above it, not below; for columns, left of it, not right. */
  readonly summaryRowsAbove?: true;
  readonly summaryColumnsLeft?: true;
  /** How large the sheet is shown, in percent; unset for 100. */
  readonly zoom?: number;
  /** Set on a sheet that is not shown among the others; what is `veryHidden` Excel does not even list. */
  readonly visibility?: 'hidden' | 'veryHidden';
  /** The colour of its tab; unset where it has none. */
  readonly tabColour?: Colour;
  /** False on sheets read as a page, such as the Cover. */
  readonly gridLines: boolean;
  /** Unset where none is on. */
  readonly filter?: SheetFilter;
}

/** A name for cells, with what a reader needs to use it without looking at the sheet. */
export interface DefinedName {
  readonly name: string;
  readonly sheet: string;
  readonly range: Range;
  /** Words a reader knows it by. */
  readonly label?: string;
  readonly unit?: string;
  /** Result figures in the order in which reports list them; unset for all other names. */
  readonly headline?: boolean;
  /** Set on the few headline figures of the strip over the grid: the words at their right. */
  readonly stripCaption?: string;
}

/**
 * A name that stands for something else than one range for the whole workbook: a constant, a formula, several
 * ranges, or what it stands for on one sheet only.
 */
export interface NamedFormula {
  readonly name: string;
  /** The one sheet on which it holds, before one of the workbook that is called the same; unset: all sheets. */
  readonly scope?: string;
  /** Its references name their sheets; those without `$` are as seen from A1 and move along with the cell that uses the name. */
  readonly formula: string;
  /** Words a reader knows it by. */
  readonly label?: string;
}

/**
 * Cells that should each hold a number between two others of the same sheet, such as a driver
 * between its low and its high. `low` and `high` are as large as `range`, cell for cell; one of a
 * single column serves every column of it, one of a single row every row. Where both are empty
 * there is no limit.
 */
export interface Bounds {
  readonly sheet: string;
  readonly range: Range;
  readonly low: Range;
  readonly high: Range;
}

/** Where a what-if table reads a word or value for one of its result cells, on its own sheet. */
export type Heading =
  /** The cell of this column in the row of the result. */
  | { readonly column: number }
  /** The cell of this row in the column of the result. */
  | { readonly row: number }
  /** The same cell for every result. */
  | { readonly cell: { readonly row: number; readonly column: number } };

/**
 * Cells whose contents are results of recalculating the whole workbook: for each, some named cells
 * are set to values, everything is recalculated, a named figure is read, and all is put back. Nobody
 * types into them. Headings are read from the values that the sheet shows, so that who changes a
 * heading changes what the table asks.
 */
export interface WhatIfTable {
  readonly sheet: string;
  readonly results: Range;
  /** Where the name of the figure stands. */
  readonly figure: Heading;
  /** The cells that are set, by their names; a text is the name itself. */
  readonly set: readonly { readonly name: Heading | string; readonly value: Heading }[];
}

/** Everything a file holds; the engine's values are worked out from it. */
export interface WorkbookDocument {
  readonly title: string;
  readonly styles: Readonly<Record<string, CellStyle>>;
  readonly names: readonly DefinedName[];
  /** Unset where there are none. No two names of the workbook or of a sheet are called the same, case aside. */
  readonly namedFormulas?: readonly NamedFormula[];
  readonly sheets: readonly Sheet[];
  /** Unset where no cell has bounds. */
  readonly bounds?: readonly Bounds[];
  /** What cells may hold; unset where all may hold anything. */
  readonly validations?: readonly Validation[];
  /** Unset where there are none. */
  readonly whatIfTables?: readonly WhatIfTable[];
  /** Looks that depend on values, the one that counts first before the others; unset where there are none. */
  readonly conditionalFormats?: readonly ConditionalFormat[];
}

/** A document as a file holds it: with what was done to it, the oldest first. */
export interface LoggedDocument extends WorkbookDocument {
  /** Unset where nothing is known of its past. */
  readonly changeLog?: readonly LogEntry[];
}

/** True for an error value. */
export function isCellError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null;
}

/** True when the content is a formula. */
export function isFormula(content: CellContent | null | undefined): content is string {
  return typeof content === 'string' && content.startsWith('=') && content.length > 1;
}

/** The text that a content which is neither number, boolean nor formula stands for. */
export function plainText(content: string): string {
  return content.startsWith("'") ? content.slice(1) : content;
}

/** The content that holds exactly this text, whatever it begins with. */
export function textContent(text: string): string {
  return text.startsWith('=') || text.startsWith("'") ? `'${text}` : text;
}
