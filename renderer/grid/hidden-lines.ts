import type { LineSpans } from '../../shared/workbook/line-spans.ts';
import type { SheetMirror } from '../session/sheet-mirror.ts';
import type { Core } from './handsontable.ts';

/** Tells the grid which lines it does not draw. It passes over them with the keys, too. */
export class HiddenLines {
  readonly #rows: HiddenMap;
  readonly #columns: HiddenMap;

  constructor(hot: Core) {
    this.#rows = new HiddenMap(hot.rowIndexMapper);
    this.#columns = new HiddenMap(hot.columnIndexMapper);
  }

  /** Hides the lines of a sheet that are hidden, and no others. */
  hide({ hiddenRows, hiddenColumns }: SheetMirror): void {
    this.#rows.hide(hiddenRows);
    this.#columns.hide(hiddenColumns);
  }
}

type IndexMapper = Core['rowIndexMapper'];

/** The hidden lines of one axis. The grid keeps a value for each of its lines while any is hidden. */
class HiddenMap {
  readonly #mapper: IndexMapper;
  #hidden: LineSpans = [];
  #lineCount = 0;

  constructor(mapper: IndexMapper) {
    this.#mapper = mapper;
  }

  hide(hidden: LineSpans): void {
    const lineCount = this.#mapper.getNumberOfIndexes();
    if (hidden === this.#hidden && (hidden.length === 0 || lineCount === this.#lineCount)) return;
    if (this.#hidden.length > 0) this.#mapper.unregisterMap('hidden');
    if (hidden.length > 0) {
      const values = Array.from<boolean>({ length: lineCount }).fill(false);
      for (const { first, last } of hidden) values.fill(true, first, last + 1);
      this.#mapper.createAndRegisterIndexMap('hidden', 'hiding', (line: number) => values[line] === true);
    }
    this.#hidden = hidden;
    this.#lineCount = lineCount;
  }
}
