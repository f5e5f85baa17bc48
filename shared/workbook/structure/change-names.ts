import { absoluteRangeText, type Range } from '../address.ts';
import { definedNameFault } from '../defined-name.ts';
import type { DefinedName, WorkbookDocument } from '../document.ts';
import { failure, success, type Result } from '../../result.ts';
import { sheetNamed } from './change-sheets.ts';
import { followDocument } from './follow-document.ts';

/** What a person says of a name. */
export interface NameDefinition {
  readonly name: string;
  readonly sheet: string;
  readonly range: Range;
  readonly label?: string | undefined;
  readonly unit?: string | undefined;
}

function named({ names }: WorkbookDocument, name: string): DefinedName | undefined {
  return names.find((one) => one.name.toLowerCase() === name.toLowerCase());
}

function unknownName(document: WorkbookDocument, name: string): Result<never> {
  return failure({
    code: 'unknown-name',
    message: `There is no name "${name}".`,
    subject: name,
    remedy: `The workbook has ${document.names.length} names; the name box lists them.`,
  });
}

function refusal(document: WorkbookDocument, name: string, own?: DefinedName): Result<never> | null {
  const fault = definedNameFault(name);
  if (fault !== null) {
    return failure({
      code: 'name-not-allowed',
      message: `The name "${name}" ${fault}.`,
      subject: name,
      remedy: 'Names are words such as growth_rate, without spaces.',
    });
  }
  const taken = named(document, name);
  if (!taken || taken === own) return null;
  return failure({
    code: 'name-taken',
    message: `"${taken.name}" is a name already, for ${absoluteRangeText(taken.sheet, taken.range)}.`,
    subject: name,
    remedy: 'Choose another name; capitals make no difference.',
  });
}

/** The document with a name for cells: a new one, or an old one for other cells. Refuses what is no name, and an unknown sheet. */
export function withName(
  document: WorkbookDocument,
  { name, sheet, range, label, unit }: NameDefinition,
): Result<WorkbookDocument> {
  const found = sheetNamed(document, sheet);
  if (!found.ok) return found;
  const old = named(document, name);
  const refused = refusal(document, name, old);
  if (refused) return refused;
  const now: DefinedName = {
    ...old,
    name: old?.name ?? name,
    sheet: found.value.name,
    range,
    ...(label !== undefined && { label }),
    ...(unit !== undefined && { unit }),
  };
  const names = old ? document.names.map((one) => (one === old ? now : one)) : [...document.names, now];
  return success({ ...document, names });
}

/** The document without a name; formulas that use it show `#REF!`. */
export function withoutName(document: WorkbookDocument, name: string): Result<WorkbookDocument> {
  const old = named(document, name);
  if (!old) return unknownName(document, name);
  return success(withNamesFollowed(document, old, null));
}

/** The document with a name called otherwise, also in the formulas that use it. */
export function withNameRenamed(
  document: WorkbookDocument,
  from: string,
  to: string,
): Result<WorkbookDocument> {
  const old = named(document, from);
  if (!old) return unknownName(document, from);
  const refused = refusal(document, to, old);
  return refused ?? success(withNamesFollowed(document, old, to));
}

function withNamesFollowed(
  document: WorkbookDocument,
  old: DefinedName,
  to: string | null,
): WorkbookDocument {
  const key = old.name.toLowerCase();
  return followDocument(document, {
    area: (covered) => covered,
    sheet: (name) => name,
    mayRefer: () => false,
    ...(to === null ? { removed: new Set([key]) } : { renamed: new Map([[key, to]]) }),
  });
}
