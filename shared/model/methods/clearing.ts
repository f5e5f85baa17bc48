import type { LineRecord, SheetPlan } from '../language/sheet-plan.ts';
import { element, figures, given, nodeColumns, received, steps, type NodeMatrix } from './node-matrix.ts';

/** What clearing follows from. References by meaning; all amounts in one unit, none negative. */
export interface ClearingTerms {
  /** What each node owes each other node. */
  readonly liabilities: NodeMatrix;
  /** What the node of the row owes outside the network, with the same rank. */
  readonly owedOutside: string;
  /** What the node of the row has without the payments of the network, after what ranks before them. */
  readonly assets: string;
  /** A shortfall of at most this is rounding and no default. */
  readonly smallest: string;
}

interface ClearingBlock {
  /** Begins the keys of all blocks, such as `stress_` for `stress_paid`. */
  readonly prefix?: string;
  /** Begins their headings. */
  readonly heading?: string;
  readonly unit?: string;
  readonly rounds?: number;
  readonly terms: ClearingTerms;
}

/**
 * Lays out what every node of a network can pay when each pays its creditors in proportion to what
 * it owes them and nobody keeps anything while it owes: the greatest clearing vector of Eisenberg
 * and Noe (2001), from everybody paying in full downward in rounds,
 * p ← MIN(owed, MAX(0, assets + what others pay in)).
 *
 * Gives per node `paid` (0 to `owed`), `received`, `shortfall`, `equity` (0 or more), `default`
 * (1 or 0) and `residual`, by how much another round would change what it pays: as long as it is
 * not 0, the rounds were too few and what is paid is too much. A node that owes nothing pays nothing.
 */
export function clearing(
  sheet: SheetPlan,
  nodes: readonly LineRecord[],
  { prefix = '', heading = '', unit = 'US$ bn', rounds = 24, terms }: ClearingBlock,
): void {
  const { liabilities, owedOutside, assets, smallest } = terms;
  const at = (key: string) => `[${prefix}${key}]`;
  const all = (key: string) => `[${prefix}${key}:all]`;
  const amount = (key: string, header: string, template: string) =>
    figures<LineRecord>(`${prefix}${key}`, header, unit, template);
  const relative: NodeMatrix = { key: `${prefix}relative`, nodes: 'all' };

  sheet.section(`${heading}What each node owes and has`);
  sheet.table<LineRecord>({
    records: nodes,
    id: ({ id }) => id,
    columns: [
      ...nodeColumns(prefix, 'Node'),
      amount('owed_inside', 'Owes inside', `=SUM(${given(liabilities)})`),
      amount('owed_outside', 'Owes outside', `=${owedOutside}`),
      amount('owed', 'Owes', `=${at('owed_inside')}+${at('owed_outside')}`),
      amount('assets', 'Has', `=${assets}`),
    ],
  });
  sheet.skip();

  sheet.section(`${heading}Share of what the node of the row owes that it owes to the node of the column`);
  sheet.matrix(relative.key, {
    rows: nodes,
    columns: nodes,
    header: 'Debtor',
    unit: 'share',
    formula: `=IF(${at('owed')}=0,0,${element(liabilities)}/${at('owed')})`,
  });

  const last = `round_${rounds}`;
  const inflow = (paid: string) => `SUMPRODUCT(${received(relative, at('position'))},${paid})`;
  sheet.section(
    `${heading}What each node pays: round 0 in full, then the lesser of what it owes and what it has when the others paid as in the round before`,
  );
  sheet.matrix(`${prefix}round`, {
    rows: nodes,
    columns: steps('round', 'Round', 0, rounds),
    header: 'Debtor',
    unit,
    width: 72,
    first: `=${at('owed')}`,
    formula: `=MIN(${at('owed')},MAX(0,${at('assets')}+${inflow(`[${prefix}round:all@prev]`)}))`,
  });

  sheet.section(`${heading}After clearing`);
  sheet.table<LineRecord>({
    records: nodes,
    id: ({ id }) => id,
    columns: [
      ...nodeColumns(`${prefix}cleared_`, 'Node'),
      amount('paid', 'Pays', `=[${prefix}round@${last}]`),
      amount('received', 'Receives', `=${inflow(all('paid'))}`),
      amount('shortfall', 'Shortfall', `=${at('owed')}-${at('paid')}`),
      amount('equity', 'Keeps', `=MAX(0,${at('assets')}+${at('received')}-${at('paid')})`),
      figures<LineRecord>(`${prefix}default`, 'Default', 'flag', `=IF(${at('shortfall')}>${smallest},1,0)`),
      amount(
        'residual',
        'Next round',
        `=${at('paid')}-MIN(${at('owed')},MAX(0,${at('assets')}+${at('received')}))`,
      ),
    ],
  });
  sheet.skip();
}
