import type { CopiedHeading, CopiedRow } from '../../shared/workbook/copied-block.ts';
import { isFormula, type CellStyle } from '../../shared/workbook/document.ts';
import type { OwnBlock } from './block.ts';

/** Writes copied cells for other windows of this program: a heading, and a line for every row. */
export class PrivateWriter {
  readonly #copy: string;
  readonly #block: OwnBlock;
  readonly #lines: string[] = [];
  /** Places of the styles in the heading. */
  readonly #styles = new Map<CellStyle, number>();

  /** `copy` tells this copy from others. */
  constructor(copy: string, block: OwnBlock) {
    this.#copy = copy;
    this.#block = block;
  }

  /** Adds the line of a row. */
  add(row: number): void {
    const { contents, values, looks, notes } = this.#block;
    const cells = contents[row] ?? [];
    const results: CopiedRow['values'] = [];
    for (const [column, content] of cells.entries()) {
      const value = values[row]?.[column] ?? null;
      if (isFormula(content) || (content === null && value !== null)) results.push([column, value]);
    }
    const styles = this.#styleRuns(looks.rows[row] ?? []);
    const noted = [...(notes[row] ?? []).entries()].filter((entry) => isNoted(entry));
    const line: CopiedRow = {
      contents: [...cells],
      ...(results.length > 0 && { values: results }),
      ...(styles.length > 0 && { styles }),
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
    };
    return [JSON.stringify(heading), ...this.#lines].join('\n');
  }

  #styleRuns(styles: readonly (CellStyle | undefined)[]): NonNullable<CopiedRow['styles']> {
    const runs: [number, number, number][] = [];
    for (const [column, style] of styles.entries()) {
      if (!style) continue;
      const place = this.#placeOf(style);
      const last = runs.at(-1);
      if (last?.[0] === place && last[2] === column - 1) last[2] = column;
      else runs.push([place, column, column]);
    }
    return runs;
  }

  #placeOf(style: CellStyle): number {
    const place = this.#styles.get(style) ?? this.#styles.size;
    this.#styles.set(style, place);
    return place;
  }
}

function isNoted(entry: [number, string | undefined]): entry is [number, string] {
  return entry[1] !== undefined;
}
