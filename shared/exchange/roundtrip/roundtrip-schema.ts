import { z } from 'zod';
import { maximumColumns, maximumRows } from '../../workbook/address.ts';
import {
  conditionalLookSchema,
  conditionalRuleSchema,
} from '../../workbook/conditional/conditional-format.ts';
import { contentSchema as content } from '../../workbook/cell-schemas.ts';
import { filterConditionSchema } from '../../workbook/filter/sheet-filter.ts';
import { maximumLevel } from '../../workbook/line-groups.ts';
import {
  cellRoles,
  maximumColumnWidth,
  maximumRowHeight,
  maximumTextLength,
  maximumZoom,
  minimumZoom,
} from '../../workbook/document.ts';
import { filterPeriods } from '../../workbook/filter/date-periods.ts';
import { maximumFormulaLength } from '../../workbook/formula-limits.ts';
import { colour, ownLook } from '../../workbook/look.ts';
import { validationSettingsSchema } from '../../workbook/validation/validation.ts';

/*
 * Version 1 of the `.roundtrip` format, as JSON holds it: the version of the first release. Until then
 * it may gain optional fields, so that test/fixtures/version-1.roundtrip stays readable. Once released
 * it is never edited: a change is a new version with a migration (see roundtrip-migrations.ts) and a
 * file of the old one as a fixture.
 *
 * A cell in a row is written as short as it allows:
 *   null                                   empty
 *   {"empty":7}                            seven empty cells
 *   "Label", 500, true, "=A1*2"            content only
 *   [500,"input"]                          content and style
 *   [500,"input",{"note":"…","provenance":{…}}]   with the rest; null stands for no style
 * A whole row without cells is [], and {"empty":7} in place of a row is seven such rows.
 */

const provenance = z.strictObject({
  kind: z.enum(['seed', 'benchmark', 'assumption']),
  sources: z.array(z.string()),
  reason: z.string().optional(),
  contradicted: z.boolean().optional(),
});

/** A cell with more than its content. */
export const styledCell = z.tuple([
  content,
  z.string().nullable().optional(),
  z.strictObject({ note: z.string().optional(), provenance: provenance.optional() }).optional(),
]);

/** A run of empty cells in a row, or of empty rows in a sheet. */
export const emptyRun = z.strictObject({ empty: z.int().min(1).max(maximumRows) });

export const storedCell = z.union([
  z.string().max(maximumTextLength),
  z.number(),
  z.boolean(),
  z.null(),
  styledCell,
  emptyRun,
]);

const storedStyle = z.strictObject({
  style: z.string(),
  role: z.enum(cellRoles),
  format: z.string().optional(),
  align: z.enum(['left', 'right', 'center']).optional(),
  wrap: z.boolean().optional(),
  ...ownLook,
  /** As files had the lines above and below before cells had borders. */
  lineAbove: z.boolean().optional(),
  lineBelow: z.boolean().optional(),
  /** What a list in `validations` says now: the name whose cells list what the cells of the style may hold. */
  choicesName: z.string().optional(),
});

const storedName = z.strictObject({
  name: z.string(),
  /** The cells as a formula names them: `Deals!$A$1:$B$2`. */
  cells: z.string(),
  label: z.string().optional(),
  unit: z.string().optional(),
  headline: z.boolean().optional(),
  stripCaption: z.string().optional(),
});

/** A name for a constant, a formula or several ranges, or one that holds on one sheet only. */
const storedNamedFormula = z.strictObject({
  name: z.string(),
  scope: z.string().optional(),
  formula: z.string().max(maximumFormulaLength).regex(/^=./s, 'expected a formula'),
  label: z.string().optional(),
});

const storedBounds = z.strictObject({
  /** Cells that should each hold a number between two others, as a formula names them. */
  cells: z.string(),
  low: z.string(),
  high: z.string(),
});

const storedValidation = z.strictObject({
  /** Cells of one sheet, as formulas name them. */
  cells: z.array(z.string()).min(1),
  ...validationSettingsSchema.shape,
});

const storedWhatIfTable = z.strictObject({
  /** The cells of the results, as a formula names them. */
  results: z.string(),
  /** A heading: `$B` for a column, `$4` for a row, `$B$4` for one cell. */
  figure: z.string(),
  /** The name of the cell that is set, or a heading where it stands; and a heading where its value stands. */
  set: z.array(z.strictObject({ name: z.string(), value: z.string() })),
});

const storedConditionalFormat = z.strictObject({
  /** The cells as a formula names them, rectangle by rectangle, all of one sheet. */
  cells: z.array(z.string()).min(1),
  rule: conditionalRuleSchema,
  look: conditionalLookSchema,
  stopIfTrue: z.boolean().optional(),
});

/** Lines that are hidden together: `5:7` for rows, `C:D` for columns. */
const storedGroup = z.strictObject({
  lines: z.string(),
  level: z.int().min(1).max(maximumLevel),
  collapsed: z.literal(true).optional(),
});

/** A column of a filter has one of `texts` (with `blanks`), `conditions` (with `join`), `top`, `average` and `period`. */
const storedFilterColumn = z.strictObject({
  /** Its letters. */
  column: z.string(),
  texts: z.array(z.string().max(maximumTextLength)).optional(),
  /** Unset: empty cells are left out. */
  blanks: z.boolean().optional(),
  conditions: z.array(filterConditionSchema).min(1).max(2).optional(),
  /** Unset: all conditions hold. */
  join: z.literal('or').optional(),
  top: z
    .strictObject({
      from: z.enum(['largest', 'smallest']),
      count: z.int().min(1).max(500),
      isPercent: z.boolean().optional(),
    })
    .optional(),
  average: z.enum(['above', 'below']).optional(),
  period: z.enum(filterPeriods).optional(),
});

const storedFilter = z.strictObject({
  /** The table with its headings: `A1:D90`. */
  cells: z.string(),
  columns: z.array(storedFilterColumn).max(maximumColumns),
  /** The rows that it hides: `5:7`. */
  hiddenRows: z.array(z.string()),
});

const storedSheet = z.strictObject({
  name: z.string(),
  columnWidths: z.array(z.number().min(0).max(maximumColumnWidth)).max(maximumColumns),
  frozenRows: z
    .int()
    .min(0)
    .max(maximumRows - 1),
  frozenColumns: z
    .int()
    .min(0)
    .max(maximumColumns - 1),
  gridLines: z.boolean(),
  /** Lines that are hidden: `5:7` for rows, `C:D` for columns. */
  hiddenRows: z.array(z.string()).optional(),
  hiddenColumns: z.array(z.string()).optional(),
  /** Heights in CSS pixels that a person gave to rows. */
  rowHeights: z
    .array(z.strictObject({ rows: z.string(), height: z.number().min(1).max(maximumRowHeight) }))
    .optional(),
  rowGroups: z.array(storedGroup).optional(),
  columnGroups: z.array(storedGroup).optional(),
  summaryRowsAbove: z.literal(true).optional(),
  summaryColumnsLeft: z.literal(true).optional(),
  /** In percent. */
  zoom: z.int().min(minimumZoom).max(maximumZoom).optional(),
  visibility: z.enum(['hidden', 'veryHidden']).optional(),
  tabColour: colour.optional(),
  filter: storedFilter.optional(),
  rows: z.array(z.union([z.array(storedCell), emptyRun])),
});

/** A sheet, area or cell as it was called at the time, as a formula names it. */
const reference = z.string().max(maximumTextLength);
const references = z.array(reference).max(1000);
const logText = z.string().max(255);
const position = z.int().min(0).max(maximumRows);

/** How cells of sheets, lines or areas came to other places. */
const storedMove = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('sheets'),
    renamed: z.array(z.tuple([z.string(), z.string().nullable()])),
    gone: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal('lines'),
    sheet: z.string(),
    axis: z.enum(['rows', 'columns']),
    /** The first line now, how many there are (null for all that follow), and the first one before; null for new lines. */
    origins: z.array(z.tuple([position, position.nullable(), position.nullable()])),
  }),
  z.strictObject({ kind: z.literal('cells'), from: reference, to: reference }),
]);

const entry = { at: z.iso.datetime(), who: logText };
const storedReturn = { ...entry, label: logText, back: z.int().min(1) };

/** Who did what when: a step with the contents before and after it, or the return to one so many entries before. */
const storedLogEntry = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('step'),
    ...entry,
    label: logText,
    cells: z.array(z.tuple([reference, content, content])).optional(),
    /** Of a large step only how many contents it changed, and where. */
    count: z.int().min(1).optional(),
    areas: references.optional(),
    looks: references.optional(),
    notes: references.optional(),
    validations: references.optional(),
    conditionalFormats: references.optional(),
    moves: z.array(storedMove).optional(),
  }),
  z.strictObject({ kind: z.literal('undo'), ...storedReturn }),
  z.strictObject({ kind: z.literal('redo'), ...storedReturn }),
]);

export const roundtripFileSchema = z.strictObject({
  format: z.literal('roundtrip'),
  version: z.literal(1),
  title: z.string(),
  names: z.array(storedName),
  namedFormulas: z.array(storedNamedFormula).optional(),
  styles: z.array(storedStyle),
  bounds: z.array(storedBounds).optional(),
  validations: z.array(storedValidation).optional(),
  whatIfTables: z.array(storedWhatIfTable).optional(),
  conditionalFormats: z.array(storedConditionalFormat).optional(),
  sheets: z.array(storedSheet).min(1),
  changeLog: z.array(storedLogEntry).optional(),
});

export type StoredCell = z.infer<typeof storedCell>;
export type StoredLogEntry = z.infer<typeof storedLogEntry>;
export type RoundtripFile = z.infer<typeof roundtripFileSchema>;
