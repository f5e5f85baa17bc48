import { columnLetters } from '../../workbook/address.ts';
import { textContent } from '../../workbook/document.ts';
import { monthSerial } from '../months.ts';
import { formula, input, label, type PlannedCell } from '../language/plan.ts';
import { SheetPlan, type TableColumn } from '../language/sheet-plan.ts';
import type { Constant, Driver, Seeds, Series } from '../seeds/rows.ts';

/** The three ways to read a deal's figures; "global" follows the switch on the Cover. */
export const bases = ['Seed', 'Benchmark', 'User'] as const;
export const dealBases = ['global', ...bases] as const;

const firstScenarioColumn = 4;

function provenanceOf({ benchmarkItems, reason }: { benchmarkItems: readonly string[]; reason: string }) {
  return {
    kind: benchmarkItems.length > 0 ? ('benchmark' as const) : ('assumption' as const),
    sources: benchmarkItems,
    reason,
  };
}

const sourceWords = (items: readonly string[]): PlannedCell =>
  label(
    items.length > 0 ? items.join(', ') : 'analyst’s assumption',
    items.length > 0 ? 'identifier' : 'note',
  );

/** Every driver with a column per scenario; "Live" is the scenario in force. */
export function assumptionsSheet(seeds: Seeds): SheetPlan {
  const sheet = new SheetPlan('Assumptions');
  sheet.heading(
    'Assumptions',
    'A row per driver, a column per scenario. Live is the scenario in force and feeds every other sheet. Blue is yours to change.',
  );
  drivers(sheet, seeds);
  switches(sheet, seeds);
  series(sheet, seeds);
  constants(sheet, seeds);
  return sheet;
}

function switches(sheet: SheetPlan, seeds: Seeds): void {
  const right = { align: 'right' } as const;
  const row = (text: string, cell: PlannedCell, remark: string) => {
    const at = sheet.nextRow;
    sheet
      .place(at, 0, label(text))
      .place(at, 3, cell)
      .place(at, firstScenarioColumn, label(remark, 'note'))
      .skip();
  };
  sheet.section('Switches');
  row(
    'Scenario in force',
    {
      ...formula('=MATCH(scenario_name,scenario_names,0)', 'position'),
      named: { name: 'scenario', label: 'Scenario in force, its position' },
    },
    'Chosen on the Cover; here its position among the scenario columns.',
  );
  row(
    'As of',
    {
      ...input(monthSerial(seeds.asOf), 'date', {
        kind: 'assumption',
        sources: [],
        reason:
          'Terms of a scenario never alter quarters before this date; otherwise the past would differ by scenario.',
      }),
      named: { name: 'as_of', label: 'As of', unit: 'date' },
    },
    'Scenario terms never alter quarters before this date.',
  );
  row(
    'As of, in quarters',
    {
      ...formula(
        '=(YEAR(as_of)-first_year)*quarters_per_year+(MONTH(as_of)-1)/months_per_quarter',
        'quarters from 2025',
      ),
      named: { name: 'as_of_quarter', label: 'As of, in quarters from 1 January 2025' },
    },
    'Quarters from 1 January 2025.',
  );
  row(
    'S-curve at the start',
    {
      ...formula('=1/(1+EXP(k_scurve*scurve_midpoint))', 'weight'),
      named: { name: 'scurve_floor', label: 'Logistic curve at the start' },
    },
    'The logistic curve begins here and is stretched to begin at 0.',
  );
  row(
    'S-curve at the end',
    {
      ...formula('=1/(1+EXP(-k_scurve*(1-scurve_midpoint)))', 'weight'),
      named: { name: 'scurve_ceiling', label: 'Logistic curve at the end' },
    },
    'The logistic curve ends here and is stretched to end at 1.',
  );
  const at = sheet.nextRow;
  sheet.place(at, 0, label('Bases'));
  dealBases.forEach((basis, index) => {
    const name =
      basis === 'global' ? {} : { named: { name: `basis_${basis.toLowerCase()}`, label: `Basis ${basis}` } };
    sheet.place(at, 3 + index, { ...label(basis), ...right, ...name });
  });
  sheet.nameRange({ top: at, left: 4, bottom: at, right: 6 }, { name: 'basis_names', label: 'Bases' });
  sheet.nameRange(
    { top: at, left: 3, bottom: at, right: 6 },
    { name: 'deal_basis_choices', label: 'Bases of one deal' },
  );
  sheet.skip(2);
}

function drivers(sheet: SheetPlan, seeds: Seeds): void {
  const header = sheet.nextRow;
  const scenarioColumns = seeds.scenarios.map((scenario, index): TableColumn<Driver> => ({
    key: `scenario_${index + 1}`,
    header: scenario.name,
    unit: '',
    width: index > 2 ? 112 : 84,
    cell: (driver) => input(driver.values[index] ?? null, driver.unit, provenanceOf(driver)),
  }));
  const last = columnLetters(firstScenarioColumn + seeds.scenarios.length - 1);
  const first = columnLetters(firstScenarioColumn);
  sheet.table<Driver>({
    records: seeds.drivers,
    id: (driver) => driver.name,
    groupOf: (driver) => driver.group,
    columns: [
      { key: 'driver_label', header: 'Driver', width: 348, cell: (driver) => label(driver.label) },
      { key: 'driver_name', header: 'Name', width: 148, cell: (driver) => label(driver.name, 'identifier') },
      { key: 'driver_unit', header: 'Unit', width: 124, cell: (driver) => label(driver.unit, 'unit') },
      {
        key: 'live',
        header: 'Live',
        unit: '',
        width: 84,
        cell: (driver) => ({
          ...formula(`=INDEX([scenario_1]:[scenario_${seeds.scenarios.length}],1,scenario)`, driver.unit),
          strong: true,
          named: { name: driver.name, label: driver.label, unit: driver.unit },
        }),
      },
      ...scenarioColumns,
      {
        key: 'low',
        header: 'Low',
        unit: '',
        width: 76,
        cell: (driver) => input(driver.low, driver.unit, provenanceOf(driver)),
      },
      {
        key: 'high',
        header: 'High',
        unit: '',
        width: 76,
        cell: (driver) => input(driver.high, driver.unit, provenanceOf(driver)),
      },
      {
        key: 'outside',
        header: 'Outside',
        unit: 'bounds',
        width: 76,
        cell: () => formula('=IF(AND([live]>=[low],[live]<=[high]),0,1)', 'outside bounds'),
      },
      {
        key: 'distribution',
        header: 'Distribution',
        width: 96,
        cell: (driver) => label(driver.distribution),
      },
      {
        key: 'driver_source',
        header: 'Source',
        width: 168,
        cell: (driver) => sourceWords(driver.benchmarkItems),
      },
      {
        key: 'driver_reason',
        header: 'Why',
        width: 560,
        cell: (driver) => label(textContent(driver.reason), 'note'),
      },
    ],
  });
  sheet.nameRange(
    {
      top: header,
      left: firstScenarioColumn,
      bottom: header,
      right: firstScenarioColumn + seeds.scenarios.length - 1,
    },
    { name: 'scenario_names', label: `Scenarios, columns ${first} to ${last}` },
  );
  sheet.frozenRows = header + 2;
  sheet.frozenColumns = 1;
  sheet.skip();
}

function series(sheet: SheetPlan, seeds: Seeds): void {
  const periodNames = {
    year: ['2025', '2026', '2027', '2028'],
    'quarter of the year': ['Q1', 'Q2', 'Q3', 'Q4'],
  } as const;
  for (const by of ['year', 'quarter of the year'] as const) {
    const rows = seeds.series.filter((row) => row.by === by);
    sheet.section(
      by === 'year'
        ? 'Series by year, the same in every scenario'
        : 'Series by quarter of the year, the same in every scenario',
    );
    const suffix = by === 'year' ? 'year' : 'quarter';
    const top = sheet.nextRow + 2;
    sheet.table<Series>({
      records: rows,
      id: (row) => row.name,
      columns: [
        { key: `series_label_${suffix}`, header: 'Series', width: 300, cell: (row) => label(row.label) },
        {
          key: `series_name_${suffix}`,
          header: 'Name',
          width: 148,
          cell: (row) => label(row.name, 'identifier'),
        },
        { key: `series_unit_${suffix}`, header: 'Unit', width: 124, cell: (row) => label(row.unit, 'unit') },
        {
          key: `series_total_${suffix}`,
          header: 'Total',
          unit: '',
          width: 84,
          cell: (row) => formula(`=SUM([series_${suffix}_1]:[series_${suffix}_4])`, row.unit),
        },
        ...periodNames[by].map((period, index): TableColumn<Series> => ({
          key: `series_${suffix}_${index + 1}`,
          header: period,
          unit: '',
          width: 84,
          cell: (row) => ({
            ...input(row.values[index] ?? null, row.unit, provenanceOf(row)),
            note: `Low ${row.low[index]}, high ${row.high[index]}.`,
          }),
        })),
        { key: `series_blank_${suffix}`, header: '', width: 84, cell: () => null },
        {
          key: `series_source_${suffix}`,
          header: 'Source',
          width: 84,
          cell: (row) => sourceWords(row.benchmarkItems),
        },
        { key: `series_blank2_${suffix}`, header: '', width: 84, cell: () => null },
        {
          key: `series_reason_${suffix}`,
          header: 'Why',
          width: 76,
          cell: (row) => label(textContent(row.reason), 'note'),
        },
      ],
    });
    rows.forEach((row, index) => {
      sheet.nameRange(
        { top: top + index, left: firstScenarioColumn, bottom: top + index, right: firstScenarioColumn + 3 },
        { name: row.name, label: row.label, unit: row.unit },
      );
    });
    sheet.skip();
  }
}

function constants(sheet: SheetPlan, seeds: Seeds): void {
  sheet.section('Unit constants: named, so that formulas hold no other numbers than 0 and 1');
  sheet.table<Constant>({
    records: seeds.constants,
    id: (constant) => constant.name,
    columns: [
      { key: 'constant_label', header: 'Constant', width: 300, cell: (constant) => label(constant.label) },
      {
        key: 'constant_name',
        header: 'Name',
        width: 148,
        cell: (constant) => label(constant.name, 'identifier'),
      },
      { key: 'constant_unit', header: 'Unit', width: 124, cell: (constant) => label(constant.unit, 'unit') },
      {
        key: 'constant',
        header: 'Value',
        unit: '',
        width: 84,
        cell: (constant) => ({
          ...label(constant.value, 'calculation'),
          named: { name: constant.name, label: constant.label, unit: constant.unit },
        }),
      },
    ],
  });
}
