import type { CopiedHeading, CopiedRow } from '../../shared/workbook/copied-block.ts';
import { isFormula, type CellStyle } from '../../shared/workbook/document.ts';
import type { CopiedRule } from '../looks/carried-rules.ts';
import type { OwnBlock } from './block.ts';

/** Writes copied cells for other windows of this program: a heading, and a line for every row. */
export class PrivateWriter {
  readonly #copy: string;
  readonly #block: OwnBlock;
  readonly #lines: string[] = [];
  /** Places of the styles in the heading. */
  readonly #styles = new Map<CellStyle, number>();
  readonly #rules = new Map<CopiedRule, number>();

  /** `copy` tells this copy from others. */
  constructor(copy: string, block: OwnBlock) {
    this.#copy = copy;
    this.#block = block;
  }

  /** Adds the line of a row. */
  add(row: number): void {
    const { contents, values, looks, notes, rules } = this.#block;
    const cells = contents[row] ?? [];
    const results: CopiedRow['values'] = [];
    for (const [column, content] of cells.entries()) {
      const value = values[row]?.[column] ?? null;
      if (isFormula(content) || (content === null && value !== null)) results.push([column, value]);
    }
    const styles = runsOf(looks.rows[row] ?? [], this.#styles);
    const ruled = runsOf(rules[row] ?? [], this.#rules);
    const noted = [...(notes[row] ?? []).entries()].filter((entry) => isNoted(entry));
    const line: CopiedRow = {
      contents: [...cells],
      ...(results.length > 0 && { values: results }),
      ...(styles.length > 0 && { styles }),
      ...(ruled.length > 0 && { rules: ruled }),
      ...(noted.length > 0 && { notes: noted }),
    };
    this.#lines.push(JSON.stringify(line));
  }

  /** The heading and the rows that were added. */
  text(): string {
    const { origin, columns } = this.#block;
    const heading: CopiedHeading = {
      version: 2,
      copy: this.#copy,
      origin,
      columns,
      rows: this.#lines.length,
      styles: [...this.#styles.keys()],
      ...(this.#rules.size > 0 && { rules: [...this.#rules.keys()] }),
    };
    return [JSON.stringify(heading), ...this.#lines].join('\n');
  }
}

/** The runs of cells that share an item, which gets a place among all of them. */
function runsOf<Item>(
  items: readonly (Item | undefined)[],
  places: Map<Item, number>,
): [place: number, first: number, last: number][] {
  const runs: [number, number, number][] = [];
  for (const [column, item] of items.entries()) {
    if (!item) continue;
    const place = places.get(item) ?? places.size;
    places.set(item, place);
    const last = runs.at(-1);
    if (last?.[0] === place && last[2] === column - 1) last[2] = column;
    else runs.push([place, column, column]);
  }
  return runs;
}

function isNoted(entry: [number, string | undefined]): entry is [number, string] {
  return entry[1] !== undefined;
}
