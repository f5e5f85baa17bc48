import { formula, input, label, type PlannedCell } from '../language/plan.ts';
import { SheetPlan } from '../language/sheet-plan.ts';
import type { NameOfCell } from '../language/plan.ts';
import type { Seeds } from '../seeds/rows.ts';

/** Columns of the page: a margin, figures at the left, a gap, help at the right; no wider than a small window. */
const left = 1;
const right = 5;
const widths = [16, 324, 92, 104, 24, 108, 466];

/** Sheets whose headline figures stand under another heading than the name of the sheet. */
const headings: Readonly<Record<string, string>> = { Deals: 'Announced' };

/** Headline figures that one sheet gives. */
export interface HeadlineGroup {
  readonly sheet: string;
  readonly headlines: readonly NameOfCell[];
}

/** Title, switches, headline figures by sheet, what the colours mean and where things are. */
export function coverSheet(
  seeds: Seeds,
  groups: readonly HeadlineGroup[],
  sheets: readonly SheetPlan[],
): SheetPlan {
  const sheet = new SheetPlan('Cover');
  sheet.gridLines = false;
  sheet.widths(widths);
  sheet
    .place(1, left, label('OpenAI build-out', 'title'))
    .place(
      2,
      left,
      label(
        'When chip vendors and clouds fund the customer that buys from them: how much is outside money, who is exposed if it stops, and what is spent by 2028?',
        'subtitle',
      ),
    )
    .place(
      3,
      left,
      label(
        'Two articles, one of them of October 2025, and a register of other published figures. Every figure is a cell, every cell can be changed.',
        'note',
      ),
    );

  const list = (
    row: number,
    column: number,
    heading: string,
    rows: readonly (readonly (PlannedCell | null)[])[],
    columns: number,
  ): number => {
    for (let offset = 0; offset < columns; offset++) {
      sheet.place(row, column + offset, {
        ...label(offset === 0 ? heading : null, 'section'),
        lineBelow: true,
      });
    }
    rows.forEach((cells, index) =>
      cells.forEach((cell, offset) => cell && sheet.place(row + 1 + index, column + offset, cell)),
    );
    return row + rows.length + 2;
  };

  let row = list(
    5,
    left,
    'Switches',
    [
      [
        label('Scenario'),
        {
          ...input(seeds.scenarios[0]?.name ?? null),
          align: 'right',
          choicesName: 'scenario_names',
          named: { name: 'scenario_name', label: 'Scenario' },
        },
      ],
      [
        label('Basis'),
        {
          ...input('Seed'),
          align: 'right',
          choicesName: 'basis_names',
          named: { name: 'basis_name', label: 'Basis' },
        },
      ],
      [label('As of'), { ...formula('=as_of', 'month'), role: 'link' }],
      [
        label('Checks'),
        { ...formula('=IF(checks_failed=0,"all hold",checks_failed&" fail")'), align: 'right' },
      ],
    ],
    3,
  );

  for (const { sheet: from, headlines } of groups) {
    row = list(
      row,
      left,
      headings[from] ?? from,
      headlines.map((headline) => [
        label(headline.label ?? headline.name),
        {
          ...formula(`=${headline.name}`, headline.unit),
          role: 'link',
          align: 'right',
          strong: headline.stripCaption !== undefined,
        },
        label(headline.unit === 'label' ? null : (headline.unit ?? null), 'unit'),
      ]),
      3,
    );
  }

  const colours: readonly (readonly [PlannedCell, string])[] = [
    [input(0.6, 'probability'), 'Typed by a person: yours to change'],
    [{ ...label(300, 'calculation'), unit: 'US$ bn' }, 'Worked out on this sheet'],
    [{ ...label(500, 'link'), unit: 'US$ bn' }, 'Comes from another sheet'],
    [{ ...label(300, 'result'), unit: 'US$ bn' }, 'Result of recalculating the whole model'],
    [label('not given'), 'The source names no figure'],
    [label('≠'), 'The sources contradict each other'],
  ];

  let below = list(
    5,
    right,
    'Start here',
    [
      [
        label('Scenario, Basis'),
        label('Switch them above the grid, or here, and watch the headline figures'),
      ],
      [label('A blue cell'), label('Type over it. What depends on it follows at once; Ctrl Z takes it back')],
      [label('Ctrl F5'), label('Present it: four slides that follow the model')],
      [label('Ctrl E'), label('Export an Excel workbook with live formulas')],
    ],
    2,
  );
  below = list(
    below,
    right,
    'What the colours mean',
    colours.map(([cell, meaning]) => [{ ...cell, align: 'left' }, label(meaning)]),
    2,
  );
  list(
    below,
    right,
    'Sheets',
    sheets.map((plan) => [label(plan.name, 'identifier'), label(purposeOf(plan))]),
    2,
  );
  return sheet;
}

/** The first sentence under a sheet's title says what the sheet is for. */
function purposeOf(plan: SheetPlan): string | null {
  const content = plan.cells[1]?.[0]?.content;
  return typeof content === 'string' ? (content.split(/\.(?: |$)/)[0] ?? null) : null;
}
