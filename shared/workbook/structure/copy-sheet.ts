import { withOperands } from '../conditional/conditional-format.ts';
import {
  isFormula,
  type DefinedName,
  type NamedFormula,
  type Sheet,
  type WorkbookDocument,
} from '../document.ts';
import { absoluteRangeText } from '../address.ts';
import { success, type Result } from '../../result.ts';
import { withFormulas } from '../validation/validation.ts';
import { sheetNamed, sheetNameRefusal } from './change-sheets.ts';
import { mayReferTo } from './follow-document.ts';
import { followFormula, type ReferenceMap } from './follow-formula.ts';

/**
 * The document with a sheet like another one at a place in the order, counted from 0: with its cells, lines, filter,
 * validations, conditional formats, bounds and what-if tables. What refers to the sheet itself refers to the copy
 * there. Names for its cells stand for those of the copy on it, as names of their own, as in Excel.
 */
export function withSheetCopied(
  document: WorkbookDocument,
  from: string,
  to: string,
  at: number,
): Result<WorkbookDocument> {
  const found = sheetNamed(document, from);
  if (!found.ok) return found;
  const refused = sheetNameRefusal(document, to);
  if (refused) return refused;
  const { name } = found.value;
  const isOwn = (sheet: string) => sheet.toLowerCase() === name.toLowerCase();
  const map: ReferenceMap = {
    area: (covered) => (isOwn(covered.sheet) ? { ...covered, sheet: to } : covered),
    name: (text) => text,
  };
  const mayRefer = mayReferTo(name);
  const onCopy = (formula: string) =>
    mayRefer(formula, '') ? followFormula(formula, name, to, map) : formula;
  const own = <Item extends { readonly sheet: string }>(items: readonly Item[] = []): Item[] =>
    items.filter(({ sheet }) => sheet === name).map((item) => ({ ...item, sheet: to }));
  const namedFormulas = more(
    document.namedFormulas,
    namesOfCopy(document.names, document.namedFormulas ?? [], name, to, onCopy),
  );
  const validations = more(
    document.validations,
    own(document.validations).map((one) => withFormulas(one, onCopy)),
  );
  const conditionalFormats = more(
    document.conditionalFormats,
    own(document.conditionalFormats).map((one) => ({ ...one, rule: withOperands(one.rule, onCopy) })),
  );
  const bounds = more(document.bounds, own(document.bounds));
  const whatIfTables = more(document.whatIfTables, own(document.whatIfTables));
  return success({
    ...document,
    sheets: document.sheets.toSpliced(at, 0, copied(found.value, to, onCopy)),
    ...(namedFormulas && { namedFormulas }),
    ...(validations && { validations }),
    ...(conditionalFormats && { conditionalFormats }),
    ...(bounds && { bounds }),
    ...(whatIfTables && { whatIfTables }),
  });
}

function more<Item>(
  before: readonly Item[] | undefined,
  added: readonly Item[],
): readonly Item[] | undefined {
  return added.length === 0 ? before : [...(before ?? []), ...added];
}

function copied(sheet: Sheet, name: string, onCopy: (formula: string) => string): Sheet {
  const { visibility: _, ...shown } = sheet;
  const rows = sheet.rows.map((row) =>
    row.map((cell) => {
      if (!isFormula(cell?.content)) return cell;
      const content = onCopy(cell.content);
      return content === cell.content ? cell : { ...cell, content };
    }),
  );
  return { ...shown, name, rows };
}

/** Names that hold on the copy: those of the sheet, and those of the workbook that stand for something of it. */
function namesOfCopy(
  names: readonly DefinedName[],
  formulas: readonly NamedFormula[],
  from: string,
  to: string,
  onCopy: (formula: string) => string,
): NamedFormula[] {
  const own = formulas.filter(({ scope }) => scope === from);
  const taken = new Set(own.map(({ name }) => name.toLowerCase()));
  const mayRefer = mayReferTo(from);
  const ofWorkbook = [
    ...names
      .filter(({ sheet }) => sheet === from)
      .map(({ name, sheet, range, label }): NamedFormula => {
        const formula = `=${absoluteRangeText(sheet, range)}`;
        return { name, formula, ...(label !== undefined && { label }) };
      }),
    ...formulas.filter(({ scope, formula }) => scope === undefined && mayRefer(formula, '')),
  ].filter(({ name }) => !taken.has(name.toLowerCase()));
  return [...own, ...ofWorkbook].map((name) => ({ ...name, scope: to, formula: onCopy(name.formula) }));
}
