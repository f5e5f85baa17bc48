import { textContent } from '../../../workbook/document.ts';
import { formula, input, label } from '../../language/plan.ts';
import type { SheetPlan } from '../../language/sheet-plan.ts';
import type { NestingTerms } from '../../methods/nesting.ts';
import type { NestedPair, Seeds } from '../../seeds/rows.ts';
import { outsideBounds } from '../assumptions/outside-bounds.ts';

/** Where the time sheets find the pairs. */
export const nestingTerms: NestingTerms = {
  share: '[Deals.pair_share]',
  innerPosition: '[Deals.pair_inner_position]',
  containerPosition: '[Deals.pair_container_position]',
  innerIds: '[Deals.pair_inner:all]',
  dealId: '[Deals.id]',
};

/** How far their shares may be off. */
export const nestingBounds = { low: '[Deals.pair_low:all]', high: '[Deals.pair_high_scaled:all]' };

/** Deals inside deals: the inner one's share is counted once. */
export function nestedPairs(sheet: SheetPlan, seeds: Seeds): void {
  const provenance = (pair: NestedPair) => ({
    kind: 'assumption' as const,
    sources: [],
    reason: pair.reason,
  });
  sheet.section('Nested deals: the share of the inner deal that the container counts too');
  sheet.table<NestedPair>({
    records: seeds.nestedPairs,
    id: pairId,
    columns: [
      { key: 'pair_label', header: 'Pair', width: 188, cell: (pair) => label(pairLabel(seeds, pair)) },
      { key: 'pair_inner', header: 'Inner', width: 44, cell: (pair) => input(pair.inner) },
      { key: 'pair_container', header: 'Container', width: 104, cell: (pair) => input(pair.container) },
      {
        key: 'pair_share',
        header: 'Share',
        unit: 'share',
        width: 88,
        cell: (pair) => input(pair.share, 'share', provenance(pair)),
      },
      {
        key: 'pair_low',
        header: 'Low',
        unit: 'share',
        width: 84,
        cell: (pair) => input(pair.low, 'share', provenance(pair)),
      },
      {
        key: 'pair_high',
        header: 'High',
        unit: 'share',
        width: 84,
        cell: (pair) => input(pair.high, 'share', provenance(pair)),
      },
      {
        key: 'pair_inner_position',
        header: 'Inner',
        unit: 'position',
        width: 84,
        cell: () => formula('=MATCH([pair_inner],[id:deals],0)'),
      },
      {
        key: 'pair_container_position',
        header: 'Container',
        unit: 'position',
        width: 84,
        cell: () => formula('=MATCH([pair_container],[id:deals],0)'),
      },
      {
        key: 'pair_value_overlap',
        header: 'Overlap',
        unit: 'US$ bn',
        width: 84,
        cell: () =>
          formula(
            '=[pair_share]*MIN(INDEX([counted:deals],[pair_inner_position],1),INDEX([counted:deals],[pair_container_position],1))',
          ),
      },
      {
        key: 'pair_share_sum',
        header: 'Inner’s sum',
        unit: 'share',
        width: 84,
        cell: () => formula('=SUMIF([pair_inner:all],[pair_inner],[pair_share:all])'),
      },
      {
        key: 'pair_high_scaled',
        header: 'High, scaled',
        unit: 'share',
        width: 88,
        cell: () => formula('=[pair_high]/MAX(1,SUMIF([pair_inner:all],[pair_inner],[pair_high:all]))'),
      },
      {
        key: 'pair_outside',
        header: 'Outside',
        unit: 'cells',
        width: 80,
        cell: () => formula(`=${outsideBounds('[pair_share]', '[pair_low]', '[pair_high]')}`, 'count'),
      },
      {
        key: 'pair_reason',
        header: 'Why',
        width: 80,
        cell: (pair) => label(textContent(pair.reason), 'note'),
      },
    ],
  });
  sheet.bound(sheet.columnRange('pair_share'), sheet.columnRange('pair_low'), sheet.columnRange('pair_high'));
  sheet.skip();
}

/** The key of a pair in formulas, such as `D02_D01`. */
export function pairId(pair: NestedPair): string {
  return `${pair.inner}_${pair.container}`;
}

/** The pair in words: inner deal, then the deal that contains it. */
export function pairLabel(seeds: Seeds, pair: NestedPair): string {
  const name = (id: string) => seeds.deals.find((deal) => deal.id === id)?.name ?? id;
  return `${name(pair.inner)} in ${name(pair.container)}`;
}
