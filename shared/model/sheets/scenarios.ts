import { formula, label, result, type NameOfCell, type PlannedCell } from '../language/plan.ts';
import { SheetPlan, type TableColumn } from '../language/sheet-plan.ts';
import type { Seeds } from '../seeds/rows.ts';

const labelColumn = 0;
const nameColumn = 1;
const unitColumn = 2;
const liveColumn = 3;
const firstResultColumn = 4;

/** Said on every sheet with results, because an Excel file keeps them as they are. */
export const resultsRemark =
  'Shaded figures are results: the whole model recalculated, then put back. They follow an edit after a moment; in an Excel file they are values as of the export and stay as they are.';

/** The scenario and the basis in force and the date, which results depend on, as rows with their values in `column`. */
export function inForce(sheet: SheetPlan, column: number): void {
  const rows: [string, PlannedCell][] = [
    ['Scenario in force', formula('=scenario_name')],
    ['Basis in force', formula('=basis_name')],
    ['As of', formula('=as_of', 'month')],
  ];
  for (const [text, cell] of rows) {
    sheet
      .place(sheet.nextRow, 0, label(text))
      .place(sheet.nextRow, column, { ...cell, role: 'link', align: 'left' })
      .skip();
  }
}

/** The headline figures, a column per scenario, and their differences from the first. */
export function scenariosSheet(seeds: Seeds, headlines: readonly NameOfCell[]): SheetPlan {
  const sheet = new SheetPlan('Scenarios');
  sheet.heading(
    'Scenarios',
    'The headline figures under every scenario side by side. Each column is the whole model recalculated with the scenario switch on that name, on the basis in force.',
  );
  inForce(sheet, nameColumn);
  sheet.remark(resultsRemark).skip();

  const scenarios = seeds.scenarios.map((_, index) => `s${index + 1}`);
  const scenarioColumn = (
    key: string,
    scenario: string,
    group: string | null,
    cell: (headline: NameOfCell) => PlannedCell,
  ): TableColumn<NameOfCell> => ({
    key: `${key}_${scenario}`,
    header: '',
    unit: '',
    width: 112,
    ...(group !== null && { group }),
    matrix: { key, name: scenario },
    cell,
  });
  const differences = scenarios.slice(1);
  sheet.table<NameOfCell>({
    records: headlines,
    id: ({ name }) => name,
    columns: [
      {
        key: 'headline_label',
        header: 'Figure',
        width: 320,
        cell: (headline) => label(headline.label ?? headline.name),
      },
      { key: 'headline_name', header: 'Name', width: 300, cell: ({ name }) => label(name, 'identifier') },
      {
        key: 'headline_unit',
        header: 'Unit',
        width: 104,
        cell: ({ unit }) => label(unit ?? null, 'unit'),
      },
      {
        key: 'headline_live',
        header: 'In force',
        unit: '',
        width: 96,
        cell: ({ name, unit }) => ({ ...formula(`=${name}`, unit), role: 'link' }),
      },
      ...scenarios.map((scenario, index) =>
        scenarioColumn('result', scenario, index === 0 ? 'Recalculated' : null, ({ unit }) => ({
          ...result(unit),
          align: 'right',
        })),
      ),
      ...differences.map((scenario, index) =>
        scenarioColumn(
          'difference',
          scenario,
          index === 0 ? 'Difference from the first scenario' : null,
          ({ unit }) => ({ ...formula(unit === 'label' ? wordsDiffer : difference, unit), align: 'right' }),
        ),
      ),
    ],
  });

  const bottom = sheet.nextRow - 1;
  const top = bottom - headlines.length + 1;
  const headerRow = top - 2;
  const heading = (column: number, template: string, scenario: string) =>
    sheet.place(headerRow, column, {
      ...formula(template),
      role: 'header',
      align: 'right',
      across: scenario,
      ...(headlines[0] && { record: headlines[0].name }),
    });
  scenarios.forEach((scenario, index) => {
    heading(
      firstResultColumn + index,
      '=INDEX(scenario_names,1,1+COLUMN([result])-COLUMN([result@s1]))',
      scenario,
    );
    if (index > 0) heading(firstResultColumn + scenarios.length + index - 1, '=[result_head]', scenario);
  });

  const results = {
    top,
    left: firstResultColumn,
    bottom,
    right: firstResultColumn + scenarios.length - 1,
  };
  sheet.whatIf({
    results,
    figure: { column: nameColumn },
    set: [{ name: 'scenario_name', value: { row: headerRow } }],
  });
  sheet.nameRange(results, { name: 'scenario_results', label: 'Headline figures under each scenario' });
  const lists = [
    [labelColumn, 'headline_labels', 'Headline figures in words'],
    [nameColumn, 'headline_names', 'Names of the headline figures'],
    [unitColumn, 'headline_units', 'Units of the headline figures'],
    [liveColumn, 'headline_values', 'Headline figures under the scenario in force'],
  ] as const;
  for (const [column, name, text] of lists)
    sheet.nameRange({ top, left: column, bottom, right: column }, { name, label: text });
  sheet.frozenRows = top;
  sheet.frozenColumns = 1;
  return sheet;
}

const difference = '=IF(AND(ISNUMBER([result]),ISNUMBER([result@s1])),[result]-[result@s1],"not given")';

/** Words such as the name of a quarter have no difference. */
const wordsDiffer = '=IF([result]=[result@s1],"same","differs")';
