import { formula, label } from '../language/plan.ts';
import type { LineRecord, SheetPlan, TableColumn } from '../language/sheet-plan.ts';
import {
  element,
  figures,
  given,
  nodeColumns,
  received,
  steps,
  whole,
  type NodeMatrix,
} from './node-matrix.ts';

/** A simple cycle by its nodes in order; the last pays the first again. */
export type Cycle = readonly [LineRecord, LineRecord, ...LineRecord[]];

interface PeelBlock {
  /** Begins the keys of all blocks, such as `forward_` for `forward_flow`. */
  readonly prefix?: string;
  /** Begins their headings. */
  readonly heading?: string;
  readonly unit?: string;
  /** What the node of the row pays the node of the column. */
  readonly flows: NodeMatrix;
  /** Key of the numbers of the payments, laid out once by `paymentNumbers`. */
  readonly numbers: string;
}

/**
 * Lays out a number for every payer and payee, so that a payment can be found in a list: 1, 2, …,
 * row by row. Several peels of the same nodes share it.
 */
export function paymentNumbers(sheet: SheetPlan, nodes: readonly LineRecord[], key: string): void {
  sheet.section('Numbers of the payments, by which the cycles below refer to them');
  sheet.matrix(key, {
    rows: nodes,
    columns: nodes,
    header: 'Payer',
    unit: 'position',
    first: `=(ROWS([${key}_label:above])-1)*COLUMNS([${key}_head@all])+1`,
    formula: `=[${key}@prev]+1`,
  });
}

/**
 * Lays out a decomposition of payments into listed cycles: in the stated order, each takes from all
 * its payments the least that earlier cycles have left of one of them. The order matters; call it
 * twice with the order reversed for a range.
 *
 * Gives per cycle `flow`, `length` and `circular` (flow × length), `left_over` (what it could still
 * take at the end, 0), the matrices `peeled` and `residual`, per node `net` and `net_residual`
 * (pays − receives before and after, which no peel changes) and the figures `flow_sum` and
 * `circular_sum`. Payments must not be negative. Throws without a cycle.
 */
export function cyclePeel(
  sheet: SheetPlan,
  nodes: readonly LineRecord[],
  cycles: readonly Cycle[],
  { prefix = '', heading = '', unit = 'US$ bn', flows, numbers }: PeelBlock,
): void {
  const at = (key: string) => `[${prefix}${key}]`;
  const all = (key: string) => `[${prefix}${key}:all]`;
  const residual: NodeMatrix = { key: `${prefix}residual`, nodes: 'all' };
  if (cycles.length === 0) throw new Error('There is no cycle to peel');

  sheet.section(`${heading}Cycles in the order of peeling`);
  sheet.table<Listed>({
    records: cycles.map((cycle, index) => ({ id: `cycle_${index + 1}`, cycle })),
    id: ({ id }) => id,
    columns: cycleColumns(prefix, unit, Math.max(...cycles.map((cycle) => cycle.length)), {
      nodes: `[${numbers}_label:all]`,
      numbers: `[${numbers}:all@all]`,
      flows: whole(flows),
      residual: whole(residual),
    }),
  });
  sheet.skip();

  const square = { rows: nodes, columns: nodes, header: 'Payer', unit } as const;
  sheet.section(`${heading}What the cycles took`);
  sheet.matrix(`${prefix}peeled`, {
    ...square,
    formula: `=SUMIF([${prefix}payment:all@all],[${numbers}],[${prefix}taken:all@all])`,
  });
  sheet.section(`${heading}What is left`);
  sheet.matrix(residual.key, { ...square, formula: `=${element(flows)}-${at('peeled')}` });

  sheet.section(`${heading}Pays less receives: no cycle changes it`);
  const net = (matrix: NodeMatrix) =>
    `=SUM(${given(matrix)})-SUM(${received(matrix, `[${prefix}net_position]`)})`;
  sheet.table<LineRecord>({
    records: nodes,
    id: ({ id }) => id,
    columns: [
      ...nodeColumns(`${prefix}net_`, 'Node'),
      figures<LineRecord>(`${prefix}net`, 'Before', unit, net(flows)),
      figures<LineRecord>(`${prefix}net_residual`, 'After', unit, net(residual)),
    ],
  });
  sheet.skip();

  sheet.figure(`${prefix}flow_sum`, {
    label: `${heading}Money that comes back`,
    unit,
    formula: `=SUM(${all('flow')})`,
    definition: 'Σ of the cycles: what goes out and comes back by one of them, counted once per cycle.',
  });
  sheet.figure(`${prefix}circular_sum`, {
    label: `${heading}Payments inside cycles`,
    unit,
    formula: `=SUM(${all('circular')})`,
    definition: 'Σ cycle × its number of payments, when the dollars that match are the same dollars.',
  });
  sheet.skip();
}

interface Listed {
  readonly id: string;
  readonly cycle: Cycle;
}

interface PeelReferences {
  readonly nodes: string;
  readonly numbers: string;
  readonly flows: string;
  readonly residual: string;
}

function cycleColumns(
  prefix: string,
  unit: string,
  longest: number,
  { nodes, numbers, flows, residual }: PeelReferences,
): TableColumn<Listed>[] {
  const own = (key: string) => `[${prefix}${key}]`;
  const before = (key: string) => `[${prefix}${key}@prev]`;
  const path = steps('step', '', 0, longest);
  const payments = path.slice(1);
  const amounts = (
    key: string,
    group: string,
    places: readonly LineRecord[],
    unitOfCells: string,
    template: string,
  ): TableColumn<Listed>[] =>
    places.map((step, index) => ({
      ...figures<Listed>(`${prefix}${key}_${step.id}`, step.label.trim(), unitOfCells, template, 72),
      ...(index === 0 && { group }),
      matrix: { key: `${prefix}${key}`, name: step.id },
    }));
  const taken = `SUMIF([${prefix}payment:above@all],${own('payment')},[${prefix}taken:above@all])`;
  const inMatrix = (matrix: string) => `INDEX(${matrix},${before('at')},${own('at')})`;
  return [
    {
      key: `${prefix}cycle`,
      header: 'Cycle',
      width: 0,
      cell: ({ cycle }) => label([...cycle, cycle[0]].map((node) => node.label).join(' → ')),
    },
    figures<Listed>(`${prefix}length`, 'Length', 'count', `=COUNT([${prefix}payment@all])`, 72),
    figures<Listed>(`${prefix}flow`, 'Flow', unit, `=MAX(0,MIN([${prefix}left@all]))`, 88),
    figures<Listed>(`${prefix}circular`, 'Flow × length', unit, `=${own('flow')}*${own('length')}`, 88),
    figures<Listed>(`${prefix}left_over`, 'Left to peel', unit, `=MAX(0,MIN([${prefix}after@all]))`, 88),
    ...path.map((step, index): TableColumn<Listed> => ({
      key: `${prefix}path_${step.id}`,
      header: index === 0 ? 'From' : 'to',
      ...(index === 0 && { group: 'Path, back to its beginning' }),
      width: 96,
      matrix: { key: `${prefix}path`, name: step.id },
      cell: ({ cycle }) => {
        const node = cycle[index];
        if (node) return label(node.label);
        return index === cycle.length ? formula(`=[${prefix}path@step_0]`) : label(null);
      },
    })),
    ...amounts(
      'at',
      'Positions of the nodes',
      path,
      'position',
      `=IF(${own('path')}="","",MATCH(${own('path')},${nodes},0))`,
    ),
    ...amounts(
      'payment',
      'Numbers of the payments',
      payments,
      'position',
      `=IF(${own('at')}="","",${inMatrix(numbers)})`,
    ),
    ...amounts(
      'left',
      'Left by the cycles before',
      payments,
      unit,
      `=IF(${own('at')}="","",${inMatrix(flows)}-${taken})`,
    ),
    ...amounts('taken', 'Taken', payments, unit, `=IF(${own('at')}="","",${own('flow')})`),
    ...amounts('after', 'Left at the end', payments, unit, `=IF(${own('at')}="","",${inMatrix(residual)})`),
  ];
}
