import type { NameOfCell } from '../language/plan.ts';
import type { LineRecord, SheetPlan } from '../language/sheet-plan.ts';
import { element, figures, given, nodeColumns, received, steps, type NodeMatrix } from './node-matrix.ts';

/** Rounds that are shown beside the inverse. */
export const shownRounds = 8;

interface TotalsBlock {
  /** Begins the keys of all blocks, such as `flow_` for `flow_inverse`. */
  readonly prefix?: string;
  /** Begins their headings. */
  readonly heading?: string;
  readonly unit?: string;
  readonly terms: {
    /** The share of what the node of the row turns over that goes on to the node of the column. */
    readonly coefficients: NodeMatrix;
    /** What comes to the node of the row from outside. */
    readonly inflow: string;
  };
}

/**
 * Lays out what every node turns over when each passes on fixed shares: x = z + Aᵀx, solved by the
 * inverse, x = Nᵀz with N = (I − A)⁻¹, and beside it in rounds: z, then what the nodes pass on of
 * the round before. Gives `inverse`, where N_ij is what j turns over for one unit from outside to
 * i, per node `solved` (x) and `rounds_sum` (z and eight rounds).
 *
 * The row gives and the column gets. Leontief's table has it the other way: there C_ij is what
 * sector j buys of good i for a unit of its own, so sector j gives to i, and x = d + Cx is this
 * block with A = Cᵀ and the final demand d as the inflow.
 *
 * Some money must leave every loop; a loop that keeps all of it has no inverse and shows `#NUM!`.
 */
export function totalsByInverse(
  sheet: SheetPlan,
  nodes: readonly LineRecord[],
  { prefix = '', heading = '', unit = 'US$ bn', terms }: TotalsBlock,
): void {
  const { coefficients, inflow } = terms;
  const at = (key: string) => `[${prefix}${key}]`;
  const inverse: NodeMatrix = { key: `${prefix}inverse`, nodes: 'all' };
  const rest = `${prefix}rest`;
  const position = at('solved_position');
  const square = { rows: nodes, columns: nodes, header: 'From', unit: 'ratio' } as const;

  sheet.section(`${heading}I − A: 1 on the diagonal, less the share that the row passes on to the column`);
  sheet.matrix(rest, {
    ...square,
    formula: `=IF([${rest}_label]=[${rest}_head],1,0)-${element(coefficients)}`,
  });

  sheet.section(
    `${heading}N, the inverse of I − A: what the column turns over for one from outside to the row, all rounds together`,
  );
  sheet.matrix(inverse.key, { ...square, formula: `=MINVERSE([${rest}:all@all])`, spills: true });

  sheet.section(`${heading}In rounds: money from outside, then what is passed on of the round before`);
  const outside: LineRecord = { id: 'round_0', label: 'Outside' };
  const round = (step: LineRecord, template: string) => ({
    ...figures<LineRecord>(`${prefix}${step.id}`, step.label, unit, template, 72),
    matrix: { key: `${prefix}round`, name: step.id },
  });
  const passed = `=SUMPRODUCT(${received(coefficients, position)},[${prefix}round:all@prev])`;
  sheet.table<LineRecord>({
    records: nodes,
    id: ({ id }) => id,
    columns: [
      ...nodeColumns(`${prefix}solved_`, 'Node'),
      round(outside, `=${inflow}`),
      ...steps('round', 'Round', 1, shownRounds).map((step) => round(step, passed)),
      figures<LineRecord>(`${prefix}rounds_sum`, 'Together', unit, `=SUM([${prefix}round@all])`),
      figures<LineRecord>(
        `${prefix}solved`,
        'By the inverse',
        unit,
        `=SUMPRODUCT(${received(inverse, position)},[${prefix}${outside.id}:all])`,
      ),
    ],
  });
  sheet.skip();
}

/** What the cycling of money follows from. */
export interface ThroughflowTerms {
  /** What the node of the row pays the node of the column. */
  readonly flows: NodeMatrix;
  /** What comes to the node of the row from outside, all of it. */
  readonly inflow: string;
}

interface ThroughflowBlock {
  readonly prefix?: string;
  readonly heading?: string;
  readonly unit?: string;
  readonly terms: ThroughflowTerms;
  /** The defined name of the cycling index. */
  readonly indexName?: NameOfCell;
}

/**
 * Lays out how much of what flows through a network has been through the same node before.
 * T = from outside + from other nodes; A_ij = F_ij / T_i (0 where nothing flows); then
 * `totalsByInverse`, whose solution must equal T.
 *
 * Gives per node `through` (T), `multiplier` (N_ii, how often a unit from outside passes the node,
 * 1 or more), `revisited` (1 − 1/N_ii) and the figure `cycling`, Finn's index Σ T_i (1 − 1/N_ii) / Σ T,
 * which is 0 without cycles and below 1. No node may pay more than T.
 */
export function throughflow(
  sheet: SheetPlan,
  nodes: readonly LineRecord[],
  { prefix = '', heading = '', unit = 'US$ bn', terms, indexName }: ThroughflowBlock,
): void {
  const { flows, inflow } = terms;
  const at = (key: string) => `[${prefix}${key}]`;
  const all = (key: string) => `[${prefix}${key}:all]`;
  const amount = (key: string, header: string, template: string) =>
    figures<LineRecord>(`${prefix}${key}`, header, unit, template);

  sheet.section(`${heading}What flows through each node`);
  sheet.table<LineRecord>({
    records: nodes,
    id: ({ id }) => id,
    columns: [
      ...nodeColumns(prefix, 'Node'),
      amount('outside', 'From outside', `=${inflow}`),
      amount('inside', 'From inside', `=SUM(${received(flows, at('position'))})`),
      amount('through', 'Through', `=${at('outside')}+${at('inside')}`),
      amount('passed', 'Pays inside', `=SUM(${given(flows)})`),
    ],
  });
  sheet.skip();

  const coefficients: NodeMatrix = { key: `${prefix}share`, nodes: 'all' };
  sheet.section(`${heading}A: share of what flows through the row that it pays to the column`);
  sheet.matrix(coefficients.key, {
    rows: nodes,
    columns: nodes,
    header: 'Payer',
    unit: 'share',
    formula: `=IF(${at('through')}=0,0,${element(flows)}/${at('through')})`,
  });

  totalsByInverse(sheet, nodes, { prefix, heading, unit, terms: { coefficients, inflow: at('outside') } });

  sheet.section(`${heading}How much of it has been through the node before`);
  const position = at('cycling_position');
  sheet.table<LineRecord>({
    records: nodes,
    id: ({ id }) => id,
    columns: [
      ...nodeColumns(`${prefix}cycling_`, 'Node'),
      figures<LineRecord>(
        `${prefix}multiplier`,
        'Multiplier',
        'x',
        `=INDEX([${prefix}inverse:all@all],${position},${position})`,
      ),
      figures<LineRecord>(`${prefix}revisited`, 'Been here', 'share', `=1-1/${at('multiplier')}`),
      amount('cycled', 'Cycled', `=${at('revisited')}*${at('through')}`),
      amount('unsolved', 'Inverse less T', `=${at('solved')}-${at('through')}`),
      amount('later_rounds', 'After round 8', `=${at('through')}-${at('rounds_sum')}`),
    ],
  });
  sheet.skip();
  sheet.figure(`${prefix}cycling`, {
    label: 'Finn’s cycling index',
    unit: 'share',
    formula: `=IF(SUM(${all('through')})=0,0,SUM(${all('cycled')})/SUM(${all('through')}))`,
    strong: true,
    definition:
      'Share of all that flows through the nodes that has been through the same node before, when the dollars of a node mix: 0 without cycles, always below 1.',
    ...(indexName && { named: indexName }),
  });
  sheet.skip();
}
