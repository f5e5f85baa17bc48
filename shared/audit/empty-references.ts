import { calledFunction, formulaTree, type FormulaTree } from '../workbook/formula-tree.ts';
import { contains, parseReference, type Address, type Area } from '../workbook/address.ts';
import { areasOf, areasText } from '../workbook/areas.ts';
import type { Finding } from './finding.ts';
import type { FormulaCell, Survey } from './survey.ts';

/** Functions that ask whether a cell is empty, or take one as it is. */
const askers: ReadonlySet<string> = new Set(
  `ISBLANK COUNTA COUNTBLANK COUNT N T LEN ISNUMBER ISTEXT ISERROR TYPE ROW COLUMN ROWS COLUMNS
    OFFSET CELL ADDRESS FORMULATEXT ISFORMULA SHEET`.split(/\s+/),
);

/** A finding for each formula, however far it is filled, that names cells which are empty. */
export function findEmptyReferences(survey: Survey): Finding[] {
  const places = new Map<string, { readonly readers: FormulaCell[]; readonly empty: Address[] }>();
  for (const { name, formulas } of survey.sheets) {
    for (const cell of formulas) {
      const empty = cell.named.flatMap((area) => emptyCell(survey, area));
      if (empty.length === 0) continue;
      const asked = cellsAskedAbout(cell);
      const missing = empty.filter((address) => !asked.has(keyOf(address)));
      if (missing.length === 0) continue;
      const key = `${name}\n${cell.form}`;
      const place = places.get(key) ?? { readers: [], empty: [] };
      places.set(key, place);
      place.readers.push(cell);
      place.empty.push(...missing);
    }
  }
  return [...places.values()].map(({ readers, empty }) => {
    const from = areasOf(readers, survey.sheetNames);
    const to = areasOf(empty, survey.sheetNames);
    const one = empty.length === 1;
    return {
      kind: 'empty-reference',
      cells: from,
      message: `${areasText(from)} ${readers.length === 1 ? 'reads' : 'read'} ${areasText(to)}, ${one ? 'which is' : 'which are'} empty.`,
      remedy: one ? 'Fill the empty cell, or refer to another.' : 'Fill the empty cells, or refer to others.',
    };
  });
}

const keyOf = ({ sheet, row, column }: Address) => `${sheet.toLowerCase()}!${row}:${column}`;

/** The cell of the area if it is empty and not meant to be filled in by a person. */
function emptyCell(survey: Survey, { sheet: name, range: { top: row, left: column } }: Area): Address[] {
  const sheet = survey.sheet(name);
  if (!sheet || sheet.content(row, column) !== null || sheet.value(row, column) !== null) return [];
  const results = survey.workbook.document.whatIfTables ?? [];
  // Results of what-if tables come later.
  if (results.some((table) => table.sheet === sheet.name && contains(table.results, row, column))) return [];
  return survey.role(sheet.cell(row, column)) === 'input' ? [] : [{ sheet: sheet.name, row, column }];
}

/** The cells of which the formula itself finds out whether they hold something. */
function cellsAskedAbout({ formula, sheet }: FormulaCell): ReadonlySet<string> {
  const asked = new Set<string>();
  const take = (tree: FormulaTree | null) => {
    const read = tree?.type === 'cells' ? parseReference(tree.text) : undefined;
    if (read) asked.add(keyOf({ sheet: read.sheet ?? sheet, row: read.range.top, column: read.range.left }));
  };
  const visit = (tree: FormulaTree | null): void => {
    if (!tree || !('parts' in tree)) return;
    const asks =
      tree.type === 'call'
        ? askers.has(calledFunction(tree))
        : tree.parts.some((part) => part.type === 'other' && part.text === '""');
    if (asks) tree.parts.forEach(take);
    tree.parts.forEach(visit);
  };
  visit(formulaTree(formula));
  return asked;
}
