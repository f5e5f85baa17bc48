import { areaText } from '../../shared/workbook/areas.ts';
import type { Address, Area } from '../../shared/workbook/address.ts';
import { isFormula } from '../../shared/workbook/document.ts';
import { formulaParts, type FormulaPart } from '../formula-bar/formula-parts.ts';
import type { Session } from '../session.ts';

/** The coloured pieces of the formula of a cell; empty where it holds none. */
export function cellFormulaParts(session: Session, address: Address): FormulaPart[] {
  const content = session.cell(address)?.content;
  if (!isFormula(content)) return [];
  return formulaParts(content, { sheet: address.sheet, nameTarget: (name) => session.name(name) });
}

/** Gives the colour, 1 to 8, in which the formula of a cell shows a reference; undefined for cells that it does not name. */
export function referenceColours(session: Session, address: Address): (area: Area) => number | undefined {
  const colours = new Map<string, number>();
  for (const { target, colour } of cellFormulaParts(session, address))
    if (target && colour !== undefined) colours.set(areaText(target), colour);
  return (area) => colours.get(areaText(area));
}
