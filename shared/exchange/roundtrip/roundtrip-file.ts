import type { z } from 'zod';
import { failure, success, type Problem, type Result } from '../../result.ts';
import { absoluteRangeText, addressText, type Range } from '../../workbook/address.ts';
import type {
  Bounds,
  Cell,
  CellStyle,
  DefinedName,
  NamedFormula,
  LoggedDocument,
  Sheet,
  WhatIfTable,
} from '../../workbook/document.ts';
import { lookPartNames } from '../../workbook/look.ts';
import {
  conditionalLookSchema,
  conditionalRuleSchema,
  type ConditionalFormat,
} from '../../workbook/conditional/conditional-format.ts';
import type { Validation } from '../../workbook/validation/validation.ts';
import { foreignJsonLooks, foreignLooks } from './foreign-text.ts';
import { jsonExtent } from './json-extent.ts';
import { documentOf } from './roundtrip-document.ts';
import { faultOf } from './roundtrip-fault.ts';
import { storedEntry } from './roundtrip-log.ts';
import { storedFilter } from './roundtrip-filter.ts';
import { headingText } from './roundtrip-heading.ts';
import { storedLines } from './roundtrip-lines.ts';
import { currentVersion, migrations as shippedMigrations, type Migration } from './roundtrip-migrations.ts';
import { roundtripFileSchema } from './roundtrip-schema.ts';

/*
 * The `.roundtrip` file: JSON that a person can read and git can compare. Names, styles, rows of
 * cells and changes of the log stand one a line; the same document always gives the same bytes.
 */

const sheetsKey = 'sheets' satisfies keyof z.infer<typeof roundtripFileSchema>;
const beginning = '{"format":"roundtrip","version":';

/**
 * The text of a `.roundtrip` file. Empty cells at the end of a row and empty rows at the end of a
 * sheet are left out. Throws on a number that is not finite: no file can hold it.
 */
export function writeRoundtripFile(document: LoggedDocument): string {
  const styles = Object.entries(document.styles).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    `${beginning}${currentVersion},`,
    `"title":${JSON.stringify(document.title)},`,
    list('names', document.names.map(nameLine)),
    ...(document.namedFormulas?.length
      ? [list('namedFormulas', document.namedFormulas.map(namedFormulaLine))]
      : []),
    list(
      'styles',
      styles.map(([key, style]) => styleLine(key, style)),
    ),
    ...(document.bounds?.length ? [list('bounds', document.bounds.map(boundsLine))] : []),
    ...(document.validations?.length ? [list('validations', document.validations.map(validationLine))] : []),
    ...(document.whatIfTables?.length ? [list('whatIfTables', document.whatIfTables.map(whatIfLine))] : []),
    ...(document.conditionalFormats?.length
      ? [list('conditionalFormats', document.conditionalFormats.map(conditionalLine))]
      : []),
    `"${sheetsKey}":[`,
    document.sheets.map(sheetLines).join(',\n'),
    // At the end, where it grows.
    ...(document.changeLog?.length
      ? [
          '],',
          '"changeLog":[',
          document.changeLog.map((entry) => JSON.stringify(storedEntry(entry))).join(',\n'),
        ]
      : []),
    ']}',
    '',
  ].join('\n');
}

/**
 * The document in the text of a `.roundtrip` file; `fileName` is for messages. Refuses a file of
 * another kind (`foreign-file`), one of a later program (`newer-file`), and one that is cut short
 * or contradicts itself (`damaged-file`). Never throws on any text.
 */
export function readRoundtripFile(
  text: string,
  fileName: string,
  migrations: readonly Migration[] = shippedMigrations,
): Result<LoggedDocument> {
  const shaped = shape(text.replace(/^\uFEFF/, ''), fileName);
  if (!shaped.ok) return shaped;
  const known = notTooNew(shaped.value, fileName);
  if (!known.ok) return known;
  const migrated = migrate(known.value, fileName, migrations);
  if (!migrated.ok) return migrated;
  return validate(migrated.value, fileName);
}

// Writing

function list(key: string, lines: readonly string[]): string {
  return lines.length === 0 ? `"${key}":[],` : `"${key}":[\n${lines.join(',\n')}\n],`;
}

function nameLine({ name, sheet, range, label, unit, headline, stripCaption }: DefinedName): string {
  return JSON.stringify({
    name,
    cells: absoluteRangeText(sheet, range),
    label,
    unit,
    headline,
    stripCaption,
  });
}

function namedFormulaLine({ name, scope, formula, label }: NamedFormula): string {
  return JSON.stringify({ name, scope, formula, label });
}

function boundsLine({ sheet, range, low, high }: Bounds): string {
  const text = (cells: Range) => absoluteRangeText(sheet, cells);
  return JSON.stringify({ cells: text(range), low: text(low), high: text(high) });
}

function conditionalLine({ sheet, ranges, rule, look, stopIfTrue }: ConditionalFormat): string {
  // Read and written by the same schema, so that fields always stand in its order.
  const stored = conditionalRuleSchema.parse(rule);
  const cells = ranges.map((range) => absoluteRangeText(sheet, range));
  return JSON.stringify({ cells, rule: stored, look: conditionalLookSchema.parse(look), stopIfTrue });
}

function validationLine({ sheet, ranges, rule, ignoreBlank, alert, message }: Validation): string {
  const cells = ranges.map((range) => absoluteRangeText(sheet, range));
  return JSON.stringify({ cells, rule, ignoreBlank, alert, message });
}

function whatIfLine({ sheet, results, figure, set }: WhatIfTable): string {
  return JSON.stringify({
    results: absoluteRangeText(sheet, results),
    figure: headingText(figure),
    set: set.map(({ name, value }) => ({
      name: typeof name === 'string' ? name : headingText(name),
      value: headingText(value),
    })),
  });
}

function styleLine(key: string, style: CellStyle): string {
  const { role, format, align, wrap } = style;
  const own = Object.fromEntries(lookPartNames.map((part) => [part, style[part]]));
  return JSON.stringify({ style: key, role, format, align, wrap, ...own });
}

function sheetLines(sheet: Sheet): string {
  const { name, frozenRows, frozenColumns, gridLines } = sheet;
  const columnWidths = sheet.columnWidths.map((width) => finite(width, `a column width of sheet "${name}"`));
  const frame = JSON.stringify({
    name,
    columnWidths,
    frozenRows,
    frozenColumns,
    gridLines,
    ...storedLines(sheet),
    zoom: sheet.zoom,
    visibility: sheet.visibility,
    tabColour: sheet.tabColour,
    filter: sheet.filter && storedFilter(sheet.filter),
  }).slice(0, -1);
  const rows = runs(
    sheet.rows.map((row, index) => rowLine(row, name, index)),
    (line) => line === '[]',
    '[]',
  );
  return rows.length === 0 ? `${frame},"rows":[]}` : `${frame},"rows":[\n${rows.join(',\n')}\n]}`;
}

function rowLine(row: readonly (Cell | null)[], sheet: string, index: number): string {
  const cells = row.map((cell, column) => cellText(cell, () => addressText({ sheet, row: index, column })));
  return `[${runs(cells, (cell) => cell === 'null', 'null').join(',')}]`;
}

/** Empty items at the end dropped, and three or more in a row as one item that counts them. */
function runs(items: readonly string[], isEmpty: (item: string) => boolean, empty: string): string[] {
  const result: string[] = [];
  let waiting = 0;
  for (const item of items) {
    if (isEmpty(item)) {
      waiting++;
      continue;
    }
    if (waiting >= 3) result.push(`{"empty":${waiting}}`);
    else for (; waiting > 0; waiting--) result.push(empty);
    waiting = 0;
    result.push(item);
  }
  return result;
}

function cellText(cell: Cell | null, where: () => string): string {
  if (cell === null) return 'null';
  const content = JSON.stringify(
    typeof cell.content === 'number' ? finite(cell.content, where()) : cell.content,
  );
  if (cell.note === undefined && cell.provenance === undefined) {
    return cell.style === undefined ? content : `[${content},${JSON.stringify(cell.style)}]`;
  }
  return `[${content},${JSON.stringify(cell.style ?? null)},${JSON.stringify({ note: cell.note, provenance: provenanceFields(cell) })}]`;
}

function provenanceFields({ provenance }: Cell): Cell['provenance'] {
  if (!provenance) return undefined;
  const { kind, sources, reason, contradicted } = provenance;
  return {
    kind,
    sources,
    ...(reason !== undefined && { reason }),
    ...(contradicted !== undefined && { contradicted }),
  };
}

function finite(number: number, where: string): number {
  if (!Number.isFinite(number)) throw new Error(`${where} is ${number}, which a file cannot hold`);
  return number;
}

// Reading: shape, too new, migrate, validate

interface Versioned {
  readonly version: number;
  readonly file: object;
}

function shape(text: string, fileName: string): Result<Versioned> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return failure(unreadable(text, fileName));
  }
  if (typeof parsed !== 'object' || parsed === null || !looksLikeOurs(parsed)) {
    return failure(foreign(fileName, foreignJsonLooks(parsed)));
  }
  const version = 'version' in parsed ? parsed.version : undefined;
  if (
    !('format' in parsed) ||
    parsed.format !== 'roundtrip' ||
    typeof version !== 'number' ||
    !Number.isInteger(version) ||
    version < 0
  ) {
    return failure(damaged(fileName, `its first line should begin with ${beginning}${currentVersion}`));
  }
  return success({ version, file: parsed });
}

function looksLikeOurs(parsed: object): boolean {
  if ('format' in parsed && parsed.format === 'roundtrip') return true;
  return ['names', 'styles', sheetsKey].every((key) => Object.hasOwn(parsed, key));
}

function unreadable(text: string, fileName: string): Problem {
  const looks = foreignLooks(text);
  if (looks !== null) return foreign(fileName, looks);
  const start = text.trimStart().replaceAll(/\s/g, '').slice(0, beginning.length);
  if (!beginning.startsWith(start)) return foreign(fileName, 'JSON of another kind');
  const conflict = /^(<{7}|={7}|>{7})( |$)/m.exec(text);
  if (conflict) {
    const line = text.slice(0, conflict.index).split('\n').length;
    return {
      ...damaged(fileName, `line ${line} holds the marks of an unresolved merge (${conflict[1]})`),
      remedy: 'Resolve the merge with git or in a text editor, then open the file again.',
    };
  }
  const extent = jsonExtent(text, sheetsKey);
  if (!extent) return damaged(fileName, 'it is no JSON');
  const sheet = lastSheet(extent.completeItems);
  const place = `line ${extent.line}, character ${extent.column} (${extent.characters} of ${text.length} characters)`;
  return damaged(
    fileName,
    extent.cutShort
      ? `it is cut short: it reads up to ${place}; ${sheet}`
      : `it reads up to ${place}, where it stops being JSON; ${sheet}`,
  );
}

function lastSheet(complete: readonly string[]): string {
  const last = complete.at(-1);
  if (last === undefined) return 'no sheet in it is complete';
  const sheet: unknown = JSON.parse(last);
  const name = typeof sheet === 'object' && sheet !== null && 'name' in sheet ? sheet.name : undefined;
  return `its last complete sheet is ${typeof name === 'string' ? `"${name}"` : 'without a name'}, number ${complete.length}`;
}

function notTooNew(versioned: Versioned, fileName: string): Result<Versioned> {
  if (versioned.version <= currentVersion) return success(versioned);
  return failure({
    code: 'newer-file',
    message: `"${fileName}" was written by a newer Roundtrip: its format is version ${versioned.version}, and this program reads versions up to ${currentVersion}.`,
    subject: fileName,
    remedy: 'Update Roundtrip and open it again; the file was not changed.',
  });
}

function migrate(versioned: Versioned, fileName: string, migrations: readonly Migration[]): Result<unknown> {
  let file: unknown = versioned.file;
  for (let version = versioned.version; version < currentVersion; version++) {
    const step = migrations.find((migration) => migration.from === version);
    if (!step)
      return failure(damaged(fileName, `its format is version ${versioned.version}, which never existed`));
    const parsed = step.schema.safeParse(file);
    if (!parsed.success) {
      const { where, what } = faultOf(parsed.error, file);
      return failure(damaged(fileName, `${where} ${what}`));
    }
    file = step.migrate(parsed.data);
  }
  return success(file);
}

function validate(file: unknown, fileName: string): Result<LoggedDocument> {
  const parsed = roundtripFileSchema.safeParse(file);
  if (!parsed.success) {
    const { where, what } = faultOf(parsed.error, file);
    return failure(damaged(fileName, `${where} ${what}`));
  }
  const built = documentOf(parsed.data);
  if ('fault' in built) return failure(damaged(fileName, `${built.fault.where} ${built.fault.what}`));
  return success(built.value);
}

function foreign(fileName: string, looks: string): Problem {
  return {
    code: 'foreign-file',
    message: `"${fileName}" is not a Roundtrip file; it looks like ${looks}.`,
    subject: fileName,
    remedy: 'Choose a file that Roundtrip saved, with the ending .roundtrip.',
  };
}

function damaged(fileName: string, what: string): Problem {
  return {
    code: 'damaged-file',
    message: `"${fileName}" is a damaged Roundtrip file: ${what}.`,
    subject: fileName,
    remedy: 'Restore it from a backup or from version control; the file was not changed.',
  };
}
