import type { Address } from '../address.ts';
import type { WorkbookDocument } from '../document.ts';
import { grouped } from '../grouped.ts';
import { ConditionalCells, type ConditionalEffect, type FormatEngine } from './conditional-cells.ts';

/** The look that conditional formats give a cell now; null where they give it none any longer. */
export interface ConditionalChange extends Address {
  readonly look: ConditionalEffect | null;
}

/** After so many changed cells all are judged anew, which is then quicker than to find those that need it. */
const mostChanged = 2000;
const columnsPerRow = 16_384;

type SheetLooks = Map<number, ConditionalEffect>;

/**
 * The looks that the conditional formats of a workbook give its cells, kept up to date with its values.
 * Costs nothing where there are no formats.
 */
export class ConditionalLooks {
  #formats = new Map<string, ConditionalCells[]>();
  #looks = new Map<string, SheetLooks>();

  /**
   * Judges the cells again that may look otherwise after these have other values; all of them where
   * null says that formats, names, lines or sheets have become others. Gives what looks otherwise.
   */
  refresh(
    document: WorkbookDocument,
    engine: FormatEngine,
    changed: readonly Address[] | null,
  ): ConditionalChange[] {
    if (this.#formats.size === 0 && !document.conditionalFormats) return [];
    return engine.inOnePass(() => {
      if (changed === null || changed.length > mostChanged) return this.#renewed(document, engine);
      return changed.length === 0 ? [] : this.#updated(changed);
    });
  }

  /** All looks of a sheet. */
  of(sheet: string): ConditionalChange[] {
    return [...(this.#looks.get(sheet) ?? [])].map(([key, look]) => ({ ...cellOf(sheet, key), look }));
  }

  #renewed({ conditionalFormats = [], names }: WorkbookDocument, engine: FormatEngine): ConditionalChange[] {
    this.#formats = grouped(
      conditionalFormats.map((format) => new ConditionalCells(format, engine, names)),
      ({ format }) => format.sheet,
    );
    const before = this.#looks;
    this.#looks = new Map();
    const changes: ConditionalChange[] = [];
    for (const [sheet, formats] of this.#formats) {
      const earlier = before.get(sheet);
      for (const key of keysOf(formats.flatMap(({ cells }) => cells))) {
        const look = this.#put(sheet, key, formats);
        if (!sameLook(look, earlier?.get(key))) changes.push({ ...cellOf(sheet, key), look });
      }
    }
    for (const [sheet, looks] of before) {
      const judged = keysOf((this.#formats.get(sheet) ?? []).flatMap(({ cells }) => cells));
      for (const key of looks.keys())
        if (!judged.has(key)) changes.push({ ...cellOf(sheet, key), look: null });
    }
    return changes;
  }

  #updated(changed: readonly Address[]): ConditionalChange[] {
    const changes: ConditionalChange[] = [];
    for (const [sheet, formats] of this.#formats) {
      for (const key of keysOf(formats.flatMap((one) => one.staleAfter(changed)))) {
        const before = this.#looks.get(sheet)?.get(key);
        const look = this.#put(sheet, key, formats);
        if (!sameLook(look, before)) changes.push({ ...cellOf(sheet, key), look });
      }
    }
    return changes;
  }

  #put(sheet: string, key: number, formats: readonly ConditionalCells[]): ConditionalEffect | null {
    const look = lookOf(formats, Math.floor(key / columnsPerRow), key % columnsPerRow);
    if (look === null) this.#looks.get(sheet)?.delete(key);
    else {
      const looks = this.#looks.get(sheet) ?? new Map<number, ConditionalEffect>();
      this.#looks.set(sheet, looks);
      looks.set(key, look);
    }
    return look;
  }
}

function cellOf(sheet: string, key: number): Address {
  return { sheet, row: Math.floor(key / columnsPerRow), column: key % columnsPerRow };
}

/** Every cell of the rectangles once. */
function keysOf(ranges: ReturnType<ConditionalCells['staleAfter']>): ReadonlySet<number> {
  const keys = new Set<number>();
  for (const { top, left, bottom, right } of ranges)
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) keys.add(row * columnsPerRow + column);
  return keys;
}

/** Of formats that say something of the same part of a look the first counts. */
function lookOf(formats: readonly ConditionalCells[], row: number, column: number): ConditionalEffect | null {
  const effects: ConditionalEffect[] = [];
  for (const one of formats) {
    const effect = one.effectOn(row, column);
    if (effect) effects.push(effect);
    if (effect && one.format.stopIfTrue) break;
  }
  const [first, ...others] = effects;
  return first ? others.reduce((look, effect) => ({ ...effect, ...look }), first) : null;
}

function sameLook(
  one: ConditionalEffect | null | undefined,
  other: ConditionalEffect | null | undefined,
): boolean {
  return one === other || JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
