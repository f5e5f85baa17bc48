import { formula } from '../../language/plan.ts';
import type { LineRecord, SheetPlan } from '../../language/sheet-plan.ts';
import { concentration } from '../../methods/concentration.ts';
import { nodeColumns } from '../../methods/node-matrix.ts';
import { networkOf } from '../../network.ts';
import type { Seeds } from '../../seeds/rows.ts';
import { dealGroups, projectDeal } from '../deals/deal-groups.ts';

const measures = [
  { key: 'value', words: 'by value', unit: 'US$ bn', column: 'value' },
  { key: 'power', words: 'by GW', unit: 'GW', column: 'facility' },
] as const;

/** How concentrated the suppliers of each layer are, by value and by facility power. */
export function layerConcentration(sheet: SheetPlan, seeds: Seeds): void {
  for (const [layer, title] of [
    ['cloud', 'Clouds'],
    ['silicon', 'Silicon'],
  ] as const) {
    const deals = dealGroups(seeds)
      .deals.filter((deal) => deal.layer === layer)
      .map(({ id, name }) => ({ id, label: name }));
    for (const { key, words, unit, column } of measures) {
      concentration(sheet, deals, {
        prefix: `${layer}_${key}_`,
        heading: `${title} ${words}: `,
        unit,
        terms: { value: `[Deals.${column}]`, points: 'hhi_points' },
        ...indexName(layer, layer, key),
      });
    }
  }
  dataCenters(sheet, seeds);
}

function indexName(name: string, layer: string, measure: string) {
  return measure === 'value'
    ? {
        indexName: {
          name: `hhi_${name}`,
          label: `Concentration, ${layer}, HHI`,
          unit: 'points',
          headline: true,
        },
      }
    : {};
}

/** The project by who builds it: sites with a deal of their own, and the lead investor for the rest. */
function dataCenters(sheet: SheetPlan, seeds: Seeds): void {
  const project = projectDeal(seeds).id;
  const lead = networkOf(seeds).nodes.find(({ role }) => role === 'investor');
  if (!lead) throw new Error('No party is the lead investor of the project');
  const sites = seeds.projectSites.map(({ party, deal }) => ({ id: deal, label: party, deal }));
  const parties: (LineRecord & { deal?: string })[] = [...sites, { id: lead.id, label: lead.label }];
  sheet.section(
    'Builders of the project: the lesser of their deal and the project; the lead investor has the rest',
  );
  sheet.table({
    records: parties,
    id: ({ id }) => id,
    columns: [
      ...nodeColumns('builder_', 'Builder'),
      ...measures.map(({ key, words, unit, column }) => ({
        key: `builder_${key}`,
        header: words,
        unit,
        width: 96,
        cell: ({ deal }: { deal?: string }) => {
          const whole = `[Deals.${column}:${project}]`;
          const built = sites.map((site) => `N([builder_${key}:${site.id}])`).join('-');
          return {
            ...formula(
              deal === undefined
                ? `=IF(ISNUMBER(${whole}),MAX(0,${whole}-${built}),"not given")`
                : `=IF(AND(ISNUMBER([Deals.${column}:${deal}]),ISNUMBER(${whole})),MIN([Deals.${column}:${deal}],${whole}),"not given")`,
            ),
            align: 'right' as const,
          };
        },
      })),
    ],
  });
  sheet.skip();
  for (const { key, words, unit } of measures) {
    concentration(sheet, parties, {
      prefix: `data_center_${key}_`,
      heading: `Data centers ${words}: `,
      unit,
      terms: { value: `[builder_${key}]`, points: 'hhi_points' },
      ...indexName('data_center', 'data center', key),
    });
  }
}
