import type { NameOfCell } from '../language/plan.ts';
import type { LineRecord, SheetPlan } from '../language/sheet-plan.ts';
import { element, figures, nodeColumns, received, steps, type NodeMatrix } from './node-matrix.ts';

/** What the spreading of distress follows from. References by meaning; amounts in one unit, none negative. */
export interface DistressTerms {
  /** What the node of the row owes the node of the column: a claim of the column on the row. */
  readonly claims: NodeMatrix;
  /** Equity of the node of the row; a word counts as none. */
  readonly equity: string;
  /** The id of the node that fails first. */
  readonly first: string;
}

interface DistressBlock {
  /** Begins the keys of all blocks. */
  readonly prefix?: string;
  /** Begins their headings. */
  readonly heading?: string;
  readonly unit?: string;
  readonly rounds?: number;
  readonly terms: DistressTerms;
  /** The defined name of the equity lost. */
  readonly hitName?: NameOfCell;
}

/**
 * Lays out how distress spreads from one node along claims: DebtRank of Battiston et al. (2012).
 * Distress is the share of a node's equity that is gone, 0 to 1. The first node starts at 1; a node
 * passes its distress on once, in the round after it is first hit; a creditor loses the debtor's
 * distress × MIN(1, claim / equity). A creditor without equity loses all with any claim.
 *
 * Gives `distress` per node and round, per node `lost` (equity gone, without the first node) and
 * `weight` (its claims over all claims), and the figures `hit` (Σ lost) and `rank` (Σ distress ×
 * weight, without the first node). Throws when the first node is none of the nodes.
 */
export function debtRank(
  sheet: SheetPlan,
  nodes: readonly LineRecord[],
  { prefix = '', heading = '', unit = 'US$ bn', rounds = 8, terms, hitName }: DistressBlock,
): void {
  const { claims, equity, first } = terms;
  const at = (key: string) => `[${prefix}${key}]`;
  const all = (key: string) => `[${prefix}${key}:all]`;
  const amount = (key: string, header: string, template: string) =>
    figures<LineRecord>(`${prefix}${key}`, header, unit, template);
  const impact: NodeMatrix = { key: `${prefix}impact`, nodes: 'all' };
  const start = nodes.find(({ id }) => id === first);
  if (!start) throw new Error(`"${first}" is no node of the network`);

  sheet.section(`${heading}What each node can lose`);
  sheet.table<LineRecord>({
    records: nodes,
    id: ({ id }) => id,
    columns: [
      ...nodeColumns(prefix, 'Creditor'),
      amount('claims_of', 'Claims', `=SUM(${received(claims, at('position'))})`),
      amount('equity', 'Equity', `=N(${equity})`),
      figures<LineRecord>(
        `${prefix}weight`,
        'Weight',
        'share',
        `=IF(SUM(${all('claims_of')})=0,0,${at('claims_of')}/SUM(${all('claims_of')}))`,
      ),
      {
        key: `${prefix}begins`,
        header: 'Fails first',
        unit: 'flag',
        width: 96,
        cell: ({ id }) => ({ content: id === first ? 1 : 0, role: 'calculation' }),
      },
    ],
  });
  sheet.skip();

  const creditor = `${prefix}creditor`;
  sheet.section(`${heading}Share of its equity that the column loses when the row fails`);
  sheet.matrix(creditor, {
    rows: [{ id: 'equity', label: 'Equity' }],
    columns: nodes,
    header: 'Of the creditor',
    unit,
    formula: `=INDEX(${all('equity')},MATCH([${creditor}_head],${all('node')},0))`,
  });
  const owned = `[${creditor}:equity]`;
  const share = `IF(${owned}>0,MIN(1,${element(claims)}/${owned}),1)`;
  sheet.matrix(impact.key, {
    rows: nodes,
    columns: nodes,
    header: 'Debtor',
    unit: 'share',
    formula: `=IF(${element(claims)}=0,0,${share})`,
  });

  const inRounds = {
    rows: nodes,
    columns: steps('round', 'Round', 0, rounds),
    unit: 'share',
    width: 72,
    first: `=${at('begins')}`,
  } as const;
  const before = `[${prefix}distress@prev]`;
  sheet.section(`${heading}Distress: the share of its equity that a node has lost`);
  sheet.matrix(`${prefix}distress`, {
    ...inRounds,
    header: 'Node',
    formula: `=MIN(1,${before}+SUMPRODUCT(${received(impact, at('position'))},[${prefix}passes:all@prev]))`,
  });
  sheet.section(`${heading}Passed on: only in the round after a node is first hit`);
  sheet.matrix(`${prefix}passes`, {
    ...inRounds,
    header: 'Node',
    formula: `=IF(${before}>0,0,${at('distress')})`,
  });

  const last = `[${prefix}distress@round_${rounds}]`;
  sheet.section(`${heading}What each node has lost, without the one that fails first`);
  sheet.table<LineRecord>({
    records: nodes,
    id: ({ id }) => id,
    columns: [
      ...nodeColumns(`${prefix}lost_`, 'Creditor'),
      figures<LineRecord>(`${prefix}spread`, 'Distress', 'share', `=${last}-${at('begins')}`),
      amount('lost', 'Lost', `=${at('spread')}*${at('equity')}`),
    ],
  });
  sheet.skip();
  sheet.figure(`${prefix}hit`, {
    label: `Equity lost when ${start.label} fails`,
    unit,
    formula: `=SUM(${all('lost')})`,
    strong: true,
    definition:
      'Σ distress × book equity of the creditors: losses on claims alone, each node passing its first loss on once.',
    ...(hitName && { named: hitName }),
  });
  sheet.figure(`${prefix}rank`, {
    label: 'DebtRank',
    unit: 'share',
    formula: `=SUMPRODUCT(${all('spread')},${all('weight')})`,
    definition: 'Σ distress × the creditor’s share of all claims: 0 when nobody else is hit, 1 when all are.',
  });
  sheet.skip();
}
