import { z } from 'zod';
import { maximumColumns, maximumRows } from './address.ts';
import { conditionalLookSchema, conditionalRuleSchema } from './conditional/conditional-format.ts';
import { maximumLevel } from './line-groups.ts';
import { cellRoles, maximumRowHeight } from './document.ts';
import { lookChange } from './look.ts';
import { validationSettingsSchema } from './validation/validation.ts';
import { filterOperators } from './filter/sheet-filter.ts';

/*
 * The whole vocabulary of change. A command is plain data with a label that a person reads in the
 * Undo menu; the workbook validates it whole before anything changes.
 */

const content = z.union([z.string().max(32_767), z.number(), z.boolean()]).nullable();

const row = z
  .int()
  .min(0)
  .max(maximumRows - 1);
const column = z
  .int()
  .min(0)
  .max(maximumColumns - 1);
const label = z.string().min(1);
const sheet = z.string();
const range = z.strictObject({ top: row, left: column, bottom: row, right: column });

const setCells = z.strictObject({
  kind: z.literal('setCells'),
  label,
  cells: z
    .array(
      z.strictObject({
        sheet,
        row,
        column,
        content,
        /** The number format that the cell gets where it has none of its own. */
        format: z.string().min(1).max(255).optional(),
      }),
    )
    .min(1),
});

const line = z
  .int()
  .min(0)
  .max(maximumRows - 1);
const axis = z.enum(['rows', 'columns']);
const lines = {
  label,
  sheet,
  axis,
  /** The first line, counted from 0. */
  at: line,
  count: z.int().min(1).max(maximumRows),
};

const insertLines = z.strictObject({ kind: z.literal('insertLines'), ...lines });
const deleteLines = z.strictObject({
  kind: z.literal('deleteLines'),
  ...lines,
  /** Lines elsewhere that go too; they may share some. */
  others: z.array(z.strictObject({ at: lines.at, count: lines.count })).optional(),
});
const moveLines = z.strictObject({
  kind: z.literal('moveLines'),
  ...lines,
  /** The line before which they come, as lines are counted before. */
  to: z.int().min(0).max(maximumRows),
});

const place = z.int().min(0);
const addSheet = z.strictObject({ kind: z.literal('addSheet'), label, name: z.string(), at: place });
const deleteSheet = z.strictObject({ kind: z.literal('deleteSheet'), label, sheet });
const renameSheet = z.strictObject({ kind: z.literal('renameSheet'), label, sheet, name: z.string() });
const moveSheet = z.strictObject({ kind: z.literal('moveSheet'), label, sheet, to: place });

const moveCells = z.strictObject({
  kind: z.literal('moveCells'),
  label,
  from: z.strictObject({ sheet, range }),
  /** Where the first of them comes. */
  to: z.strictObject({ sheet, row, column }),
});

/** Looks of cells; null takes one away, and what is left out stays. */
const look = z.strictObject({
  /** An Excel number format code. */
  format: z.string().min(1).max(255).nullable().optional(),
  role: z.enum(cellRoles).optional(),
  align: z.enum(['left', 'right', 'center']).nullable().optional(),
  wrap: z.boolean().nullable().optional(),
  ...lookChange,
});

const setLooks = z.strictObject({
  kind: z.literal('setLooks'),
  label,
  /** Of areas that share a cell the later counts. */
  areas: z.array(z.strictObject({ sheet, range, look })).min(1),
});

/** What cells may hold; with null, anything. */
const setValidation = z.strictObject({
  kind: z.literal('setValidation'),
  label,
  sheet,
  /** Formulas are as seen from the first corner of them all. */
  ranges: z.array(range).min(1),
  settings: validationSettingsSchema.nullable(),
});

const setNote = z.strictObject({
  kind: z.literal('setNote'),
  label,
  sheet,
  row,
  column,
  note: z.string().min(1).max(32_767).nullable(),
});

const setColumnWidth = z.strictObject({
  kind: z.literal('setColumnWidth'),
  label,
  sheet,
  first: column,
  last: column,
  /** In CSS pixels at 100 %. */
  width: z.number().min(0).max(10_000),
});

const setLinesHidden = z.strictObject({
  kind: z.literal('setLinesHidden'),
  ...lines,
  hidden: z.boolean(),
});

const setRowHeight = z.strictObject({
  kind: z.literal('setRowHeight'),
  label,
  sheet,
  first: row,
  last: row,
  /** In CSS pixels at 100 %; null leaves it to what the rows hold. */
  height: z.number().min(1).max(maximumRowHeight).nullable(),
});

/** Lines one level deeper among the groups of an axis, or one less deep. */
const groupLines = z.strictObject({ kind: z.literal('groupLines'), ...lines });
const ungroupLines = z.strictObject({ kind: z.literal('ungroupLines'), ...lines });

/** Groups that hide or show their lines, each told by its first line and its level. */
const showDetail = z.strictObject({
  kind: z.literal('showDetail'),
  label,
  sheet,
  axis,
  groups: z
    .array(z.strictObject({ first: line, level: z.int().min(1).max(maximumLevel), shown: z.boolean() }))
    .min(1),
});

const setSheetHidden = z.strictObject({
  kind: z.literal('setSheetHidden'),
  label,
  sheet,
  hidden: z.boolean(),
});

/** How many rows and columns stay in view. */
const setFrozenLines = z.strictObject({
  kind: z.literal('setFrozenLines'),
  label,
  sheet,
  rows: row,
  columns: column,
});

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** Sorts the rows of a range by the values in some of its columns. */
const sortRange = z.strictObject({
  kind: z.literal('sortRange'),
  label,
  sheet,
  range,
  keys: z
    .array(z.strictObject({ column, descending: z.boolean() }))
    .min(1)
    .max(64)
    .readonly(),
  hasHeader: z.boolean(),
  /** The language whose order texts have. */
  locale: z.string().refine(isLocale),
});

const filterText = z.string().max(32_767);
const filterCriterion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('values'), texts: z.array(filterText).readonly(), blanks: z.boolean() }),
  z.strictObject({
    kind: z.literal('conditions'),
    conditions: z
      .array(z.strictObject({ operator: z.enum(filterOperators), value: z.union([filterText, z.number()]) }))
      .min(1)
      .max(2)
      .readonly(),
    join: z.enum(['and', 'or']),
  }),
  z.strictObject({
    kind: z.literal('top'),
    from: z.enum(['largest', 'smallest']),
    count: z.int().min(1).max(500),
    isPercent: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('average'), side: z.enum(['above', 'below']) }),
]);

/** Puts a filter on a sheet, another one, the same one anew, or none. */
const setFilter = z.strictObject({
  kind: z.literal('setFilter'),
  label,
  sheet,
  filter: z
    .strictObject({
      /** The table, whose first row holds its headings. */
      range,
      columns: z
        .array(z.strictObject({ column, criterion: filterCriterion }))
        .max(maximumColumns)
        .readonly(),
    })
    .nullable(),
});

const setName = z.strictObject({
  kind: z.literal('setName'),
  label,
  name: z.string(),
  sheet,
  range,
  /** Words a reader knows it by, and its unit. */
  words: z.string().optional(),
  unit: z.string().optional(),
});
const renameName = z.strictObject({ kind: z.literal('renameName'), label, from: z.string(), to: z.string() });
const deleteName = z.strictObject({ kind: z.literal('deleteName'), label, name: z.string() });

/** All conditional formats of the workbook in place of those there were, the one that counts first before the others. */
const setConditionalFormats = z.strictObject({
  kind: z.literal('setConditionalFormats'),
  label,
  formats: z
    .array(
      z.strictObject({
        sheet,
        ranges: z.array(range).min(1).readonly(),
        rule: conditionalRuleSchema,
        look: conditionalLookSchema,
        stopIfTrue: z.boolean().optional(),
      }),
    )
    .readonly(),
});

/** Several commands that leave all cells where they are, as one step: all of them are carried out, or none. */
const several = z.strictObject({
  kind: z.literal('several'),
  label,
  commands: z
    .array(
      z.discriminatedUnion('kind', [
        setCells,
        moveCells,
        setLooks,
        setNote,
        setValidation,
        setConditionalFormats,
        setColumnWidth,
        setRowHeight,
        setLinesHidden,
      ]),
    )
    .min(1),
});

export const commandSchema = z.discriminatedUnion('kind', [
  setCells,
  insertLines,
  deleteLines,
  moveLines,
  addSheet,
  deleteSheet,
  renameSheet,
  moveSheet,
  moveCells,
  setLooks,
  setNote,
  setValidation,
  setColumnWidth,
  setFrozenLines,
  setLinesHidden,
  setRowHeight,
  groupLines,
  ungroupLines,
  showDetail,
  setSheetHidden,
  sortRange,
  setFilter,
  setName,
  renameName,
  deleteName,
  setConditionalFormats,
  several,
]);
export type Command = z.infer<typeof commandSchema>;

/** The command that writes contents into cells. */
export type SetCells = Extract<Command, { kind: 'setCells' }>;

/** The command that changes looks of cells. */
export type SetLooks = Extract<Command, { kind: 'setLooks' }>;

/** The command that gives the workbook its conditional formats. */
type SetConditionalFormats = Extract<Command, { kind: 'setConditionalFormats' }>;

/** What of the looks of cells a command changes. */
export type LookChange = SetLooks['areas'][number]['look'];

/** A command that can be part of one step with others. */
export type PartCommand = Extract<Command, { kind: 'several' }>['commands'][number];

/** The command that says what cells may hold. */
export type SetValidation = Extract<Command, { kind: 'setValidation' }>;

/** The contents that a command writes. */
export function writingsOf(command: Command): SetCells['cells'] {
  if (command.kind === 'setCells') return command.cells;
  if (command.kind !== 'several') return [];
  return command.commands.flatMap((one) => (one.kind === 'setCells' ? one.cells : []));
}

/** The conditional formats that a command gives the workbook. */
export function formatsOf(command: Command): SetConditionalFormats['formats'] {
  if (command.kind === 'setConditionalFormats') return command.formats;
  if (command.kind !== 'several') return [];
  return command.commands.flatMap((one) => (one.kind === 'setConditionalFormats' ? one.formats : []));
}

/** The rules that a command gives to cells. */
export function rulesOf(command: Command): SetValidation[] {
  const parts = command.kind === 'several' ? command.commands : [command];
  return parts.filter((one) => one.kind === 'setValidation');
}
