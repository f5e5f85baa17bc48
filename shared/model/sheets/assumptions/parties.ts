import { textContent } from '../../../workbook/document.ts';
import { formula, input, label, type PlannedCell } from '../../language/plan.ts';
import type { SheetPlan, TableColumn } from '../../language/sheet-plan.ts';
import { partyKey } from '../../network.ts';
import type { ChipShares, Party, Seeds } from '../../seeds/rows.ts';
import { outsideGivenBounds } from './outside-bounds.ts';
import { provenanceOf } from './provenance.ts';

/** How many of a row's figures are outside their bounds: the columns with the bounds are called after theirs. */
function outsideColumn<Row>(key: string, figures: readonly string[]): TableColumn<Row> {
  const outside = figures.map((of) => outsideGivenBounds(`[${of}]`, `[${of}_low]`, `[${of}_high]`));
  return {
    key,
    header: 'Outside',
    unit: 'cells',
    width: 84,
    cell: () => formula(`=${outside.join('+')}`, 'count'),
  };
}

function bound(sheet: SheetPlan, figures: readonly string[]): void {
  for (const key of figures)
    sheet.bound(sheet.columnRange(key), sheet.columnRange(`${key}_low`), sheet.columnRange(`${key}_high`));
}

type Measure = 'revenueBn' | 'equityBn';

/** Size of every party of the network, and how clouds and the project divide what they spend on chips. */
export function partyTables(sheet: SheetPlan, seeds: Seeds): void {
  sizes(sheet, seeds);
  chipShares(sheet, seeds);
}

function sizes(sheet: SheetPlan, seeds: Seeds): void {
  const figure = (measure: Measure, part: 'value' | 'low' | 'high') => (party: Party) => {
    const given = party[measure];
    if (!given) return part === 'value' ? label('not given', 'note') : null;
    return input(given[part], 'US$ bn', provenanceOf(given));
  };
  const columns = (measure: Measure, key: string, header: string): TableColumn<Party>[] =>
    (['value', 'low', 'high'] as const).map((part, index) => ({
      key: part === 'value' ? key : `${key}_${part}`,
      header: part === 'value' ? 'Value' : part === 'low' ? 'Low' : 'High',
      unit: 'US$ bn',
      ...(index === 0 && { group: header }),
      width: 84,
      cell: figure(measure, part),
    }));
  sheet.section('Parties: the nodes of the network of money, in the order of every matrix');
  sheet.table<Party>({
    records: seeds.parties,
    id: ({ name }) => partyKey(name),
    columns: [
      { key: 'party', header: 'Party', width: 300, cell: ({ name }) => label(name) },
      { key: 'party_role', header: 'Role', width: 148, cell: ({ role }) => label(role) },
      { key: 'party_layer', header: 'Layer', width: 124, cell: ({ layer }) => label(layer) },
      ...columns('revenueBn', 'party_revenue', 'Revenue a year'),
      ...columns('equityBn', 'party_equity', 'Book equity'),
      outsideColumn('party_outside', ['party_revenue', 'party_equity']),
      {
        key: 'party_reason',
        header: 'Why',
        width: 84,
        cell: ({ revenueBn, equityBn }) => {
          const reasons = [revenueBn?.reason, equityBn?.reason].filter((reason) => reason !== undefined);
          return label(reasons.length > 0 ? textContent(reasons.join(' ')) : null, 'note');
        },
      },
    ],
  });
  bound(sheet, ['party_revenue', 'party_equity']);
  sheet.skip();
}

function chipShares(sheet: SheetPlan, seeds: Seeds): void {
  const vendors = Object.keys(seeds.chipShares[0]?.shares ?? {});
  const shareKeys = vendors.map((vendor) => `chip_share_${partyKey(vendor)}`);
  const cell =
    (vendor: string, part: 'value' | 'low' | 'high') =>
    (row: ChipShares): PlannedCell =>
      input(
        row.shares[vendor]?.[part] ?? null,
        'share',
        provenanceOf({ benchmarkItems: [], reason: row.reason }),
      );
  sheet.section(
    'Chips: how each buyer of chips divides what it spends on them; the rest goes to others or itself',
  );
  sheet.table<ChipShares>({
    records: seeds.chipShares,
    id: ({ buyer }) => partyKey(buyer),
    columns: [
      { key: 'chip_buyer', header: 'Buyer of chips', width: 300, cell: ({ buyer }) => label(buyer) },
      { key: 'chip_blank_1', header: '', width: 148, cell: () => null },
      { key: 'chip_blank_2', header: '', width: 124, cell: () => null },
      ...vendors.map((vendor): TableColumn<ChipShares> => ({
        key: `chip_share_${partyKey(vendor)}`,
        matrix: { key: 'chip_share', name: partyKey(vendor) },
        header: vendor,
        unit: 'share',
        width: 84,
        cell: cell(vendor, 'value'),
      })),
      ...vendors.flatMap((vendor) =>
        (['low', 'high'] as const).map((part): TableColumn<ChipShares> => ({
          key: `chip_share_${partyKey(vendor)}_${part}`,
          header: `${vendor}, ${part}`,
          unit: 'share',
          width: 84,
          cell: cell(vendor, part),
        })),
      ),
      outsideColumn('chip_outside', shareKeys),
      {
        key: 'chip_reason',
        header: 'Why',
        width: 84,
        cell: ({ reason }) => label(textContent(reason), 'note'),
      },
    ],
  });
  bound(sheet, shareKeys);
  sheet.skip();
}
