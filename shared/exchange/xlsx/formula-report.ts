import { formulaTokens, type FormulaToken } from './formula-tokens.ts';
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
  readonly #knownFunctions: ReadonlySet<string> | undefined;
  readonly #beyond = new Map<string, string[]>();
  readonly #beyondCells = new Set<string>();
  readonly #unreadable: string[] = [];
  readonly #doubtful: string[] = [];
  readonly #dataTables: string[] = [];
  readonly #missing: string[] = [];

  /** `knownFunctions` are the names, in capitals, of what the engine calculates; without them, functions are not looked at. */
  constructor(knownFunctions: ReadonlySet<string> | undefined) {
    this.#knownFunctions = knownFunctions;
  }

  /**
   * Notes what in this formula, if anything, cannot be calculated; `isDoubtful` when it may give
   * another value than in Excel.
   */
  add(formula: string, cell: string, isDoubtful: boolean): void {
    const beyond = this.#beyondReach(formula);
    for (const thing of beyond) {
      const cells = this.#beyond.get(thing) ?? [];
      cells.push(cell);
      this.#beyond.set(thing, cells);
      this.#beyondCells.add(cell);
    }
    if (beyond.size > 0) return;
    if (!isReadable(formula)) this.#unreadable.push(cell);
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

  /** Functions and references in the formula that the engine has nothing for. */
  #beyondReach(formula: string): Set<string> {
    const beyond = new Set<string>();
    const tokens = formulaTokens(formula);
    for (const [index, { kind, text }] of tokens.entries()) {
      if (kind === 'function') {
        const isKnown = this.#knownFunctions?.has(text.toUpperCase()) ?? true;
        if (!isKnown && !isFixedOffset(tokens, index)) beyond.add(text.toUpperCase());
      } else if (kind === 'table' || (kind !== 'text' && /^(?:\[|'[^']*\[)/.test(text))) beyond.add(text);
      else if (kind === 'sign' && text === ':') {
        // A range over several sheets, or one that begins or ends with the result of a function.
        const [before, after] = [tokens[index - 1]?.text ?? '', tokens[index + 1]?.text ?? ''];
        beyond.add(`${before === ')' ? '(…)' : before}:${after}`);
      }
    }
    return beyond;
  }
}

/** True for an OFFSET by numbers: the engine reads it as the reference it stands for, not as a function. */
function isFixedOffset(tokens: readonly FormulaToken[], index: number): boolean {
  if (tokens[index]?.text.toUpperCase() !== 'OFFSET') return false;
  const end = tokens.findIndex(({ text }, at) => at > index && text === ')');
  const [, , start, ...numbers] = tokens.slice(index, end < 0 ? undefined : end);
  return (
    start?.kind === 'cells' &&
    numbers.every(({ kind, text }) => kind === 'number' || kind === 'space' || /^[-+,]$/.test(text))
  );
}
