import type { z } from 'zod';
import { addressText } from '../../workbook/address.ts';
import type { Fault } from './roundtrip-cells.ts';
import { emptyRun, storedCell, styledCell } from './roundtrip-schema.ts';

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/**
 * The first thing wrong with the shape of a file, in the words of a workbook: the sheet and cell in
 * A1 terms, or the name, style or field. `file` is the parsed JSON that `error` is about.
 */
export function faultOf(error: z.ZodError, file: unknown): Fault {
  const [issue] = error.issues;
  if (!issue) throw new Error('A validation failed without saying why');
  const { where, what } =
    issue.path[0] === 'sheets' && issue.path[2] === 'rows' ? rowFault(issue, file) : frameFault(issue, file);
  const more = error.issues.length > 1 ? `, and ${error.issues.length - 1} more like it` : '';
  return { where, what: `is wrong: ${what}${more}` };
}

/** A fault outside the rows: in a name, a style, a sheet's frame or the file's own fields. */
function frameFault(issue: Issue, file: unknown): Fault {
  const [top, index, ...fields] = issue.path;
  const what = said(issue);
  if (top === undefined) return { where: 'the file', what };
  const kind = itemKinds.get(top);
  if (kind === undefined || index === undefined) return { where: fieldText('the file', issue.path), what };
  const name = at(file, [top, index, nameFields.get(top) ?? 'name']);
  const item = typeof name === 'string' ? `${kind} "${name}"` : `${kind} number ${Number(index) + 1}`;
  return { where: fieldText(item, fields), what };
}

const itemKinds = new Map<PropertyKey, string>([
  ['sheets', 'sheet'],
  ['names', 'name'],
  ['styles', 'style'],
  ['bounds', 'bounds'],
  ['validations', 'validation'],
  ['whatIfTables', 'what-if table'],
  ['changeLog', 'change'],
]);

/** The field by which an item is called, where that is not its name. */
const nameFields = new Map<PropertyKey, string>([
  ['styles', 'style'],
  ['bounds', 'cells'],
  ['whatIfTables', 'results'],
]);

/** A fault in a row or a cell of it, in A1 terms. */
function rowFault(issue: Issue, file: unknown): Fault {
  const [, sheetIndex, , rowItem] = issue.path;
  const stored = at(file, ['sheets', sheetIndex]);
  const name = at(stored, ['name']);
  const rows = at(stored, ['rows']);
  const sheet = typeof name === 'string' ? `sheet "${name}"` : `sheet number ${Number(sheetIndex) + 1}`;
  if (typeof rowItem !== 'number') return { where: `${sheet}, field "rows",`, what: said(issue) };
  const row = position(rows, rowItem);
  const storedRow = at(rows, [rowItem]);
  const wrong = Array.isArray(storedRow)
    ? storedRow.findIndex((cell) => !storedCell.safeParse(cell).success)
    : -1;
  if (wrong < 0) return { where: `row ${row + 1} of ${sheet}`, what: itemFault(storedRow) };
  const column = position(storedRow, wrong);
  return {
    where:
      typeof name === 'string'
        ? addressText({ sheet: name, row, column })
        : `row ${row + 1}, column ${column + 1} of ${sheet}`,
    what: itemFault(at(storedRow, [wrong])),
  };
}

function fieldText(owner: string, fields: Path): string {
  return fields.length === 0 ? owner : `${owner}, field "${fields.map(String).join('.')}",`;
}

/** Rows or columns before an item, runs of empty ones counted in full. */
function position(items: unknown, index: number): number {
  let count = 0;
  for (let before = 0; before < index; before++) {
    const run = emptyRun.safeParse(at(items, [before]));
    count += run.success ? run.data.empty : 1;
  }
  return count;
}

/** What is wrong with a stored cell or row. A union only says that no kind fits, so the likely kind is asked again. */
function itemFault(value: unknown): string {
  if (Array.isArray(value)) {
    const [issue] = styledCell.safeParse(value).error?.issues ?? [];
    if (!issue) return 'it is no cell';
    const [item, ...fields] = issue.path;
    const part =
      typeof item === 'number'
        ? (['content', 'style', 'note and provenance'][item] ?? `item ${item + 1}`)
        : 'cell';
    return `${[part, ...fields.map(String)].join(', ')}: ${issue.code === 'invalid_union' ? 'expected text, a number, true, false or null' : said(issue)}`;
  }
  if (typeof value === 'object' && value !== null) {
    const [issue] = emptyRun.safeParse(value).error?.issues ?? [];
    return `a run of empty cells: ${issue ? said(issue) : 'not here'}`;
  }
  if (typeof value === 'string')
    return `its text of ${value.length} characters is no row, or too long for a cell`;
  return `it cannot hold ${String(value)}`;
}

function said(issue: Issue): string {
  const message = issue.message.replace(/^Invalid input: /, '');
  return message.charAt(0).toLowerCase() + message.slice(1);
}

function at(value: unknown, path: readonly (PropertyKey | undefined)[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || key === undefined || !Object.hasOwn(found, key))
      return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}
