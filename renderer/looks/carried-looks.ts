import type { SetLooks } from '../../shared/workbook/command.ts';
import type { CellStyle } from '../../shared/workbook/document.ts';
import { LookAreas } from './look-areas.ts';
import { WholeLooks } from './whole-looks.ts';

/** Gathers the looks that cells get from others. Cells come as `LookAreas` asks; those that look so already are left out. */
export class CarriedLooks {
  readonly #looks = new WholeLooks();
  readonly #areas = new LookAreas();

  /** A cell of style `before` is to look like one of `style`. */
  add(row: number, column: number, style: CellStyle | undefined, before: CellStyle | undefined): void {
    const look = this.#looks.of(style);
    if (look !== this.#looks.of(before)) this.#areas.add(row, column, look);
  }

  /** What a command that carries them changes on a sheet; empty where every cell looks so already. */
  on(sheet: string): SetLooks['areas'] {
    return this.#areas.on(sheet);
  }
}
