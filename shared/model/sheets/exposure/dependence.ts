import { formula } from '../../language/plan.ts';
import type { SheetPlan } from '../../language/sheet-plan.ts';
import { figures, nodeColumns } from '../../methods/node-matrix.ts';
import type { Network, Node } from '../../network.ts';

/** Parties whose dependence reports list. */
const reported = ['oracle', 'nvidia'];

/** What OpenAI buys from each party in 2028, itself and through others, over the party's revenue. */
export function dependence(sheet: SheetPlan, { buyer, counterparties }: Network): void {
  sheet.section('Dependence: bought in 2028 over the party’s revenue');
  sheet.table<Node>({
    records: counterparties,
    id: ({ id }) => id,
    columns: [
      ...nodeColumns('dependent_', 'Party'),
      figures(
        'dependent_direct',
        'Direct',
        'US$ bn',
        `=INDEX([Flows.y2028:${buyer.id}@counterparties],1,[dependent_position])`,
      ),
      figures(
        'dependent_through',
        'Through others',
        'US$ bn',
        '=SUMIF([Payments.looked_through:all@label],[dependent_node],[Payments.looked_through:all@2028])',
      ),
      figures('dependent_revenue', 'Revenue', 'US$ bn', '=[Assumptions.party_revenue]'),
      {
        key: 'dependence',
        header: 'Dependence',
        unit: 'share',
        width: 96,
        cell: ({ id, label }) => ({
          ...formula(
            '=IF(N([dependent_revenue])>0,([dependent_direct]+[dependent_through])/[dependent_revenue],"not given")',
          ),
          align: 'right',
          named: {
            name: `dependence_${id}`,
            label: `Dependence of ${label} on OpenAI`,
            unit: 'share',
            ...(reported.includes(id) && { headline: true }),
          },
        }),
      },
    ],
  });
  sheet.skip();
}
