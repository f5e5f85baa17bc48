import { maximumColumns, maximumRows, type Area, type Range } from '../../shared/workbook/address.ts';
import type { SetLooks } from '../../shared/workbook/command.ts';
import type { CellStyle } from '../../shared/workbook/document.ts';
import { rangeText } from '../range-text.ts';
import type { Session } from '../session.ts';
import { Topics } from '../session/topics.ts';
import { CarriedLooks } from './carried-looks.ts';

/** The looks of cells that were taken up, row by row. */
interface TakenLooks {
  readonly from: string;
  readonly rows: readonly (readonly (CellStyle | undefined)[])[];
}

/** Takes the looks of cells up and puts them onto the cells that are chosen next, as Excel’s brush does. */
export class FormatPainter {
  readonly #session: Session;
  readonly #topics = new Topics<'painter'>();
  #taken: TakenLooks | null = null;

  constructor(session: Session) {
    this.#session = session;
  }

  /** True while looks wait for cells. */
  get isOn(): boolean {
    return this.#taken !== null;
  }

  subscribe(listener: () => void): () => void {
    return this.#topics.subscribe('painter', listener);
  }

  /** Takes up the looks of cells; of whole rows and columns those of the part in use. */
  take({ sheet, range }: Area): void {
    const { top, left, bottom, right } = this.#inUse(sheet, range);
    const rows = Array.from({ length: bottom - top + 1 }, (_row, down) =>
      Array.from({ length: right - left + 1 }, (_cell, across) =>
        this.#session.styleOf(this.#session.cell({ sheet, row: top + down, column: left + across })),
      ),
    );
    this.#set({ from: rangeText(sheet, range), rows });
  }

  end(): void {
    this.#set(null);
  }

  /**
   * The command that puts the looks onto chosen cells, over and over where there is room for more; a single
   * cell stands for as many as were taken up. Null where all look so already. The looks are gone then.
   */
  paint({ sheet, range }: Area): SetLooks | null {
    const taken = this.#taken;
    this.end();
    if (!taken) return null;
    const { rows, from } = taken;
    const [first = []] = rows;
    const isOne = range.top === range.bottom && range.left === range.right;
    const whole = isOne
      ? {
          ...range,
          bottom: Math.min(maximumRows - 1, range.top + rows.length - 1),
          right: Math.min(maximumColumns - 1, range.left + first.length - 1),
        }
      : range;
    const { top, left, bottom, right } = this.#inUse(sheet, whole);
    const looks = new CarriedLooks();
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        const style = rows[(row - top) % rows.length]?.[(column - left) % first.length];
        looks.add(row, column, style, this.#session.styleOf(this.#session.cell({ sheet, row, column })));
      }
    const areas = looks.on(sheet);
    if (areas.length === 0) return null;
    return { kind: 'setLooks', label: `Format of ${from} in ${rangeText(sheet, whole)}`, areas };
  }

  /** A range on the sheet, without the unused end of whole rows and columns. */
  #inUse(sheet: string, { top, left, bottom, right }: Range): Range {
    const { usedRows, usedColumns } = this.#session.sheet(sheet);
    return {
      top,
      left,
      bottom: bottom >= maximumRows - 1 ? Math.max(top, usedRows - 1) : bottom,
      right: right >= maximumColumns - 1 ? Math.max(left, usedColumns - 1) : right,
    };
  }

  #set(taken: TakenLooks | null): void {
    this.#taken = taken;
    this.#topics.tell('painter');
  }
}
