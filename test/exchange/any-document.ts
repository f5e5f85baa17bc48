import fc from 'fast-check';
import { anyValidations } from './any-validations.ts';
import { comparisons } from '../../shared/workbook/comparison.ts';
import {
  cellStates,
  datePeriods,
  textMatches,
  type ConditionalFormat,
  type ConditionalRule,
  type ScalePoint,
  type ValuePoint,
} from '../../shared/workbook/conditional/conditional-format.ts';
import { allIcons } from '../../shared/workbook/conditional/icons.ts';
import {
  filterOperators,
  type FilterCriterion,
  type SheetFilter,
} from '../../shared/workbook/filter/sheet-filter.ts';
import {
  cellRoles,
  type Bounds,
  type Cell,
  type CellStyle,
  type DefinedName,
  type Heading,
  type LoggedDocument,
  type NamedFormula,
  type Provenance,
  type Sheet,
  type WhatIfTable,
} from '../../shared/workbook/document.ts';
import { lineKinds, type BorderLine } from '../../shared/workbook/look.ts';
import { grouped, type LineGroups } from '../../shared/workbook/line-groups.ts';
import { filterPeriods } from '../../shared/workbook/filter/date-periods.ts';
import { quoteSheet, type Area, type Range } from '../../shared/workbook/address.ts';
import { nameKey } from '../../shared/workbook/named-formulas.ts';
import type { LogEntry } from '../../shared/workbook/change-log/log-entry.ts';
import { spansOf, unionOf, type LineSpans } from '../../shared/workbook/line-spans.ts';

/*
 * Documents of every shape that a workbook can take, for property tests.
 */

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('', "'=1", "''", '__proto__', 'constructor', '_x000D_', '\uD800', '\u2028', 'a\nb', '<&>"'),
);
const formula = fc.constantFrom('=1+1', '=SUM(A1:B2)', '=\'My sheet\'!A1&"x"', '=1/0', '=TRUE()', '="a"&"b"');
/** Minus zero is left out: neither Excel nor JSON tells it from zero. */
const number = fc
  .oneof(fc.double({ noDefaultInfinity: true, noNaN: true }), fc.integer())
  .map((value) => (value === 0 ? 0 : value));
const content = fc.oneof(text, formula, number, fc.boolean());

const provenance: fc.Arbitrary<Provenance> = fc.record(
  {
    kind: fc.constantFrom('seed', 'benchmark', 'assumption'),
    sources: fc.array(text, { maxLength: 3 }),
    reason: text,
    contradicted: fc.boolean(),
  },
  { requiredKeys: ['kind', 'sources'], noNullPrototype: true },
);

function anyCell(styleKeys: readonly string[]): fc.Arbitrary<Cell> {
  return fc
    .record(
      {
        content: fc.oneof({ weight: 6, arbitrary: content }, { weight: 1, arbitrary: fc.constant(null) }),
        style: styleKeys.length > 0 ? fc.constantFrom(...styleKeys) : fc.constant(undefined),
        note: text,
        provenance,
      },
      { requiredKeys: ['content'], noNullPrototype: true },
    )
    .map(({ style, ...cell }): Cell => (style === undefined ? cell : { ...cell, style }));
}

const sheetName = fc
  .oneof(
    fc.constantFrom('Cover', 'Deals', 'My sheet', "It's", 'A1', '2028', 'R1C1', 'Übersicht', ' x '),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  )
  .filter((name) => name.length <= 31 && !/[[\]:*?/\\\p{Cc}]|^'|'$/u.test(name));

/** Lines of a sheet with so many: a few near its beginning, and sometimes its last. */
function anySpans(lineCount: number): fc.Arbitrary<LineSpans> {
  const span = fc.oneof(
    fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 4 })).map(([first, more]) => ({ first, last: first + more })),
    fc.constant({ first: lineCount - 2, last: lineCount - 1 }),
  );
  return fc.array(span, { minLength: 1, maxLength: 3 }).map((spans) => unionOf(spans, []));
}

const anyGroups: fc.Arbitrary<LineGroups> = fc
  .array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 4 })), { minLength: 1, maxLength: 4 })
  .chain((spans) => {
    const groups = spans.reduce<LineGroups>(
      (before, [first, more]) => grouped(before, { first, last: first + more }) ?? before,
      [],
    );
    return fc
      .array(fc.boolean(), { minLength: groups.length, maxLength: groups.length })
      .map((collapsed) =>
        groups.map((group, index) => ({ ...group, ...(collapsed[index] && { collapsed: true as const }) })),
      );
  });
const filterText = fc.oneof(text, fc.constantFrom('*', ' ', '10', 'a~*b'));
const criterion: fc.Arbitrary<FilterCriterion> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('values' as const),
      texts: fc.array(filterText, { maxLength: 3 }),
      blanks: fc.boolean(),
    },
    { noNullPrototype: true },
  ),
  fc.record(
    {
      kind: fc.constant('conditions' as const),
      conditions: fc.array(
        fc.record(
          { operator: fc.constantFrom(...filterOperators), value: fc.oneof(filterText, number) },
          { noNullPrototype: true },
        ),
        { minLength: 1, maxLength: 2 },
      ),
      join: fc.constantFrom('and', 'or'),
    },
    { noNullPrototype: true },
  ),
  fc.record(
    {
      kind: fc.constant('top' as const),
      from: fc.constantFrom('largest', 'smallest'),
      count: fc.integer({ min: 1, max: 500 }),
      isPercent: fc.boolean(),
    },
    { noNullPrototype: true },
  ),
  fc.record(
    { kind: fc.constant('average' as const), side: fc.constantFrom('above', 'below') },
    { noNullPrototype: true },
  ),
  fc.record(
    { kind: fc.constant('period' as const), period: fc.constantFrom(...filterPeriods) },
    { noNullPrototype: true },
  ),
);

/** A filter over B2 to D9. */
const filter: fc.Arbitrary<SheetFilter> = fc.record(
  {
    range: fc.constant({ top: 1, left: 1, bottom: 8, right: 3 }),
    columns: fc
      .uniqueArray(
        fc.record({ column: fc.integer({ min: 1, max: 3 }), criterion }, { noNullPrototype: true }),
        { selector: ({ column }) => column, maxLength: 3 },
      )
      .map((columns) => columns.toSorted((one, other) => one.column - other.column)),
    hiddenRows: fc
      .uniqueArray(fc.integer({ min: 2, max: 8 }))
      .map((rows) => spansOf(rows.toSorted((a, b) => a - b))),
  },
  { noNullPrototype: true },
);

function anySheets(styleKeys: readonly string[]): fc.Arbitrary<Sheet[]> {
  const row: fc.Arbitrary<(Cell | null)[]> = fc.array(
    fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: anyCell(styleKeys) }),
    { maxLength: 9 },
  );
  const sheet: fc.Arbitrary<Sheet> = fc.record(
    {
      name: sheetName,
      rows: fc.array(
        fc.oneof({ weight: 1, arbitrary: fc.constant<(Cell | null)[]>([]) }, { weight: 1, arbitrary: row }),
        { maxLength: 9 },
      ),
      columnWidths: fc.array(
        fc.oneof(
          fc.integer({ min: 0, max: 800 }),
          fc.double({ min: 0, max: 800, noNaN: true }).map(Math.abs),
        ),
        { maxLength: 5 },
      ),
      frozenRows: fc.nat({ max: 5 }),
      frozenColumns: fc.nat({ max: 5 }),
      gridLines: fc.boolean(),
      hiddenRows: anySpans(1_048_576),
      hiddenColumns: anySpans(16_384),
      rowHeights: anySpans(1_048_576).chain((spans) =>
        fc
          .array(fc.integer({ min: 1, max: 546 }), { minLength: spans.length, maxLength: spans.length })
          .map((heights) => spans.map((span, index) => ({ ...span, height: heights[index] ?? 1 }))),
      ),
      rowGroups: anyGroups,
      columnGroups: anyGroups,
      summaryRowsAbove: fc.constant(true as const),
      summaryColumnsLeft: fc.constant(true as const),
      zoom: fc.integer({ min: 10, max: 400 }),
      tabColour: colour,
      filter,
    },
    {
      requiredKeys: ['name', 'rows', 'columnWidths', 'frozenRows', 'frozenColumns', 'gridLines'],
      noNullPrototype: true,
    },
  );
  return fc
    .uniqueArray(sheet, { minLength: 1, maxLength: 4, selector: ({ name }) => name.toLowerCase() })
    .chain((sheets) =>
      fc
        .constantFrom(undefined, 'hidden' as const, 'veryHidden' as const)
        .map((visibility) =>
          sheets.map((each, index) => (index > 0 && visibility ? { ...each, visibility } : each)),
        ),
    );
}

const definedName = fc.stringMatching(/^[a-z_]{2,6}_[a-zA-Z0-9_.]{0,6}$/);

function anyNames(sheetNames: readonly string[]): fc.Arbitrary<DefinedName[]> {
  const corner = fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 30 }));
  const name: fc.Arbitrary<DefinedName> = fc.record(
    {
      name: definedName,
      sheet: fc.constantFrom(...sheetNames),
      range: fc.tuple(corner, corner).map(([[a, b], [c, d]]) => ({
        top: Math.min(a, c),
        left: Math.min(b, d),
        bottom: Math.max(a, c),
        right: Math.max(b, d),
      })),
      label: text,
      unit: text,
      headline: fc.boolean(),
      stripCaption: text,
    },
    { requiredKeys: ['name', 'sheet', 'range'], noNullPrototype: true },
  );
  return fc.uniqueArray(name, { maxLength: 4, selector: (each) => each.name.toLowerCase() });
}

/** Named formulas besides these names, called otherwise or holding on one sheet only. */
function anyNamedFormulas(
  names: readonly DefinedName[],
  sheetNames: readonly string[],
): fc.Arbitrary<NamedFormula[]> {
  const own = fc.constantFrom('XFE1', '\\tax', 'выручка', 'Why?', ...names.map(({ name }) => name));
  const taken = new Set(names.map(({ name }) => name.toLowerCase()));
  const named: fc.Arbitrary<NamedFormula> = fc.record(
    {
      name: own,
      scope: fc.constantFrom(...sheetNames),
      formula: fc.constantFrom(
        '=5%',
        '="two words"',
        '={1,2;3,4}',
        `=SUM(${quoteSheet(sheetNames[0] ?? '')}!$A$1:$B$2)`,
        `=${quoteSheet(sheetNames[0] ?? '')}!$A$1,${quoteSheet(sheetNames[0] ?? '')}!$C$3:$D$4`,
        `=${quoteSheet(sheetNames[0] ?? '')}!A1+XFE1`,
      ),
      label: text.filter((words) => words !== ''),
    },
    { requiredKeys: ['name', 'formula'], noNullPrototype: true },
  );
  return fc
    .uniqueArray(named, {
      minLength: 1,
      maxLength: 4,
      selector: ({ name, scope }) => nameKey(scope, name),
    })
    .map((formulas) =>
      formulas.filter(({ name, scope }) => scope !== undefined || !taken.has(name.toLowerCase())),
    )
    .filter((formulas) => formulas.length > 0);
}

const anyLine: fc.Arbitrary<BorderLine> = fc.record(
  { line: fc.constantFrom(...lineKinds, 'none' as const), colour: fc.constantFrom('#000000', '#1F4E79') },
  { requiredKeys: ['line'], noNullPrototype: true },
);

function anyStyles(): fc.Arbitrary<Record<string, CellStyle>> {
  const style: fc.Arbitrary<CellStyle> = fc.record(
    {
      role: fc.constantFrom(...cellRoles),
      format: fc.constantFrom('0.0', '#,##0;[Red](#,##0)', '0%', '"US$ "0.0" bn"', '@'),
      align: fc.constantFrom('left', 'right', 'center'),
      wrap: fc.boolean(),
      strong: fc.boolean(),
      italic: fc.boolean(),
      underline: fc.constantFrom('single', 'double'),
      strikethrough: fc.boolean(),
      textSize: fc.constantFrom(8, 10.5, 409),
      textColour: fc.constantFrom('#000000', '#C00000'),
      fillColour: fc.constantFrom('none', '#FFFF00'),
      borderTop: anyLine,
      borderRight: anyLine,
      borderBottom: anyLine,
      borderLeft: anyLine,
      vertical: fc.constantFrom('top', 'middle', 'bottom'),
      indent: fc.integer({ min: 1, max: 250 }),
    },
    { requiredKeys: ['role'], noNullPrototype: true },
  );
  const key = fc
    .oneof(
      fc.constantFrom('label', 'input/us-bn', '1', '0'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
    )
    .filter((each) => !(each in {}));
  return fc.dictionary(key, style, { maxKeys: 5, noNullPrototype: true });
}

function anyBounds(sheetNames: readonly string[]): fc.Arbitrary<Bounds[]> {
  const size = fc.nat({ max: 3 });
  return fc.array(
    fc
      .tuple(fc.constantFrom(...sheetNames), size, size, fc.boolean(), fc.boolean())
      .map(([sheet, rows, columns, rowForAll, columnForAll]): Bounds => {
        const at = (top: number) => ({ top, left: 2, bottom: top + rows, right: 2 + columns });
        const low = at(10);
        return {
          sheet,
          range: at(1),
          low: {
            ...low,
            ...(rowForAll && { bottom: low.top }),
            ...(columnForAll && { right: low.left }),
          },
          high: at(20),
        };
      }),
    { minLength: 1, maxLength: 2 },
  );
}

const heading: fc.Arbitrary<Heading> = fc.oneof(
  fc.record({ column: fc.nat({ max: 16_383 }) }, { noNullPrototype: true }),
  fc.record({ row: fc.nat({ max: 1_048_575 }) }, { noNullPrototype: true }),
  fc.record(
    {
      cell: fc.record(
        { row: fc.nat({ max: 1_048_575 }), column: fc.nat({ max: 16_383 }) },
        { noNullPrototype: true },
      ),
    },
    { noNullPrototype: true },
  ),
);

function anyWhatIfTables(sheetNames: readonly string[]): fc.Arbitrary<WhatIfTable[]> {
  const table = fc.record(
    {
      sheet: fc.constantFrom(...sheetNames),
      figure: heading,
      set: fc.array(
        fc.record(
          { name: fc.oneof(heading, fc.constantFrom('scenario_name', 'no such name', '')), value: heading },
          { noNullPrototype: true },
        ),
        { maxLength: 2 },
      ),
    },
    { noNullPrototype: true },
  );
  return fc.array(table, { minLength: 1, maxLength: 2 }).map((tables) =>
    tables.map((each, index) => ({
      ...each,
      results: { top: 10 * index, left: 1, bottom: 10 * index + 4, right: 3 },
    })),
  );
}

const plain = { noNullPrototype: true } as const;
const cellAddress = fc.record(
  { sheet: sheetName, row: fc.nat({ max: 1_048_575 }), column: fc.nat({ max: 16_383 }) },
  plain,
);
const anyArea: fc.Arbitrary<Area> = fc
  .tuple(cellAddress, fc.nat({ max: 9 }), fc.nat({ max: 9 }))
  .map(([{ sheet, row, column }, height, width]) => {
    const range: Range = {
      top: row,
      left: column,
      bottom: Math.min(1_048_575, row + height),
      right: Math.min(16_383, column + width),
    };
    return { sheet, range };
  });
const areas = fc.array(anyArea, { maxLength: 3 });
const line = fc.nat({ max: 1_048_575 });
const loggedContent = fc.oneof(content, fc.constant(null));
const stamp = {
  at: fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
    .map((date) => date.toISOString()),
  who: text,
  label: text,
};

/** Logs as a file may hold them; what they tell of need not be there any more. */
const changeLogs: fc.Arbitrary<LogEntry[]> = fc.array(
  fc.oneof(
    fc.record(
      {
        kind: fc.constant('step'),
        ...stamp,
        cells: fc.array(
          fc
            .tuple(cellAddress, loggedContent, loggedContent)
            .map(([address, was, is]) => ({ ...address, was, is })),
          { maxLength: 3 },
        ),
        many: fc.option(fc.record({ count: fc.integer({ min: 1, max: 1e9 }), areas }, plain)),
        looks: areas,
        notes: areas,
        validations: areas,
        conditionalFormats: areas,
        moves: fc.array(
          fc.oneof(
            fc.record({ kind: fc.constant('cells'), from: anyArea, to: cellAddress }, plain),
            fc.record(
              {
                kind: fc.constant('sheets'),
                renamed: fc.array(fc.tuple(sheetName, fc.option(sheetName)), { maxLength: 2 }),
                gone: fc.array(sheetName, { maxLength: 2 }),
              },
              plain,
            ),
            fc.record(
              {
                kind: fc.constant('lines'),
                sheet: sheetName,
                axis: fc.constantFrom('rows', 'columns'),
                origins: fc.array(
                  fc.record(
                    { to: line, count: fc.oneof(line, fc.constant(Infinity)), from: fc.option(line) },
                    plain,
                  ),
                  { maxLength: 3 },
                ),
              },
              plain,
            ),
          ),
          { maxLength: 2 },
        ),
      },
      plain,
    ),
    // Further back than the log reaches: the step is no longer held.
    fc.record(
      { kind: fc.constantFrom('undo', 'redo'), ...stamp, back: fc.integer({ min: 10, max: 1e6 }) },
      plain,
    ),
  ),
  { minLength: 1, maxLength: 4 },
);

const operand = fc.constantFrom('=1', '="a""b"', '=$A$1*2', "='My sheet'!A1", '=SUM(A:A)', '=first_name');
const colour = fc.constantFrom('#FF0000', '#00B050', '#FFEB9C');
const valuePoint: fc.Arbitrary<ValuePoint> = fc.record(
  { kind: fc.constantFrom('number', 'percent', 'percentile', 'formula'), value: operand },
  { noNullPrototype: true },
);
const scalePoint: fc.Arbitrary<ScalePoint> = fc.oneof(
  fc.record({ kind: fc.constantFrom('lowest', 'highest') }, { noNullPrototype: true }),
  valuePoint,
);
const iconStart = fc.record(
  { at: valuePoint, above: fc.constant(true as const) },
  { requiredKeys: ['at'], noNullPrototype: true },
);

const conditionalRule: fc.Arbitrary<ConditionalRule> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('cellValue' as const),
      comparison: fc.constantFrom(...comparisons),
      operand,
      second: operand,
    },
    { requiredKeys: ['kind', 'comparison', 'operand'], noNullPrototype: true },
  ),
  fc.record({ kind: fc.constant('formula' as const), formula: operand }, { noNullPrototype: true }),
  fc.record(
    { kind: fc.constant('text' as const), match: fc.constantFrom(...textMatches), operand },
    { noNullPrototype: true },
  ),
  fc.record(
    { kind: fc.constant('state' as const), state: fc.constantFrom(...cellStates) },
    { noNullPrototype: true },
  ),
  fc.record(
    { kind: fc.constant('date' as const), period: fc.constantFrom(...datePeriods) },
    { noNullPrototype: true },
  ),
  fc.record(
    {
      kind: fc.constant('rank' as const),
      end: fc.constantFrom('top', 'bottom'),
      count: fc.integer({ min: 1, max: 1000 }),
      percent: fc.boolean(),
    },
    { requiredKeys: ['kind', 'end', 'count'], noNullPrototype: true },
  ),
  fc.record(
    {
      kind: fc.constant('average' as const),
      side: fc.constantFrom('above', 'below'),
      orEqual: fc.boolean(),
      deviations: fc.integer({ min: 1, max: 3 }),
    },
    { requiredKeys: ['kind', 'side'], noNullPrototype: true },
  ),
  fc.record(
    { kind: fc.constant('repeated' as const), values: fc.constantFrom('duplicate', 'unique') },
    { noNullPrototype: true },
  ),
  fc.record(
    {
      kind: fc.constant('colourScale' as const),
      stops: fc.array(fc.record({ at: scalePoint, colour }, { noNullPrototype: true }), {
        minLength: 2,
        maxLength: 3,
      }),
    },
    { noNullPrototype: true },
  ),
  fc.record(
    { kind: fc.constant('dataBar' as const), low: scalePoint, high: scalePoint, colour },
    { noNullPrototype: true },
  ),
  fc.integer({ min: 3, max: 5 }).chain((count) =>
    fc.record(
      {
        kind: fc.constant('iconSet' as const),
        icons: fc.array(fc.constantFrom(...allIcons, null), { minLength: count, maxLength: count }),
        from: fc.array(iconStart, { minLength: count - 1, maxLength: count - 1 }),
        iconOnly: fc.constant(true as const),
      },
      { requiredKeys: ['kind', 'icons', 'from'], noNullPrototype: true },
    ),
  ),
);

function anyConditionalFormats(sheetNames: readonly string[]): fc.Arbitrary<ConditionalFormat[]> {
  const range = fc
    .tuple(fc.nat({ max: 30 }), fc.nat({ max: 30 }), fc.nat({ max: 5 }), fc.nat({ max: 5 }))
    .map(([top, left, rows, columns]) => ({ top, left, bottom: top + rows, right: left + columns }));
  const format: fc.Arbitrary<ConditionalFormat> = fc.record(
    {
      sheet: fc.constantFrom(...sheetNames),
      ranges: fc.array(range, { minLength: 1, maxLength: 2 }),
      rule: conditionalRule,
      look: fc.record(
        { textColour: colour, fillColour: colour, strong: fc.boolean(), italic: fc.boolean() },
        { requiredKeys: [], noNullPrototype: true },
      ),
      stopIfTrue: fc.boolean(),
    },
    { requiredKeys: ['sheet', 'ranges', 'rule', 'look'], noNullPrototype: true },
  );
  return fc.array(format, { minLength: 1, maxLength: 3 });
}

/** Any document that a workbook can hold. */
export const workbookDocuments: fc.Arbitrary<LoggedDocument> = anyStyles()
  .chain((plainStyles) => fc.tuple(fc.constant(plainStyles), anySheets(Object.keys(plainStyles))))
  .chain(([plainStyles, allSheets]) =>
    fc.tuple(fc.constant(plainStyles), fc.constant(allSheets), anyNames(allSheets.map(({ name }) => name))),
  )
  .chain(([plainStyles, allSheets, allNames]) =>
    fc.record(
      {
        title: text,
        names: fc.constant(allNames),
        styles: fc.constant(plainStyles),
        sheets: fc.constant(allSheets),
        bounds: anyBounds(allSheets.map(({ name }) => name)),
        validations: anyValidations(allSheets.map(({ name }) => name)),
        whatIfTables: anyWhatIfTables(allSheets.map(({ name }) => name)),
        changeLog: changeLogs,
        namedFormulas: anyNamedFormulas(
          allNames,
          allSheets.map(({ name }) => name),
        ),
        conditionalFormats: anyConditionalFormats(allSheets.map(({ name }) => name)),
      },
      { requiredKeys: ['title', 'names', 'styles', 'sheets'], noNullPrototype: true },
    ),
  );

/** The document as a file holds it: without empty cells at the end of a row and empty rows at the end of a sheet. */
export function withoutEmptyEnds(document: LoggedDocument): LoggedDocument {
  const isEmpty = (cell: Cell | null) =>
    cell === null || (cell.content === null && Object.keys(cell).length === 1);
  return {
    ...document,
    sheets: document.sheets.map((sheet) => {
      const rows = sheet.rows.map((row) =>
        row
          .map((cell) => (isEmpty(cell) ? null : cell))
          .slice(0, row.findLastIndex((cell) => !isEmpty(cell)) + 1),
      );
      return { ...sheet, rows: rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1) };
    }),
  };
}
