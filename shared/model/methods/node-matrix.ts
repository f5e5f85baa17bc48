import { formula, label } from '../language/plan.ts';
import type { LineRecord, TableColumn } from '../language/sheet-plan.ts';

/** A square matrix of nodes on some sheet: who gives in the row, who gets in the column. */
export interface NodeMatrix {
  /** Its key, with the sheet where that is another one: `Flows.window`. */
  readonly key: string;
  /** Its nodes: the name of a group, or `all`. They have the order of the block that reads them. */
  readonly nodes: string;
}

/** The whole matrix. */
export function whole({ key, nodes }: NodeMatrix): string {
  return `[${key}:${nodes}@${nodes}]`;
}

/** The element of this row and column, in a matrix of the same nodes. */
export function element({ key }: NodeMatrix): string {
  return `[${key}]`;
}

/** What the node of this row gives, by who gets it: a row. */
export function given({ key, nodes }: NodeMatrix): string {
  return `[${key}@${nodes}]`;
}

/** What the node at a position gets, by who gives it: a column. */
export function received(matrix: NodeMatrix, position: string): string {
  return `INDEX(${whole(matrix)},0,${position})`;
}

/** The first two columns of a table of nodes: name and position, `node` and `position` after the prefix. */
export function nodeColumns(prefix: string, header: string): TableColumn<LineRecord>[] {
  return [
    { key: `${prefix}node`, header, width: 0, cell: (node) => label(node.label) },
    {
      key: `${prefix}position`,
      header: 'Position',
      width: 0,
      // Grey: formulas read it, a person does not.
      cell: () => ({ ...formula(`=ROWS([${prefix}node:above])`, 'position'), role: 'note' }),
    },
  ];
}

/** A column of calculated figures. */
export function figures<Row>(
  key: string,
  header: string,
  unit: string,
  template: string,
  width = 96,
): TableColumn<Row> {
  return { key, header, unit, width, cell: () => formula(template) };
}

/** Words and key of steps that follow each other, such as `round_0` to `round_8`. */
export function steps(key: string, header: string, first: number, last: number): LineRecord[] {
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    id: `${key}_${first + index}`,
    label: `${header} ${first + index}`,
  }));
}
