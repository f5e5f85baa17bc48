import { compileModel } from '../../../shared/model/language/compile.ts';
import { formula, input } from '../../../shared/model/language/plan.ts';
import { SheetPlan, type LineRecord } from '../../../shared/model/language/sheet-plan.ts';
import type { NodeMatrix } from '../../../shared/model/methods/node-matrix.ts';
import type { Address } from '../../../shared/workbook/address.ts';
import type { CellContent, CellValue } from '../../../shared/workbook/document.ts';
import { Workbook } from '../../../shared/workbook/workbook.ts';

export type Numbers = readonly number[];
export type Square = readonly Numbers[];

/** What is typed: a matrix of payer rows, and columns of a figure per node. */
export interface Typed {
  readonly flows: Square;
  readonly columns?: Readonly<Record<string, readonly CellContent[]>>;
}

/** Nodes `n1` to `n…`. */
export function nodesOf(count: number): LineRecord[] {
  return Array.from({ length: count }, (_, index) => ({ id: `n${index + 1}`, label: `Node ${index + 1}` }));
}

/** A block laid out alone on a sheet, with a network that can be typed over and over. */
export class NetworkBlock {
  /** The payments, for the terms of a block. */
  static readonly flows: NodeMatrix = { key: 'Net.flow', nodes: 'all' };
  readonly nodes: readonly LineRecord[];
  readonly #network = new SheetPlan('Net');
  readonly #plan = new SheetPlan('Block');
  readonly #workbook: Workbook;

  /** `constants` are named cells; the columns are `[Net.assets]` and so on. */
  constructor(
    typed: Typed,
    layOut: (sheet: SheetPlan, nodes: readonly LineRecord[]) => void,
    constants: Readonly<Record<string, number>> = {},
  ) {
    this.nodes = nodesOf(typed.flows.length);
    for (const [name, value] of Object.entries(constants))
      this.#network.place(this.#network.nextRow, 0, { ...input(value), named: { name } }).skip();
    this.#network.matrix('flow', {
      rows: this.nodes,
      columns: this.nodes,
      header: 'Payer',
      unit: 'US$ bn',
      formula: '=0',
    });
    this.#network.table<LineRecord>({
      records: this.nodes,
      id: ({ id }) => id,
      columns: Object.keys(typed.columns ?? {}).map((key) => ({
        key,
        header: key,
        unit: 'US$ bn',
        width: 80,
        cell: () => formula('=0'),
      })),
    });
    layOut(this.#plan, this.nodes);
    this.#workbook = Workbook.open(compileModel('A block', [this.#network, this.#plan], {}));
    this.type(typed);
  }

  /** Types another network of as many nodes. */
  type({ flows, columns = {} }: Typed): void {
    const cells: (Address & { content: CellContent })[] = [];
    const matrix = this.#place(this.#network, 'flow');
    flows.forEach((row, r) =>
      row.forEach((content, c) =>
        cells.push({ sheet: 'Net', row: matrix.top + r, column: matrix.left + c, content }),
      ),
    );
    for (const [key, contents] of Object.entries(columns)) {
      const { top, left } = this.#place(this.#network, key);
      contents.forEach((content, r) => cells.push({ sheet: 'Net', row: top + r, column: left, content }));
    }
    const applied = this.#workbook.apply({ kind: 'setCells', label: 'Type', cells });
    if (!applied.ok) throw new Error(applied.problem.message);
  }

  /** A column of the block, or a row of one: numbers only. */
  column(key: string): number[] {
    return this.values(key).map((row) => number(row[0], key));
  }

  /** A matrix of the block, numbers only. */
  matrix(key: string): number[][] {
    return this.values(key).map((row) => row.map((value) => number(value, key)));
  }

  /** A figure that stands alone. */
  figure(key: string): number {
    return number(this.values(key)[0]?.[0], key);
  }

  /** What stands in a column, a matrix or a figure. */
  values(key: string): CellValue[][] {
    return this.#workbook.rangeValues('Block', this.#place(this.#plan, key));
  }

  /** Every formula of the block with its place. */
  get sheet() {
    const found = this.#workbook.document.sheets.find(({ name }) => name === 'Block');
    if (!found) throw new Error('There is no block');
    return found;
  }

  /** Every value of the block. */
  allValues(): CellValue[] {
    return this.#workbook.sheetValues('Block').flat();
  }

  close(): void {
    this.#workbook.close();
  }

  #place(plan: SheetPlan, key: string) {
    const block = plan.blocks.get(key);
    if (!block) throw new Error(`There is no "${key}"`);
    const rows = block.kind === 'column' || block.rows ? [...(block.rows?.values() ?? [])] : [block.top];
    const columns = block.kind === 'column' ? [block.column] : [...block.axis.columns.values()];
    return {
      top: Math.min(...rows),
      bottom: Math.max(...rows),
      left: Math.min(...columns),
      right: Math.max(...columns),
    };
  }
}

function number(value: CellValue | undefined, key: string): number {
  if (typeof value !== 'number') throw new Error(`A cell of ${key} holds ${JSON.stringify(value)}`);
  return value;
}

/** Each figure within 1e-9 of the expected one, relative where that is above 1. */
export function expectedWithin(
  actual: readonly number[],
  expected: readonly number[],
  tolerance = 1e-9,
): string[] {
  return expected.flatMap((value, index) => {
    const found = actual[index] ?? Number.NaN;
    const far = !(Math.abs(found - value) <= tolerance * Math.max(1, Math.abs(value)));
    return far ? [`${index}: ${found}, expected ${value}`] : [];
  });
}
