import { addressText } from '../address.ts';
import { isFormula, type Sheet, type WorkbookDocument } from '../document.ts';
import { failure, success, type Result } from '../../result.ts';
import { formulaTokens } from '../formula-tokens.ts';
import { firstCellOf, formulasOf } from '../validation/validation.ts';
import type { Colour } from '../look.ts';
import { sheetNameFault } from '../sheet-name.ts';
import { followDocument, mayReferTo } from './follow-document.ts';

/** The sheet of this name, whatever its case; a failure that lists the sheets when there is none. */
export function sheetNamed({ sheets }: WorkbookDocument, name: string): Result<Sheet> {
  const found = sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (found) return success(found);
  return failure({
    code: 'unknown-sheet',
    message: `There is no sheet "${name}".`,
    subject: name,
    remedy: `The sheets are ${sheets.map((sheet) => sheet.name).join(', ')}.`,
  });
}

/** Why a sheet cannot be called so; null when it can. `own` is the sheet itself, where it is there already. */
export function sheetNameRefusal(
  document: WorkbookDocument,
  name: string,
  own?: Sheet,
): Result<never> | null {
  const fault = sheetNameFault(name);
  if (fault !== null) {
    return failure({
      code: 'sheet-name-not-allowed',
      message: `The name "${name}" ${fault}.`,
      subject: name,
      remedy: 'A sheet name has up to 31 characters and none of [ ] : * ? / \\.',
    });
  }
  const taken = document.sheets.find(
    (sheet) => sheet !== own && sheet.name.toLowerCase() === name.toLowerCase(),
  );
  if (!taken) return null;
  return failure({
    code: 'sheet-name-taken',
    message: `There is a sheet "${taken.name}" already.`,
    subject: name,
    remedy: 'Choose another name; capitals make no difference.',
  });
}

/** The document with an empty sheet at a place in the order, counted from 0; beyond the last it is the last. */
export function withSheetAdded(
  document: WorkbookDocument,
  name: string,
  at: number,
): Result<WorkbookDocument> {
  const refused = sheetNameRefusal(document, name);
  if (refused) return refused;
  const sheet: Sheet = {
    name,
    rows: [],
    columnWidths: [],
    frozenRows: 0,
    frozenColumns: 0,
    gridLines: true,
  };
  return success({ ...document, sheets: document.sheets.toSpliced(at, 0, sheet) });
}

/** The document with the sheet under another name, and all references to it under that name. */
export function withSheetRenamed(
  document: WorkbookDocument,
  from: string,
  to: string,
): Result<WorkbookDocument> {
  const found = sheetNamed(document, from);
  if (!found.ok) return found;
  const sheet = found.value;
  const refused = sheetNameRefusal(document, to, sheet);
  if (refused) return refused;
  const isOwn = (name: string) => name.toLowerCase() === sheet.name.toLowerCase();
  return success(
    followDocument(document, {
      area: (covered) => (isOwn(covered.sheet) ? { ...covered, sheet: to } : covered),
      sheet: (name) => (name === sheet.name ? to : name),
      mayRefer: mayReferTo(sheet.name),
    }),
  );
}

/** The document with the sheet at another place in the order, counted from 0 without it. */
export function withSheetMoved(
  document: WorkbookDocument,
  name: string,
  to: number,
): Result<WorkbookDocument> {
  const found = sheetNamed(document, name);
  if (!found.ok) return found;
  const others = document.sheets.filter((sheet) => sheet !== found.value);
  return success({ ...document, sheets: others.toSpliced(to, 0, found.value) });
}

/** The document with a sheet hidden, or shown again. Refuses to hide the last one that is shown. */
export function withSheetHidden(
  document: WorkbookDocument,
  name: string,
  hidden: boolean,
): Result<WorkbookDocument> {
  const found = sheetNamed(document, name);
  if (!found.ok) return found;
  const sheet = found.value;
  if ((sheet.visibility !== undefined) === hidden) return success(document);
  if (hidden && isLastShown(document, sheet)) return lastShownRefusal(sheet);
  const { visibility: _, ...shown } = sheet;
  const changed: Sheet = hidden ? { ...shown, visibility: 'hidden' } : shown;
  return success({ ...document, sheets: document.sheets.map((one) => (one === sheet ? changed : one)) });
}

/** The document with the tab of a sheet in a colour; null takes it away. */
export function withTabColour(
  document: WorkbookDocument,
  name: string,
  colour: Colour | null,
): Result<WorkbookDocument> {
  const found = sheetNamed(document, name);
  if (!found.ok) return found;
  const { tabColour, ...others } = found.value;
  if ((tabColour ?? null) === colour) return success(document);
  const changed: Sheet = colour === null ? others : { ...others, tabColour: colour };
  return success({
    ...document,
    sheets: document.sheets.map((one) => (one === found.value ? changed : one)),
  });
}

function isLastShown({ sheets }: WorkbookDocument, sheet: Sheet): boolean {
  return sheets.every((one) => one === sheet || one.visibility !== undefined);
}

function lastShownRefusal({ name }: Sheet): Result<never> {
  return failure({
    code: 'last-shown-sheet',
    message: `"${name}" is the last sheet that is shown, and a workbook shows at least one.`,
    subject: name,
    remedy: 'Unhide another sheet or insert one first.',
  });
}

/** How many cells that read a sheet a refusal names. */
const namedReaders = 3;

/** Cells of other sheets whose formulas or validations name a sheet or a name for cells of it. */
function readersOf(document: WorkbookDocument, sheet: Sheet): string[] {
  const mayRefer = mayReferTo(sheet.name);
  const names = new Set(
    [
      ...document.names.filter((name) => name.sheet === sheet.name),
      ...(document.namedFormulas ?? []).filter(
        ({ scope, formula }) => scope === undefined && mayRefer(formula, ''),
      ),
    ].map(({ name }) => name.toLowerCase()),
  );
  const reads = (formula: string): boolean => {
    const isNamed = mayRefer(formula, '');
    if (!isNamed && names.size === 0) return false;
    const own = sheet.name.toLowerCase();
    return formulaTokens(formula).some(({ kind, text }) => {
      if (kind !== 'cells' && kind !== 'name') return false;
      const split = text.lastIndexOf('!');
      if (split < 0) return kind === 'name' && names.has(text.toLowerCase());
      const prefix = text.slice(0, split).replace(/^'|'$/g, '').replaceAll("''", "'");
      return prefix.toLowerCase() === own;
    });
  };
  const validations = (document.validations ?? []).filter(
    (one) => one.sheet !== sheet.name && formulasOf(one).some(reads),
  );
  const readers = document.sheets
    .filter((one) => one !== sheet)
    .flatMap((one) =>
      one.rows.flatMap((cells, row) =>
        cells.flatMap((cell, column) =>
          isFormula(cell?.content) && reads(cell.content)
            ? [addressText({ sheet: one.name, row, column })]
            : [],
        ),
      ),
    );
  const rules = validations.map(
    (one) => `the data validation of ${addressText({ sheet: one.sheet, ...firstCellOf(one) })}`,
  );
  return [...readers, ...rules];
}

/**
 * The document without the sheet, its names, bounds, validations and what-if tables. Refuses the only sheet, the last
 * that is shown, and one that formulas of others read.
 */
export function withSheetDeleted(document: WorkbookDocument, name: string): Result<WorkbookDocument> {
  const found = sheetNamed(document, name);
  if (!found.ok) return found;
  const sheet = found.value;
  if (document.sheets.length === 1) {
    return failure({
      code: 'only-sheet',
      message: `"${sheet.name}" is the only sheet, and a workbook has at least one.`,
      subject: sheet.name,
      remedy: 'Add another sheet first.',
    });
  }
  if (isLastShown(document, sheet)) return lastShownRefusal(sheet);
  const readers = readersOf(document, sheet);
  if (readers.length > 0) {
    const more = readers.length - namedReaders;
    const list = readers.slice(0, namedReaders).join(', ') + (more > 0 ? ` and ${more} more` : '');
    return failure({
      code: 'sheet-is-read',
      message: `Formulas of other sheets read "${sheet.name}": ${list}.`,
      subject: sheet.name,
      remedy: 'Change those formulas first, so that they read other cells or hold their values.',
    });
  }
  const isOwn = (one: string) => one.toLowerCase() === sheet.name.toLowerCase();
  const { namedFormulas } = document;
  return success(
    followDocument(
      {
        ...document,
        sheets: document.sheets.filter((one) => one !== sheet),
        ...(namedFormulas && {
          namedFormulas: namedFormulas.filter(({ scope }) => scope === undefined || !isOwn(scope)),
        }),
      },
      {
        area: (covered) => (isOwn(covered.sheet) ? null : covered),
        sheet: (one) => one,
        mayRefer: () => false,
      },
    ),
  );
}
