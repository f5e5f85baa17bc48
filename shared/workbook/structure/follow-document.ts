import type { Area, Range } from '../address.ts';
import {
  isFormula,
  type Bounds,
  type Cell,
  type DefinedName,
  type Heading,
  type NamedFormula,
  type Sheet,
  type WhatIfTable,
  type WorkbookDocument,
} from '../document.ts';
import { withOperands } from '../conditional/conditional-format.ts';
import { nameKey } from '../named-formulas.ts';
import { withFormulas } from '../validation/validation.ts';
import { followedCarried, type CellsMap } from './follow-carried.ts';
import { followFormula, type Covered, type ReferenceMap } from './follow-formula.ts';

/** A change of the workbook as everything that refers to cells sees it. */
export interface DocumentMap {
  readonly area: ReferenceMap['area'];
  /** Where cells that carry something are now; as `area` says of references where it is left out. */
  readonly cells?: CellsMap;
  /** What a sheet is called now, by its name before. */
  readonly sheet: (name: string) => string;
  /** Defined names that other names have taken the place of, by their `nameKey`. */
  readonly renamed?: ReadonlyMap<string, string>;
  /** Whether a formula on this sheet may refer to what has changed; those that cannot are not read. */
  readonly mayRefer: (formula: string, sheet: string) => boolean;
}

function coveredBy(sheet: string, { top, left, bottom, right }: Range): Covered {
  return { sheet, rows: { first: top, last: bottom }, columns: { first: left, last: right } };
}

interface Placed {
  readonly sheet: string;
  readonly range: Range;
}

function placed(sheet: string, range: Range, { area }: DocumentMap): Placed | null {
  const now = area(coveredBy(sheet, range));
  if (!now?.rows || !now.columns) return null;
  const { rows, columns } = now;
  return {
    sheet: now.sheet,
    range: { top: rows.first, left: columns.first, bottom: rows.last, right: columns.last },
  };
}

function followedName(name: DefinedName, map: DocumentMap): DefinedName[] {
  const now = placed(name.sheet, name.range, map);
  const called = map.renamed?.get(name.name.toLowerCase()) ?? name.name;
  return now ? [{ ...name, name: called, ...now }] : [];
}

/** What names of formulas mean still, where that was followed; those of a sheet go along with it. */
function followedFormulas(
  names: readonly NamedFormula[],
  map: DocumentMap,
  references: ReferenceMap,
): readonly NamedFormula[] {
  return names.map((name) => {
    const { scope } = name;
    return {
      ...name,
      name: map.renamed?.get(nameKey(scope, name.name)) ?? name.name,
      ...(scope !== undefined && { scope: map.sheet(scope) }),
      formula: followFormula(name.formula, scope ?? '', scope ?? '', references),
    };
  });
}

function followedBounds(bounds: Bounds, map: DocumentMap): Bounds[] {
  const [range, low, high] = [bounds.range, bounds.low, bounds.high].map((part) =>
    placed(bounds.sheet, part, map),
  );
  return range && low && high
    ? [{ sheet: range.sheet, range: range.range, low: low.range, high: high.range }]
    : [];
}

/** The heading on its new line; null where that is gone. */
function followedHeading(heading: Heading, sheet: string, map: DocumentMap): Heading | null {
  if ('cell' in heading) {
    const { row, column } = heading.cell;
    const now = placed(sheet, { top: row, left: column, bottom: row, right: column }, map);
    return now && { cell: { row: now.range.top, column: now.range.left } };
  }
  if ('row' in heading) {
    const rows = map.area({ sheet, rows: { first: heading.row, last: heading.row } })?.rows;
    return rows ? { row: rows.first } : null;
  }
  const columns = map.area({ sheet, columns: { first: heading.column, last: heading.column } })?.columns;
  return columns ? { column: columns.first } : null;
}

function followedTable(table: WhatIfTable, map: DocumentMap): WhatIfTable[] {
  const { sheet } = table;
  const results = placed(sheet, table.results, map);
  const figure = followedHeading(table.figure, sheet, map);
  const set = table.set.flatMap(({ name, value }) => {
    const called =
      typeof name === 'string'
        ? (map.renamed?.get(name.toLowerCase()) ?? name)
        : followedHeading(name, sheet, map);
    const from = followedHeading(value, sheet, map);
    return called !== null && from !== null ? [{ name: called, value: from }] : [];
  });
  if (!results || !figure || set.length < table.set.length) return [];
  return [{ sheet: results.sheet, results: results.range, figure, set }];
}

/** The list when something in it is another, else the same list. */
function kept<Item>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
  return before.length === after.length && before.every((item, index) => same(item, after[index]))
    ? before
    : after;
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/**
 * The document after a change, with everything that refers to cells following it: formulas, names,
 * bounds, validations, what-if tables and conditional formats. Its cells stand already where the change has put them, and its sheets
 * are called as they were. Names whose cells are gone go with them, and formulas show `#REF!` there.
 */
export function followDocument(document: WorkbookDocument, map: DocumentMap): WorkbookDocument {
  const names = document.names.flatMap((name) => followedName(name, map));
  const left = new Set(names.map(({ name }) => name.toLowerCase()));
  const gone = new Set(
    document.names
      .filter(({ name }) => !left.has((map.renamed?.get(name.toLowerCase()) ?? name).toLowerCase()))
      .map(({ name }) => name.toLowerCase()),
  );
  const { namedFormulas } = document;
  const ofSheets = new Set(
    namedFormulas?.flatMap(({ name, scope }) => (scope === undefined ? [] : [nameKey(scope, name)])),
  );
  const references: ReferenceMap = {
    area: map.area,
    name: (name, sheet) => {
      const own = nameKey(sheet, name);
      const key = ofSheets.has(own) ? own : nameKey(undefined, name);
      return gone.has(key) ? null : (map.renamed?.get(key) ?? name);
    },
  };
  const usesNames = gone.size > 0 || (map.renamed?.size ?? 0) > 0;
  const followedCell = (cell: Cell | null, from: string, to: string): Cell | null => {
    if (!isFormula(cell?.content) || !(usesNames || map.mayRefer(cell.content, from))) return cell;
    const content = followFormula(cell.content, from, to, references);
    return content === cell.content ? cell : { ...cell, content };
  };
  const sheets = document.sheets.map((sheet): Sheet => {
    const name = map.sheet(sheet.name);
    const rows = sheet.rows.map((row) => {
      let changed: (Cell | null)[] | undefined;
      for (const [column, cell] of row.entries()) {
        const now = followedCell(cell, sheet.name, name);
        if (now !== cell) (changed ??= [...row])[column] = now;
      }
      return changed ?? row;
    });
    const isSame = name === sheet.name && rows.every((row, index) => row === sheet.rows[index]);
    return isSame ? sheet : { ...sheet, name, rows };
  });
  const { bounds, validations, whatIfTables, conditionalFormats } = document;
  const cells: CellsMap =
    map.cells ?? (({ sheet, range }: Area) => [placed(sheet, range, map)].filter((one) => one !== null));
  return {
    ...document,
    sheets,
    names: kept(document.names, names),
    ...(namedFormulas && {
      namedFormulas: kept(namedFormulas, followedFormulas(namedFormulas, map, references)),
    }),
    ...(bounds && {
      bounds: kept(
        bounds,
        bounds.flatMap((one) => followedBounds(one, map)),
      ),
    }),
    ...(validations && {
      validations: kept(
        validations,
        validations.flatMap((one) => followedCarried(one, withFormulas, cells, references)),
      ),
    }),
    ...(whatIfTables && {
      whatIfTables: kept(
        whatIfTables,
        whatIfTables.flatMap((table) => followedTable(table, map)),
      ),
    }),
    ...(conditionalFormats && {
      conditionalFormats: kept(
        conditionalFormats,
        conditionalFormats.flatMap((one) =>
          followedCarried(
            one,
            (format, change) => ({ ...format, rule: withOperands(format.rule, change) }),
            cells,
            references,
          ),
        ),
      ),
    }),
  };
}

/** Tells whether the text of a formula may refer to a sheet: formulas on it may, others must name it. */
export function mayReferTo(sheet: string): DocumentMap['mayRefer'] {
  const named = sheet.toLowerCase();
  const quoted = named.replaceAll("'", "''");
  return (formula, own) => {
    if (own.toLowerCase() === named) return true;
    const text = formula.toLowerCase();
    return text.includes(`${named}!`) || text.includes(`${quoted}'!`);
  };
}
