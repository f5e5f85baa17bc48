import { definedNameFault } from '../../workbook/defined-name.ts';
import type { DefinedName, NamedFormula } from '../../workbook/document.ts';
import { nameKey } from '../../workbook/named-formulas.ts';
import { fault, readCells, type Built } from './roundtrip-cells.ts';
import type { RoundtripFile } from './roundtrip-schema.ts';

/** The names for cells of a file; `sheets` are what its sheets are called, by those names in small letters. */
export function readNames(file: RoundtripFile, sheets: ReadonlyMap<string, string>): Built<DefinedName[]> {
  const names: DefinedName[] = [];
  const taken = new Set<string>();
  for (const { name, cells, ...rest } of file.names) {
    const where = `name "${name}"`;
    const nameFault = definedNameFault(name);
    if (nameFault) return fault(where, nameFault);
    if (taken.has(name.toLowerCase())) return fault(where, 'is listed twice (case does not count)');
    taken.add(name.toLowerCase());
    const read = readCells(cells, sheets);
    if ('what' in read) return fault(where, `stands for ${read.what}`);
    names.push({ name, ...read, ...rest });
  }
  return { value: names };
}

/** The names of a file that stand for something else than cells, or hold on one sheet only; `names` are the others. */
export function readNamedFormulas(
  file: RoundtripFile,
  names: readonly DefinedName[],
  sheets: ReadonlyMap<string, string>,
): Built<NamedFormula[]> {
  const formulas: NamedFormula[] = [];
  const taken = new Set(names.map(({ name }) => nameKey(undefined, name)));
  for (const { name, scope: stored, formula, label } of file.namedFormulas ?? []) {
    const where = `name "${name}"`;
    const nameFault = definedNameFault(name);
    if (nameFault) return fault(where, nameFault);
    const scope = stored === undefined ? undefined : sheets.get(stored.toLowerCase());
    if (stored !== undefined && scope === undefined)
      return fault(where, `holds on the sheet "${stored}", which does not exist`);
    const key = nameKey(scope, name);
    if (taken.has(key)) return fault(where, 'is listed twice (case does not count)');
    taken.add(key);
    formulas.push({
      name,
      ...(scope !== undefined && { scope }),
      formula,
      ...(label !== undefined && { label }),
    });
  }
  return { value: formulas };
}
