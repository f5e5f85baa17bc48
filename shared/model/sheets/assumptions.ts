import { columnLetters } from '../../workbook/address.ts';
import { textContent } from '../../workbook/document.ts';
import { monthSerial } from '../months.ts';
import { formula, input, label, type PlannedCell } from '../language/plan.ts';
import { SheetPlan, type TableColumn } from '../language/sheet-plan.ts';
import { logistic } from '../methods/completion.ts';
import type { Constant, Driver, Seeds } from '../seeds/rows.ts';
import { outsideBounds } from './assumptions/outside-bounds.ts';
import { partyTables } from './assumptions/parties.ts';
import { provenanceOf, sourceWords } from './assumptions/provenance.ts';
import { seriesTables } from './assumptions/series.ts';
import { dealTerms } from './deals/deal-terms.ts';

/** The three ways to read a deal's figures; "global" follows the switch on the Cover. */
export const bases = ['Seed', 'Benchmark', 'User'] as const;
export const dealBases = ['global', ...bases] as const;

const firstScenarioColumn = 4;

/** Every driver with a column per scenario; "Live" is the scenario in force. */
export function assumptionsSheet(seeds: Seeds): SheetPlan {
  const sheet = new SheetPlan('Assumptions');
  sheet.heading(
    'Assumptions',
    'A row per driver, a column per scenario. Live is the scenario in force and feeds every other sheet. Blue is yours to change.',
  );
  drivers(sheet, seeds);
  switches(sheet, seeds);
  seriesTables(sheet, seeds);
  partyTables(sheet, seeds);
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
    'Tokens a second per MW',
    {
      ...input(null, 'tokens per second per MW'),
      named: {
        name: 'tokens_per_second_per_mw',
        label: 'Tokens a second per MW of facility power',
        unit: 'tokens per second per MW',
      },
    },
    'Yours to type: no source gives one, so the cost of tokens says “not given” until you do.',
  );
  row(
    'S-curve at the start',
    {
      ...formula(`=${logistic(dealTerms.curve, '0')}`, 'weight'),
      named: { name: 'scurve_floor', label: 'Logistic curve at the start' },
    },
    'The logistic curve begins here and is stretched to begin at 0.',
  );
  row(
    'S-curve at the end',
    {
      ...formula(`=${logistic(dealTerms.curve, '1')}`, 'weight'),
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
  const lastScenario = `scenario_${seeds.scenarios.length}`;
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
          ...formula(`=INDEX([scenario_1]:[${lastScenario}],1,scenario)`, driver.unit),
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
        unit: 'cells',
        width: 76,
        cell: () => formula(`=${outsideBounds(`[live]:[${lastScenario}]`, '[low]', '[high]')}`, 'count'),
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
  sheet.bound(sheet.columnRange('live', lastScenario), sheet.columnRange('low'), sheet.columnRange('high'));
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
