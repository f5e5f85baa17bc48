import type { Address } from '../../workbook/address.ts';
import { areasOf } from '../../workbook/areas.ts';
import type { Cell, CellStyle, DefinedName, Sheet, WorkbookDocument } from '../../workbook/document.ts';
import { roleLine } from '../../workbook/role-look.ts';
import { grouped } from '../../workbook/grouped.ts';
import { oneOfName, type Validation } from '../../workbook/validation/validation.ts';
import { isTemplate, type PlannedCell, type RecordGroups } from './plan.ts';
import { resolveFormula, type Directory } from './resolve.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { formatOfUnit } from './units.ts';

/** Width of a column that no table or heading has set, in CSS pixels. */
const defaultWidth = 88;

/**
 * Turns planned sheets into a document: references by meaning become A1 references, looks become
 * styles, names get their places. Throws on a reference that stands for nothing.
 */
export function compileModel(
  title: string,
  plans: readonly SheetPlan[],
  groups: RecordGroups,
): WorkbookDocument {
  const byName = new Map(plans.map((plan) => [plan.name, plan]));
  const directory: Directory = { block: (sheet, key) => byName.get(sheet)?.blocks.get(key), groups };
  const styles = new Map<string, CellStyle>();
  const sheets = plans.map((plan) => compileSheet(plan, directory, styles));
  const names = plans.flatMap((plan) =>
    plan.names.map((name): DefinedName => ({ ...name, sheet: plan.name })),
  );
  const seen = new Set<string>();
  for (const { name } of names) {
    if (seen.has(name)) throw new Error(`The name "${name}" is given twice`);
    seen.add(name);
  }
  const sortedStyles = [...styles].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const bounds = plans.flatMap((plan) => plan.bounds.map((each) => ({ ...each, sheet: plan.name })));
  const validations = plans.flatMap(validationsOf);
  const whatIfTables = plans.flatMap((plan) =>
    plan.whatIfTables.map((each) => ({ ...each, sheet: plan.name })),
  );
  return {
    title,
    styles: Object.fromEntries(sortedStyles),
    names,
    sheets,
    ...(bounds.length > 0 && { bounds }),
    ...(validations.length > 0 && { validations }),
    ...(whatIfTables.length > 0 && { whatIfTables }),
  };
}

function compileSheet(plan: SheetPlan, directory: Directory, styles: Map<string, CellStyle>): Sheet {
  const rows = plan.cells.map((cells, row) =>
    cells.map((cell, column): Cell | null => {
      if (!cell) return null;
      const place = {
        sheet: plan.name,
        row,
        column,
        ...(cell.record !== undefined && { record: cell.record }),
        ...(cell.across !== undefined && { across: cell.across }),
        ...(cell.axis && { axis: cell.axis }),
      };
      const content = isTemplate(cell.content)
        ? resolveFormula(cell.content.formula, place, directory)
        : cell.content;
      return {
        content,
        style: styleOf(cell, styles),
        ...(cell.note && { note: cell.note }),
        ...(cell.provenance && { provenance: cell.provenance }),
      };
    }),
  );
  const columnCount = Math.max(plan.columnWidths.length, ...rows.map((row) => row.length));
  return {
    name: plan.name,
    rows,
    columnWidths: Array.from(
      { length: columnCount },
      (_, column) => plan.columnWidths[column] ?? defaultWidth,
    ),
    frozenRows: plan.frozenRows,
    frozenColumns: plan.frozenColumns,
    gridLines: plan.gridLines,
  };
}

/** The cells of a sheet that hold one of a list, list by list. */
function validationsOf({ name: sheet, cells }: SheetPlan): Validation[] {
  const choosing = cells.flatMap((row, at) =>
    row.flatMap((cell, column): (Address & { readonly list: string })[] =>
      cell?.choicesName === undefined ? [] : [{ sheet, row: at, column, list: cell.choicesName }],
    ),
  );
  return [...grouped(choosing, ({ list }) => list)].map(([list, addresses]) => ({
    sheet,
    ranges: areasOf(addresses, [sheet]).map(({ range }) => range),
    ...oneOfName(list),
  }));
}

/** The key of the cell's style, readable in the file: role, unit, and what else is unusual. */
function styleOf(cell: PlannedCell, styles: Map<string, CellStyle>): string {
  const format = formatOfUnit(cell.unit);
  const style: CellStyle = {
    role: cell.role,
    ...(format && { format }),
    ...(cell.align && { align: cell.align }),
    ...(cell.wrap && { wrap: true }),
    ...(cell.strong && { strong: true }),
    ...(cell.lineAbove && { borderTop: roleLine }),
    ...(cell.lineBelow && { borderBottom: roleLine }),
  };
  const words = [
    cell.role,
    style.format && cell.unit,
    cell.align,
    cell.wrap && 'wrapped',
    cell.strong && 'strong',
    cell.lineAbove && 'line above',
    cell.lineBelow && 'line below',
  ];
  const key = words.filter(Boolean).join(', ');
  if (!styles.has(key)) styles.set(key, style);
  return key;
}
