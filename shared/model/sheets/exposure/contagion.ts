import { formula } from '../../language/plan.ts';
import type { SheetPlan } from '../../language/sheet-plan.ts';
import { debtRank } from '../../methods/debtrank.ts';
import { figures, nodeColumns } from '../../methods/node-matrix.ts';
import type { Network, Node } from '../../network.ts';
import { valuedStake } from './losses.ts';

/** How much equity is gone when OpenAI fails and nobody steps in. */
export function contagion(sheet: SheetPlan, { buyer, internal }: Network): void {
  sheet.section('Stakes in OpenAI: as reported, else what was paid in over the window');
  sheet.table<Node>({
    records: internal,
    id: ({ id }) => id,
    columns: [
      ...nodeColumns('owner_', 'Owner'),
      {
        key: 'owner_stake',
        header: 'Stake',
        unit: 'US$ bn',
        width: 96,
        cell: ({ id }) =>
          formula(
            id === valuedStake
              ? '=microsoft_stake'
              : `=INDEX([Flows.window:internal@${buyer.id}],[owner_position],1)`,
          ),
      },
      figures('owner_chips', 'Sells chips', 'flag', '=IF([Assumptions.party_role]="chip vendor",1,0)'),
    ],
  });
  sheet.skip();

  const owner = (column: string) => `INDEX([${column}:all],MATCH([claim_head],[owner_node:all],0),1)`;
  const isBuyer = (cell: string) => `[${cell}]=[Assumptions.party:${buyer.id}]`;
  sheet.section('Claims of the column on the row: unpaid bills of 2028, and stakes in OpenAI');
  sheet.matrix('claim', {
    rows: internal,
    columns: internal,
    header: 'Debtor',
    unit: 'US$ bn',
    formula:
      `=IF(${isBuyer('claim_head')},0,IF(${isBuyer('claim_label')},receivable_y*[Flows.y2028]+${owner('owner_stake')},` +
      `receivable_y*[Flows.y2028]*${owner('owner_chips')}))`,
  });
  debtRank(sheet, internal, {
    heading: `If ${buyer.label} fails: `,
    prefix: 'failure_',
    terms: {
      claims: { key: 'claim', nodes: 'all' },
      equity: '[Assumptions.party_equity]',
      first: buyer.id,
    },
    hitName: {
      name: 'debtrank_equity_hit',
      label: 'Equity lost if OpenAI fails',
      unit: 'US$ bn',
      headline: true,
    },
  });
}
