import type { NameOfCell } from '../language/plan.ts';
import type { LineRecord, SheetPlan } from '../language/sheet-plan.ts';
import { figures, nodeColumns } from './node-matrix.ts';

/** What a concentration follows from. References by meaning. */
export interface ConcentrationTerms {
  /** The value of the party of the row, 0 or more; a word such as "not given" is none. */
  readonly value: string;
  /** HHI of a single party: 10,000 points. */
  readonly points: string;
}

interface ConcentrationBlock {
  /** Begins the keys of all blocks. */
  readonly prefix?: string;
  /** Begins their headings and the words of the figures. */
  readonly heading?: string;
  readonly unit?: string;
  readonly terms: ConcentrationTerms;
  /** The defined name of the index. */
  readonly indexName?: NameOfCell;
}

/**
 * Lays out how concentrated the parties are: the Herfindahl–Hirschman index Σ s² in points and the
 * effective number of equal parties 1/Σ s². The shares s are by value when at least half of the
 * parties have one and any is above 0, else all are equal; both columns stand beside each other.
 *
 * Gives per party `share`, and the figures `by_value` (1 or 0), `index` and `effective`.
 */
export function concentration(
  sheet: SheetPlan,
  parties: readonly LineRecord[],
  { prefix = '', heading = '', unit = 'US$ bn', terms, indexName }: ConcentrationBlock,
): void {
  const { value, points } = terms;
  const all = (key: string) => `[${prefix}${key}:all]`;
  const at = (key: string) => `[${prefix}${key}]`;
  const byValue = `[${prefix}by_value@value]`;
  const squares = `SUMPRODUCT(${all('share')},${all('share')})`;
  const share = (key: string, header: string, template: string) =>
    figures<LineRecord>(`${prefix}${key}`, header, 'share', template);

  sheet.section(`${heading}concentration`);
  sheet.table<LineRecord>({
    records: parties,
    id: ({ id }) => id,
    columns: [
      ...nodeColumns(prefix, 'Party'),
      figures<LineRecord>(`${prefix}amount`, 'Value', unit, `=IF(ISNUMBER(${value}),${value},"not given")`),
      share(
        'value_share',
        'By value',
        `=IF(SUM(${all('amount')})=0,0,N(${at('amount')})/SUM(${all('amount')}))`,
      ),
      share('equal_share', 'Equal', `=1/ROWS(${all('amount')})`),
      share('share', 'Share', `=IF(${byValue}=1,${at('value_share')},${at('equal_share')})`),
    ],
  });
  sheet.skip();
  sheet.figure(`${prefix}by_value`, {
    label: 'Shares are by value',
    unit: 'flag',
    formula: `=IF(AND(COUNT(${all('amount')})>=ROWS(${all('amount')})-COUNT(${all('amount')}),SUM(${all('amount')})>0),1,0)`,
    definition: '1 when at least half of the named parties have a value, else all count the same.',
  });
  sheet.figure(`${prefix}index`, {
    label: `${heading}HHI`,
    unit: 'points',
    formula: `=${points}*${squares}`,
    strong: true,
    definition: 'Σ of the squared shares: 10,000 for one party alone, lower with more and more equal ones.',
    ...(indexName && { named: indexName }),
  });
  sheet.figure(`${prefix}effective`, {
    label: `${heading}effective number`,
    unit: 'number',
    formula: `=1/${squares}`,
    definition: 'How many parties of the same size would be as concentrated.',
  });
  sheet.skip();
}
