import type { SetLooks } from '../../shared/workbook/command.ts';
import type { CellStyle } from '../../shared/workbook/document.ts';
import { LookAreas } from './look-areas.ts';
import { WholeLooks } from './whole-looks.ts';

/** What a program that knows no roles says of a look. */
type ForeignLook = Omit<CellStyle, 'role' | 'format'>;

/** Gathers the looks that cells get from others. Cells come as `LookAreas` asks; those that look so already are left out. */
export class CarriedLooks {
  readonly #looks = new WholeLooks();
  readonly #areas = new LookAreas();
  /** Styles that were made for cells from elsewhere, by those that stood there and by what is told. */
  readonly #foreign = new Map<CellStyle | undefined, Map<string, CellStyle>>();

  /** A cell of style `before` is to look like one of `style`. */
  add(row: number, column: number, style: CellStyle | undefined, before: CellStyle | undefined): void {
    const look = this.#looks.of(style);
    if (look !== this.#looks.of(before)) this.#areas.add(row, column, look);
  }

  /**
   * A cell of style `before` is to look as another program says, which knows nothing of what the cell is
   * for: that stays, and so does a number format.
   */
  addForeign(
    row: number,
    column: number,
    look: ForeignLook | undefined,
    format: string | undefined,
    before: CellStyle | undefined,
  ): void {
    const key = JSON.stringify([look, format]);
    const known = this.#foreign.get(before) ?? new Map<string, CellStyle>();
    this.#foreign.set(before, known);
    const shownFormat = before?.format ?? format;
    const style: CellStyle = known.get(key) ?? {
      ...look,
      role: before?.role ?? 'calculation',
      ...(shownFormat !== undefined && { format: shownFormat }),
    };
    known.set(key, style);
    this.add(row, column, style, before);
  }

  /** What a command that carries them changes on a sheet; empty where every cell looks so already. */
  on(sheet: string): SetLooks['areas'] {
    return this.#areas.on(sheet);
  }
}
