import type { Engine } from '../../engine/engine.ts';
import { contains, type Address, type Range } from '../address.ts';
import type { CellValue, DefinedName } from '../document.ts';
import { countCells, sharedRange } from '../range-parts.ts';
import { firstCell } from '../range-parts.ts';
import { operandsOf, type ConditionalFormat, type ConditionalLook } from './conditional-format.ts';
import { fixedParts, type FixedParts } from './fixed-parts.ts';
import { formulaReads, readingCells, type FormulaReads } from './formula-reads.ts';
import { rangeTest } from './range-tests.ts';
import { ruleFormula } from './rule-formulas.ts';
import { scaleOf, type Bar, type CellIcon } from './scales.ts';

/** What of a cell's look a format gives it. */
export interface ConditionalEffect extends ConditionalLook {
  readonly bar?: Bar;
  readonly icon?: CellIcon;
}

/** The part of an engine that formats read. */
export type FormatEngine = Pick<
  Engine,
  'filled' | 'spelledOut' | 'inOnePass' | 'value' | 'rangeValues' | 'usedSize'
>;

/** Rectangles of up to so many cells are judged whole; larger ones as far as the sheet is used. */
const wholeUpTo = 20_000;

/** The cells of a format that are judged, by rectangles. */
function judgedRanges({ sheet, ranges }: ConditionalFormat, engine: FormatEngine): Range[] {
  const { rows, columns } = engine.usedSize(sheet);
  const used = { top: 0, left: 0, bottom: rows - 1, right: columns - 1 };
  return ranges.flatMap((range) => {
    const judged = countCells([range]) <= wholeUpTo ? range : sharedRange(range, used);
    return judged ? [judged] : [];
  });
}

/** One format over the cells of a workbook, and what is to be known to judge them again after a change. */
export class ConditionalCells {
  readonly format: ConditionalFormat;
  readonly #engine: FormatEngine;
  readonly #first: { readonly row: number; readonly column: number };
  /** What is read for each cell by itself. */
  readonly #reads: readonly FormulaReads[];
  /** What is read once for all cells. */
  readonly #sharedReads: readonly FormulaReads[];
  /** Whether another day may change what is read once. */
  readonly #readsDay: boolean;
  readonly #judge: () => Judge;
  #current: Judge;

  constructor(format: ConditionalFormat, engine: FormatEngine, names: readonly DefinedName[]) {
    this.format = format;
    this.#engine = engine;
    this.#first = firstCell(format.ranges);
    const place = { sheet: format.sheet, ...this.#first };
    // What a name stands for may move along with the cells.
    const rule = ruleFormula(format);
    const formula = rule === null ? null : engine.spelledOut(rule, place);
    const readsOf = (one: string) => formulaReads(engine.spelledOut(one, place), format.sheet, names);
    if (formula === null) {
      this.#reads = [];
      this.#readsDay = false;
      this.#sharedReads = operandsOf(format.rule).map(readsOf);
      this.#judge = () => rangeJudge(format, engine);
    } else {
      const fixed = fixedParts(formula);
      this.#reads = [readsOf(fixed.withValues(fixed.parts.map(() => 0)))];
      this.#sharedReads = fixed.parts.map(readsOf);
      this.#readsDay = fixed.parts.some((part) => /\bTODAY\b/i.test(part));
      this.#judge = cellJudge(format, fixed, engine);
    }
    this.#current = this.#judge();
  }

  /** What the format gives a cell of its sheet; null where the cell is not one of its own or does not meet its rule. */
  effectOn(row: number, column: number): ConditionalEffect | null {
    if (!this.format.ranges.some((range) => contains(range, row, column))) return null;
    return this.#current.effectOn(row, column);
  }

  /** All cells that are judged, by rectangles. */
  get cells(): Range[] {
    return judgedRanges(this.format, this.#engine);
  }

  /** The cells, by rectangles, that have to be judged again after these have other values. */
  staleAfter(changed: readonly Address[]): Range[] {
    const isOpen = [...this.#reads, ...this.#sharedReads].some((reads) => reads.isOpen);
    const stale = changed.flatMap((cell) => [
      ...(this.#isOwn(cell)
        ? [{ top: cell.row, left: cell.column, bottom: cell.row, right: cell.column }]
        : []),
      ...this.#reads.flatMap((reads) => readingCells(reads, cell, this.#first)),
    ]);
    const before = this.#current.key;
    if (!isOpen && !this.#readsDay && stale.length === 0 && !this.#sharesAny(changed)) return [];
    this.#current = this.#judge();
    const { cells } = this;
    if (this.#current.key !== before || isOpen) return cells;
    const found = stale.flatMap((range) => cells.flatMap((one) => sharedRange(one, range) ?? []));
    return countCells(found) < countCells(cells) ? found : cells;
  }

  /** Whether one of the changed cells is read once for all. */
  #sharesAny(changed: readonly Address[]): boolean {
    return changed.some((cell) =>
      this.#sharedReads.some((reads) => readingCells(reads, cell, this.#first).length > 0),
    );
  }

  #isOwn({ sheet, row, column }: Address): boolean {
    return sheet === this.format.sheet && this.format.ranges.some((range) => contains(range, row, column));
  }
}

interface Judge {
  /** Another text where other cells than before may meet the rule though their values are the same. */
  readonly key: string;
  readonly effectOn: (row: number, column: number) => ConditionalEffect | null;
}

/** Judges every cell by itself, by a formula that is true where it meets the rule. */
function cellJudge(
  { sheet, ranges, look }: ConditionalFormat,
  { parts, withValues }: FixedParts,
  engine: FormatEngine,
): () => Judge {
  const place = { sheet, ...firstCell(ranges) };
  const shared = parts.map((part) => engine.filled(part, place));
  let last: Judge | null = null;
  return () => {
    const key = withValues(shared.map((calculate) => calculate?.(place) ?? null));
    if (last?.key === key) return last;
    const calculate = engine.filled(key, place);
    last = {
      key,
      effectOn: (row, column) => (calculate && isMet(calculate({ sheet, row, column })) ? look : null),
    };
    return last;
  };
}

/** A formula that gives a number other than 0 is met, and one that gives a text or an error is not, as in Excel. */
function isMet(value: CellValue): boolean {
  return value === true || (typeof value === 'number' && value !== 0);
}

/** Judges cells by what they are among all of their range. */
function rangeJudge(format: ConditionalFormat, engine: FormatEngine): Judge {
  const { sheet, rule, look } = format;
  const values = judgedRanges(format, engine).flatMap((range) => engine.rangeValues(sheet, range).flat());
  const valueAt = (row: number, column: number) => engine.value({ sheet, row, column });
  switch (rule.kind) {
    case 'rank':
    case 'average':
    case 'repeated': {
      const { key, meets } = rangeTest(rule, values);
      return { key, effectOn: (row, column) => (meets(valueAt(row, column)) ? look : null) };
    }
    case 'colourScale':
    case 'dataBar':
    case 'iconSet': {
      const place = { sheet, ...firstCell(format.ranges) };
      const scale = scaleOf(rule, values, (text) => engine.filled(text, place)?.(place) ?? null);
      return {
        key: scale?.key ?? 'none',
        effectOn: (row, column) => {
          const value = valueAt(row, column);
          return scale && typeof value === 'number' ? scale.of(value) : null;
        },
      };
    }
    default:
      throw new Error(`A rule about ${rule.kind} has no formula`);
  }
}
