import { formula, type NameOfCell } from '../language/plan.ts';
import type { LineRecord, SheetPlan, TableColumn } from '../language/sheet-plan.ts';
import { figures, nodeColumns } from './node-matrix.ts';

/** What round trips follow from: references by meaning in the row of a vendor; one unit, none negative. */
export interface RoundTripTerms {
  /** What the vendor puts into the buyer. */
  readonly funding: string;
  /** What the buyer pays the vendor itself. */
  readonly direct: string;
  /** What others buy from the vendor with money that the buyer paid them. */
  readonly lookThrough: string;
  /** All that the vendor receives from the network. */
  readonly received: string;
}

interface RoundTripBlock {
  /** Begins the keys of all columns. */
  readonly prefix?: string;
  readonly unit?: string;
  readonly terms: RoundTripTerms;
  /** The defined name of a vendor's share; undefined for none. */
  readonly nameOf?: (vendor: LineRecord, share: 'central' | 'low' | 'high') => NameOfCell | undefined;
}

/**
 * Lays out for each vendor which share of what is bought from it is its own money:
 * r(x) = MIN(funding, x) / x, 0 where nothing is bought.
 *
 * Gives per vendor `round_trip` with x = direct + look-through, `round_trip_low` and
 * `round_trip_high`, the least and the most with x as that, as direct alone (where there is any) or
 * as all that it receives, and `returned`, the share of its funding that comes back to it.
 */
export function roundTrips(
  sheet: SheetPlan,
  vendors: readonly LineRecord[],
  { prefix = '', unit = 'US$ bn', terms, nameOf }: RoundTripBlock,
): void {
  const at = (key: string) => `[${prefix}${key}]`;
  const amount = (key: string, header: string, template: string) =>
    figures<LineRecord>(`${prefix}${key}`, header, unit, template);
  const share = (
    key: string,
    header: string,
    template: string,
    which?: 'central' | 'low' | 'high',
  ): TableColumn<LineRecord> => ({
    ...figures<LineRecord>(`${prefix}${key}`, header, 'share', template),
    cell: (vendor) => {
      const named = which && nameOf?.(vendor, which);
      return { ...formula(template), ...(named && { named }) };
    },
  });
  const ratio = (bought: string) => `IF(${bought}>0,MIN(${at('funding')},${bought})/${bought},0)`;
  const three = `${at('round_trip')},${at('direct_ratio')},${at('all_ratio')}`;
  sheet.table<LineRecord>({
    records: vendors,
    id: ({ id }) => id,
    columns: [
      ...nodeColumns(`${prefix}vendor_`, 'Vendor'),
      amount('funding', 'Puts in', `=${terms.funding}`),
      amount('direct', 'Direct', `=${terms.direct}`),
      amount('look_through', 'Look-through', `=${terms.lookThrough}`),
      amount('bought', 'Bought', `=${at('direct')}+${at('look_through')}`),
      amount('all_received', 'All received', `=MAX(${terms.received},${at('bought')})`),
      share('round_trip', 'Round trip', `=${ratio(at('bought'))}`, 'central'),
      share('direct_ratio', 'Direct only', `=IF(${at('direct')}>0,${ratio(at('direct'))},"not given")`),
      share('all_ratio', 'Of all received', `=${ratio(at('all_received'))}`),
      share('round_trip_low', 'Low', `=MIN(${three})`, 'low'),
      share('round_trip_high', 'High', `=MAX(${three})`, 'high'),
      share(
        'returned',
        'Of its funding',
        `=IF(${at('funding')}>0,MIN(${at('funding')},${at('bought')})/${at('funding')},0)`,
      ),
    ],
  });
  sheet.skip();
}
