import { unsupportedIn } from '../../workbook/unsupported.ts';
import { excelLimits, isBeyondExcel } from './excel-limits.ts';
import { isReadable } from './readable-formula.ts';

/*
 * What of a file's formulas Roundtrip cannot keep, told in sentences that name the cells.
 */

/** How many cells a sentence names, and how many things it lists. */
const namedCells = 3;
const listedThings = 12;

const difference = 'which takes one cell of a range or array where Roundtrip works on all of it';

/** `1 formula does` or `3 formulas do`. */
export function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** The first cells by their addresses, and how many more there are. */
export function listedCells(cells: readonly string[]): string {
  const rest = cells.length - namedCells;
  return cells.slice(0, namedCells).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** Gathers formulas while a file is read. */
export class FormulaReport {
  readonly #isName: (text: string) => boolean;
  readonly #beyond = new Map<string, string[]>();
  readonly #beyondCells = new Set<string>();
  readonly #unreadable: string[] = [];
  readonly #beyondExcel: string[] = [];
  readonly #doubtful: string[] = [];
  readonly #dataTables: string[] = [];
  readonly #missing: string[] = [];

  /** `isName` knows the names that the document has. */
  constructor(isName: (text: string) => boolean) {
    this.#isName = isName;
  }

  /**
   * Notes what in this formula, if anything, cannot be calculated; `isDoubtful` when it may give
   * another value than in Excel.
   */
  add(formula: string, cell: string, isDoubtful: boolean): void {
    const beyond = unsupportedIn(formula, this.#isName);
    for (const { text } of beyond) {
      const cells = this.#beyond.get(text) ?? [];
      cells.push(cell);
      this.#beyond.set(text, cells);
      this.#beyondCells.add(cell);
    }
    if (beyond.length > 0) return;
    if (!isReadable(formula)) this.#unreadable.push(cell);
    else if (isBeyondExcel(formula)) this.#beyondExcel.push(cell);
    else if (isDoubtful) this.#doubtful.push(cell);
  }

  /** Notes a data table by the range that it fills. */
  addDataTable(range: string): void {
    this.#dataTables.push(range);
  }

  /** Notes a cell whose formula the file does not hold. */
  addMissing(cell: string): void {
    this.#missing.push(cell);
  }

  /** What was noted, a sentence for each kind. */
  sentences(): string[] {
    const things = [...this.#beyond].map(([thing, cells]) => `${thing} (${listedCells(cells)})`);
    const others = things.length - listedThings;
    const told = (cells: readonly string[], one: string, several: string) =>
      cells.length === 0 ? [] : [`${counted(cells.length, one, several)}: ${listedCells(cells)}.`];
    return [
      ...(things.length > 0
        ? [
            `${counted(this.#beyondCells.size, 'formula uses', 'formulas use')} what Roundtrip cannot calculate: ${things.slice(0, listedThings).join(', ')}${others > 0 ? ` and ${others} more` : ''}.`,
          ]
        : []),
      ...told(
        this.#unreadable,
        'formula does not read and shows an error',
        'formulas do not read and show an error',
      ),
      ...told(
        this.#beyondExcel,
        `formula is beyond the limits of Excel (${excelLimits})`,
        `formulas are beyond the limits of Excel (${excelLimits})`,
      ),
      ...told(
        this.#doubtful,
        `formula may show another value than in Excel, ${difference}`,
        `formulas may show other values than in Excel, ${difference}`,
      ),
      ...told(
        this.#dataTables,
        'data table was left out, and its last values were kept as numbers',
        'data tables were left out, and their last values were kept as numbers',
      ),
      ...told(
        this.#missing,
        'formula is missing in the file, and its last value was kept',
        'formulas are missing in the file, and their last values were kept',
      ),
    ];
  }
}
